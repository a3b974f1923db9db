"""The label of a newcomer while the numbers that were issued stand: "3 bis" between 3 and 4, "1 pre" before 1."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from instrument.labels.label import Label, Order, continuing, rank, readings, show

_MOST = 1000  # newcomers in one gap: far beyond any text, and yet an end


def inserted(after: str, before: str = "", taken: Iterable[str] = ()) -> str:
    """The label of what is put in after one label and before another, in their dress; empty where none sorts there.

    `taken` are labels that are not to be had: of other neighbours, or issued before.

    >>> inserted("3.", "4."), inserted("3 bis.", "4."), inserted("3.", "3 bis."), inserted("", "1."), inserted("(z)")
    ('3 bis.', '3 ter.', '3 bis pre.', '1 pre.', '(aa)')
    """
    lower, upper = _read(after, before)
    numeral = lower or upper
    kept = [each for label in taken for each in readings(label) if numeral and each.system == numeral.system]
    label = between(lower, upper, kept)
    return show(label) if label else ""


def between(lower: Label | None, upper: Label | None, taken: Iterable[Label] = ()) -> Label | None:
    """The label between two: the next number where it is free, else a bis, a ter of the one before.

    It is a "pre" where nothing sorts behind the one before: ahead of the first, or between 3 and 3 bis.
    """
    kept = {_place(label) for label in taken}
    if lower and upper and rank(upper) <= rank(lower):
        upper = None  # they do not stand in the order of their numbers
    for label in _candidates(lower, upper):
        sorts = (lower is None or rank(lower) < rank(label)) and (upper is None or rank(label) < rank(upper))
        if sorts and _place(label) not in kept:
            return label
    return None


def _place(label: Label) -> Order:
    return rank(replace(label, alternative=0))


def _read(after: str, before: str) -> tuple[Label | None, Label | None]:
    """Both labels in one numeral system, in which the second follows the first; the likeliest where there is one."""
    pairs = [(one, two) for one in readings(after) for two in readings(before)]
    alike = [(one, two) for one, two in pairs if one.system == two.system and rank(one) < rank(two)]
    if alike:
        return min(alike, key=lambda pair: pair[1].numbers[-1] - pair[0].numbers[-1])
    lower = continuing(after, "")
    return lower, None if lower else continuing(before, "")


def _candidates(lower: Label | None, upper: Label | None) -> Iterator[Label]:
    """What may stand in a gap, the plainest first."""
    if lower and not lower.pre:
        numbers = (*lower.numbers[:-1], lower.numbers[-1] + 1)
        yield replace(lower, numbers=numbers, suffix=0, letter="", alternative=0)
        if "a" <= lower.letter.lower() < "z":
            yield replace(lower, letter=chr(ord(lower.letter) + 1))
        first = max(lower.suffix, 1) + 1
        suffixes = range(first, first + _MOST) if lower.numbers[-1] else ()
        yield from (replace(lower, suffix=suffix, letter="", alternative=0) for suffix in suffixes)
    if lower and lower.pre:
        yield from (replace(lower, pre=pre) for pre in range(lower.pre + 1, lower.pre + _MOST))
    if upper and not upper.pre:
        yield from (replace(upper, pre=pre, alternative=0) for pre in range(1, _MOST))
