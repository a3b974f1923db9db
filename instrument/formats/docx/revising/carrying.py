"""What differs between two texts, found where the words of the first stand in a third one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from instrument.comparison.readings import Span


class Carried(NamedTuple):
    """Characters of a third text and of the second one; those of the third stay where only it and the first differ."""

    span: Span
    stays: bool


def carried(first: Sequence[Span], second: Sequence[Span], third: str) -> list[Carried]:
    """The places where a third text and the second one differ.

    `first` is what differs between the third text and the first, `second` what differs between the first and the
    second. What only the third text has stays, even among words that give way.

    >>> third, first, second = "No mine[*] shall", "No mine shall", "Any mine shall"
    >>> [each.stays for each in carried([Span(7, 10, 7, 7)], [Span(0, 2, 0, 3)], third)]
    [False, True]
    """
    found: list[Carried] = []
    shifts = [0, 0]  # by how much a place in the third text, or the second, is beyond the same one in the first
    for own, theirs in _together(first, second):
        start = min([each.new for each in own] + [each.old for each in theirs])
        end = max([each.new_end for each in own] + [each.old_end for each in theirs])
        old, new = start + shifts[0], start + shifts[1]
        shifts = [
            own[-1].old_end - own[-1].new_end if own else shifts[0],
            theirs[-1].new_end - theirs[-1].old_end if theirs else shifts[1],
        ]
        span = Span(old, end + shifts[0], new, end + shifts[1])
        found += _around(span, own, third) if theirs else [Carried(span, True)]
    return found


def _together(first: Sequence[Span], second: Sequence[Span]) -> Iterator[tuple[list[Span], list[Span]]]:
    """Differences of both kinds by their places in the first text, those together that have some of it in common."""
    places = [((each.new, each.new_end), 0, each) for each in first]
    places += [((each.old, each.old_end), 1, each) for each in second]
    group: tuple[list[Span], list[Span]] = ([], [])
    until = -1
    for (start, end), kind, span in sorted(places):
        if start >= until and any(group):
            yield group
            group = ([], [])
        group[kind].append(span)
        until = max(until, end)
    if any(group):
        yield group


def _around(span: Span, own: Sequence[Span], third: str) -> Iterator[Carried]:
    """Words that give way, without what stands among them in the third text alone."""
    old, new = span.old, span.new
    for each in own:
        if each.new == each.new_end and third[each.old : each.old_end].strip():
            if each.old > old or span.new_end > new:
                yield Carried(Span(old, each.old, new, span.new_end), False)
            yield Carried(Span(each.old, each.old_end, span.new_end, span.new_end), True)
            old, new = each.old_end, span.new_end
    if span.old_end > old or span.new_end > new:
        yield Carried(Span(old, span.old_end, new, span.new_end), False)
