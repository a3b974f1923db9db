"""What a returned file says in the terms of its base: with the base's ids, and with what no page shows put back.

A page prints a number for an article that awaits one, and may leave out who holds a bracket; other programs make words
of live references. None of this is an edit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from instrument.adoption import identify
from instrument.changes.tokens import Span, spans
from instrument.difference.pairing import pair
from instrument.model import Atom, Clause, Holders, Instrument, Reference, Run, Text, cut, length, plain, text
from instrument.papers.assembly import number_articles
from instrument.references import PROFILES, cite

Kinds = tuple[type[Atom], ...]
Printer = Callable[[Atom, str], str | None]


def unprinted(reading: Instrument, base: Instrument) -> Kinds:
    """The kinds of atom that the base has and a reading of the file has nowhere: its page does not carry them."""
    there, here = (
        {type(atom) for clause in each for words in clause.texts for atom in words} for each in (base, reading)
    )
    return tuple(kind for kind in (Holders, Reference) if kind in there - here)


def in_terms(reading: Instrument, base: Instrument, absent: Kinds) -> Instrument:
    """A reading under the base's ids, anchors and names, the `absent` kinds put back where the words around stand.

    >>> from instrument.model import Provision
    >>> here, there = (Clause(id, provisions=(Provision(text=text("[use]", *held)),))
    ...     for id, held in (("article-1", ()), ("use", [Holders(("Delegation A",))])))
    >>> in_terms(Instrument((here,)), Instrument((there,)), (Holders,)) == Instrument((there,))
    True
    """
    printed = number_articles(base)
    numbers = {clause.id: (old.label, clause.label) for old, clause in zip(base, printed, strict=True)}
    adopted = identify(reading, base).instrument
    named = adopted.with_clauses(_plain(clause, *numbers.get(clause.id, ("", ""))) for clause in adopted)
    return _restored(named, base, printed, absent) if absent else named


def _plain(clause: Clause, awaiting: str, given: str) -> Clause:
    """A clause under the label of the base where that only awaited a number, without what was said in the margin."""
    provisions = tuple(replace(each, comments=()) for each in clause.provisions)
    label = awaiting if clause.label == given else clause.label
    return replace(clause, label=label, provisions=provisions, comments=())


def _restored(reading: Instrument, base: Instrument, printed: Instrument, absent: Kinds) -> Instrument:
    """The reading with what the page left out, provision by provision, heading by heading, note by note."""
    olds, news = ({clause.id: clause for clause in each} for each in (base, reading))
    paired = pair(base, reading).pairing
    said = {
        spot: words
        for strand in paired.strands
        for spot, words in zip(
            strand.result,
            _woven(
                [olds[id].provisions[index].text for id, index in strand.base],
                [news[id].provisions[index].text for id, index in strand.result],
                _printer(printed, strand.base[0][0], absent),
            ),
            strict=True,
        )
    }
    return reading.with_clauses(
        _with(clause, olds.get(clause.id), said, _printer(printed, clause.id, absent)) for clause in reading
    )


def _with(clause: Clause, old: Clause | None, said: dict[tuple[str, int], Text], printer: Printer) -> Clause:
    provisions = tuple(
        replace(provision, text=said.get((clause.id, index), provision.text))
        for index, provision in enumerate(clause.provisions)
    )
    if old is None:
        return replace(clause, provisions=provisions)
    notes = tuple(
        replace(note, text=_woven([before.text], [note.text], printer)[0]) if (before := old.note(note.name)) else note
        for note in clause.notes
    )
    return replace(
        clause, heading=_woven([old.heading], [clause.heading], printer)[0], provisions=provisions, notes=notes
    )


def _printer(printed: Instrument, clause: str, absent: Kinds) -> Printer:
    """What an atom that the page does not carry was printed as among certain words; None for any other atom."""

    def show(atom: Atom, among: str) -> str | None:
        if not isinstance(atom, absent):
            return None
        if not isinstance(atom, Reference):
            return ""
        cited = (cite(printed, atom, clause, profile) for profile in PROFILES)
        return next((said for said in cited if said and said in among), None)

    return show


def _woven(olds: Sequence[Text], news: Sequence[Text], printer: Printer) -> list[Text]:
    """The new texts with what they lack of the old ones, where the words it was printed as, or after, still stand."""
    among = "".join(plain(words) for words in news)
    shown: list[Atom] = []
    lacking: list[tuple[int, int, Atom]] = []
    for atom in (atom for words in olds for atom in words):
        said = printer(atom, among)
        if said is None:
            shown.append(atom)
        else:
            at = length(tuple(shown))
            shown.append(Run(said))
            lacking.append((at, at + len(said), atom))
    if not lacking:
        return list(news)
    whole = text(*(atom for words in news for atom in words))
    differing = spans([text(*shown)], [whole])
    found = [(*place, atom) for start, end, atom in lacking if (place := _kept(start, end, differing))]
    bounds = [0, *accumulate(map(length, news))]
    return [text(*_pieces(whole, low, high, found)) for low, high in pairwise(bounds)]


def _kept(start: int, end: int, differing: Iterable[Span]) -> tuple[int, int] | None:
    """Where printed characters stand in the new text, None where they changed; a bare point follows its character."""
    low = start if end > start else start - 1
    shift = 0
    for span in differing:
        if span.old < end and low < span.old_end:
            return None
        if span.old_end <= low:
            shift += (span.new_end - span.new) - (span.old_end - span.old)
    return (start + shift, end + shift) if low >= 0 else None


def _pieces(whole: Text, low: int, high: int, found: Iterable[tuple[int, int, Atom]]) -> Iterator[Atom]:
    """One text out of the whole, with atoms put in for the characters that stood for them."""
    at = low
    for start, end, atom in found:
        # An atom without characters belongs to the text that ends there.
        if low < end <= high:
            yield from (*cut(whole, at, start), atom)
            at = end
    yield from cut(whole, at, high)
