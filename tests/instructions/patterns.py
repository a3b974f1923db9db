"""The cases of tests/cases/instructions*.md: what a delegation writes, and what becomes of it and of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import NamedTuple

from instrument.changes.items import Part, Place
from instrument.instructions import Amended, Outcome
from instrument.instructions.standing import Standing
from instrument.model import Instrument

FOLDER = Path(__file__).parents[1] / "cases"
_CASE = re.compile(r"^### ([^\n]+)\n+```\n(.*?)\n```\n+```diff\n(.*?)\n?```$", re.MULTILINE | re.DOTALL)
_AROUND = 3  # words shown on either side of what changed
_LONGEST = 90  # of a line that came or went


class Case(NamedTuple):
    """A case by its title: the words as received, and what is said of them and of the lines they change."""

    title: str
    words: str
    expected: str

    def __str__(self) -> str:
        return self.title


def cases(name: str) -> list[Case]:
    return [Case(*found.groups()) for found in _CASE.finditer((FOLDER / name).read_text("utf-8"))]


def said(amended: Amended, base: Instrument) -> str:
    """What became of the words, and of the lines of the text: "-" went, "+" came, "~" has other words."""
    outcomes = [line for outcome in amended.outcomes for line in _outcome(outcome)]
    return "\n".join([*outcomes, *_changed(_lines(base), _lines(amended.instrument))])


def _outcome(outcome: Outcome) -> Iterator[str]:
    yield ": ".join(filter(None, [outcome.status, "; ".join(outcome.places)]))
    for problem in outcome.problems:
        yield f"    {problem.message}"
        if problem.hint:
            yield f"    ({problem.hint})"


@cache
def _lines(instrument: Instrument) -> list[str]:
    standing = Standing(instrument)
    found: list[str] = []
    for clause in instrument:
        heading = standing.printed(Place(clause.id, Part.HEADING)).chars
        found.append(" ".join(filter(None, [clause.label, heading])))
        for index, row in enumerate(clause.provisions):
            chars = standing.printed(Place(clause.id, Part.PROVISION, index)).chars
            found.append("  " * row.depth + f"{row.label} {chars}".strip())
        found += (f"[^{note.name}]" for note in clause.notes)
    return found


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    for tag, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace" and i_end - i == j_end - j and _alike(old[i:i_end], new[j:j_end]):
            yield from (_words(*pair) for pair in zip(old[i:i_end], new[j:j_end], strict=True))
        elif tag != "equal":
            yield from (f"- {_clipped(line)}" for line in old[i:i_end])
            yield from (f"+ {_clipped(line)}" for line in new[j:j_end])


def _alike(old: Sequence[str], new: Sequence[str]) -> bool:
    return all(SequenceMatcher(None, a.split(), b.split()).ratio() > 0.4 for a, b in zip(old, new, strict=True))


def _clipped(line: str) -> str:
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"


def _words(old: str, new: str) -> str:
    """One line with other words: those that went in [-…-], those that came in {+…+}."""
    a, b = re.split(r"(?<=\s)", old), re.split(r"(?<=\s)", new)
    parts = ["~ "]
    for tag, i, i_end, j, j_end in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(_kept(a[i:i_end], i == 0, i_end == len(a)))
        else:
            parts.append(f"[-{_short(a[i:i_end])}-]" * (i < i_end) + f"{{+{_short(b[j:j_end])}+}}" * (j < j_end))
    return "".join(parts).rstrip()


def _short(words: Sequence[str]) -> str:
    return "".join(words) if len(words) <= 8 else f"{''.join(words[:4])}… {''.join(words[-3:])}"


def _kept(words: Sequence[str], is_first: bool, is_last: bool) -> str:
    """Words that stay, no more of them than show where the others are."""
    before, after = 0 if is_last and not is_first else _AROUND, 0 if is_first and not is_last else _AROUND
    if is_first:
        before, after = _AROUND, _AROUND
    if is_last:
        before, after = _AROUND, 1
    if len(words) <= before + after + 1:
        return "".join(words)
    return "".join(words[:before]) + "… " + "".join(words[-after:])
