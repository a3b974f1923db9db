"""Depths from labels: which list a label continues, which one it opens, and where a text without one belongs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from instrument.labels import Label, readings

Dress = tuple[str, str, str, bool, int]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a provision stands: its depth, and whether its label jumps out of the row of its list."""

    depth: int
    jumps: bool = False


@dataclass(slots=True)
class _Level:
    depth: int
    indent: int
    last: Label


@dataclass(slots=True)
class Nesting:
    """The lists that are open at a place in a clause, outermost first."""

    levels: list[_Level] = field(default_factory=list)
    chapeau: int | None = None

    def expects(self, label: str) -> bool:
        """Whether some open list goes on with this very label."""
        return any(goes_on(level.last, reading) for level in self.levels for reading in readings(label))

    def place(self, label: str, indent: int, upcoming: str) -> Spot | None:
        """Where a label belongs; None where it only looks like one here.

        `upcoming` is the next label in the same dress: it tells whether "(i)" is a numeral or a letter.
        """
        read = readings(label)
        following = [
            (level, reading) for level in reversed(self.levels) for reading in read if goes_on(level.last, reading)
        ]
        first = next((reading for reading in read if is_first(reading)), None)
        if following and first and any(_succeeds(first, reading) for reading in readings(upcoming)):
            following = []
        if following:
            level, reading = min(following, key=lambda pair: abs(pair[0].indent - indent))
            return self._go_on(level, reading)
        if first:
            return self._open(first, indent)
        return self._jump(read, indent)

    def loose(self, indent: int, closes: bool) -> int:
        """The depth of a text without a label; `closes` says that it ends the sentence of the list before it."""
        outer = next((level for level in reversed(self.levels) if level.indent < indent), None)
        if outer is None:
            outer = next((level for level in reversed(self.levels) if level.last.word and level.indent <= indent), None)
        if outer:
            return outer.depth + 1
        if not self.levels:
            return 0
        return self.levels[-1].depth if closes else min(1, self.levels[-1].depth)

    def _go_on(self, level: _Level, reading: Label, jumps: bool = False) -> Spot:
        del self.levels[self.levels.index(level) + 1 :]
        level.last = reading
        return Spot(level.depth, jumps)

    def _open(self, reading: Label, indent: int, jumps: bool = False) -> Spot:
        dress = dress_of(reading)
        alike = [level for level in self.levels if dress_of(level.last) == dress and level.indent >= indent]
        if alike:
            return self._go_on(alike[-1], reading, jumps or self.chapeau is None)
        while self.levels and self.levels[-1].indent > indent:
            self.levels.pop()
        if self.chapeau is not None:
            while self.levels and self.levels[-1].depth > self.chapeau:
                self.levels.pop()
            depth = self.chapeau + 1
        else:
            depth = self.levels[-1].depth + 1 if self.levels else 0
        self.levels.append(_Level(depth, indent, reading))
        return Spot(depth, jumps)

    def _jump(self, read: Sequence[Label], indent: int) -> Spot | None:
        """A label out of its row is one only where its dress leaves no doubt."""
        sure = [reading for reading in read if self._is_sure(reading)]
        for level in sorted(self.levels, key=lambda level: (abs(level.indent - indent), -level.depth)):
            for reading in sure:
                if dress_of(level.last) == dress_of(reading):
                    return self._go_on(level, reading, jumps=True)
        return self._open(sure[0], indent, jumps=True) if sure else None

    def _is_sure(self, reading: Label) -> bool:
        if reading.word or dress_of(reading)[3]:
            return True
        if len(reading.numbers) > 1:
            return any(level.last.numbers == reading.numbers[:-1] for level in self.levels)
        return not reading.system.endswith(("letter", "roman", "cyrillic", "arabic")) and bool(
            reading.after or reading.suffix or reading.letter
        )


@lru_cache(maxsize=4096)
def looks(label: str) -> frozenset[Dress]:
    """The dresses a label may be in, whatever its numerals: "(i)" and "(b)" look alike, "b)" does not."""
    return frozenset(("", *dress_of(reading)[1:]) for reading in readings(label))


def goes_on(last: Label, reading: Label) -> bool:
    """Whether a label is the next after another, or the same with a bis."""
    if dress_of(last) != dress_of(reading):
        return False
    if reading.numbers == last.numbers:
        return _hung(reading) > _hung(last)
    return _succeeds(last, reading) and reading.numbers[:-1] == last.numbers[:-1]


def is_first(reading: Label) -> bool:
    return reading.numbers[-1] == 1 and not reading.suffix


def dress_of(reading: Label) -> Dress:
    """What labels of one list have in common: "(a)" is of another list than "a." and "(1)"."""
    enclosed = ")" in reading.after or "）" in reading.after
    return reading.system, reading.word, reading.before, enclosed, len(reading.numbers)


def _succeeds(last: Label, reading: Label) -> bool:
    return dress_of(last) == dress_of(reading) and reading.numbers[-1] == last.numbers[-1] + 1


def _hung(reading: Label) -> tuple[int, str, int]:
    return reading.suffix, reading.letter, reading.alternative
