"""The parts of a `.proposal` file after its front matter: the words as received, then what `%%` lines announce.

A line of the words that looks like such a line is written with a backslash before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

WORDS, EXPLANATION, CHANGES, ADOPTED = "words", "explanation", "changes", "adopted"
NAMES = (EXPLANATION, CHANGES, ADOPTED)
_MARK = re.compile(r"(?P<escapes>\\*)%% (?P<name>\w+) *")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the file: its name, the number of the line that announces it, from 0, and its text."""

    name: str
    line: int
    text: str


def split(lines: Sequence[str], start: int) -> list[Section]:
    """The parts of a file from a line on, the words first."""
    marks = [(start - 1, WORDS), *((number, name) for number, name in _marks(lines, start) if name in NAMES)]
    ends = [number for number, _ in marks[1:]] + [len(lines)]
    return [
        Section(name, number, _text(lines[number + 1 : end], name == WORDS, end < len(lines)))
        for (number, name), end in zip(marks, ends, strict=True)
    ]


def strangers(lines: Sequence[str], start: int) -> list[tuple[int, str]]:
    """Lines that look as if they announced a part, and announce none: their numbers and names."""
    return [(number, name) for number, name in _marks(lines, start) if name not in NAMES]


def _marks(lines: Sequence[str], start: int) -> Iterator[tuple[int, str]]:
    for number in range(start, len(lines)):
        found = _MARK.fullmatch(lines[number])
        if found and not found["escapes"]:
            yield number, found["name"]


def _text(lines: Sequence[str], is_first: bool, is_followed: bool) -> str:
    """The words of a part without the blank lines that set it apart: one before the first, one before the next."""
    if is_first and len(lines) > 1 and not lines[0]:
        lines = lines[1:]
    if is_followed and lines and not lines[-1]:
        lines = lines[:-1]
    return "\n".join(line[1:] if line.startswith("\\") and _MARK.fullmatch(line) else line for line in lines)


def join(parts: Mapping[str, str]) -> str:
    """The parts as the file has them; but for the words, a part without text is left out."""
    written = ["\n" + _escaped(parts[WORDS]) + "\n"]
    written += [f"\n%% {name}\n{_escaped(parts[name])}\n" for name in NAMES if parts.get(name)]
    return "".join(written)


def _escaped(words: str) -> str:
    return "\n".join("\\" + line if _MARK.fullmatch(line) else line for line in words.split("\n"))
