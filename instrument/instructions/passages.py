"""Words set off below the line that announces them: where they begin, and where they end."""

from __future__ import annotations

from collections.abc import Sequence

from instrument.instructions.elements import Element, Op, Role, Tag
from instrument.instructions.page import (
    MARKER,
    VERBS,
    Line,
    Page,
    all_tags,
    begins_like_order,
    first_sentence,
    is_header,
    is_instruction,
    is_told,
    is_with,
    last_sentence,
    reads,
)
from instrument.instructions.quotations import Quote

_REOPENED = '«“"'
_SAYS_MORE = (Tag.READS, Tag.FOLLOWING, Tag.COLON, Tag.TITLED, Tag.ASSERTED, Tag.WORDS)


def goes_on(open: Sequence[Element]) -> bool:
    """Whether what is open has no end yet: it ends with a comma, or behind words whose verb or whose new words lack."""
    said = last_sentence(open)
    if not said or said[-1].tag is not Tag.QUOTE:
        return bool(said) and said[-1].tag is Tag.COMMA
    verb = next((each.value for each in said if each.tag in VERBS), None)
    passages = sum(each.tag is Tag.QUOTE for each in said)
    return verb is None or (verb is Op.REPLACE and passages == 1 and not any(is_with(each) for each in said))


def wants_passage(page: Page, line: Line, below: Line) -> bool:
    """Whether a line announces words that are set off below it; ADD and MOD, in capitals, do without a colon."""
    if _leads_in(page, below):
        return False
    if page.chars[line.start : line.end].rstrip().endswith(":"):
        return True
    last, verb = page.open[-1], next((each for each in page.open if each.tag is Tag.VERB), None)
    if verb and page.chars[verb.start : verb.end].isupper() and verb.value in (Op.AMEND, Op.INSERT):
        return not any(each.tag is Tag.QUOTE for each in page.open) and not is_instruction(page, below)
    return last.tag in _SAYS_MORE or is_with(last)


def _leads_in(page: Page, below: Line) -> bool:
    """Whether a line only says what the instructions below it are about: "article 4 is amended as follows:"."""
    said = last_sentence(page.open)
    verb = next((each.value for each in said if each.tag in VERBS), None)
    if verb not in (Op.AMEND, Op.MODIFY) or any(each.tag is Tag.QUOTE for each in said):
        return False
    marker = MARKER.match(page.chars, below.start, below.end)
    start = marker.end() if marker else below.start
    tags = {each.tag for each in reads(page, start, below.end) or ()}
    if Tag.VERB in tags:
        return True
    if verb is not Op.MODIFY or any(each.tag is Tag.READS for each in said):
        return False
    return Tag.DONE in tags or begins_like_order(page, start, below.end)


def passage(page: Page, at: int) -> int:
    """Take the words set off below a line as a quoted passage."""
    line = page.lines[at]
    start = line.start + len(page.chars[line.start : line.end]) - len(page.chars[line.start : line.end].lstrip())
    if any(quote.start == start for quote in page.quotes):
        return at  # in quotation marks: the line is read on as part of the statement
    end = at + 1
    while end < len(page.lines) and not _ends_passage(page, page.lines[end]) and not _is_words(page, line, end):
        end += 1
    last = page.lines[end - 1].end
    rows = [each.strip() for each in page.chars[start:last].split("\n") if each.strip()]
    if rows[0][0] in _REOPENED and all(row[0] == rows[0][0] for row in rows):
        rows = [row[1:].strip() for row in rows]  # each paragraph opens with a mark that is never closed
    told = any(_is_order(page, each) for each in page.lines[at + 1 : end])
    note = "a line of the new words reads like an instruction of its own" if told else ""
    page.take([Element(Tag.QUOTE, start, last, Quote(start, last, "\n".join(rows), note=note))], start, last)
    return end


def _is_words(page: Page, line: Line, end: int) -> bool:
    """Whether only words are announced, which are not more than a line, unless each line opens with a mark."""
    said = [each for each in last_sentence(page.open) if each.tag is not Tag.COLON]
    named = said[-1].tag is Tag.WORDS or (said[-1].tag is Tag.ROLE and said[-1].value is Role.FOR)
    below = page.chars[page.lines[end].start :].lstrip()[:1]
    return named and not (below in _REOPENED and page.chars[line.start :].lstrip()[:1] == below)


def _is_order(page: Page, line: Line) -> bool:
    """Whether a line among new words reads like something to be done, all of it or, in some languages, in part."""
    if is_instruction(page, line):
        return True
    return page.spoken.lexicon.orders_are_active and Tag.VERB in all_tags(page, line.start, line.end)


def _ends_passage(page: Page, line: Line) -> bool:
    """Whether a line below a passage belongs to it no more."""
    folded = page.folded[line.start : line.end]
    if page.spoken.openers.match(folded) or is_header(folded, page.spoken):
        return True
    marker = MARKER.match(page.chars, line.start, line.end)
    marked = reads(page, marker.end(), line.end) if marker and marker["label"] and page.marked else None
    return any(is_told(each) and not _is_quoted(page, each) for each in (marked, first_sentence(page, line)) if each)


def _is_quoted(page: Page, elements: Sequence[Element]) -> bool:
    """Whether an instruction is the text of new words that an order announces: it has no order in it."""
    if not page.spoken.lexicon.orders_are_active or not any(each.tag is Tag.VERB for each in page.open):
        return False
    return any(each.tag is Tag.DONE for each in elements) and not any(each.tag is Tag.VERB for each in elements)
