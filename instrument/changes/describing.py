"""From two texts and what corresponds in them to the changes between them, in their one normal form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from instrument.changes.arrangement import Element, arrange, arrange_clauses, remove
from instrument.changes.digest import digest
from instrument.changes.items import (
    Changes,
    Head,
    Item,
    Join,
    Part,
    Place,
    Redesignate,
    Relabel,
    Replace,
    Restyle,
    Split,
    Title,
)
from instrument.changes.pairing import Pairing, Spot, Strand, sound
from instrument.changes.tokens import emphasis, spans
from instrument.comparison.readings import Span
from instrument.model import Clause, Instrument, Provision, Text, cut, length, text


def describe(base: Instrument, result: Instrument, pairing: Pairing) -> Changes:
    """The changes that make `result` of `base`, given what is the same in both.

    The same pairing always gives the same value: words differ where `tokens.spans` says, newcomers stand before what
    was deleted in their place, neighbours that moved together are one move.
    """
    ledger = _open(base, result, sound(pairing, base, result))
    items = [*_clause_items(base, result, ledger)]
    for base_id, result_id in ledger.pairs:
        items += _inner_items(ledger, *ledger.base[base_id], ledger.result[result_id][1])
    return Changes(digest(base), digest(result), tuple(items))


@dataclass(frozen=True, slots=True)
class _Ledger:
    """Both texts by clause id, and the strands by the clause they arrive in and the clauses they leave."""

    base: dict[str, tuple[Place, Clause]]
    result: dict[str, tuple[Place, Clause]]
    pairs: tuple[tuple[str, str], ...]
    arrived: dict[str, dict[int, Strand]]
    left: dict[str, set[int]]

    def provision(self, spot: Spot) -> Provision:
        return self.base[spot[0]][1].provisions[spot[1]]


def _open(base: Instrument, result: Instrument, pairing: Pairing) -> _Ledger:
    ledger = _Ledger(_placed(base), _placed(result), pairing.clauses, defaultdict(dict), defaultdict(set))
    for strand in pairing.strands:
        clause, index = strand.result[0]
        ledger.arrived[clause][index] = strand
        for clause, index in strand.base:
            ledger.left[clause].add(index)
    return ledger


def _placed(instrument: Instrument) -> dict[str, tuple[Place, Clause]]:
    return {clause.id: (Place(clause.id, Part.CLAUSE, index), clause) for index, clause in enumerate(instrument)}


def _clause_items(base: Instrument, result: Instrument, ledger: _Ledger) -> Iterator[Item]:
    origin = {result_id: base_id for base_id, result_id in ledger.pairs}
    places = [place for place, _ in ledger.base.values()]
    yield from arrange_clauses(
        [
            Element(ledger.base[origin[clause.id]][0], weight=1 + len(clause.provisions))
            if clause.id in origin
            else Element(None, unit=clause)
            for clause in result
        ]
    )
    kept = set(origin.values())
    yield from remove(base.clauses, places, [clause.id not in kept for clause in base])


def _inner_items(ledger: _Ledger, place: Place, before: Clause, after: Clause) -> Iterator[Item]:
    if title(before) != title(after):
        yield Redesignate(place, title(before), title(after))
    if before.heading != after.heading:
        yield from _word_items([Place(before.id, Part.HEADING)], [before.heading], [after.heading])
    yield from _provision_items(ledger, before, after)
    if before.notes != after.notes:
        yield from _note_items(before, after)


def _note_items(before: Clause, after: Clause) -> Iterator[Item]:
    places = {note.name: Place(before.id, Part.NOTE, index) for index, note in enumerate(before.notes)}
    names = {note.name for note in after.notes}
    yield from arrange(
        before.id,
        Part.NOTE,
        [Element(places[n.name]) if n.name in places else Element(None, unit=n) for n in after.notes],
    )
    yield from remove(before.notes, list(places.values()), [note.name not in names for note in before.notes])
    for note in after.notes:
        old = before.note(note.name)
        if old:
            yield from _word_items([places[note.name]], [old.text], [note.text])


def _provision_items(ledger: _Ledger, before: Clause, after: Clause) -> Iterator[Item]:
    arrived, left = ledger.arrived[after.id], ledger.left[before.id]
    parts = {index for strand in arrived.values() for _, index in strand.result[1:]}
    elements = [
        _element(ledger, arrived.get(index), provision)
        for index, provision in enumerate(after.provisions)
        if index not in parts
    ]
    yield from arrange(before.id, Part.PROVISION, elements)
    places = [Place(before.id, Part.PROVISION, index) for index in range(len(before.provisions))]
    yield from remove(before.provisions, places, [place.index not in left for place in places])
    for start in sorted(arrived):
        strand = arrived[start]
        old = [ledger.provision(spot) for spot in strand.base]
        new = [after.provisions[index] for _, index in strand.result]
        if old != new:
            yield from _strand_items(strand.base, old, new)


def _element(ledger: _Ledger, strand: Strand | None, provision: Provision) -> Element:
    if strand is None:
        return Element(None, unit=provision)
    clause, index = strand.base[0]
    weight = sum(1 + length(ledger.provision(spot).text) for spot in strand.base)
    return Element(Place(clause, Part.PROVISION, index), len(strand.base), weight=weight)


def _strand_items(spots: Sequence[Spot], old: Sequence[Provision], new: Sequence[Provision]) -> Iterator[Item]:
    """The changes inside provisions that became others: heads, joins, splits, words, emphasis."""
    places = [Place(clause, Part.PROVISION, index) for clause, index in spots]
    if head(old[0]) != head(new[0]):
        yield Relabel(places[0], head(old[0]), head(new[0]))
    for place, provision in zip(places[1:], old[1:], strict=True):
        yield Join(place, head(provision))
    olds, news = [p.text for p in old], [p.text for p in new]
    if len(olds) == len(news) == 1 and olds == news:
        return
    yield from _word_items(places, olds, news)
    differing, starts = spans(olds, news), _starts(olds)
    for end, provision in zip(accumulate(length(part) for part in news[:-1]), new[1:], strict=True):
        at, inside = _mark(end, differing)
        index, offset, _ = next(_pieces(starts, at))
        yield Split(places[index], offset - starts[index], head(provision), inside)


def _mark(end: int, differing: Sequence[Span]) -> tuple[Span, int]:
    """Where the end of a paragraph stands in the old words, and how many new characters at that place precede it."""
    shift = 0
    for span in differing:
        if span.new <= end <= span.new_end:
            return span, end - span.new
        if span.new > end:
            break
        shift = span.old_end - span.new_end
    return Span(end + shift, end + shift, end, end), 0


def _word_items(places: Sequence[Place], olds: Sequence[Text], news: Sequence[Text]) -> Iterator[Item]:
    """The words and the emphasis that differ between texts read on as one, cut where an old text ends."""
    differing, starts = spans(olds, news), _starts(olds)
    old, new = (text(*(atom for part in parts for atom in part)) for parts in (olds, news))
    for span in differing:
        fresh = cut(new, span.new, span.new_end)
        for index, low, high in _pieces(starts, span):
            yield Replace(places[index], low - starts[index], cut(old, low, high), fresh)
            fresh = ()
    for span in emphasis(old, new, differing):
        for index, low, high in _pieces(starts, span):
            shift = span.new - span.old
            place, start = places[index], low - starts[index]
            yield Restyle(place, start, cut(old, low, high), cut(new, low + shift, high + shift))


def _pieces(starts: Sequence[int], span: Span) -> Iterator[tuple[int, int, int]]:
    """The texts that a span of the old words lies in, with its part in each: (text, from, to)."""
    if span.old == span.old_end:
        yield _home(starts, span.old), span.old, span.old
    for index, (start, end) in enumerate(pairwise(starts)):
        if max(span.old, start) < min(span.old_end, end):
            yield index, max(span.old, start), min(span.old_end, end)


def _home(starts: Sequence[int], offset: int) -> int:
    """The text that an offset belongs to; between two texts it belongs to the end of the one before."""
    return max((index for index in range(len(starts) - 1) if starts[index] < offset), default=0)


def _starts(parts: Sequence[Text]) -> list[int]:
    return [0, *accumulate(length(part) for part in parts)]


def head(provision: Provision) -> Head:
    return Head(provision.depth, provision.label, provision.anchor)


def title(clause: Clause) -> Title:
    return Title(clause.id, clause.kind, clause.label)
