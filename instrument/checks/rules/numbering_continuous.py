"""Numbers and letters go on without a gap, a repeat or a step back; an inserted 3 bis stands behind 3.

A gap is a provision that was struck, or one that was lost; a number given twice makes every reference to it doubtful.
What stands in brackets is not counted in a draft, which may not have it in the end. In a final text nothing is left of
"bis" and "alt" unless the text it grew from, or a treaty that it revises, has them. Source: United Nations Editorial
Manual, paragraphs and subparagraphs: numbered consecutively, markers of inserted and alternative ones dropped on
agreement.

>>> from instrument.checks.examples import trial
>>> trial("numbering-continuous", "1. Each Party shall:", "  (a) look;", "  (c) meet.", "2. None.", "2. Never.")
article-1/1/c: (c): (b) is missing before it
article-1/2~2: 2.: it stands here a second time
>>> trial("numbering-continuous", "1. None.", "1 bis. Never.", "2. Each Party shall:", "  (h) look;", "  (i) meet.")
article-1/2/h: (h): its list does not begin at its beginning
>>> trial("numbering-continuous", "1. None.", "1 bis. Never.", "2. Each Party shall:", "  (a) look;", "  (b) meet.")
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from instrument.checks.lists import shared_system
from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Line, Rule
from instrument.labels import Label, designation, key, number, readings, show
from instrument.model import Clause, Kind, plain
from instrument.problem import Severity
from instrument.references import Place

RULE = Rule("numbering-continuous", Severity.WARNING, Severity.ERROR)

# How a treaty says in its title that it revises one in force, whose articles keep their numbers.
_REVISES = re.compile(
    r"\b(?:revised|as amended|amending|r[ée]visée?|modifiée?|portant modification|revisad[oa]|enmendad[oa]|herzien"
    r"|пересмотренн\w+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Sibling:
    """A label and its readings, for "(i)" is a letter and a numeral; `parted` by a heading from the one before it."""

    line: Line
    read: tuple[Label, ...]
    parted: bool = False

    @property
    def is_ordinal(self) -> bool:
        """Whether it counts "1°, 2°", as a list among paragraphs does."""
        return "°" in self.line.label or "º" in self.line.label


@dataclass(slots=True)
class _Counting:
    """What was counted among siblings: the last label of each series, and those that stood before."""

    last: dict[tuple[str, bool], tuple[Label, str]] = field(default_factory=dict)
    seen: set[tuple[object, ...]] = field(default_factory=set)
    is_open: bool = False  # whether something pending comes right before

    def begin(self) -> None:
        self.seen = set()


def find(reading: Reading) -> Iterator[Finding]:
    yield from _found(reading)
    if reading.final:
        yield from _left(reading)


def _found(reading: Reading) -> Iterator[Finding]:
    for clauses in _runs_of_clauses(reading.instrument.clauses):
        headings = [_Sibling(reading.line(Place(clause.id, "heading")), _read_clause(clause)) for clause in clauses]
        yield from _checked(headings, _Counting(), reading.pending)
    counting: dict[tuple[str, str], _Counting] = {}
    for listing in reading.lists:
        before = (None, *listing.items)
        siblings = [
            _Sibling(item.line, readings(item.line.label), last is not None and not last.last.label)
            for last, item in zip(before, listing.items, strict=False)
        ]
        leads = listing.chapeau.label if listing.chapeau else ""
        begins = not any(read.word or len(read.numbers) > 1 for read in readings(leads)[:1])
        yield from _checked(siblings, counting.setdefault(listing.family, _Counting()), reading.pending, begins)


def _runs_of_clauses(clauses: Sequence[Clause]) -> Iterator[list[Clause]]:
    """The clauses of each kind that have numbers, parted where they may begin again."""
    for kind, again in (
        (Kind.PART, ()), (Kind.SECTION, (Kind.PART, Kind.ANNEX)), (Kind.ARTICLE, (Kind.ANNEX,)), (Kind.ANNEX, ()),
    ):  # fmt: skip
        run: list[Clause] = []
        for clause in clauses:
            if clause.kind in again:
                yield run
                run = []
            if clause.kind is kind and designation(clause.label)[1]:
                run.append(clause)
        yield run


def _read_clause(clause: Clause) -> tuple[Label, ...]:
    read = number(designation(clause.label)[1])
    return (read,) if read else ()


def _checked(
    siblings: Sequence[_Sibling], counting: _Counting, pending: Collection[Place], begins: bool = True
) -> Iterator[Finding]:
    """What is wrong among siblings; `begins` says that they have to begin with 1."""
    counting.begin()
    for run in _runs(siblings):
        system = shared_system([sibling.read for sibling in run])
        for sibling in run:
            if sibling.line.place in pending:
                counting.is_open = True
                continue
            label = next(each for each in sibling.read if each.system == system)
            if label.numbers[-1] == 1 and (sibling.parted or label.word or sibling.is_ordinal):
                counting.begin()
            series = system, sibling.is_ordinal
            message = _wrong(label, counting.last.get(series), counting, begins and not label.word)
            if message:
                yield Finding(sibling.line, 0, len(sibling.line.label), message, on_label=True)
            counting.seen.add(_bare(label))
            counting.last[series] = label, sibling.line.label
            counting.is_open = False


def _runs(siblings: Sequence[_Sibling]) -> Iterator[list[_Sibling]]:
    """Neighbours whose labels can be read in one numeral system."""
    run: list[_Sibling] = []
    shared: set[str] = set()
    for sibling in siblings:
        systems = {label.system for label in sibling.read}
        if run and not (shared & systems and sibling.is_ordinal == run[-1].is_ordinal):
            yield run
            run = []
        if systems:
            shared = shared & systems if run else systems
            run.append(sibling)
    if run:
        yield run


def _wrong(label: Label, before: tuple[Label, str] | None, counting: _Counting, begins: bool) -> str:
    """What is wrong with a label behind the one before it; "" where nothing is."""
    first = label.numbers[-1] == 1 and not label.suffix
    if before is None:
        return "" if first or not begins or counting.is_open else "its list does not begin at its beginning"
    previous, shown = before
    if _follows(label, previous) or _other(label, previous) or (first and not counting.seen):
        return ""
    if _bare(label) in counting.seen:
        again = first and len(counting.seen) > 1
        if again:
            counting.begin()
        return f"the numbers begin again behind {key(shown)}" if again else "it stands here a second time"
    if _rank(label) < _rank(previous):
        return f"it stands behind {key(shown)}"
    if counting.is_open:
        return ""
    missing = label.numbers[-1] - previous.numbers[-1] - 1
    if missing < 1:
        return f"{key(shown)} is the last before it"
    low, high = (show(replace(label, numbers=(*label.numbers[:-1], at), suffix=0, letter="", alternative=0))
                 for at in (previous.numbers[-1] + 1, label.numbers[-1] - 1))  # fmt: skip
    return f"{low} is missing before it" if missing == 1 else f"{low} to {high} are missing before it"


def _follows(label: Label, previous: Label) -> bool:
    """Whether a label is the next one: 4 behind 3, 3 bis, 3 alt; 3 bis and 3 alt behind 3; 3 ter behind 3 bis."""
    if label.numbers[-1] == previous.numbers[-1] + 1:
        return not label.suffix
    if label.numbers != previous.numbers:
        return False
    if label.suffix != previous.suffix:
        return label.suffix == max(previous.suffix, 1) + 1
    if label.letter.lower() != previous.letter.lower():
        return ord(label.letter.lower() or "`") == ord(previous.letter.lower() or "`") + 1
    return label.alternative > previous.alternative


def _other(label: Label, previous: Label) -> bool:
    """Whether two labels do not count the same thing: an option and a paragraph, 3.1 and 4."""
    return (label.word, label.numbers[:-1]) != (previous.word, previous.numbers[:-1])


def _rank(label: Label) -> tuple[tuple[int, ...], int, str, int]:
    return label.numbers, label.suffix, label.letter.lower(), label.alternative


def _bare(label: Label) -> tuple[object, ...]:
    """What a label says, whatever its dress."""
    return label.system, label.word, label.numbers, label.suffix, label.letter, label.pre, label.alternative


def _left(reading: Reading) -> Iterator[Finding]:
    """Each "bis" and "alt" that is left, save in a treaty that revises one and where the base has it too."""
    title = " ".join(plain(text) for clause in reading.instrument if clause.kind is Kind.TITLE for text in clause.texts)
    if _REVISES.search(title):
        return
    base = {label for each in reading.base or () for label in (each.label, *(p.label for p in each.provisions))}
    for line in reading.lines:
        if not line.label or line.label in base or line.place.part == "note":
            continue
        heading = line.place.part == "heading"
        read = number(designation(line.label)[1]) if heading else next(iter(readings(line.label)), None)
        if read and (read.suffix or read.alternative):
            message = "an alternative is left" if read.alternative else "the number of an inserted provision is left"
            severity = None if read.alternative else Severity.WARNING
            yield Finding(line, 0, len(line.label), message, "renumber", on_label=True, severity=severity)
