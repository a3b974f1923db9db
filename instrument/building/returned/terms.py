"""What a returned file says in the terms of its base: with the base's ids, and with what no page shows put back.

A page prints a number for an article that awaits one, and may leave out who holds a bracket; other programs make words
of live references. None of this is an edit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from instrument.adoption import identify
from instrument.changes.tokens import spans
from instrument.comparison.readings import Span
from instrument.difference.pairing import pair
from instrument.model import Atom, Clause, Holders, Instrument, Reference, Run, Text, cut, length, plain, text
from instrument.papers.assembly import number_articles
from instrument.papers.house import HOUSES, print_holders
from instrument.references import PROFILES, cite

Printer = Callable[[Atom, str], str | None]


@dataclass(frozen=True, slots=True)
class Page:
    """What the page of a file does not carry of its base: these atoms; `nameless`, it prints no holders at all."""

    lacks: frozenset[Atom] = frozenset()
    nameless: bool = False


EVERYTHING = Page()  # lacks nothing


def page(reading: Instrument, base: Instrument) -> Page:
    """What the page of a file does not carry, by what it says when none of its tracked changes is done.

    A kind of holders, or a target, that stands nowhere any more is not struck: it is printed as words, or not at all.
    """
    there, here = (_atoms(each) for each in (base, reading))
    lacks = frozenset(atom for atom in there - here if isinstance(atom, Holders | Reference))
    words = "".join(plain(content) for clause in reading for content in clause.texts)
    held = [atom for atom in there if isinstance(atom, Holders)]
    named = any(isinstance(atom, Holders) for atom in here) or any(_holders(a, base.language) in words for a in held)
    return Page(lacks, bool(held) and not named)


def _atoms(text: Instrument) -> set[Atom]:
    return {atom for clause in text for words in clause.texts for atom in words}


def _holders(holders: Holders, language: str) -> str:
    """Holders as they are printed in the line."""
    house = HOUSES.get(language, HOUSES["en"])
    return house.holders.format(print_holders(holders, house))


def in_terms(reading: Instrument, base: Instrument, page: Page) -> Instrument:
    """A reading under the base's ids, anchors and names, with what the page lacks put back where its words stand.

    >>> from instrument.model import Provision
    >>> here, there = (Clause(id, provisions=(Provision(text=text("[use]", *held)),))
    ...     for id, held in (("article-1", ()), ("use", [Holders(("Delegation A",))])))
    >>> reading, base = Instrument((here,)), Instrument((there,))
    >>> in_terms(reading, base, page(reading, base)) == base
    True
    """
    printed = number_articles(base)
    olds = {clause.id: (old, clause.label) for old, clause in zip(base, printed, strict=True)}
    adopted = identify(reading, base).instrument
    named = adopted.with_clauses(_bare(clause, *olds.get(clause.id, (clause, ""))) for clause in adopted)
    return _restored(named, base, printed, page) if page.lacks else named


def _bare(clause: Clause, old: Clause, printed: str) -> Clause:
    """A clause of the base's kind and label where it is printed like it, without what was said in the margin."""
    provisions = tuple(replace(each, comments=()) for each in clause.provisions)
    kind, label = (old.kind, old.label) if clause.label == printed else (clause.kind, clause.label)
    return replace(clause, kind=kind, label=label, provisions=provisions, comments=())


def _restored(reading: Instrument, base: Instrument, printed: Instrument, page: Page) -> Instrument:
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
                _printer(printed, strand.base[0][0], page),
            ),
            strict=True,
        )
    }
    return reading.with_clauses(
        _with(clause, olds.get(clause.id), said, _printer(printed, clause.id, page)) for clause in reading
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


def _printer(printed: Instrument, clause: str, page: Page) -> Printer:
    """What an atom that the page lacks was printed as among certain words; None where it is not to be put back."""

    def show(atom: Atom, among: str) -> str | None:
        if atom not in page.lacks:
            return None
        if isinstance(atom, Holders):
            named = _holders(atom, printed.language)
            return "" if page.nameless else named if named in among else None
        assert isinstance(atom, Reference)
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
