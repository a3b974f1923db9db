"""Woven paragraphs written into the tree of the old file."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.revising.arriving import arrived
from instrument.formats.docx.revising.cutting import PARAGRAPH, Piece, cut, is_properties, split_above
from instrument.formats.docx.revising.edition import Edition
from instrument.formats.docx.revising.ends import Ends
from instrument.formats.docx.revising.fates import NOTHING, Fate, departure, fate
from instrument.formats.docx.revising.flow import Line
from instrument.formats.docx.revising.inner import leave, meet, meet_links
from instrument.formats.docx.revising.leaves import Leaf
from instrument.formats.docx.revising.marking import restore, settle, strike
from instrument.formats.docx.revising.others import behind_others
from instrument.formats.docx.revising.placing import Follower, Spot, followers, new_line, put
from instrument.formats.docx.revising.weaving import Made, Stretch

_LINK = w("hyperlink")
Pieces = dict[Line, list[Piece]]


class Act(NamedTuple):
    """What becomes of old characters, and the new ones whose looks they take."""

    line: Line
    start: int
    end: int
    fate: Fate
    dress: Leaf | None = None


class Arrival(NamedTuple):
    """New characters, and the old ones that they stand behind, perhaps in their place, or before."""

    line: Line
    start: int
    end: int
    behind: tuple[Line, int] | None
    before: tuple[Line, int] | None
    moved: bool = False
    replaces: bool = False


def apply(mades: Sequence[Made], spot: Spot, edition: Edition, last: Follower | None = None) -> Spot:
    """Write woven paragraphs into their place, before what follows `last`; the place behind them is returned."""
    cuts: defaultdict[Line, set[int]] = defaultdict(set)
    plans = [list(_acts(made, edition)) for made in mades]
    for made, plan in zip(mades, plans, strict=True):
        _measure(made, plan, cuts)
    pieces = {line: cut(line.leaves, offsets) for line, offsets in cuts.items()}
    ends = Ends(mades, edition)
    elements = _hosts(mades, pieces)
    following = followers(elements, mades, last)
    for at, (made, plan) in enumerate(zip(mades, plans, strict=True)):
        element = elements[at]
        if element is None:
            element = put(made, spot, following[at])
        _perform(plan, element, pieces, edition)
        ends.write(made, element)
        _range(made, element, edition)
        if made.host is None and made.stretches and made.end.new:
            edition.grafts.bring_bookmarks(element, made.end.new.element)
        spot = spot.behind(element, new_line(made))
    return spot


def _range(made: Made, element: _Element, edition: Edition) -> None:
    """Mark where what moved begins and ends, at both of its places."""
    old, new = made.end.old, made.end.new
    line = old if new is None else new if old is None else None
    if line is None or line.move is None:
        return
    name = "moveFrom" if new is None else "moveTo"
    if line.move.is_first:
        start = edition.stamps.named(f"{name}RangeStart")
        start.set(w("name"), line.move.name)
        element.addprevious(start)
        edition.ranges[name, line.move.name] = attribute(start, "id")
    if line.move.is_last:
        number = edition.ranges[name, line.move.name]
        element.addnext(element.makeelement(w(f"{name}RangeEnd"), {w("id"): number}))


def _acts(made: Made, edition: Edition) -> Iterator[Act | Arrival]:
    olds = [each for each in made.stretches if each.old]
    behind: tuple[Line, int] | None = None
    before = (olds[0].old, olds[0].old_start) if olds and olds[0].old else None
    replaces = False
    for stretch in made.stretches:
        if stretch.old is None:
            assert stretch.new is not None
            if stretch.new_end > stretch.new_start:
                yield Arrival(stretch.new, stretch.new_start, stretch.new_end, behind, before, stretch.moved, replaces)
            continue
        replaces = stretch.new is None
        yield from _kept(stretch, edition) if stretch.new else _gone(stretch, edition)
        if stretch.old_end > stretch.old_start:
            behind = stretch.old, stretch.old_end


def _gone(stretch: Stretch, edition: Edition) -> Iterator[Act]:
    assert stretch.old is not None
    for leaf, start, end in _within(stretch.old, stretch.old_start, stretch.old_end):
        struck = departure(leaf.revisions, stretch.old.move, edition.stamps)
        leave(leaf, edition)
        if struck is not NOTHING:
            yield Act(stretch.old, start, end, struck)


def _kept(stretch: Stretch, edition: Edition) -> Iterator[Act]:
    """What is to be done to words that both files have: those that somebody struck, or that look different."""
    assert stretch.old is not None
    assert stretch.new is not None
    news = list(_within(stretch.new, stretch.new_start, stretch.new_end))
    shift = stretch.old_start - stretch.new_start
    lines = stretch.old, stretch.new
    may_differ, may_lead = (any(line.has(name) for line in lines) for name in (b"rPr", b"hyperlink"))
    number = 0
    for leaf, start, end in _within(stretch.old, stretch.old_start, stretch.old_end):
        while number < len(news) and news[number][1] + shift < end:
            other, other_start, other_end = news[number]
            here, there = max(start, other_start + shift), min(end, other_end + shift)
            become = fate(leaf.revisions, other.revisions, edition.stamps)
            dress = other if may_differ and edition.looks.differ(leaf, other) else None
            meet(leaf, other, edition)
            if may_lead:
                meet_links(leaf, other, edition)
            if become is not NOTHING or dress:
                yield Act(stretch.old, here, there, become, dress)
            if other_end + shift > end:
                break
            number += 1


def _within(line: Line, start: int, end: int) -> Iterator[tuple[Leaf, int, int]]:
    """The leaves of a paragraph between two offsets, with where they begin and end there."""
    at = line.offsets
    for number in range(max(0, bisect_left(at, start + 1) - 1), len(line.leaves)):
        if at[number] >= end:
            break
        yield line.leaves[number], max(start, at[number]), min(end, at[number + 1])


def _measure(made: Made, plan: Sequence[Act | Arrival], cuts: defaultdict[Line, set[int]]) -> None:
    """Where the runs of both files have to be cut."""
    for act in plan:
        cuts[act.line] |= {act.start, act.end}
        if isinstance(act, Arrival):
            near = act.behind or act.before
            if near:
                cuts[near[0]].add(near[1])
    first = next((each for each in made.stretches if each.old), None)
    if first and first.old and made.host is not first.old:
        cuts[first.old].add(first.old_start)


def _hosts(mades: Sequence[Made], pieces: Pieces) -> list[_Element | None]:
    """The elements of the paragraphs that have any in the old file: their own, or one split off."""
    found: list[_Element | None] = []
    current: dict[Line, _Element] = {}
    for made in mades:
        first = next((each for each in made.stretches if each.old), None)
        if made.host:
            current[made.host] = made.host.element
            _join(made, current)
            found.append(made.host.element)
        elif first and first.old:
            run = _at(pieces[first.old], first.old_start).runs[0]
            current[first.old] = _split_off(run, current[first.old])
            found.append(current[first.old])
        else:
            found.append(None)
    return found


def _join(made: Made, current: dict[Line, _Element]) -> None:
    """Bring the content of other old paragraphs that run on in one into its element."""
    assert made.host is not None
    lines = [*(each.old for each in made.stretches if each.old), *made.joined] if made.joined else []
    if made.joined and made.end.old:
        lines.append(made.end.old)
    for line in dict.fromkeys(lines):
        if line is not made.host and line not in current:
            made.host.element.extend([each for each in line.element if not is_properties(each)])
            parent = line.element.getparent()
            assert parent is not None
            parent.remove(line.element)
            current[line] = made.host.element


def _split_off(run: _Element, paragraph: _Element) -> _Element:
    """A paragraph made of another one's content from a run on, put behind it."""
    split_above(run, paragraph)
    top = next(each for each in (run, *run.iterancestors()) if each.getparent() is paragraph)
    right = paragraph.makeelement(PARAGRAPH)
    right.extend([top, *top.itersiblings()])
    paragraph.addnext(right)
    return right


def _perform(plan: Sequence[Act | Arrival], element: _Element, pieces: Pieces, edition: Edition) -> None:
    last: _Element | None = None
    place: tuple[Line, int] | None = None
    for act in plan:
        if isinstance(act, Arrival):
            last = _arrive(act, element, last if act.behind == place else None, pieces, edition)
            place = act.behind
            continue
        for piece in _pieces(pieces[act.line], act.start, act.end):
            if act.dress:
                edition.looks.dress(piece.runs, act.dress)
            if act.fate.restored:
                restore(piece.runs)
            elif act.fate.struck:
                strike(piece.runs, act.fate.struck, edition.stamps)


def _arrive(act: Arrival, element: _Element, last: _Element | None, pieces: Pieces, edition: Edition) -> _Element:
    """Put new words in: behind those before them, or else before those behind them; the last element of them."""
    move = act.line.move if act.moved else None
    made = arrived(_pieces(pieces[act.line], act.start, act.end), edition, move)
    if last is None and act.behind:
        last = settle(_at(pieces[act.behind[0]], act.behind[1] - 1).runs[-1], element)
        if not act.replaces:
            last = behind_others(last, edition.since)
    for each in made:
        if last is not None:
            last.addnext(each)
            each = _in_one_link(each)
        elif act.before:
            _top(_at(pieces[act.before[0]], act.before[1]).runs[0], element).addprevious(each)
        else:
            element.append(each)
        last = each
    assert last is not None
    return last


def _in_one_link(element: _Element) -> _Element:
    """What was put in, without a link of its own where it stands in another; the last element of it."""
    if element.tag != _LINK or next(element.iterancestors(_LINK), None) is None:
        return element
    *rest, last = element
    for each in (*rest, last):
        element.addprevious(each)
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
    return last


def _top(run: _Element, paragraph: _Element) -> _Element:
    """What to put something before that is to stand before a run, and not in a tracked change around it."""
    split_above(run, paragraph)
    return next(each for each in (run, *run.iterancestors()) if each.getparent() is paragraph)


def _pieces(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    starts = [piece.start for piece in pieces]
    yield from pieces[bisect_left(starts, start) : bisect_left(starts, end)]


def _at(pieces: Sequence[Piece], offset: int) -> Piece:
    """The piece that holds a character."""
    starts = [piece.start for piece in pieces]
    return pieces[bisect_left(starts, offset + 1) - 1]
