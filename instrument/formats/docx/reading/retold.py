"""Words that somebody changed where we read something else in their place: a reference, the holders of a bracket."""

from __future__ import annotations

from collections.abc import Mapping

from instrument import holders
from instrument.formats.docx.reading.reading import Reading, StandsFor
from instrument.formats.docx.walking.characters import squeezed
from instrument.model import Holders, Instrument, Reference
from instrument.problem import Severity
from instrument.references import PROFILES, cite


def report_retold(instrument: Instrument, clauses: Mapping[int, str], reading: Reading) -> None:
    """Report words that do not say what the reference or the holders in their place would print.

    `clauses` gives the id of the clause that a line belongs to.
    """
    printed: dict[Holders, set[str]] = {}
    for attributes, chars in reading.held if reading.stands_for else ():
        printed.setdefault(holders.of(attributes), set()).add(chars)
    for each in reading.stands_for:
        said = _said(each, instrument, clauses.get(each.line, ""), printed)
        if squeezed(each.words) not in map(squeezed, said):
            reading.line = each.line
            what = "the holders of a bracket" if isinstance(each.atom, Holders) else "a cross-reference"
            message, hint = f"{what} kept what it was, though its words are now", "change it in the text that was read"
            reading.quote("words-retold", Severity.WARNING, message, each.words, hint)
    reading.line = 0


def _said(given: StandsFor, instrument: Instrument, clause: str, printed: Mapping[Holders, set[str]]) -> set[str]:
    """What may be printed for an atom."""
    match given.atom:
        case Reference() as reference:
            found = (cite(instrument, reference, clause, profile) for profile in PROFILES)
            return {said for said in found if said}
        case Holders() as named:
            return printed.get(named, set())
        case _:
            return set()
