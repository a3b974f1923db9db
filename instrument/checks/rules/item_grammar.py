"""The items of a list go on where its chapeau stops: a colon, one kind of word, small letters or capitals throughout.

An item written by another hand begins otherwise than the rest, and does not parse after the chapeau: "shall: (a) adopt
laws; (b) to report". Only the odd one of three or more is reported. Source: United Nations Editorial Manual, paragraphs
and subparagraphs: items follow grammatically from the words that introduce them.

>>> from instrument.checks.examples import trial
>>> trial("item-grammar", "1. A Party shall:", "  (a) Look;", "  (b) adopt laws;", "  (c) To report.", "2. No.")
article-1/1/b: a -> A: this item begins with a small letter, the others with a capital
article-1/1/c: To: "shall" goes with no "to"
>>> trial("item-grammar", "1. The aims of it are", "  (a) to look;", "  (b) to adopt;", "  (c) reporting.", "2. No.")
article-1/1: are: the words before the list end with no colon
article-1/1/c: reporting: this item begins with a form in -ing, the others with "to" and a verb
>>> trial("item-grammar", "1. A Party shall:", "  (a) look;", "  (b) adopt laws;", "  (c) report.", "2. None.")
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from instrument.checks.grammar import NAMES, kind
from instrument.checks.lists import Listing, ending
from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Line, Rule
from instrument.labels import parse
from instrument.languages import FUNCTION_WORDS
from instrument.problem import Severity

RULE = Rule("item-grammar", Severity.WARNING, Severity.WARNING, languages=("en", "fr", "es", "ru", "nl"))

# The first word, behind the label in brackets that an item may get.
_FIRST = re.compile(r"(?:\[\(?\w{1,5}[.)]+\]\ufffc?)?[^\w]*(?P<word>[\w’'-]+)")
_LAST = re.compile(r"(?P<word>\w+)[\W]*\Z")
_MODALS = ("shall", "may", "should", "must")
_FEWEST_WORDS = 4
_LEADS = (":", "：", "—", "–", "-", "…")


@dataclass(frozen=True, slots=True)
class _Begin:
    """How an item begins: its first word, and what kind of word that is."""

    line: Line
    start: int
    end: int
    kind: str

    @property
    def word(self) -> str:
        return self.line.chars[self.start : self.end]

    @property
    def case(self) -> str:
        first = self.word[0]
        return "a capital" if first.isupper() else "a small letter" if first.islower() else ""


def find(reading: Reading) -> Iterator[Finding]:
    lists = [listing for listing in reading.lists if listing.is_list and len(listing.items) > 1]
    yield from _chapeaux(reading, lists)
    for listing in lists:
        begins = [begin for item in listing.items if (begin := _begin(item.line, reading.language))]
        if len(begins) == len(listing.items) > 2:
            yield from _odd_case(reading, begins)
        if not _are_sentences(listing):
            yield from _after_chapeau(listing, begins, reading.language)
            yield from _odd_kind(begins) if len(begins) == len(listing.items) > 2 else ()


def _begin(line: Line, language: str) -> _Begin | None:
    found = _FIRST.match(line.chars)
    if found is None:
        return None
    start = found.start("word")
    return _Begin(line, start, found.end(), kind(line.chars[start:], language))


def _chapeaux(reading: Reading, lists: Sequence[Listing]) -> Iterator[Finding]:
    """The chapeaux without a colon, in a text whose chapeaux mostly have one; sentences need none before them."""
    seen: set[tuple[str, str]] = set()
    without: list[Finding] = []
    for listing in lists:
        line = listing.chapeau
        if line is None or listing.family in seen or _is_heading(line):
            continue
        seen.add(listing.family)
        last = ending(line.chars, reading.language)
        if line.chars.rstrip(" \u00a0\ufffc*]")[-1:] in _LEADS or last.stop in _LEADS or _are_sentences(listing):
            continue
        found = _LAST.search(line.chars)
        if found:
            message = "the words before the list end with no colon"
            without.append(Finding(line, found.start(), len(line.chars), message, "end them with a colon"))
    if len(without) * 2 <= len(seen) or len(seen) < 3:
        yield from without


def _is_heading(line: Line) -> bool:
    """Whether what stands over a list is no part of a sentence: an option, a word or two."""
    label = parse(line.label)
    return len(line.chars.split()) < _FEWEST_WORDS or bool(label and label.word)


def _are_sentences(listing: Listing) -> bool:
    return sum(item.last.chars.rstrip().endswith(".") for item in listing.items) * 2 > len(listing.items)


def _after_chapeau(listing: Listing, begins: Sequence[_Begin], language: str) -> Iterator[Finding]:
    """The items that say the last word of the chapeau again, or "to" behind a modal verb."""
    last = _LAST.search(listing.chapeau.chars) if listing.chapeau else None
    if last is None or last["word"] not in {*FUNCTION_WORDS.get(language, ()), *_MODALS}:
        return
    word = last["word"].casefold()
    for begin in begins:
        if begin.word.casefold() == word and not begin.line.chars[: begin.start].strip("[ "):
            message = f'the chapeau ends with "{last["word"]}" already'
            yield Finding(begin.line, begin.start, begin.end, message)
        elif language == "en" and word in _MODALS and begin.kind == "to":
            yield Finding(begin.line, begin.start, begin.end, f'"{word}" goes with no "to"')


def _odd_case(reading: Reading, begins: Sequence[_Begin]) -> Iterator[Finding]:
    odd = _odd([begin.case for begin in begins])
    if odd is None or not begins[odd].case or not begins[odd - 1].case:
        return
    begin, other = begins[odd], begins[odd - 1]
    if begin.case == "a capital" and (begin.word[1:2].isupper() or _is_name(reading, begin.word)):
        return
    letter = begin.word[0]
    fix = letter.lower() if letter.isupper() else letter.upper()
    message = f"this item begins with {begin.case}, the others with {other.case}"
    yield Finding(begin.line, begin.start, begin.start + 1, message, fix=fix)


def _is_name(reading: Reading, word: str) -> bool:
    """Whether a word has its capital inside sentences too."""
    inside = re.compile(rf"[\w,] {re.escape(word)}\b")
    return any(inside.search(line.chars) for line in reading.lines)


def _odd_kind(begins: Sequence[_Begin]) -> Iterator[Finding]:
    odd = _odd([begin.kind for begin in begins])
    if odd is None:
        return
    one, others = begins[odd].kind, begins[odd - 1].kind
    if others == "to" or (one and _clash(one, others, len(begins))):
        begin = begins[odd]
        message = f"this item begins with {NAMES[one]}, the others with {NAMES[others]}"
        yield Finding(begin.line, begin.start, begin.end, message)


def _clash(one: str, others: str, size: int) -> bool:
    """Whether two kinds cannot follow one chapeau; a form in -ing may be a noun, as one of few it proves nothing."""
    if {one, others} == {"gerund", "noun"}:
        return others == "gerund" and size > 3
    return bool(others) and "" not in (one, others)


def _odd(kinds: Sequence[str]) -> int | None:
    """The index of the one that differs where all others are alike."""
    often = Counter(kinds)
    if len(often) != 2:
        return None
    (_, many), (rare, few) = often.most_common()
    return kinds.index(rare) if few == 1 and many > 1 else None
