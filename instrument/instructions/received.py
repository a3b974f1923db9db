"""What was received, line by line: instructions, headings that say where, passages set off below them, remarks."""

from __future__ import annotations

from collections.abc import Sequence

from instrument.instructions.elements import Element, Tag
from instrument.instructions.explanations import explanation
from instrument.instructions.languages import Spoken
from instrument.instructions.lexing import Stuck, lexed
from instrument.instructions.page import (
    LONGEST_HEADING,
    MARKER,
    VERBS,
    Fault,
    Heading,
    Line,
    Page,
    Piece,
    Remark,
    all_tags,
    headed,
    is_header,
    leads_on,
    opened,
    sentences,
)
from instrument.instructions.passages import goes_on, passage, wants_passage

_NAMED = (Tag.LIKE, Tag.COLON, Tag.COMMA, Tag.STOP)  # "Sub-amendment to CCM/12:", which the lines below are about
_HEADS = (Tag.PLACE, Tag.NEW, Tag.COMMA, Tag.COLON, Tag.STOP)


def received(chars: str, spoken: Spoken) -> list[Piece]:
    """The pieces of what a delegation wrote, in order.

    >>> from instrument.instructions.languages import language
    >>> found = received("Article 4\\nDelete paragraph 2.\\nRationale: it is said in article 5.", language("en"))
    >>> [type(piece).__name__ for piece in found]
    ['Heading', 'Statement', 'Remark']
    """
    page = opened(chars.replace("\ufeff", " "), spoken)
    at = 0
    while at < len(page.lines):
        at = _line(page, at)
    page.close()
    return page.pieces


def _line(page: Page, at: int) -> int:
    """Read a line, and the passage set off below it; the index of the next."""
    line = page.lines[at]
    if is_header(page.folded[line.start : line.end], page.spoken):
        page.add(Heading(line.start, line.end, ()))
        return at + 1
    if page.spoken.openers.match(page.folded, line.start, line.end):
        return explanation(page, at)
    begin, row = _begin(page, line), line.start
    for start, end in sentences(page, begin, line.end):
        _sentence(page, start, end, row)
        row = end
    if leads_on(page.open):
        page.open.append(Element(Tag.COMMA, page.open[-1].end, page.open[-1].end))
    if goes_on(page.open):
        return at + 1
    if page.open and all(each.tag in _NAMED for each in page.open):
        page.close()
    if page.open and at + 1 < len(page.lines) and wants_passage(page, line, page.lines[at + 1]):
        return passage(page, at + 1)
    _separate(page)
    if at + 1 < len(page.lines) and page.lines[at + 1].after_blank:
        page.close()
    return at + 1


def _separate(page: Page) -> None:
    if page.open and page.open[-1].tag is not Tag.STOP:
        page.open.append(Element(Tag.STOP, page.open[-1].end, page.open[-1].end))


def _begin(page: Page, line: Line) -> int:
    """Where the words of a line begin, behind its number or dash."""
    marker = MARKER.match(page.chars, line.start, line.end)
    if marker is None:
        return line.start
    try:
        lexed(page.chars, page.folded, marker.end(), line.end, page.quotes, page.spoken.lexicon)
    except Stuck as stuck:
        if not stuck.met or not marker["label"]:
            return line.start
    page.close()
    page.marked = bool(marker["label"])
    return marker.end()


def _sentence(page: Page, start: int, end: int, row: int) -> None:
    """Read a sentence; it answers for what stands from `row` on, the number of its line."""
    start += len(page.chars[start:end]) - len(page.chars[start:end].lstrip())
    start = _behind_speaker(page, start, end)
    try:
        elements = lexed(page.chars, page.folded, start, end, page.quotes, page.spoken.lexicon)
    except Stuck as stuck:
        _stuck(page, row, end, stuck)
        return
    if elements and all(each.tag in _HEADS for each in elements) and not page.open:
        page.add(Heading(row, end, tuple(elements)))
    elif (at := _hidden_order(page, elements, end)) >= 0:
        page.add(Fault(row, end, at, tuple(elements[:-1]), hides_order=True))
    else:
        page.take(elements, row, end)


def _behind_speaker(page: Page, start: int, end: int) -> int:
    """Where the words of a sentence begin behind "Delegation A proposes to"; who speaks is no part of a text."""
    speaker = page.spoken.speakers.match(page.folded, start, end)
    if speaker is None or not page.chars[start].isupper():
        return start
    return start if all_tags(page, start, speaker.end()) & {*VERBS, Tag.PLACE, Tag.QUOTE} else speaker.end()


def _hidden_order(page: Page, elements: Sequence[Element], end: int) -> int:
    """Where a reason stands that has an instruction behind it, which would be lost; -1 where none does.

    "In order to ..., delete ..."; "delete X because ..., and insert 'Y'".
    """
    if not elements or elements[-1].tag is not Tag.REASON:
        return -1
    tags = all_tags(page, elements[-1].end, end)
    begun = any(each.tag in VERBS for each in elements)
    hides = Tag.VERB in tags and (not begun or Tag.QUOTE in tags)
    return elements[-1].start if hides else -1


def _stuck(page: Page, start: int, end: int, stuck: Stuck) -> None:
    """A sentence that cannot be read: a heading with its words, an instruction at fault, or a remark."""
    tags = all_tags(page, start, end)
    if named := headed(page, start, end, stuck):
        page.add(Heading(start, end, named))
        return
    says_where = bool(stuck.met) and stuck.met[0].tag in (Tag.PLACE, Tag.ROLE)
    is_order = bool(stuck.met) and stuck.met[0].tag is Tag.VERB
    is_order |= bool(page.spoken.order.match(page.folded, start) and tags & {Tag.QUOTE, Tag.PLACE})
    asks = bool(tags & set(VERBS))
    last = page.chars[end - 1]
    leads = last == ":" and (Tag.DONE in tags or (asks and (says_where or is_order)))
    if leads or (says_where and not asks and last not in ".;" and end - start < LONGEST_HEADING):
        page.add(Fault(start, end, stuck.at, stuck.met, is_heading=True))
    elif is_order or (asks and tags & {Tag.QUOTE, Tag.PLACE}):
        page.add(Fault(start, end, stuck.at, stuck.met))
    else:
        page.add(Remark(start, end))
