"""The numbers of clauses: articles run on across parts, annexes and parts count by themselves, sections begin anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from instrument.labels import Label, designation, is_hung, number, numeral, redesignated, without_number
from instrument.labels.vocabulary import ORDINALS
from instrument.model import Clause, Instrument, Kind
from instrument.numbering.counting import Entry, Number, Row, count
from instrument.numbering.placeholders import stands_for_nothing
from instrument.problem import Problem, Severity, Where

# Which headings, between two clauses of a kind, let the numbers of the second begin anew.
_ABOVE: Mapping[Kind, tuple[Kind, ...]] = {
    Kind.ARTICLE: (Kind.TITLE, Kind.PART, Kind.SECTION, Kind.ANNEX),
    Kind.SECTION: (Kind.TITLE, Kind.PART, Kind.SECTION, Kind.ANNEX),
    Kind.PART: (Kind.TITLE, Kind.PART, Kind.ANNEX),
    Kind.ANNEX: (Kind.TITLE,),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A clause with a number: the word before it ("article"), the number as printed, whether it may begin anew."""

    clause: Clause
    word: str
    printed: str
    may_restart: bool


def headings(instrument: Instrument) -> list[Heading]:
    """The clauses that have a number, or a designation that awaits one."""
    found: list[Heading] = []
    between: dict[str, set[tuple[Kind, str]]] = {}  # by word: the headings since the last clause of that word
    for clause in instrument:
        printed, word = numeral(clause.label), without_number(clause.label)
        above = between.get(word, set())
        restarts = any(kind in _ABOVE.get(clause.kind, ()) and other != word for kind, other in above)
        for each in between.values():
            each.add((clause.kind, word))
        if clause.kind in _ABOVE and (printed or designation(clause.label) == (Kind.ARTICLE, "")):
            between[word] = set()
            found.append(Heading(clause, word, printed, restarts))
    return found


def unreadable(instrument: Instrument) -> Iterator[Problem]:
    """Articles whose designation says no number that can be read."""
    for clause in instrument:
        is_read = designation(clause.label)[0] is not None or numeral(clause.label)
        if clause.kind is Kind.ARTICLE and clause.label and not is_read:
            message = f"no number can be read in “{clause.label}”"
            hint = "write it as the other articles have it"
            yield Problem("unreadable-label", Severity.ERROR, Where(clause.id), message, hint)


def read_number(label: str) -> Label | None:
    """What the number of a designation says; a heading that is a number alone has one too."""
    printed = numeral(label)
    return number(printed) if printed else None


def rows(instrument: Instrument) -> Iterator[tuple[list[Heading], Row]]:
    """Each row of clauses that count through, with their numbers."""
    every = headings(instrument)
    for word in dict.fromkeys(heading.word for heading in every):
        for row in _parted([heading for heading in every if heading.word == word]):
            counted = count([_entry(heading) for heading in row])
            counted.problems += _without_words(row, counted)
            yield row, counted


def _parted(alike: Sequence[Heading]) -> Iterator[list[Heading]]:
    """The clauses of one word, parted where their numbers begin anew under another heading."""
    row: list[Heading] = []
    for heading in alike:
        if row and heading.may_restart and _is_first(heading):
            yield row
            row = []
        row.append(heading)
    yield row


def _is_first(heading: Heading) -> bool:
    read = read_number(heading.printed)
    return read is not None and read.numbers == (1,) and not is_hung(read)


def _entry(heading: Heading) -> Entry:
    clause, read = heading.clause, read_number(heading.printed)
    gone = stands_for_nothing(clause.heading) or (
        len(clause.provisions) == 1 and not clause.provisions[0].label and stands_for_nothing(clause.provisions[0].text)
    )
    return Entry(clause.label, (read,) if read else (), clause.id, is_placeholder=gone)


def _without_words(row: Sequence[Heading], counted: Row) -> Iterator[Problem]:
    """Ordinals that have no word for the number they get."""
    for heading, each in zip(row, counted.numbers, strict=False):
        if not designated(heading.clause.label, each, ""):
            message = f"“{heading.clause.label}” has no ordinal for the number {each.new}"
            yield Problem("no-ordinal", Severity.ERROR, Where(heading.clause.id), message, "number it in digits")


def designated(label: str, number: Number, first: str) -> str:
    """A designation under its number; as it stands where that is the one it has."""
    return redesignated(label, number.new, first) if number.changes else label


def firsts(instrument: Instrument) -> dict[str, str]:
    """How a text prints the number one of its clauses where that is no digit ("premier"), by the clauses' ids."""
    found: dict[str, str] = {}
    every = headings(instrument)
    for word in {heading.word for heading in every}:
        alike = [heading for heading in every if heading.word == word]
        ones = [heading.printed for heading in alike if _is_first(heading)]
        is_french = instrument.language == "fr" and alike[0].clause.kind is Kind.ARTICLE and not ones
        first = next((printed for printed in ones if printed.casefold() in ORDINALS), "premier" if is_french else "")
        found |= {heading.clause.id: first for heading in alike}
    return found
