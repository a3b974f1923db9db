"""A sentence of an instruction as elements: phrases of the language, places joined to whole references, passages."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from instrument.instructions.citing import place
from instrument.instructions.elements import CLAUSES, Element, Role, Step, Tag, Target, Unit, depth
from instrument.instructions.lexicon import Lexicon, Words, words
from instrument.instructions.quotations import Quote

# What stands between two places that are one reference, or one list.
_LINKS: tuple[list[object], ...] = (
    [], [Tag.COMMA], [Role.IN], [Tag.AND], [Tag.COMMA, Tag.AND], [Tag.COMMA, Role.IN],
)  # fmt: skip


class Stuck(Exception):
    """A word that no phrase begins with, at an offset; `met` are the elements before it."""

    def __init__(self, at: int, met: Sequence[Element]) -> None:
        super().__init__(at)
        self.at = at
        self.met = tuple(met)


def lexed(chars: str, folded: str, start: int, end: int, quotes: Sequence[Quote], lexicon: Lexicon) -> list[Element]:
    """The elements of a text between two offsets. Raises `Stuck` at the first word that means nothing here."""
    found: list[Element] = []
    for each in scanned(chars, folded, start, end, quotes, lexicon):
        if isinstance(each, int):
            raise Stuck(each, found)
        found.append(each)
        if each.tag in (Tag.REASON, Tag.CONDITION):
            break  # what follows is the delegation's own argument
    return _cited(told(found))


def scanned(
    chars: str, folded: str, start: int, end: int, quotes: Sequence[Quote], lexicon: Lexicon
) -> Iterator[Element | int]:
    """The elements of a text between two offsets; of a word that means nothing here, where it stands."""
    at = start
    first, last = (bisect_left(quotes, limit, key=lambda quote: quote.start) for limit in (start, end))
    for quote in [*quotes[first:last], None]:
        stretch = Words(chars, list(words(folded, at, quote.start if quote else end)), lexicon)
        while stretch.at < len(stretch.found):
            met = stretch.start
            yield _element(stretch) or met
        if quote:
            yield Element(Tag.QUOTE, quote.start, quote.end, quote)
            at = quote.end


def _element(words: Words) -> Element | None:
    """The next element: a place where one is named, or else the longest phrase; None for a word that means nothing."""
    start = words.start
    met = words.next()
    if met is None or met[0].tag not in (Tag.ACCORDINGLY, Tag.PERSON, Tag.CONDITION, Tag.REASON):
        targets = place(words)
        if targets is not None:
            return Element(Tag.PLACE, start, words.end, targets)
    words.at = met[1] if met else words.at + 1
    if met is None:
        return None
    return _like(words, met[0]) if met[0].tag is Tag.LIKE else met[0]


def _like(words: Words, element: Element) -> Element:
    """ "as in" with the symbol of the proposal behind it, which is no word of the language; a reason before a place."""
    start = end = words.at
    if place(words):
        return Element(Tag.REASON, element.start, words.end)
    while end < len(words.found) and (end == start or words.touches(end)) and words.found[end][0] not in ",:;":
        end += 1
    words.at = end
    symbol = words.chars[words.found[start][1] : words.end] if end > start else ""
    return Element(Tag.LIKE, element.start, words.end, symbol.rstrip("."))


def told(found: Iterable[Element]) -> list[Element]:
    """The elements that say something; how many provisions there are only where their paragraphs are counted.

    A line of a page in parentheses is one of the place before it.
    """
    said = [each for each in found if each.tag is not Tag.FILLER]
    for at in range(len(said) - 3, -1, -1):
        if [each.tag for each in said[at : at + 3]] == [Tag.OPEN, Tag.PLACE, Tag.CLOSE] and _is_line(said[at + 1]):
            said[at : at + 3] = [said[at + 1]]
    return [each for at, each in enumerate(said) if each.tag is not Tag.LETTERS or is_row(*said[at + 1 : at + 2])]


def _is_line(element: Element) -> bool:
    return all(step.unit is Unit.LINE for target in _targets(element) for step in target)


def is_row(element: Element | None = None) -> bool:
    """Whether an element names paragraphs that are counted one by one, and no one of them: "three alinéas"."""
    targets = _targets(element) if element and element.tag is Tag.PLACE else [()]
    return targets == [(Step(Unit.LINEAR),)]


def _cited(found: Sequence[Element]) -> list[Element]:
    """Elements with places that read on as one reference joined: "the second sentence of paragraph 3 of article 4"."""
    joined: list[Element] = []
    at = 0
    while at < len(found):
        if found[at].tag is not Tag.PLACE or _is_new(found, at):
            joined.append(found[at])
            at += 1
            continue
        groups: list[list[Target]] = [list(_targets(found[at]))]
        start, at = at, at + 1
        while (step := _link(found, at)) is not None and not _is_new(found, at + step):
            more = _targets(found[at + step])
            if not _joins(groups, more, found[at : at + step]):
                break
            at += step + 1
        _look_at_list(groups, found, start, at)
        joined.append(Element(Tag.PLACE, found[start].start, found[at - 1].end, _filled(groups)))
    return joined


def _look_at_list(groups: Sequence[Sequence[Target]], found: Sequence[Element], start: int, end: int) -> None:
    """Refuse "in paragraph 2, paragraph 3": neither a list, which would have an "and", nor one place in another."""
    within = start > 0 and _is_in(found[start - 1])
    units = {target[0].unit for group in groups for target in group if target[0].unit in CLAUSES}
    if len(groups) > 1 and (within or len(units) > 1) and not any(each.tag is Tag.AND for each in found[start:end]):
        raise Stuck(found[end - 1].start, found[: end - 1])


def _is_new(found: Sequence[Element], at: int) -> bool:
    """Whether a place is one that is to be made: "a new paragraph 3 bis"."""
    before, behind = found[at - 1 : at] if at else (), found[at + 1 : at + 2]
    return any(each.tag in (Tag.NEW, Tag.FOLLOWING) for each in before) or any(is_new_behind(each) for each in behind)


def is_new_behind(element: Element) -> bool:
    """Whether an element says of the place before it that it is new: "paragraph 1 a (new)"."""
    return element.tag is Tag.NEW and element.value == "behind"


def _targets(element: Element) -> list[Target]:
    return cast(list[Target], element.value)


def _link(found: Sequence[Element], at: int) -> int | None:
    """How many elements stand between a place that ends at an index and the next, if they join the two."""
    for size in range(min(3, len(found) - at)):
        if found[at + size].tag is Tag.PLACE:
            between = [each.tag if not _is_in(each) else Role.IN for each in found[at : at + size]]
            return size if between in _LINKS else None
    return None


def _is_in(element: Element) -> bool:
    return element.tag is Tag.ROLE and element.value is Role.IN


def _joins(groups: list[list[Target]], more: list[Target], between: Sequence[Element]) -> bool:
    """Take a further place into the reference; not where it would say the same level twice."""
    last = groups[-1]
    depths = {depth(step) for target in last for step in target}
    new = {depth(step) for target in more for step in target}
    if any(each.tag is Tag.AND for each in between) or (depths & new and between and not _is_in(between[-1])):
        groups.append(list(more))
        return True
    if depths & new:
        return False
    groups[-1] = [_sorted((*one, *other)) for one in last for other in more]
    return True


def _sorted(target: Target) -> Target:
    return tuple(sorted(target, key=lambda step: depth(step)))


def _filled(groups: list[list[Target]]) -> list[Target]:
    """All targets, those that lack an outer level with that of their neighbours: "paragraphs 2 and 5 of article 4"."""
    filled: list[Target] = []
    for number, group in enumerate(groups):
        others = [*reversed(groups[:number]), *groups[number + 1 :]]
        for target in group:
            outermost = depth(target[0])
            outer: Target = (
                ()
                if target[0].unit in CLAUSES
                else next(
                    (found for other in others if (found := _outside(other[0], outermost))),
                    (),
                )
            )
            filled.append((*outer, *target))
    return filled


def _outside(target: Target, limit: float) -> Target:
    return tuple(step for step in target if depth(step) < limit)
