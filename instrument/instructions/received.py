"""What was received, line by line: instructions, headings that say where, passages set off below them, remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from instrument.instructions.elements import Element, Op, Role, Tag
from instrument.instructions.languages import Spoken
from instrument.instructions.lexicon import fold
from instrument.instructions.lexing import Stuck, lexed
from instrument.instructions.quotations import Quote, quotes

_MARKER = re.compile(
    r"\s*(?:[-•*–—]+|(?P<label>\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})(?:[.)°]\s*[-–—]*|\s+[-–—]))"
    r")\s+"
)
_REOPENED = '«“"'
_SENTENCE = re.compile(r"\.[)\]]?\s+(?=[A-ZÀ-ÖØ-Þ\"“«‘'])")
_LONGEST_HEADING = 100
_VERBS = (Tag.VERB, Tag.DONE)
_HEADS = (Tag.PLACE, Tag.NEW, Tag.COMMA, Tag.COLON, Tag.STOP)
_SAYS_MORE = (Tag.READS, Tag.FOLLOWING, Tag.COLON, Tag.TITLED, Tag.ASSERTED)


@dataclass(frozen=True, slots=True)
class Remark:
    """What is no instruction and is kept: a reason, a greeting, a heading's words."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fault:
    """An instruction that cannot be read on from the word at `at`; `met` is what was read before.

    `is_heading` says that it is a line that only says where: then nobody knows where what follows is.
    """

    start: int
    end: int
    at: int
    met: tuple[Element, ...]
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that says where what follows is to be done; without elements, that another proposal begins."""

    start: int
    end: int
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One or more instructions that belong together."""

    start: int
    end: int
    elements: tuple[Element, ...]


Piece = Remark | Fault | Heading | Statement


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    after_blank: bool


@dataclass(slots=True)
class _Page:
    """What was received while it is read: `open` are the elements of the statement that goes on."""

    chars: str
    folded: str
    quotes: list[Quote]
    spoken: Spoken
    lines: list[_Line]
    open: list[Element] = field(default_factory=list)
    marked: bool = False
    pieces: list[Piece] = field(default_factory=list)

    def close(self) -> None:
        if self.open:
            self.pieces.append(Statement(self.open[0].start, self.open[-1].end, tuple(self.open)))
        self.open = []

    def add(self, piece: Piece) -> None:
        self.close()
        self.pieces.append(piece)


def received(chars: str, spoken: Spoken) -> list[Piece]:
    """The pieces of what a delegation wrote, in order.

    >>> from instrument.instructions.languages import language
    >>> found = received("Article 4\\nDelete paragraph 2.\\nRationale: it is said in article 5.", language("en"))
    >>> [type(piece).__name__ for piece in found]
    ['Heading', 'Statement', 'Remark']
    """
    folded = fold(chars)
    marks = list(_quotes(chars, folded, spoken))
    page = _Page(chars, folded, marks, spoken, list(_lines(chars, marks)))
    at = 0
    while at < len(page.lines):
        at = _line(page, at)
    page.close()
    return page.pieces


def _quotes(chars: str, folded: str, spoken: Spoken) -> Iterator[Quote]:
    """The quoted passages of each proposal: none goes on into the next one."""
    heads = [found.start() for found in re.finditer(r"^.+$", folded, re.MULTILINE) if _is_header(found[0], spoken)]
    for start, end in pairwise((0, *heads, len(chars))):
        for quote in quotes(chars[start:end]):
            yield replace(quote, start=quote.start + start, end=quote.end + start)


def _is_header(folded: str, spoken: Spoken) -> bool:
    return bool(spoken.headers.fullmatch(folded))


def _lines(chars: str, marks: Sequence[Quote]) -> Iterator[_Line]:
    """The lines that hold something; a passage over several lines does not end one."""
    start, blank, inside = 0, False, iter(marks)
    quote = next(inside, None)
    for found in re.finditer(r"\n|$", chars):
        end = found.start()
        while quote and quote.end <= end:
            quote = next(inside, None)
        if quote and quote.start < end < quote.end:
            continue
        if chars[start:end].strip():
            yield _Line(start, end, blank)
            blank = False
        else:
            blank = True
        start = end + 1


def _line(page: _Page, at: int) -> int:
    """Read a line, and the passage set off below it; the index of the next."""
    line = page.lines[at]
    if _is_header(page.folded[line.start : line.end], page.spoken):
        page.add(Heading(line.start, line.end, ()))
        return at + 1
    if page.spoken.openers.match(page.folded, line.start, line.end):
        return _remark(page, at)
    begin = _begin(page, line)
    for start, end in _sentences(page, begin, line.end):
        _sentence(page, start, end)
    if _leads_on(page.open):
        page.open.append(Element(Tag.COMMA, page.open[-1].end, page.open[-1].end))
    if _goes_on(page.open):
        return at + 1
    if page.open and at + 1 < len(page.lines) and _wants_passage(page, line, page.lines[at + 1]):
        return _passage(page, at + 1)
    _separate(page)
    if at + 1 < len(page.lines) and page.lines[at + 1].after_blank:
        page.close()
    return at + 1


def _last(open: Sequence[Element]) -> Sequence[Element]:
    """What is open of the last sentence."""
    return open[next((at for at in range(len(open), 0, -1) if open[at - 1].tag is Tag.STOP), 0) :]


def _goes_on(open: Sequence[Element]) -> bool:
    """Whether what is open has no end yet: it ends with a comma, or behind words whose verb or whose new words lack."""
    said = _last(open)
    if not said or said[-1].tag is not Tag.QUOTE:
        return bool(said) and said[-1].tag is Tag.COMMA
    verb = next((each.value for each in said if each.tag in _VERBS), None)
    passages = sum(each.tag is Tag.QUOTE for each in said)
    return verb is None or (verb is Op.REPLACE and passages == 1 and not any(_is_with(each) for each in said))


def _is_with(element: Element) -> bool:
    return element.tag is Tag.READS or (element.tag is Tag.ROLE and element.value is Role.WITH)


def _leads_on(open: Sequence[Element]) -> bool:
    """Whether what is open only says behind or before what the next line puts something."""
    said = _last(open)
    spots = (Role.AFTER, Role.BEFORE, Role.START, Role.END)
    if not any(each.tag is Tag.ROLE and each.value in spots for each in said):
        return False
    return said[-1].tag is Tag.PLACE and all(each.tag in (Tag.PLACE, Tag.ROLE, Tag.COMMA) for each in said)


def _separate(page: _Page) -> None:
    if page.open and page.open[-1].tag is not Tag.STOP:
        page.open.append(Element(Tag.STOP, page.open[-1].end, page.open[-1].end))


def _remark(page: _Page, at: int) -> int:
    """A reason goes on until a line that is an instruction or a heading."""
    start = page.lines[at].start
    end = at + 1
    while end < len(page.lines) and not (page.lines[end].after_blank and _is_instruction(page, page.lines[end])):
        end += 1
    page.add(Remark(start, page.lines[end - 1].end))
    return end


def _begin(page: _Page, line: _Line) -> int:
    """Where the words of a line begin, behind its number or dash."""
    marker = _MARKER.match(page.chars, line.start, line.end)
    if marker and _reads(page, marker.end(), line.end) is not None:
        page.close()
        page.marked = bool(marker["label"])
        return marker.end()
    return line.start


def _sentences(page: _Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for found in _SENTENCE.finditer(page.chars, start, end):
        quoted = any(quote.start < found.start() < quote.end for quote in page.quotes)
        if not quoted and not page.spoken.abbreviated.search(page.folded[at : found.start() + 1]):
            yield at, found.start() + 1
            at = found.end()
    yield at, end


def _sentence(page: _Page, start: int, end: int) -> None:
    start += len(page.chars[start:end]) - len(page.chars[start:end].lstrip())
    try:
        elements = lexed(page.chars, page.folded, start, end, page.quotes, page.spoken.lexicon)
    except Stuck as stuck:
        _stuck(page, start, end, stuck)
        return
    if elements and all(each.tag in _HEADS for each in elements) and not page.open:
        page.add(Heading(start, end, tuple(elements)))
    elif elements and elements[0].tag is Tag.REASON and _all_tags(page, elements[0].end, end) & set(_VERBS):
        page.add(Fault(start, end, elements[0].start, ()))  # "in order to ..., delete ...": no reason alone
    else:
        page.open += elements


def _stuck(page: _Page, start: int, end: int, stuck: Stuck) -> None:
    """A sentence that cannot be read: a heading with its words, an instruction at fault, or a remark."""
    dash = re.compile(r"\s*[-–—:.]\s*").match(page.chars, stuck.met[-1].end) if stuck.met else None
    if dash and stuck.met and all(each.tag is Tag.PLACE for each in stuck.met):
        page.add(Heading(start, stuck.met[-1].end, stuck.met))
        return
    tags = _all_tags(page, start, end)
    is_short = end - start < _LONGEST_HEADING and page.chars[end - 1] not in ".;"
    if stuck.met and stuck.met[0].tag is Tag.PLACE and is_short and not tags & set(_VERBS):
        page.add(Fault(start, end, stuck.at, stuck.met, is_heading=True))
    elif (tags & set(_VERBS)) and (tags & {Tag.QUOTE, Tag.PLACE}):
        page.add(Fault(start, end, stuck.at, stuck.met))
    else:
        page.add(Remark(start, end))


def _all_tags(page: _Page, start: int, end: int) -> set[Tag]:
    """What kinds of elements stand anywhere in a sentence, whatever stands between them."""
    tags: set[Tag] = set()
    at = start
    while at < end:
        try:
            read = lexed(page.chars, page.folded, at, end, page.quotes, page.spoken.lexicon)
            return tags | {each.tag for each in read}
        except Stuck as stuck:
            tags |= {each.tag for each in stuck.met}
            behind = re.compile(r"\w+|\W").match(page.chars, stuck.at)
            at = behind.end() if behind else end
    return tags


def _reads(page: _Page, start: int, end: int) -> list[Element] | None:
    """The elements of a line that reads to its end, None where it does not."""
    try:
        return lexed(page.chars, page.folded, start, end, page.quotes, page.spoken.lexicon)
    except Stuck:
        return None


def _wants_passage(page: _Page, line: _Line, below: _Line) -> bool:
    """Whether a line announces words that are set off below it; ADD and MOD, in capitals, do without a colon."""
    if page.chars[line.start : line.end].rstrip().endswith(":"):
        return True
    last, verb = page.open[-1], next((each for each in page.open if each.tag is Tag.VERB), None)
    if verb and page.chars[verb.start : verb.end].isupper() and verb.value in (Op.AMEND, Op.INSERT):
        return not any(each.tag is Tag.QUOTE for each in page.open) and not _is_instruction(page, below)
    return last.tag in _SAYS_MORE or _is_with(last)


def _passage(page: _Page, at: int) -> int:
    """Take the words set off below a line as a quoted passage."""
    line = page.lines[at]
    start = line.start + len(page.chars[line.start : line.end]) - len(page.chars[line.start : line.end].lstrip())
    if any(quote.start == start for quote in page.quotes):
        return at  # in quotation marks: the line is read on as part of the statement
    end = at + 1
    while end < len(page.lines) and not _ends_passage(page, page.lines[end]):
        end += 1
    last = page.lines[end - 1].end
    rows = [each.strip() for each in page.chars[start:last].split("\n") if each.strip()]
    if rows[0][0] in _REOPENED and all(row[0] == rows[0][0] for row in rows):
        rows = [row[1:].strip() for row in rows]  # each paragraph opens with a mark that is never closed
    told = [line for line in page.lines[at + 1 : end] if _is_instruction(page, line)]
    note = "a line of the new words reads like an instruction of its own" if told else ""
    page.open.append(Element(Tag.QUOTE, start, last, Quote(start, last, "\n".join(rows), note=note)))
    return end


def _ends_passage(page: _Page, line: _Line) -> bool:
    """Whether a line below a passage belongs to it no more."""
    folded = page.folded[line.start : line.end]
    if page.spoken.openers.match(folded) or _is_header(folded, page.spoken):
        return True
    marker = _MARKER.match(page.chars, line.start, line.end)
    marked = _reads(page, marker.end(), line.end) if marker and marker["label"] and page.marked else None
    return any(_is_told(each) and not _is_quoted(page, each) for each in (marked, _first(page, line)) if each)


def _is_quoted(page: _Page, elements: Sequence[Element]) -> bool:
    """Whether an instruction is the text of new words that an order announces: it has no order in it."""
    if not page.spoken.lexicon.orders_are_active or not any(each.tag is Tag.VERB for each in page.open):
        return False
    return any(each.tag is Tag.DONE for each in elements) and not any(each.tag is Tag.VERB for each in elements)


def _is_instruction(page: _Page, line: _Line) -> bool:
    return _is_told(_first(page, line))


def _first(page: _Page, line: _Line) -> list[Element] | None:
    """The elements of a line, or of its first sentence; None where it does not read."""
    elements = _reads(page, line.start, line.end)
    return _reads(page, *next(_sentences(page, line.start, line.end))) if elements is None else elements


def _is_told(elements: list[Element] | None) -> bool:
    """Whether elements say something to be done, go on with what was begun, or are nothing but a place."""
    if not elements:
        return False
    if any(each.tag in _VERBS for each in elements) or all(each.tag in (Tag.PLACE, Tag.COMMA) for each in elements):
        return True
    if _leads_on(elements):
        return True
    return elements[0].tag is Tag.ROLE and elements[-1].tag is Tag.COLON
