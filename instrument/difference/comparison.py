"""Two texts compared: the changes as a value, and the view of them that people read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from instrument.changes import Changes, describe
from instrument.difference.pairing import pair
from instrument.difference.view import Chapter, Fate, Line, view
from instrument.model import Instrument


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two texts; iterating gives every line that differs, in reading order."""

    base: Instrument
    result: Instrument
    changes: Changes
    chapters: tuple[Chapter, ...]

    def __iter__(self) -> Iterator[Line]:
        return (line for chapter in self.chapters for line in chapter.lines if line.fate is not Fate.SAME)

    def __bool__(self) -> bool:
        return bool(self.changes)


def changes_of(base: Instrument, result: Instrument) -> Changes:
    """The changes between two texts of any origin, without the view that people read.

    >>> changes_of(Instrument(), Instrument()).items
    ()
    """
    return describe(base, result, pair(base, result).pairing)


def diff(base: Instrument, result: Instrument) -> Comparison:
    """The comparison of two texts of any origin.

    >>> from instrument.model import Clause, Provision, text
    >>> old, new = (Clause("use", provisions=(Provision(0, "1.", text(words)),)) for words in ("shall", "may"))
    >>> [line.new.address for line in diff(Instrument((old,)), Instrument((new,))) if line.new]
    ['use/1']
    """
    paired = pair(base, result)
    chapters = view(base, result, paired.pairing, paired.doubtful)
    return Comparison(base, result, describe(base, result, paired.pairing), chapters)
