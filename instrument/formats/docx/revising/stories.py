"""Everything in a file that reads on its own, compared: the body, cells of tables, notes, headers, text boxes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count, groupby, takewhile

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.revising import tables
from instrument.formats.docx.revising.applying import apply
from instrument.formats.docx.revising.breaks import with_breaks
from instrument.formats.docx.revising.edition import Edition
from instrument.formats.docx.revising.ends import keep
from instrument.formats.docx.revising.flow import NOBODY, Grid, Item, Line, flow, without_contents
from instrument.formats.docx.revising.leaves import Ties, tied
from instrument.formats.docx.revising.matching import Unit, matched
from instrument.formats.docx.revising.moving import find_moves
from instrument.formats.docx.revising.others import seen
from instrument.formats.docx.revising.placing import Follower, Spot
from instrument.formats.docx.revising.traces import trace, traces
from instrument.formats.docx.revising.weaving import Sides, woven
from instrument.formats.docx.revising.whole import bring_whole, strike_whole


def revise_container(
    old: _Element,
    new: _Element,
    edition: Edition,
    base: _Element | None = None,
    sources: tuple[bytes, bytes] = (b"", b""),
) -> None:
    """Write what differs in a container of the new file into the one of the old file that it was.

    Where the new one was made of a `base`, what only the old one has stays. `sources` are the parts they were read
    from, where that is known and nothing was changed yet.
    """
    if base is not None and edition.numbering is not None:
        from instrument.formats.docx.revising.planning import planned  # which only issued documents need

        mine = seen(flow(old, edition.ties, edition.since))
        there, news = flow(base, edition.base_ties), flow(new, edition.new_ties)
        pairs = matched(mine.items, there), matched(there, news, ours=True)
        write_units(mine.with_unseen(planned(*pairs, edition.numbering.afresh(), edition)), old, edition)
        return
    olds = flow(old, edition.ties, edition.since, sources[0])
    news = flow(new, edition.new_ties, source=sources[1])
    kept, there = without_contents(olds), without_contents(news)
    if (len(kept) == len(olds)) is not (len(there) == len(news)):
        edition.say(
            "contents-left",
            f"only the {'new' if len(kept) == len(olds) else 'old'} file has a table of contents: it is left as it was",
            "make it anew in Word when the changes are accepted",
        )
    if edition.since == NOBODY:
        units = matched(kept, there)
    else:
        mine = seen(kept)
        units = mine.with_unseen(matched(mine.items, there))
    write_units(units, old, edition)


def write_units(units: Sequence[Unit], old: _Element, edition: Edition) -> None:
    """Write what stands in each place of a container, and what stood there, into the container of the old file."""
    units = _closed(units)
    spot = Spot(old)
    at = 0
    for is_table, near in groupby(units, key=_is_table):
        together = list(near)
        at += len(together)
        last = next(((units[n].old[0].element, None) for n in range(at, len(units)) if units[n].old), None)
        if is_table:
            for unit in together:
                spot = tables.revise(unit, spot, last, edition, revise_container)
            continue
        together = _anchored(together)
        if edition.care.moves:
            find_moves(together, edition.stamps)
        spot = _write_lines(together, spot, edition, last)


def _write_lines(units: Sequence[Unit], spot: Spot, edition: Edition, last: Follower | None) -> Spot:
    """Write paragraphs; the place behind them.

    Of a paragraph that is alike in both files nothing is to be written, and what differs is written together with the
    next one of these, whose end is there before and after.
    """
    near: list[Unit] = []
    passed: tuple[Line, Line] | None = None
    for unit, alike in zip(units, _alike(units, edition.care.moves), strict=True):
        if alike is not None and not near:
            keep(*alike, edition)
            passed = alike
            continue
        if passed:
            spot, passed = spot.behind(passed[0].element, passed[1]), None
        near.append(unit)
        if alike is not None:
            spot = _weave(near, spot, edition)
            near = []
    if passed:
        spot = spot.behind(passed[0].element, passed[1])
    return _weave(near, spot, edition, last) if near else spot


def _weave(units: Sequence[Unit], spot: Spot, edition: Edition, last: Follower | None = None) -> Spot:
    mades = woven(_lines(units), edition.care)
    return apply(list(with_breaks(mades)) if edition.care.formatting else mades, spot, edition, last)


def _alike(units: Sequence[Unit], moves: bool) -> list[tuple[Line, Line] | None]:
    """The paragraphs between which all others can be written by themselves, in the places of their units.

    The end of the last one may change places with ends behind it. What moved is told of at both of its places, so that
    all are written together.
    """
    found = [None if moves else unit.alike for unit in units]
    last = max((at for at, alike in enumerate(found) if alike), default=-1)
    if -1 < last < len(found) - 1:
        found[last] = None
    return found


def _closed(units: Sequence[Unit]) -> list[Unit]:
    """Units of which the last is there before and after: a container ends with the end of a paragraph, always."""
    tail = list(takewhile(lambda unit: not _is_table(unit), reversed(units)))
    olds = [item for unit in units for item in unit.old][-1:]
    news = [item for unit in units for item in unit.new][-1:]
    if not olds or not news or any(unit.old and unit.new for unit in tail):
        return list(units)
    if not isinstance(olds[0], Line) or not isinstance(news[0], Line):
        return list(units)
    rest = [
        unit._replace(
            old=tuple(item for item in unit.old if item not in olds),
            new=tuple(item for item in unit.new if item not in news),
        )
        for unit in units
    ]
    return [*(unit for unit in rest if unit.old or unit.new), Unit(tuple(olds), tuple(news))]


def _anchored(units: list[Unit]) -> list[Unit]:
    """Paragraphs of which at least the last is there before and after: no program can take away the last end."""
    olds = [item for unit in units for item in unit.old]
    news = [item for unit in units for item in unit.new]
    if not olds or not news or any(unit.old and unit.new for unit in units):
        return units
    apart = [*(Unit((item,), ()) for item in olds[:-1]), *(Unit((), (item,)) for item in news[:-1])]
    return [*apart, Unit((olds[-1],), (news[-1],))]


def _is_table(unit: Unit) -> bool:
    return Grid in map(type, (*unit.old, *unit.new))


def _lines(units: Sequence[Unit]) -> list[Sides]:
    return [Sides(*map(_parts, (unit.old, unit.new, unit.base))) for unit in units]


def _parts(items: Sequence[Item]) -> list[Line]:
    return [line for item in items if isinstance(item, Line) for line in item.parts or (item,)]


def revise_inner(edition: Edition) -> None:
    """Compare what stands inside paragraphs: notes, and text boxes, as long as there are any."""
    for kind in ("footnote", "endnote"):
        wanted = [note for note in edition.notes if note[0] == f"{kind}Reference"]
        brought = [(id, made) for name, id, made in edition.grafts.brought if name == kind]
        here, there = edition.ledger.related(f"{kind}s"), edition.grafts.new.related(f"{kind}s")
        if (here and there) or wanted:
            _revise_notes(kind, wanted, brought, (here, there), edition)
    while edition.boxes:
        before, after, parts = edition.boxes.pop()
        edition.enter(*parts)
        revise_container(before, after, edition)


def _revise_notes(
    kind: str,
    wanted: Sequence[tuple[str, str, str]],
    brought: Sequence[tuple[str, str]],
    parts: tuple[str, str],
    edition: Edition,
) -> None:
    """Compare the notes whose marks correspond, strike those whose marks are struck, fill those that are new."""
    here, there = edition.ledger.related(f"{kind}s"), parts[1]
    if not here:
        return
    edition.enter(here, there or here)
    root, other = edition.ledger.tree(here), edition.grafts.new.tree(there) if there else None
    olds, news = _notes(root, kind), {} if other is None else _notes(other, kind)
    was, will = (traces(root), {} if other is None else traces(other)) if wanted else ({}, {})
    for _, old, new in wanted:
        if old in olds and new in news:
            if _said(olds[old], was, edition.ties) != _said(news[new], will, edition.new_ties):
                revise_container(olds[old], news[new], edition)
        elif old in olds and not new:
            strike_whole(olds[old], edition)
    for new, made in brought:
        if new in news and made in olds:
            _fill(olds[made], news[new], edition)
    if brought:
        _count_anew(kind, here, edition)


def _said(note: _Element, known: Mapping[_Element, bytes], ties: Ties) -> list[bytes]:
    """All that is in a note, of whose paragraphs the traces are known."""
    return [tied(known[each] if each in known else trace(each), ties) for each in note]


def _fill(note: _Element, source: _Element, edition: Edition) -> None:
    """Put the words of a new note in, as put in."""
    bring_whole(source, edition)
    edition.grafts.adopt(source)
    note.extend(list(source))


def _count_anew(kind: str, part: str, edition: Edition) -> None:
    """Number the notes as their marks follow one another, and list them so.

    LibreOffice takes for the note of a mark the one as far from the first in the list as the number of the mark is from
    that of the first mark.
    """
    root = edition.ledger.tree(part)
    marks = list(edition.ledger.tree(edition.ledger.file.main).iter(w(f"{kind}Reference")))
    notes = [note for note in root.iter(w(kind)) if attribute(note, "type") in ("", "normal")]
    lines = {int(attribute(note, "id") or 0) for note in root.iter(w(kind)) if note not in notes}
    ids = dict.fromkeys(attribute(each, "id") for each in (*marks, *notes))
    numbers = dict(zip(ids, map(str, count(max(lines, default=0) + 1)), strict=False))
    notes.sort(key=lambda note: int(numbers[attribute(note, "id")]))
    root.extend(notes)
    for each in (*marks, *notes):
        each.set(w("id"), numbers[attribute(each, "id")])


def _notes(root: _Element, kind: str) -> dict[str, _Element]:
    return {attribute(note, "id"): note for note in root.iter(w(kind))}
