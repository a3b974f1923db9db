"""A workspace small enough to hold in the head: two stages and a branch, two languages, one recipe."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How fast the machine is proves nothing about a text; what is checked before a change lands is checked alike each time.
# Half the usual examples keep the whole suite under two minutes; the laws that found most say a number of their own.
settings.register_profile(
    "steady",
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,
)
settings.load_profile("steady")

LIBRARY = """\
# The secretariat's own comment, which stays.
format = 1
title = "Draft convention"

[languages]
original = "en"
authentic = ["en", "fr"]

[delegations]
a = { en = "Delegation A", fr = "Délégation A" }

[stages.first]
kind = "basic proposal"
date = 2026-02-02
sealed = true
order = ["title", "use", "clearance"]

[stages.paper]
base = "first"
kind = "facilitator's paper"

[stages.second]
base = "first" # as issued
kind = "President's text"
order = ["title", "use", "aid", "clearance"]
"""

FILES = {
    "clauses/library.toml": LIBRARY,
    "clauses/title/first.clause": "# Draft convention\n",
    "clauses/use/first.clause": "## Article 1 — Use\n\n1. Never, save under {@clearance#deadline}.\n",
    "clauses/use/first.fr.clause": "## Article 1 — Emploi\n\n1. Jamais.\n",
    "clauses/use/second.clause": "## Article 1 — Use\n\n1. Never under any circumstances.\n",
    "clauses/aid/second.clause": '## Article — Aid\n\n1. Each State Party shall [aid]{by="Delegation A"}.\n',
    "clauses/clearance/first.clause": "## Article 2 — Clearance\n\n1. Within five years. {#deadline}\n",
    "clauses/clearance/paper.clause": "## Article 2 — Clearance\n\n1. Within ten years. {#deadline}\n",
    "builds/second.toml": 'text = "second"\n\n[outputs]\ndocx = "second.docx"\ntxt = "second.txt"\n',
}


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The workspace, which is also the current folder."""
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    return tmp_path
