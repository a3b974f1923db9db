"""A sentence cut into its steps: "delete ... and, in paragraph 3, insert ..." are two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from instrument.instructions.elements import Element, Op, Role, Tag

_VERBS = (Tag.VERB, Tag.DONE)
_ENDS = (Tag.SEMICOLON, Tag.STOP)
_BEFORE_A_VERB = (Tag.ROLE, Tag.PLACE, Tag.COMMA, Tag.COUNT, Tag.WORDS, Tag.EVERYWHERE)


def steps(elements: Sequence[Element]) -> list[list[Element]]:
    """The elements of each step, in order; a step has one verb, or none where it only says where."""
    found: list[list[Element]] = []
    for segment in _segments(elements):
        at = 0
        for cut in _cuts(segment):
            found.append(list(segment[at:cut]))
            at = cut
        found.append(list(segment[at:]))
    return [step for step in found if any(each.tag not in (Tag.AND, Tag.COMMA, Tag.COLON) for each in step)]


def _segments(elements: Sequence[Element]) -> Iterator[Sequence[Element]]:
    start = 0
    for index, element in enumerate(elements):
        if element.tag in _ENDS:
            yield elements[start:index]
            start = index + 1
    yield elements[start:]


def _cuts(segment: Sequence[Element]) -> list[int]:
    """Where each further verb's step begins."""
    verbs = [index for index, each in enumerate(segment) if each.tag in _VERBS]
    cuts: list[int] = []
    for before, verb in pairwise(verbs):
        active = segment[verb].tag is Tag.VERB
        cuts.append(_active_cut(segment, before, verb) if active else _passive_cut(segment, before, verb))
    return cuts


def _active_cut(segment: Sequence[Element], before: int, verb: int) -> int:
    """Behind what only says where, back from an active verb: "and, in paragraph 3, after 'X', insert"."""
    at = cut = verb
    while at - 1 > before:
        each = segment[at - 1]
        if each.tag is Tag.AND:
            return at - 1
        if each.tag is Tag.QUOTE and not _is_spot(segment, at - 1, before):
            break
        if each.tag not in (*_BEFORE_A_VERB, Tag.QUOTE, Tag.SIGN):
            break
        at -= 1
        if each.tag is Tag.COMMA:
            cut = at
    return cut


def _is_spot(segment: Sequence[Element], at: int, before: int) -> bool:
    """Whether a passage says where: "after the word 'X'"."""
    while at - 1 > before and segment[at - 1].tag in (Tag.WORDS, Tag.COUNT):
        at -= 1
    each = segment[at - 1]
    return each.tag is Tag.ROLE and each.value in (Role.AFTER, Role.BEFORE)


def _passive_cut(segment: Sequence[Element], before: int, verb: int) -> int:
    """The first "and" or comma behind what the verb before needs: its subject follows."""
    needs = segment[before].value in (Op.REPLACE, Op.AMEND)
    for at in range(before + 1, verb):
        if segment[at].tag is Tag.QUOTE:
            needs = False
        joins = segment[at].tag is Tag.AND or (segment[at].tag is Tag.COMMA and not needs)
        if joins and any(each.tag in (Tag.PLACE, Tag.QUOTE) for each in segment[at:verb]):
            return at
    return verb
