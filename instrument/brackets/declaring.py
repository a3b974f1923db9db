"""What a document declares its brackets to mean, said of each of them: `[words]{status=deletion}`.

A bracket has the meaning of the legend that speaks of its look, else of the one that speaks of all. Where two legends
say two things of the same brackets, no bracket is changed, and both are named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from instrument.brackets.legend import Legend, Look, Meaning, legends
from instrument.brackets.reading import HEADING, Bracket, locate, scan, text_of, walk
from instrument.model import Clause, Holders, Instrument, Mark, Run, Text, cut, length, text
from instrument.problem import Problem, Read, Severity


def declare(instrument: Instrument) -> Read[Instrument]:
    """The text with the meaning that it declares on each of its brackets, as their status; what was done is told.

    >>> from instrument.model import Provision
    >>> words = ("Text in square brackets is proposed for deletion.", "1. It [soon] ends.")
    >>> draft = Instrument((Clause("use", provisions=tuple(Provision(text=text(each)) for each in words)),))
    >>> declare(draft).value.clauses[0].provisions[1].text[1].status
    'deletion'
    """
    found = [legend for legend in legends(instrument) if legend.look is not Look.OTHER]
    if contrary := _contrary(found):
        return Read(instrument, (contrary,))
    problems = [_contested(legend) for legend in found if Meaning.DELETION not in legend.meanings]
    if len(problems) == len(found):
        return Read(instrument, tuple(problems))
    clauses = []
    marked = 0
    for clause in instrument:
        going = [bracket for bracket in _of_text(clause, found) if _meaning(clause, bracket, found) is Meaning.DELETION]
        unheld = [bracket for bracket in going if not _takes(bracket)]
        problems += (_unmarked(clause, bracket) for bracket in unheld)
        marked += len(going) - len(unheld)
        clauses.append(_marked(clause, [bracket for bracket in going if _takes(bracket)]))
    said = [_deleted(legend, marked) for legend in found if Meaning.DELETION in legend.meanings]
    return Read(instrument.with_clauses(clauses), (*said, *problems))


def _contrary(found: Sequence[Legend]) -> Problem | None:
    """The refusal of a document that says two things of the same brackets."""
    for legend in found:
        others = (other for other in found if other.look is legend.look and other.meanings != legend.meanings)
        other = next(others, legend if len(legend.meanings) > 1 else None)
        if other:
            both = (
                f"“{legend.words}”"
                if other is legend
                else f"“{legend.words}” here and “{other.words}” in {other.where}"
            )
            message = (
                f"the document says two things of its {legend.look} brackets: {both}; no bracket was given a meaning"
            )
            hint = "take one of the two out, or say of each bracket {status=deletion}"
            return Problem("brackets-mean-two-things", Severity.WARNING, legend.where, message, hint)
    return None


def _of_text(clause: Clause, found: Sequence[Legend]) -> Iterator[Bracket]:
    """The brackets of a clause but those that a legend itself shows."""
    shown = {legend.unit for legend in found if legend.clause == clause.id}
    return (bracket for bracket in walk(scan(clause).brackets) if bracket.start.unit not in shown)


def _meaning(clause: Clause, bracket: Bracket, found: Sequence[Legend]) -> Meaning | None:
    looks = _looks(clause, bracket)
    known = {legend.look: meaning for legend in found for meaning in legend.meanings}
    return next((known[look] for look in (*looks, Look.ANY) if look in known), None)


def _looks(clause: Clause, bracket: Bracket) -> Iterator[Look]:
    """How a bracket looks: doubled, it or the one around it; in which type."""
    around = (each for each in walk(scan(clause).brackets) if bracket in each.inside)
    pairs = [(bracket, inner) for inner in bracket.inside] + [(outer, bracket) for outer in around]
    if any(_touch(outer, inner) for outer, inner in pairs):
        yield Look.DOUBLE
    start = bracket.start
    opening = cut(text_of(clause, start.unit), start.offset, start.offset + 1) if start.in_text else ()
    marks = opening[0].marks if opening and isinstance(opening[0], Run) else frozenset()
    yield from (look for look, mark in ((Look.BOLD, Mark.BOLD), (Look.ITALIC, Mark.ITALIC)) if mark in marks)


def _touch(outer: Bracket, inner: Bracket) -> bool:
    return replace(outer.start, offset=outer.start.offset + 1) == inner.start and inner.last == replace(
        outer.end, offset=outer.end.offset - 1
    )


def _takes(bracket: Bracket) -> bool:
    """Whether a bracket can have a status: it closes behind words, and nothing else is said of it."""
    return bracket.end.in_text and not (bracket.holders and bracket.holders.status)


def _marked(clause: Clause, brackets: Sequence[Bracket]) -> Clause:
    """A clause with the status of these brackets, from the last to the first so that no offset moves."""
    texts = list(clause.texts)
    for bracket in sorted(brackets, key=lambda bracket: bracket.end, reverse=True):
        held = replace(bracket.holders or Holders(), status=Meaning.DELETION.value)
        texts[bracket.end.unit - HEADING] = _held(texts[bracket.end.unit - HEADING], bracket, held)
    heading, *rest = texts
    provisions = tuple(replace(each, text=words) for each, words in zip(clause.provisions, rest, strict=False))
    notes = tuple(replace(note, text=words) for note, words in zip(clause.notes, rest[len(provisions) :], strict=True))
    return replace(clause, heading=heading, provisions=provisions, notes=notes)


def _held(content: Text, bracket: Bracket, held: Holders) -> Text:
    end = bracket.end.offset + 1
    rest = end + 1 if bracket.holders else end
    return text(*cut(content, 0, end), held, *cut(content, rest, length(content)))


def _contested(legend: Legend) -> Problem:
    message = "the document says that words in square brackets are not agreed, which is what they mean here"
    return Problem("bracket-legend", Severity.INFO, legend.where, message, "take the sentence out")


def _deleted(legend: Legend, marked: int) -> Problem:
    look = "" if legend.look is Look.ANY else f"{legend.look} "
    message = (
        f"the document says that words in {look}square brackets are proposed for deletion;"
        f" {marked} {'bracket has' if marked == 1 else 'brackets have'} the status “deletion”"
    )
    return Problem("brackets-mean-deletion", Severity.INFO, legend.where, message, "take the sentence out")


def _unmarked(clause: Clause, bracket: Bracket) -> Problem:
    status = bracket.holders.status if bracket.holders else ""
    why = f"it has the status “{status}” already" if status else "it closes in a label"
    message = f"this bracket is proposed for deletion, but cannot say so: {why}"
    where = locate(clause, bracket.start)
    return Problem("deletion-unmarked", Severity.WARNING, where, message, "close it behind the words, or strike it")
