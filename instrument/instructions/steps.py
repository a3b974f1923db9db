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
    found = [part for step in found for part in _again(step)]
    return [step for step in found if any(each.tag not in (Tag.AND, Tag.COMMA, Tag.COLON) for each in step)]


def _again(step: list[Element]) -> Iterator[list[Element]]:
    """The parts of a step whose verb has more than one pair of words: "replace 'a' by 'b' and 'c' by 'd'"."""
    verb = next((each for each in step if each.tag is Tag.VERB and each.value is Op.REPLACE), None)
    start, is_paired = 0, False
    for at, each in enumerate(step):
        if each.tag is Tag.QUOTE and at and is_paired and (cut := _and_before(step, at)) > start:
            yield step[start:cut] if not start or verb is None else [verb, *step[start:cut]]
            start, is_paired = cut + 1, False
        is_paired |= each.tag is Tag.QUOTE and _is_with_words(step, at)
    rest = step[start:]
    yield [verb, *rest] if start and verb else rest


def _is_with_words(step: Sequence[Element], at: int) -> bool:
    """Whether a passage is that which comes in: "by the words 'X'"."""
    while at and step[at - 1].tag in (Tag.WORDS, Tag.COLON):
        at -= 1
    return at > 0 and step[at - 1].tag is Tag.ROLE and step[at - 1].value is Role.WITH


def _and_before(step: Sequence[Element], at: int) -> int:
    """Where an "and" stands directly before the words that a passage is told by; -1 where none does."""
    while at and step[at - 1].tag in (Tag.WORDS, Tag.COLON, Tag.TIMES, Tag.COUNT, Tag.OCCURRENCE):
        at -= 1
    return (
        at - 1
        if at
        and step[at - 1].tag is Tag.AND
        and any(_is_with_words(step, later) for later in range(at, len(step)) if step[later].tag is Tag.QUOTE)
        else -1
    )


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
    needs = segment[before].value in (Op.REPLACE, Op.AMEND, Op.MODIFY)
    for at in range(before + 1, verb):
        if segment[at].tag is Tag.QUOTE:
            needs = False
        joins = segment[at].tag is Tag.AND or (segment[at].tag is Tag.COMMA and not needs)
        if joins and any(each.tag in (Tag.PLACE, Tag.QUOTE) for each in segment[at:verb]):
            return at
    return verb
