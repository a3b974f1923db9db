"""Two languages of one clause compared, unit by unit: what is missing, labels, levels, brackets, figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from instrument.concord.alignment import Pair
from instrument.concord.figure import Figure
from instrument.concord.units import Marks, Unit
from instrument.concord.values import Chapter, Difference, Place, excerpt

_Keys = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two texts: its name and language, and the clause that is compared."""

    text: str
    language: str
    clause: str

    def place(self, units: Sequence[Unit], words: str = "") -> Place:
        return Place(self.text, self.language, units[0].address if units else self.clause, words)


def compare(base: Side, other: Side, chapter: Chapter) -> Iterator[Difference]:
    """Everything in which the pairs of a clause are not in step."""
    pairs = chapter.pairs
    yield from _missing(base, other, pairs)
    yield from _labels(base, other, pairs)
    lost = frozenset[str]()
    if chapter.cut:
        yield _cut(base, other, pairs)
        lost = lost.union(*(unit.cited for unit in _lost(pairs)))
    for pair in pairs:
        if pair.base and pair.other:
            yield from () if chapter.cut else _run_on(base, other, pair)
            yield from _brackets(base, other, pair)
            yield from _figures(base, other, pair, lost)


def _missing(base: Side, other: Side, pairs: Sequence[Pair]) -> Iterator[Difference]:
    """What one of the texts does not have; of what stands under it only the number is said."""
    gone: list[list[Pair]] = []
    for pair in pairs:
        if pair.base and pair.other:
            continue
        head = gone[-1][0] if gone else None
        if head and bool(head.base) == bool(pair.base) and _is_under((pair.base or pair.other)[0], head):
            gone[-1].append(pair)
        else:
            gone.append([pair])
    for group in gone:
        units = group[0].base or group[0].other
        has, lacks = (base, other) if group[0].base else (other, base)
        below = f", and {len(group) - 1} under it" if len(group) > 1 else ""
        message = f'{has.language} has "{excerpt(units)}"{below}; {lacks.language} has nothing there'
        near = _near(pairs, pairs.index(group[0]), in_base=not group[0].base)
        places = [has.place(units, excerpt(units)), lacks.place(near)]
        yield Difference("missing", message, tuple(places if has is base else places[::-1]))


def _is_under(unit: Unit, head: Pair) -> bool:
    above = (head.base or head.other)[0].address
    return unit.address.startswith(f"{above}/")


def _near(pairs: Sequence[Pair], at: int, *, in_base: bool) -> tuple[Unit, ...]:
    """What stands before a gap in the text that has it."""
    sides = [pair.base if in_base else pair.other for pair in pairs[:at]]
    return next((side[-1:] for side in reversed(sides) if side), ())


def _labels(base: Side, other: Side, pairs: Sequence[Pair]) -> Iterator[Difference]:
    """Other numbers, said once where all that follow are off by as much; other levels."""
    shift: tuple[tuple[object, ...], int] | None = None
    for pair in pairs:
        if not (pair.base and pair.other) or pair.is_run_on:
            continue
        one, two = pair.base[0], pair.other[0]
        if one.value == two.value:
            if one.part == "provision" and one.label and len(one.path) != len(two.path):
                yield _difference("level", base, other, pair, one.address, two.address, "stands at {}", "at {}")
            continue
        off = _off(one, two)
        if off is None or (one.path[:-1], off) != shift:
            yield _difference("label", base, other, pair, one.label, two.label, "has the label {}", "{}")
        shift = None if off is None else (one.path[:-1], off)


def _off(one: Unit, two: Unit) -> int | None:
    numbers = [unit.value[0][-1] for unit in (one, two) if isinstance(unit.value, tuple) and unit.value]
    return numbers[1] - numbers[0] if len(numbers) == 2 else None


def _difference(
    code: str, base: Side, other: Side, pair: Pair, mine: str, theirs: str, has: str = "has {}", beside: str = "has {}"
) -> Difference:
    said = [f'"{words}"' if words else "nothing" if code != "label" else "none" for words in (mine, theirs)]
    message = f"{base.language} {has.format(said[0])}, {other.language} {beside.format(said[1])}"
    return Difference(code, message, (base.place(pair.base, mine), other.place(pair.other, theirs)))


def _run_on(base: Side, other: Side, pair: Pair) -> Iterator[Difference]:
    """Units of one text that the other has in one; labels that do not stand in its words are named."""
    if not pair.is_run_on:
        return
    apart, whole = (base, other) if len(pair.base) > 1 else (other, base)
    units, words = (pair.base, pair.other) if apart is base else (pair.other, pair.base)
    said = {figure.value for unit in words for figure in unit.figures}.union(*(unit.cited for unit in words))
    absent = [unit.label for unit in units if unit.cited and not unit.cited & said]
    labels = ", ".join(unit.label or "what has no label" for unit in units)
    message = f"{whole.language} has in one paragraph what {apart.language} has in {len(units)}: {labels}"
    if absent:
        message += f"; the labels {', '.join(absent)} do not stand in it"
    places = base.place(pair.base, labels), other.place(pair.other)
    yield Difference("run-on", message, places, "give each its own line, and compare again")


def _cut(base: Side, other: Side, pairs: Sequence[Pair]) -> Difference:
    """A clause whose paragraphs run on, and the labels that are not in their places in its words."""
    message = f"the paragraphs of {other.clause} run on in {other.language}; it was cut at the labels in its words"
    if lost := [unit.label for unit in _lost(pairs)]:
        message += f", of which are not found in their places: {', '.join(lost)}"
    places = base.place(pairs[0].base), other.place(pairs[0].other)
    return Difference("run-on", message, places, "give each paragraph its own line, and compare again")


def _lost(pairs: Sequence[Pair]) -> Iterator[Unit]:
    """The units of the base at whose labels nothing was cut."""
    for pair in pairs:
        found = bool(pair.other and pair.other[0].label)
        yield from (unit for unit in pair.base[found:] if unit.label and unit.part == "provision")


def _brackets(base: Side, other: Side, pair: Pair) -> Iterator[Difference]:
    mine, theirs = (_marks(units) for units in (pair.base, pair.other))
    if mine == theirs:
        return
    said = [_told(marks) for marks in (mine, theirs)]
    if said[0] == said[1]:
        said = [f"{each}, nested {_nested(marks)}" for each, marks in zip(said, (mine, theirs), strict=True)]
    message = f"{base.language} has {said[0]}, {other.language} {said[1]}"
    places = base.place(pair.base, said[0]), other.place(pair.other, said[1])
    yield Difference("brackets", message, places)


def _marks(units: Sequence[Unit]) -> Marks:
    return sum((unit.brackets for unit in units), Counter[tuple[object, ...]]())


def _told(marks: Marks) -> str:
    """ "1 bracket of Delegation A": how many open and close, and who holds them."""
    opens, closes = (sum(number for mark, number in marks.items() if mark[0] == kind) for kind in ("opens", "closes"))
    held = sorted(str(mark[2]) for mark in marks.elements() if mark[0] == "closes" and mark[2])
    loose = sum(number for mark, number in marks.items() if mark[0] == "loose")
    told = f"{opens} bracket{'' if opens == 1 else 's'}" if opens or not closes else ""
    if opens != closes:
        told = f"{told and f'{told} that open'}{' and ' if told and closes else ''}{closes} that close"
    return told + (f" {' '.join(held)}" if held else "") + (f", {loose} without a partner" if loose else "")


def _nested(marks: Marks) -> str:
    return " ".join(str(mark[1]) for mark in sorted(marks.elements(), key=str) if mark[0] == "opens")


def _figures(base: Side, other: Side, pair: Pair, lost: frozenset[str]) -> Iterator[Difference]:
    """Figures that only one text has; a figure said again, or a small number in a word, needs another against it.

    Labels inside words are no figures: those of units that run on, and the `lost` ones, which stand somewhere else.
    """
    mine, theirs = (_keys(units) for units in (pair.base, pair.other))
    if pair.is_run_on:
        labels = frozenset[str]().union(*(unit.cited for unit in (*pair.base, *pair.other)))
        mine, theirs = (Counter({key: n for key, n in keys.items() if key[1] not in labels}) for keys in (mine, theirs))
    theirs = Counter({key: n for key, n in theirs.items() if key in mine or key[1] not in lost})
    more, less = mine - theirs, theirs - mine
    here, there = _written(pair.base, more), _written(pair.other, less)
    if (more and less) or _counts(here, theirs) or _counts(there, mine):
        says = [", ".join(dict.fromkeys(figure.words.strip() for figure in side)) for side in (here, there)]
        kind = "date" if any(figure.kind == "date" for figure in (*here, *there)) else "figure"
        yield _difference(kind, base, other, pair, *says)


def _keys(units: Sequence[Unit]) -> _Keys:
    return Counter(figure.key for unit in units for figure in unit.figures)


def _written(units: Sequence[Unit], keys: _Keys) -> list[Figure]:
    """The figures of units that are among the keys, as often as there."""
    left, found = Counter(keys), []
    for figure in (figure for unit in units for figure in unit.figures):
        if left[figure.key] > 0:
            left[figure.key] -= 1
            found.append(figure)
    return found


def _counts(figures: Sequence[Figure], others: _Keys) -> bool:
    """Whether one of the figures is a difference by itself."""
    return any(not figure.soft and figure.key not in others for figure in figures)
