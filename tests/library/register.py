"""A register to try things on: the small workspace with a series of symbols, three delegations and a group."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from instrument import library
from instrument.difference.comparison import changes_of
from instrument.library import Library
from instrument.library.recording import Issue
from instrument.model import Instrument, Text, plain, text
from instrument.proposals.proposal import Proposal, receive

ROOT = Path(__file__).parents[2]
KILLED = """\
import os
from datetime import date
from instrument import library, storage
from instrument.library.adopting import Decision
from instrument.library.recording import Issue
put, calls = storage._put, []
def dying(*arguments):
    if len(calls) == {survived}:
        os._exit(9)
    calls.append(1)
    put(*arguments)
storage._put = dying
"""
A, B, C = (f"Delegation {letter}" for letter in "ABC")
MORE = """\
[series]
proposals = "CCM/"

[delegations]
b = { en = "Delegation B" }
c = { en = "Delegation C" }
"""
GROUP = """
[groups.north]
name = { en = "Group One", fr = "Premier groupe" }
members = [ { delegation = "a" }, { delegation = "b", until = 2026-06-30 } ]
"""


def opened(workspace: Path) -> Library:
    """The library of the workspace, made ready for proposals."""
    path = workspace / "clauses/library.toml"
    settings = (
        path.read_text(encoding="utf-8")
        .replace("[delegations]\n", MORE)
        .replace("[stages.first]", GROUP[1:] + "\n[stages.first]")
    )
    path.write_text(settings, encoding="utf-8")
    return library.open("clauses")


def reworded(base: Instrument, clause: str, old: str, new: str) -> Instrument:
    """The text with some words of one clause replaced."""

    def words(content: Text) -> Text:
        return text(plain(content).replace(old, new)) if old in plain(content) else content

    return base.with_clauses(
        replace(each, provisions=tuple(replace(p, text=words(p.text)) for p in each.provisions))
        if each.id == clause
        else each
        for each in base
    )


def proposal(read: Library, old: str, new: str, by: str = A, clause: str = "use", against: str = "second") -> Proposal:
    """A proposal that replaces some words, with its changes."""
    base = read.draft(against)
    changes = changes_of(base, reworded(base, clause, old, new))
    words = f'In article 1, paragraph 1, replace "{old}" with "{new}".'
    return receive(words, against, by, datetime(2026, 3, 10, 9), channel="e-mail", changes=changes)


def issued(read: Library, name: str, one: Proposal, day: int = 11) -> Library:
    """The library after a proposal was received and issued."""
    read.receive(one, name)
    read.issue(name, Issue(date(2026, 3, day)))
    return library.open("clauses")


def killed_after(survived: int, code: str) -> int:
    """The status of a program that is killed when it is about to put one more file in its place."""
    script = KILLED.format(survived=survived) + code
    return subprocess.run([sys.executable, "-c", script], env=os.environ | {"PYTHONPATH": str(ROOT)}).returncode
