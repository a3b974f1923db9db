"""Explanations told from instructions: where a reason ends that a line like "Rationale:" begins.

Explanations hardly ever read as orders: of the 1,600 sentences of real ones that were tried, one does, and tells in the
passive, in French, what the amendment did. So a paragraph that is an order ends an explanation, and is to be looked at
where no empty line stands before it; a sentence that only looks like one, as six do, stays and is reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from instrument.instructions.elements import CLAUSES, Op, Tag, Target
from instrument.instructions.lexing import Stuck, lexed
from instrument.instructions.page import (
    LONGEST_HEADING,
    MARKER,
    VERBS,
    Line,
    Page,
    Remark,
    all_tags,
    first_sentence,
    headed,
    is_header,
    is_told,
    reads,
    sentences,
)

_STOPS = tuple(".!?:;…)]\"”»’'")
_NO_ORDERS = (Op.KEEP, Op.RESERVE)  # they change nothing
_DOUBT = "it stands straight below an explanation"


def explanation(page: Page, at: int) -> int:
    """Take a reason, up to a line that is an order, a heading, or the head of another proposal; the index of the next.

    >>> from instrument.instructions.languages import language
    >>> from instrument.instructions.page import opened
    >>> explanation(opened("Rationale: it is old.\\nIt is long.\\nDelete paragraph 2.", language("en")), 0)
    2
    """
    first = page.lines[at]
    opener = page.spoken.openers.match(page.folded, first.start, first.end)
    words = opener.end() if opener else first.start
    end = at + 1
    while end < len(page.lines) and not _ends(page, end):
        end += 1
    last = page.lines[end - 1].end
    lines = [Line(words, first.end, False), *page.lines[at + 1 : end]]
    page.add(Remark(first.start, last, tuple(_orders(page, lines))))
    parted = end < len(page.lines) and page.lines[end].after_blank and page.chars[words:last].strip()
    page.doubt = "" if parted else _DOUBT
    return end


def _ends(page: Page, at: int) -> bool:
    """Whether a line is no part of the explanation above it."""
    line, before = page.lines[at], page.lines[at - 1]
    if is_header(page.folded[line.start : line.end], page.spoken):
        return True
    start = _begin(page, line)
    goes_on = page.chars[start].islower() or not page.chars[before.start : before.end].rstrip().endswith(_STOPS)
    if goes_on and not line.after_blank:
        return False  # a sentence goes on from the line above, as pages break it
    elements = first_sentence(page, Line(start, line.end, line.after_blank))
    if elements and any(each.tag in VERBS for each in elements):
        orders = (Tag.VERB,) if page.spoken.lexicon.orders_are_active else VERBS
        return any(each.tag in orders for each in elements)  # in the passive, it may tell what was done
    return is_told(elements) or _is_heading(page, start, line)


def _begin(page: Page, line: Line) -> int:
    """Where the words of a line begin, behind its number or dash."""
    marker = MARKER.match(page.chars, line.start, line.end)
    start = marker.end() if marker else line.start
    return start + len(page.chars[start : line.end]) - len(page.chars[start : line.end].lstrip())


def _is_heading(page: Page, start: int, line: Line) -> bool:
    """Whether a line names an article with its title; or, in a paragraph of its own, one that is not understood."""
    stuck = _stuck(page, start, line.end)
    if stuck is None or not stuck.met or stuck.met[0].tag is not Tag.PLACE:
        return False
    if headed(page, start, line.end, stuck):
        return True
    if not line.after_blank or all_tags(page, start, line.end) & set(VERBS):
        return False
    in_clause = cast("list[Target]", stuck.met[0].value)[0][0].unit in CLAUSES
    return in_clause and line.end - start < LONGEST_HEADING and page.chars[line.end - 1] not in ".;"


def _stuck(page: Page, start: int, end: int) -> Stuck | None:
    """Where a sentence does not read on; None where it reads to its end."""
    try:
        lexed(page.chars, page.folded, start, end, page.quotes, page.spoken.lexicon)
    except Stuck as stuck:
        return stuck
    return None


def _orders(page: Page, lines: Sequence[Line]) -> Iterator[int]:
    """Where the sentences of an explanation begin that look like orders."""
    for line in (each for each in lines if page.chars[each.start : each.end].strip()):
        for start, end in sentences(page, _begin(page, line), line.end):
            if _looks_like_order(page, start, end):
                yield start


def _looks_like_order(page: Page, start: int, end: int) -> bool:
    """Whether a sentence reads as an order, or begins as one: with its verb, or with a place and a quotation."""
    stuck = _stuck(page, start, end)
    met = reads(page, start, end) or () if stuck is None else stuck.met
    verbs = {each.tag for each in met if each.tag in VERBS and each.value not in _NO_ORDERS}
    if (stuck is None and verbs) or Tag.VERB in verbs:
        return True
    return any(each.tag is Tag.PLACE for each in met) and {Tag.VERB, Tag.QUOTE} <= all_tags(page, start, end)
