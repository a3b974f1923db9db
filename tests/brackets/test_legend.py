"""What a document says its square brackets mean."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from instrument.brackets.legend import declared, meaning
from instrument.cli import group
from instrument.model import Clause, Footnote, Instrument, Provision, text


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[ ] indicates text not agreed", "contested"),
        ("Text in square brackets has not been agreed.", "contested"),
        ("Le texte entre crochets n’a pas été approuvé.", "contested"),
        ("Text in square brackets is proposed for deletion.", "deletion"),
        ("Proposed deletions are shown in [brackets].", "deletion"),
        ("Words between brackets are to be deleted.", "deletion"),
        ("Mots entre crochets : suppression proposée.", "deletion"),
        ("The paragraph is to be deleted.", None),
        ("The bracket holds the shelf.", None),
    ],
)
def test_a_legend_is_understood(sentence: str, expected: str | None) -> None:
    assert meaning(sentence) == expected


def test_a_legend_is_reported_where_it_stands_in_a_note_too() -> None:
    noted = Clause("use", notes=(Footnote("1", text("Text in brackets is proposed for deletion.")),))
    legend = Clause("title", provisions=(Provision(text=text("[ ] indicates text not agreed.")),))
    found = [(problem.code, str(problem.where)) for problem in declared(Instrument((legend, noted)))]
    assert found == [("bracket-legend", "title/~1:1"), ("brackets-mean-deletion", "use/note/1:1")]


def test_an_import_says_that_brackets_mean_deletion(tmp_path: Path) -> None:
    source = tmp_path / "draft.txt"
    lines = [
        "Convention on Rivers",
        "Text in square brackets is proposed for deletion.",
        "Article 1",
        "1. It [soon] ends.",
    ]
    source.write_text("\n\n".join(lines))
    done = CliRunner().invoke(group, ["-C", str(tmp_path), "import", str(source), "--stage", "first"])
    assert done.exit_code == 0
    assert "brackets-mean-deletion" in done.output
