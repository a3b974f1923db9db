"""What was received, line by line: instructions, headings that say where, passages set off below them, remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from instrument.instructions.elements import Element, Op, Role, Tag
from instrument.instructions.lexicon import Lexicon, fold
from instrument.instructions.lexing import Stuck, lexed
from instrument.instructions.quotations import Quote, quotes

_MARKER = re.compile(r"\s*(?:[-•*–—]+|(?P<label>\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)])\s*[-–—]*)\s+")
_ABBREVIATED = re.compile(r"\b(?:arts?|paras?|nos?|pp|op|al|subparas?|sect|cf|viz|i\.e|e\.g)\.$")
_SENTENCE = re.compile(r"\.[)\]]?\s+(?=[A-ZÀ-ÖØ-Þ\"“«‘'])")
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
    """An instruction that cannot be read on from the word at `at`; `met` is what was read before."""

    start: int
    end: int
    at: int
    met: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that says where what follows is to be done."""

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
    lexicon: Lexicon
    openers: re.Pattern[str]
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


def received(chars: str, lexicon: Lexicon, openers: re.Pattern[str]) -> list[Piece]:
    """The pieces of what a delegation wrote, in order; `openers` begin lines that give reasons.

    >>> from instrument.instructions.english import ENGLISH, OPENERS
    >>> found = received('Article 4\\nDelete paragraph 2.\\nRationale: it is said in article 5.', ENGLISH, OPENERS)
    >>> [type(piece).__name__ for piece in found]
    ['Heading', 'Statement', 'Remark']
    """
    marks = list(quotes(chars))
    page = _Page(chars, fold(chars), marks, lexicon, openers, list(_lines(chars, marks)))
    at = 0
    while at < len(page.lines):
        at = _line(page, at)
    page.close()
    return page.pieces


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
    if page.openers.match(page.folded, line.start, line.end):
        return _remark(page, at)
    begin = _begin(page, line)
    for start, end in _sentences(page, begin, line.end):
        _sentence(page, start, end)
    if page.open and at + 1 < len(page.lines) and _wants_passage(page, line, page.lines[at + 1]):
        return _passage(page, at + 1)
    _separate(page)
    if at + 1 < len(page.lines) and page.lines[at + 1].after_blank:
        page.close()
    return at + 1


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
        if not quoted and not _ABBREVIATED.search(page.folded[at : found.start() + 1]):
            yield at, found.start() + 1
            at = found.end()
    yield at, end


def _sentence(page: _Page, start: int, end: int) -> None:
    start += len(page.chars[start:end]) - len(page.chars[start:end].lstrip())
    try:
        elements = lexed(page.chars, page.folded, start, end, page.quotes, page.lexicon)
    except Stuck as stuck:
        _stuck(page, start, end, stuck)
        return
    if elements and all(each.tag in _HEADS for each in elements) and not page.open:
        page.add(Heading(start, end, tuple(elements)))
    else:
        page.open += elements


def _stuck(page: _Page, start: int, end: int, stuck: Stuck) -> None:
    """A sentence that cannot be read: a heading with its words, an instruction at fault, or a remark."""
    dash = re.compile(r"\s*[-–—:.]\s*").match(page.chars, stuck.met[-1].end) if stuck.met else None
    if dash and stuck.met and all(each.tag is Tag.PLACE for each in stuck.met):
        page.add(Heading(start, stuck.met[-1].end, stuck.met))
        return
    tags = _all_tags(page, start, end)
    if (tags & set(_VERBS)) and (tags & {Tag.QUOTE, Tag.PLACE}):
        page.add(Fault(start, end, stuck.at, stuck.met))
    else:
        page.add(Remark(start, end))


def _all_tags(page: _Page, start: int, end: int) -> set[Tag]:
    """What kinds of elements stand anywhere in a sentence, whatever stands between them."""
    tags: set[Tag] = set()
    at = start
    while at < end:
        try:
            return tags | {each.tag for each in lexed(page.chars, page.folded, at, end, page.quotes, page.lexicon)}
        except Stuck as stuck:
            tags |= {each.tag for each in stuck.met}
            behind = re.compile(r"\w+|\W").match(page.chars, stuck.at)
            at = behind.end() if behind else end
    return tags


def _reads(page: _Page, start: int, end: int) -> list[Element] | None:
    """The elements of a line that reads to its end, None where it does not."""
    try:
        return lexed(page.chars, page.folded, start, end, page.quotes, page.lexicon)
    except Stuck:
        return None


def _wants_passage(page: _Page, line: _Line, below: _Line) -> bool:
    """Whether a line announces words that are set off below it; ADD and MOD, in capitals, do without a colon."""
    if page.chars[line.start : line.end].rstrip().endswith(":"):
        return True
    last, verb = page.open[-1], next((each for each in page.open if each.tag is Tag.VERB), None)
    if verb and page.chars[verb.start : verb.end].isupper() and verb.value in (Op.AMEND, Op.INSERT):
        return not any(each.tag is Tag.QUOTE for each in page.open) and not _is_instruction(page, below)
    return last.tag in _SAYS_MORE or (last.tag is Tag.ROLE and last.value is Role.WITH)


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
    words = "\n".join(filter(None, (each.strip() for each in page.chars[start:last].split("\n"))))
    page.open.append(Element(Tag.QUOTE, start, last, Quote(start, last, words)))
    return end


def _ends_passage(page: _Page, line: _Line) -> bool:
    """Whether a line below a passage belongs to it no more."""
    if page.openers.match(page.folded, line.start, line.end):
        return True
    marker = _MARKER.match(page.chars, line.start, line.end)
    if marker and marker["label"] and page.marked and _is_told(_reads(page, marker.end(), line.end)):
        return True
    return _is_instruction(page, line)


def _is_instruction(page: _Page, line: _Line) -> bool:
    elements = _reads(page, line.start, line.end)
    if elements is None:
        first = next(_sentences(page, line.start, line.end))
        elements = _reads(page, *first)
    return _is_told(elements)


def _is_told(elements: list[Element] | None) -> bool:
    """Whether elements say something to be done, go on with what was begun, or are nothing but a place."""
    if not elements:
        return False
    if any(each.tag in _VERBS for each in elements) or all(each.tag in (Tag.PLACE, Tag.COMMA) for each in elements):
        return True
    return elements[0].tag is Tag.ROLE and elements[-1].tag is Tag.COLON
