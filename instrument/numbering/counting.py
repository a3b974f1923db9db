"""One row of labels counted through: what each becomes where the numbers run on, or why that cannot be known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from instrument.labels import Label, is_hung, rank, renumbered
from instrument.problem import Problem, Severity, Where

_CHINESE = "零〇一二三四五六七八九十百"
_FIFTY = 50  # a lone "l" or "c" is a letter
_ONE_LETTER = (1, 5, 10, 50, 100)
_LOOKED_FOR = 20  # of the labels that a gap leaves out: a longer gap is no slip


@dataclass(frozen=True, slots=True)
class Entry:
    """A label of a row: its readings, its address, and the words from the label before up to it.

    One that has no readings awaits its number; a placeholder stands where a provision was deleted on purpose. `alone`
    is the label just before it of an inner list that has no other.
    """

    label: str
    readings: tuple[Label, ...]
    where: str
    before: str = ""
    alone: str = ""
    is_placeholder: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """What a label says as issued, and the number it has where they run on; `above` are the numbers before its last."""

    old: Label | None
    new: int
    above: tuple[int, ...] | None = None

    @property
    def changes(self) -> bool:
        """Whether the label becomes another one."""
        return self.old is None or is_hung(self.old) or self.old.numbers != self.numbers

    @property
    def numbers(self) -> tuple[int, ...]:
        above = self.old.numbers[:-1] if self.old and self.above is None else self.above or ()
        return (*above, self.new)


@dataclass(slots=True)
class Row:
    """The numbers of a row, none where it is refused, and what a person should know."""

    numbers: list[Number] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_refused(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def count(entries: Sequence[Entry], before: Number | None = None) -> Row:
    """The numbers of a row that stands alone, or goes on from the last number of the row before it.

    >>> from instrument.labels import readings
    >>> row = [Entry(label, readings(label), label) for label in ("3.", "3 bis.", "4.")]
    >>> [number.new for number in count(row, Number(Label((2,)), 2)).numbers]
    [3, 4, 5]
    """
    row = Row(problems=[problem for entry in entries for problem in _left_open(entry)])
    if row.is_refused:
        return row
    series = _series(entries, before, row)
    if row.is_refused:
        return row
    start = _start(entries, series, before, row)
    row.problems += _disorder(entries, series)
    row.problems += _gaps(entries, series, before.old.numbers[-1] if before and before.old and start > 1 else 0)
    if not row.is_refused:
        row.numbers = [Number(old, new) for new, old in enumerate(series, start)]
    return row


def _left_open(entry: Entry) -> Iterator[Problem]:
    """What is still to be decided about a label: only people can."""
    said = f"“{entry.label}”"
    read = entry.readings[0] if entry.readings else None
    if "[" in entry.label or "]" in entry.label:
        yield _refused("bracketed-label", entry, f"{said} is still in brackets", "settle them first")
    elif read and (read.alternative or read.word):
        yield _refused("alternative-label", entry, f"{said} is one of several alternatives", "choose one first")
    elif entry.is_placeholder:
        message = f"{said} stands for a provision that is gone, which keeps its number"
        yield _refused("deliberate-gap", entry, message, "take it out where the numbers are to close up")


def _series(entries: Sequence[Entry], before: Number | None, row: Row) -> list[Label | None]:
    """The labels of a row read in one numeral system: as the row before goes on, or from 1, with the fewest gaps."""
    known = [entry for entry in entries if entry.readings]
    every = [read for first in known[0].readings if (read := _in_system(known, first))] if known else [[]]
    if not every:
        said = ", ".join(f"“{entry.label}”" for entry in known)
        message = f"these labels do not count in one way: {said}"
        row.problems.append(_refused("mixed-labels", known[0], message, "give them labels of one kind"))
        return []
    likely = [read for read in every if not read or _goes_on(read[0], before) or read[0].numbers[-1] == 1]
    candidates = sorted(likely or _plausible(every), key=lambda read: _missing(read, before))
    if len(candidates) > 1 and not likely:
        message = f"“{known[0].label}” is a letter or a Roman numeral, and its neighbours do not tell which"
        row.problems.append(_refused("ambiguous-label", known[0], message, "begin the list with its first label"))
        return []
    found = iter(candidates[0])
    return [next(found) if entry.readings else None for entry in entries]


def _in_system(entries: Sequence[Entry], first: Label) -> list[Label]:
    """The reading of each label in the system of one of the first; nothing where some label has none."""
    found = []
    for entry in entries:
        alike = (
            read for read in entry.readings if read.system == first.system and read.numbers[:-1] == first.numbers[:-1]
        )
        if (read := next(alike, None)) is None:
            return []
        found.append(read)
    return found


def _goes_on(first: Label, before: Number | None) -> bool:
    """Whether a label follows at once on the last one of the row before."""
    last = before.old if before else None
    if last is None or first.system != last.system or first.numbers[:-1] != last.numbers[:-1]:
        return False
    step = first.numbers[-1] - last.numbers[-1]
    return step == 1 or (step == 0 and rank(first) > rank(last))


def _plausible(every: list[list[Label]]) -> list[list[Label]]:
    """The readings without far-fetched ones: "ii" is no letter beside Roman numerals, "l" and "c" are no numerals."""
    romans = [read for read in every if read[0].system.endswith("roman")]
    if any(label.numbers[-1] not in _ONE_LETTER for read in romans for label in read):
        return romans
    return [read for read in every if read not in romans or read[0].numbers[-1] < _FIFTY]


def _missing(read: list[Label], before: Number | None) -> int:
    """How many numbers a reading of a row leaves out."""
    if not read:
        return 0
    last = before.old.numbers[-1] if before and before.old and _goes_on(read[0], before) else 0
    return max(label.numbers[-1] for label in read) - last - len({label.numbers for label in read})


def _start(entries: Sequence[Entry], series: list[Label | None], before: Number | None, row: Row) -> int:
    """The first number of a row; refused where it neither begins nor goes on from the row before."""
    place, first = next(((i, label) for i, label in enumerate(series) if label), (0, None))
    if before is None or before.old is None or first is None:
        return 1 if before is None or first else before.new + 1
    if _goes_on(first, before):
        return before.new + 1
    if first.numbers[-1] == 1:
        return 1
    message = f"“{entries[place].label}” neither begins a list nor goes on from the one before it"
    hint = "begin it with its first label, or give what stands between them a number"
    row.problems.append(_refused("unclear-start", entries[place], message, hint))
    return 1


def _disorder(entries: Sequence[Entry], series: list[Label | None]) -> Iterator[Problem]:
    """Labels that are there twice, and labels that do not stand in the order of their numbers."""
    seen: dict[object, Entry] = {}
    last: Label | None = None
    for entry, label in zip(entries, series, strict=True):
        if label is None:
            continue
        if rank(label) in seen:
            message = f"“{entry.label}” is there twice, also as {seen[rank(label)].where}"
            yield _refused("equal-labels", entry, message, "say whether a new list begins, or give it another label")
        elif last and rank(label) < rank(last):
            message = f"“{entry.label}” does not stand in the order of the numbers; it is counted where it stands"
            yield Problem("out-of-order", Severity.WARNING, Where(entry.where), message)
        seen[rank(label)] = entry
        last = label


def _gaps(entries: Sequence[Entry], series: list[Label | None], last: int) -> Iterator[Problem]:
    """Numbers that nothing has: they close up, save where the missing label seems to stand among the words before."""
    taken = {label.numbers[-1] for label in series if label}
    for entry, label in zip(entries, series, strict=True):
        if label is None:
            continue
        missing = [number for number in range(last + 1, label.numbers[-1])[:_LOOKED_FOR] if number not in taken]
        last = label.numbers[-1]
        printed = [renumbered(entry.label, replace(label, suffix=0), number) for number in missing]
        letters = f"[{_CHINESE}]" if label.system == "chinese" else r"\w"
        hidden = [each for each in printed if re.search(rf"(?<!{letters}){re.escape(each)}", entry.before)]
        if hidden:
            message = f"“{hidden[0]}” is no label, but seems to stand among the words before “{entry.label}”"
            yield _refused("label-in-words", entry, message, "begin a paragraph with it, or reword the sentence")
        elif printed and entry.alone:
            message = f"“{entry.alone}”, alone before “{entry.label}”, may be the “{printed[-1]}” that is missing"
            yield _refused("label-misread", entry, message, "mend its label or its depth, or take the label away")
        elif printed:
            message = f"there is no “{printed[0]}” before “{entry.label}”; the numbers close up"
            yield Problem("gap-closed", Severity.INFO, Where(entry.where), message)


def _refused(code: str, entry: Entry, message: str, hint: str) -> Problem:
    return Problem(code, Severity.ERROR, Where(entry.where), message, hint)
