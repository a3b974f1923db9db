"""Two flows woven into one: what stays, what is struck, what is put in, and where paragraphs end."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from instrument.comparison.readings import Reading, Span
from instrument.formats.docx.revising.care import ALL, Care
from instrument.formats.docx.revising.carrying import Carried, carried
from instrument.formats.docx.revising.flow import Line
from instrument.formats.docx.revising.grains import differing
from instrument.formats.docx.revising.leaves import Leaf, reading
from instrument.formats.docx.revising.marking import stands, stood


class Stretch(NamedTuple):
    """Characters of an old paragraph, of a new one, or the same ones of both; `moved` ones stood elsewhere before."""

    old: Line | None
    new: Line | None
    old_start: int = 0
    old_end: int = 0
    new_start: int = 0
    new_end: int = 0
    moved: bool = False


class End(NamedTuple):
    """The end of a paragraph: of an old one, a new one, or of both."""

    old: Line | None
    new: Line | None


_NOT_YET = End(None, None)


@dataclass(slots=True)
class Made:
    """A paragraph of the marked file: what stands in it, its end, and the old paragraph whose element it keeps.

    `joined` are old paragraphs that run on in it, their ends being in neither reading.
    """

    host: Line | None = None
    joined: list[Line] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    end: End = _NOT_YET


class Sides(NamedTuple):
    """Paragraphs of the old text and the new one that correspond, and those that the new ones were made of.

    These are given where they are not the old ones, and say what the old text has besides: that stays.
    """

    olds: Sequence[Line]
    news: Sequence[Line]
    base: Sequence[Line] = ()


def woven(units: Iterable[Sides], care: Care) -> list[Made]:
    """The paragraphs of the marked file, of old and new ones that correspond.

    The last end is there before and after: no program can take away the end of a cell, or of a document. Where it
    would not be, ends change places: the end before what is gone at the end is struck instead of the last one.
    """
    found: list[Made] = []
    hosted: set[Line] = set()
    made = Made()
    for event in (event for sides in units for event in _events(sides, care)):
        if isinstance(event, Stretch):
            made.stretches.append(event)
        elif _is_nowhere(event):
            made.joined += [event.old] if event.old else []
            spare = event
        else:
            _close(made, event, hosted)
            found.append(made)
            made = Made()
    if made.stretches or made.joined:
        _close(made, spare, hosted)
        found.append(made)
    return _ended(found, hosted)


def _is_nowhere(end: End) -> bool:
    """Whether the end of a paragraph is in neither reading: somebody put it in and it is gone again, or never was."""
    if end.old and end.new:
        return False
    return not (stood(end.old.mark) if end.old else end.new is not None and stands(end.new.mark))


def _close(made: Made, end: End, hosted: set[Line]) -> None:
    made.end = end
    made.host = next((line for line in _lines(made) if line not in hosted), None)
    hosted.update(_lines(made))


def _lines(made: Made) -> list[Line]:
    """The old paragraphs of which something stands in a paragraph; if nothing does, the one that ends there."""
    found = [each.old for each in made.stretches if each.old] + made.joined
    return found or ([made.end.old] if made.end.old else [])


def _events(sides: Sides, care: Care) -> Iterator[Stretch | End]:
    olds, news, base = sides
    if olds and base:
        yield from _seamed(_carried(sides, care), olds)
        return
    if not olds or not news:
        for line in olds:
            yield from _whole(line, None, care)
        for line in news:
            yield from _whole(None, line, care)
        return
    if olds[0].trace == news[0].trace and len(olds) == len(news) == 1:
        yield from _whole(olds[0], news[0], care)
        return
    yield from _seamed(_compared(olds, news, care), olds)


def _seamed(events: Iterable[Stretch | End], olds: Sequence[Line]) -> Iterator[Stretch | End]:
    """Events, and the ends that other hands put in among the old paragraphs: they stay."""
    waiting = list(olds)
    for event in events:
        while event.old and waiting[0] is not event.old:
            if (line := waiting.pop(0)).runs_on:
                yield End(line, line)
        yield event


def _compared(olds: Sequence[Line], news: Sequence[Line], care: Care) -> Iterator[Stretch | End]:
    before, after = (_read_on(lines) for lines in (olds, news))
    found = differing(before, after, care)
    edges = _edges(olds), _edges(news)
    spans = [_fitted(span, before.chars, after.chars, *edges) for span in found]
    old_at, new_at = _Cursor(olds), _Cursor(news)
    for span in [*spans, _end(before, after)]:
        yield from _shared(old_at, new_at, span.old - old_at.at)
        yield from (_of_old(event) for event in old_at.to(span.old_end))
        yield from (_of_new(event) for event in new_at.to(span.new_end))
    yield End(olds[-1], news[-1])


def _carried(sides: Sides, care: Care) -> Iterator[Stretch | End]:
    """What the new text changed in its base, where that stands in the old one; the rest of that stays as it is."""
    before, middle, after = (_read_on(lines) for lines in (sides.olds, sides.base, sides.news))
    found = carried(differing(before, middle, ALL), differing(middle, after, care), before.chars)
    old_at, new_at = _Cursor(sides.olds), _Cursor(sides.news)
    for span, stays in [*found, Carried(_end(before, after), False)]:
        yield from _shared(old_at, new_at, span.old - old_at.at)
        news = list(new_at.to(span.new_end))
        for event in old_at.to(span.old_end):
            yield _stays(event) if stays else _of_old(event)
        yield from () if stays else map(_of_new, news)
    yield End(sides.olds[-1], sides.news[-1] if sides.news else None)


def _end(before: Reading, after: Reading) -> Span:
    return Span(len(before.chars), len(before.chars), len(after.chars), len(after.chars))


def _read_on(lines: Sequence[Line]) -> Reading:
    if len(lines) == 1:
        return lines[0].reading
    paragraphs: list[list[Leaf]] = [[]]
    for line in lines:
        paragraphs[-1] += line.leaves
        if not line.runs_on and line is not lines[-1]:
            paragraphs.append([])
    return reading(paragraphs)


def _edges(lines: Sequence[Line]) -> set[int]:
    """Where tracked changes begin and end in paragraphs read on as one."""
    found: set[int] = set()
    at = 0
    for line in lines:
        for before, leaf in zip([None, *line.leaves], line.leaves, strict=False):
            if before and before.revisions != leaf.revisions:
                found.add(at)
            at += len(leaf.chars)
        at += not line.runs_on
    return found


def _fitted(span: Span, old: str, new: str, old_edges: set[int], new_edges: set[int]) -> Span:
    """A span whose white space is taken from behind its words and not from before, where a tracked change has it so."""
    if span.old == span.old_end and span.new + 1 in new_edges and _slides(new, span.new, span.new_end):
        return Span(span.old + 1, span.old_end + 1, span.new + 1, span.new_end + 1)
    if span.new == span.new_end and span.old + 1 in old_edges and _slides(old, span.old, span.old_end):
        return Span(span.old + 1, span.old_end + 1, span.new + 1, span.new_end + 1)
    return span


def _slides(chars: str, start: int, end: int) -> bool:
    return end < len(chars) and chars[start].isspace() and chars[start] == chars[end]


def _whole(old: Line | None, new: Line | None, care: Care) -> Iterator[Stretch | End]:
    """A paragraph of one file, or one that is the same to the last bit in both and of which nothing is to be done."""
    if old is None and new is not None and new.move:
        yield from _arrived(new, new.move.other, care)
    elif old is None or new is None:
        yield Stretch(old, new, 0, old.offsets[-1] if old else 0, 0, new.offsets[-1] if new else 0)
    yield End(old, old if old and old.runs_on else new)


def _arrived(new: Line, old: Line, care: Care) -> Iterator[Stretch]:
    """A paragraph that came from elsewhere: what it brought, and what was put into it."""
    before, after = old.reading, new.reading
    at = 0
    for span in [*differing(before, after, care), _end(before, after)]:
        if span.new > at:
            yield Stretch(None, new, 0, 0, at, span.new, moved=True)
        if span.new_end > span.new:
            yield Stretch(None, new, 0, 0, span.new, span.new_end)
        at = span.new_end


class _Cursor:
    """Goes through the characters of paragraphs read on as one."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._starts = [0, *accumulate(line.offsets[-1] + (not line.runs_on) for line in lines)]
        self.at = 0
        self._line = 0

    def to(self, end: int) -> Iterator[tuple[Line, int, int] | Line]:
        """What stands as far as an offset: characters of paragraphs, and ends of paragraphs."""
        while self.at < end:
            line, start = self._lines[self._line], self._starts[self._line]
            stop = start + line.offsets[-1]
            if self.at == stop:
                self._line += 1
                if not line.runs_on:
                    self.at += 1
                    yield line
            else:
                here = min(end, stop)
                yield line, self.at - start, here - start
                self.at = here


def _shared(old: _Cursor, new: _Cursor, size: int) -> Iterator[Stretch | End]:
    """Characters and ends of paragraphs that both have; as many, in the same order."""
    for before in old.to(old.at + size):
        wide = 1 if isinstance(before, Line) else before[2] - before[1]
        for after in list(new.to(new.at + wide)):
            if isinstance(before, Line) or isinstance(after, Line):
                assert isinstance(before, Line)
                assert isinstance(after, Line)
                yield End(before, after)
            else:
                yield Stretch(before[0], after[0], *before[1:], *after[1:])


def _stays(event: tuple[Line, int, int] | Line) -> Stretch | End:
    return End(event, event) if isinstance(event, Line) else Stretch(event[0], event[0], *event[1:], *event[1:])


def _of_old(event: tuple[Line, int, int] | Line) -> Stretch | End:
    return End(event, None) if isinstance(event, Line) else Stretch(event[0], None, *event[1:])


def _of_new(event: tuple[Line, int, int] | Line) -> Stretch | End:
    return End(None, event) if isinstance(event, Line) else Stretch(None, event[0], 0, 0, *event[1:])


def _ended(found: list[Made], hosted: Collection[Line]) -> list[Made]:
    """Paragraphs of which the last one ends before and after."""
    last = next((at for at in reversed(range(len(found))) if found[at].end.old and found[at].end.new), None)
    if last is None or last == len(found) - 1:
        return found
    tail = found[last:]
    ends = [made.end for made in tail]
    states = [(end.old is not None, end.new is not None) for end in [*ends[1:], ends[0]]]
    olds = iter([end.old for end in ends if end.old])
    news = iter([end.new for end in ends if end.new])
    for made, (was, will) in zip(tail, states, strict=True):
        made.end = End(next(olds) if was else None, next(news) if will else None)
        if made.host is None and made.end.old not in hosted:
            made.host = made.end.old
    both = zip(ends, (made.end for made in tail), strict=True)
    _forget_moves([end for before, after in both if before != after for end in (before, after)], found)
    return found


def _forget_moves(changed: Sequence[End], all: Sequence[Made]) -> None:
    """Take moves for gone and new of which paragraphs change ends: what moves needs its own end."""
    names = {line.move.name for end in changed for line in (end.old, end.new) if line and line.move}
    for line in (line for made in all for line in (made.end.old, made.end.new)):
        if line and line.move and line.move.name in names:
            line.move = None
