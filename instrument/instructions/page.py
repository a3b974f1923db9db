"""What was received while it is read: its lines, its quoted passages, and what a line says."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import cast

from instrument.instructions.elements import CLAUSES, Element, Role, Tag, Target, Unit
from instrument.instructions.languages import Spoken
from instrument.instructions.lexicon import fold
from instrument.instructions.lexing import Stuck, lexed, scanned, told
from instrument.instructions.quotations import Quote, quotes

# The number or the dash that a line may begin with.
MARKER = re.compile(
    r"\s*(?:[-•*–—]+|(?P<label>\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})(?:[.)°]\s*[-–—]*|\s+[-–—]))"
    r")\s+"
)
_SENTENCE = re.compile(r"\.[)\]]?\s+(?=[A-ZÀ-ÖØ-Þ\"“«‘'])")
_LONGEST_ABBREVIATION = 24
VERBS = (Tag.VERB, Tag.DONE)
_SINGLE = (Unit.PREAMBLE, Unit.CHAPEAU, Unit.FINAL)
NAMES = {Tag.PLACE, Tag.ROLE, Tag.AND, Tag.COLON, Tag.COMMA, Tag.STOP, Tag.OPEN, Tag.CLOSE, Tag.FILLER, Tag.HYPHEN}
LONGEST_HEADING = 100
_SPOTS = (Role.AFTER, Role.BEFORE, Role.START, Role.END)


@dataclass(frozen=True, slots=True)
class Remark:
    """What is no instruction and is kept: a reason, a greeting, a heading's words; at `orders` it looks like one."""

    start: int
    end: int
    orders: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """An instruction that cannot be read on from the word at `at`; `met` is what was read before.

    `is_heading` says that it is a line that only says where: then nobody knows where what follows is; `hides_order`
    that the reason at `at` has an instruction behind it.
    """

    start: int
    end: int
    at: int
    met: tuple[Element, ...]
    is_heading: bool = False
    hides_order: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that says where what follows is to be done; without elements, that another proposal begins."""

    start: int
    end: int
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One or more instructions that belong together; `doubt` is why a person should look at the first of them."""

    start: int
    end: int
    elements: tuple[Element, ...]
    doubt: str = ""


Piece = Remark | Fault | Heading | Statement


@dataclass(frozen=True, slots=True)
class Line:
    start: int
    end: int
    after_blank: bool


@dataclass(slots=True)
class Page:
    """What was received while it is read: `open` are the elements of the statement that goes on, from `begun`.

    `doubt` is why a person should look at the next statement.
    """

    chars: str
    folded: str
    quotes: list[Quote]
    spoken: Spoken
    lines: list[Line]
    open: list[Element] = field(default_factory=list)
    begun: int = 0
    read: int = 0
    marked: bool = False
    doubt: str = ""
    pieces: list[Piece] = field(default_factory=list)

    def take(self, elements: Sequence[Element], start: int, end: int) -> None:
        """Go on with the statement that is open, or open one: its words stand from `start` to `end`."""
        if elements or self.open:
            self.begun = self.begun if self.open else start
            self.read = end
            self.open += elements
        else:
            self.add(Remark(start, end))

    def is_quoted(self, at: int) -> bool:
        """Whether a character stands inside a quoted passage."""
        index = bisect_left(self.quotes, at, key=lambda quote: quote.start) - 1
        return index >= 0 and at < self.quotes[index].end

    def close(self) -> None:
        if self.open:
            self.pieces.append(Statement(self.begun, self.read, tuple(self.open), self.doubt))
            self.doubt = ""
        self.open = []

    def add(self, piece: Piece) -> None:
        self.close()
        self.doubt = self.doubt if isinstance(piece, Heading) and piece.elements else ""
        self.pieces.append(piece)


def opened(chars: str, spoken: Spoken) -> Page:
    """What was received, before any of it is read."""
    folded = fold(chars)
    marks = list(_quotes(chars, folded, spoken))
    return Page(chars, folded, marks, spoken, list(_lines(chars, marks)))


def _quotes(chars: str, folded: str, spoken: Spoken) -> Iterator[Quote]:
    """The quoted passages of each proposal: none goes on into the next one."""
    heads = [found.start() for found in re.finditer(r"^.+$", folded, re.MULTILINE) if is_header(found[0], spoken)]
    for start, end in pairwise((0, *heads, len(chars))):
        for quote in quotes(chars[start:end]):
            yield replace(quote, start=quote.start + start, end=quote.end + start)


def is_header(folded: str, spoken: Spoken) -> bool:
    return bool(spoken.headers.fullmatch(folded))


def _lines(chars: str, marks: Sequence[Quote]) -> Iterator[Line]:
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
            yield Line(start, end, blank)
            blank = False
        else:
            blank = True
        start = end + 1


def sentences(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for found in _SENTENCE.finditer(page.chars, start, end):
        stop = found.start() + 1
        before = page.folded[max(at, stop - _LONGEST_ABBREVIATION) : stop]
        if not page.is_quoted(stop - 1) and not page.spoken.abbreviated.search(before):
            yield at, found.start() + 1
            at = found.end()
    yield at, end


def reads(page: Page, start: int, end: int) -> list[Element] | None:
    """The elements of a line that reads to its end, None where it does not."""
    try:
        return lexed(page.chars, page.folded, start, end, page.quotes, page.spoken.lexicon)
    except Stuck:
        return None


def all_tags(page: Page, start: int, end: int) -> set[Tag]:
    """What kinds of elements stand anywhere in a sentence, whatever stands between them, in reasons too."""
    found = scanned(page.chars, page.folded, start, end, page.quotes, page.spoken.lexicon)
    return {each.tag for each in told(each for each in found if isinstance(each, Element))}


def begins_like_order(page: Page, start: int, end: int) -> bool:
    """Whether a line that cannot be read begins with a verb, or with a place and has one further on."""
    try:
        met: Sequence[Element] = lexed(page.chars, page.folded, start, end, page.quotes, page.spoken.lexicon)
    except Stuck as stuck:
        met = stuck.met
    first = met[0].tag if met else None
    return first is Tag.VERB or (first in (Tag.PLACE, Tag.ROLE) and bool(all_tags(page, start, end) & set(VERBS)))


def headed(page: Page, start: int, end: int, stuck: Stuck) -> tuple[Element, ...]:
    """The clause at the head of a line that goes on with its heading: "Article 4 – Clearance"."""
    places = tuple(each for each in stuck.met if each.tag is Tag.PLACE)
    rest = {each.tag for each in stuck.met if each.tag is not Tag.PLACE} | all_tags(page, start, end)
    in_clauses = all(target[-1].unit in CLAUSES for each in places for target in cast("list[Target]", each.value))
    if not places or stuck.met[0] is not places[0] or not in_clauses or rest - NAMES:
        return ()
    goes_on = stuck.met[-1].tag is Tag.PLACE and page.chars[stuck.at].islower()
    return () if goes_on else places  # "Article 4 already says so"


def is_instruction(page: Page, line: Line) -> bool:
    return is_told(first_sentence(page, line))


def first_sentence(page: Page, line: Line) -> list[Element] | None:
    """The elements of a line, or of its first sentence; None where it does not read."""
    elements = reads(page, line.start, line.end)
    return reads(page, *next(sentences(page, line.start, line.end))) if elements is None else elements


def is_told(elements: list[Element] | None) -> bool:
    """Whether elements say something to be done, go on with what was begun, or are nothing but a place."""
    if not elements:
        return False
    if any(each.tag in VERBS for each in elements) or leads_on(elements) or _only_names(elements):
        return True
    return elements[0].tag is Tag.ROLE and elements[-1].tag is Tag.COLON


def _only_names(elements: Sequence[Element]) -> bool:
    """Whether elements are places and nothing more, with a number or a name: "article" alone is a word."""
    if not all(each.tag in (Tag.PLACE, Tag.COMMA) for each in elements):
        return False
    named = [step for each in elements if each.tag is Tag.PLACE for target in cast("list[Target]", each.value)
             for step in target]  # fmt: skip
    return any(step.label or step.count or step.unit in _SINGLE for step in named)


def leads_on(open: Sequence[Element]) -> bool:
    """Whether what is open only says behind or before what the next line puts something."""
    said = last_sentence(open)
    if not any(each.tag is Tag.ROLE and each.value in _SPOTS for each in said):
        return False
    return said[-1].tag is Tag.PLACE and all(each.tag in (Tag.PLACE, Tag.ROLE, Tag.COMMA) for each in said)


def last_sentence(open: Sequence[Element]) -> Sequence[Element]:
    """What is open of the last sentence."""
    return open[next((at for at in range(len(open), 0, -1) if open[at - 1].tag is Tag.STOP), 0) :]


def is_with(element: Element) -> bool:
    return element.tag is Tag.READS or (element.tag is Tag.ROLE and element.value is Role.WITH)
