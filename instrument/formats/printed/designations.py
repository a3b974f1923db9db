"""Designations at the start of a printed line: told from a sentence that only begins with a reference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from instrument import labels
from instrument.formats.printed.vocabulary import FINAL_OPENERS, SENTENCE_ENDS, UNNUMBERED_ANNEXES
from instrument.labels.vocabulary import DESIGNATIONS, ORDINALS, OTHER_DESIGNATIONS, PREAMBLES, SUFFIXES
from instrument.model import Kind

_KINDS = {
    word: kind
    for words in (OTHER_DESIGNATIONS, *({word: kind for kind, word in row.items()} for row in DESIGNATIONS.values()))
    for word, kind in words.items()
}
_SPACED: dict[str, Kind] = {word.casefold(): kind for word, kind in _KINDS.items() if "{}" not in word}
_FRAMED = [(word.split("{}"), kind) for word, kind in _KINDS.items() if "{}" in word]

_OPENERS = "[\\[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]*"
_NUMBER = r"(?:\d+(?:\.\d+)+[^\W\d_]{0,12}|[^\s.,:;()\[\]–—]{1,16})"
_WORDED = re.compile(
    rf"{_OPENERS}(?P<word>{'|'.join(map(re.escape, _SPACED))})"
    rf"(?![^\W\d_])(?:[ \u00a0]+(?P<number>{_NUMBER})(?:[ \u00a0]+(?P<more>{_NUMBER}))?)?",
    re.IGNORECASE,
)
_CHINESE = tuple(
    (re.compile(rf"{_OPENERS}{before}([零一二三四五六七八九十百〇\d]{{1,6}}){after}(之[二三四五六七])?"), kind)
    for (before, after), kind in _FRAMED
)
_CLOSING = re.compile(r"\]*(?:[.:](?!\d))?")
_PREAMBLE = re.compile("|".join(sorted(map(re.escape, PREAMBLES), key=len, reverse=True)), re.IGNORECASE)
_BREAK = re.compile(r"[.:;؛。\d-]$")
_STRAY = re.compile(r"\s*-\s?\d")
_LONGEST_ORDINAL = max(len(word.split()) for word in ORDINALS)


@dataclass(frozen=True, slots=True)
class Designation:
    """What begins a paragraph: the kind of clause, what its number may be, where its label ends."""

    kind: Kind
    numbers: tuple[labels.Label, ...]
    end: int
    rest: int

    @property
    def number(self) -> labels.Label | None:
        """The likeliest of its readings: "V" is five before it is the letter."""
        return self.numbers[0] if self.numbers else None


def find(chars: str) -> Designation | None:
    """The designation a paragraph begins with, whether or not it is one here.

    >>> find("Article 4 bis").number.suffix, find("第四条定义").rest, find("Parties shall")
    (2, 3, None)
    """
    if not chars or chars[0].islower() or chars[0].isdigit() or chars[0] in '(“"':
        return None
    if (found := _WORDED.match(chars)) and (worded := _worded(chars, found)):
        return worded
    for pattern, kind in _CHINESE:
        if found := pattern.match(chars):
            number = labels.number(found[1] + (found[2] or ""))
            return Designation(kind, (number,), found.end(), _rest(chars, found.end())) if number else None
    if chars[:1].isalpha() and (found := _PREAMBLE.match(chars)):
        end = _closed(chars, found.end())
        after = chars[end : end + 1]
        if not after or after.isspace() or after.isupper() or after > "\u2e7f" or end > found.end():
            return Designation(Kind.PREAMBLE, (), end, _rest(chars, end))
    if chars.casefold().strip(". ") in UNNUMBERED_ANNEXES:
        return Designation(Kind.ANNEX, (), len(chars), len(chars))
    if chars.startswith(FINAL_OPENERS):
        return Designation(Kind.FINAL, (), 0, 0)
    return None


def identity(kind: Kind, number: labels.Label | None) -> str:
    """The id of a clause by kind and number, the same in every language.

    >>> identity(Kind.ARTICLE, labels.number("4 bis")), identity(Kind.PART, labels.number("XII"))
    ('article-4-bis', 'part-12')
    """
    if number is None:
        return str(kind)
    parts = [str(kind), "-".join(map(str, number.numbers)) + number.letter]
    if number.suffix:
        parts.append(SUFFIXES[number.suffix - 2])
    if number.alternative:
        parts.append("alt" if number.alternative == 1 else f"alt-{number.alternative}")
    return "-".join(parts).lower()


def ordinal(chars: str) -> tuple[int, int]:
    """The number of the Arabic ordinal a text begins with, and where it ends: a part whose "الجزء" was lost."""
    tokens = [found.end() for found in re.finditer(r"\S+", chars[:40])][:_LONGEST_ORDINAL]
    for end in reversed(tokens):
        if chars[:end] in ORDINALS and chars[0] > "\u05ff":
            return ORDINALS[chars[:end]], end
    return 0, 0


def inside(chars: str, number: int) -> Iterator[int]:
    """Where within a paragraph "Article n" stands as a heading may: after an end of sentence, or among stray marks."""
    for word in (row[Kind.ARTICLE] for row in DESIGNATIONS.values() if "{}" not in row[Kind.ARTICLE]):
        start = chars.find(sought := f"{word} {number}", 1)
        while start > 0:
            end = start + len(sought)
            before = chars[:start].rstrip()
            whole = not chars[start - 1].isalnum() and not chars[end : end + 1].isalnum()
            if whole and (_BREAK.search(before) or _is_stray(before) or _STRAY.match(chars, end)):
                yield start
            start = chars.find(sought, end)


def _is_stray(before: str) -> bool:
    """Whether one word alone stands before, among numbers and dashes that a machine put in the wrong place."""
    tokens = before.split() if len(before) < 30 and before[:1] == "-" else []
    return sum(token[0].isalpha() for token in tokens) == 1 and tokens[-1][0].isalpha()


def _worded(chars: str, found: re.Match[str]) -> Designation | None:
    kind = _SPACED[found["word"].casefold()]
    if found["word"][0].islower():
        return None
    for group in ("more", "number"):
        printed = chars[found.start("number") : found.end(group)] if found[group] else ""
        if printed and (numbers := _numbers(printed)):
            end = _closed(chars, found.end(group))
            return Designation(kind, numbers, end, _rest(chars, end))
    whole = len(chars) == found.end("word")
    return Designation(kind, (), len(chars), len(chars)) if whole else None


def _numbers(printed: str) -> tuple[labels.Label, ...]:
    """What the number of a designation may say, the Roman numeral before the letter."""
    if printed.isalpha() and printed.islower() and printed.isascii() and printed not in ORDINALS:
        return ()
    likeliest = labels.number(printed)
    if likeliest is None or (likeliest.system.startswith("lower") and printed.casefold() not in ORDINALS):
        return ()
    read = labels.readings(printed) if likeliest.system.startswith("upper") else (likeliest,)
    return tuple(sorted(read, key=lambda reading: reading.system != "upper-roman" or reading.numbers[0] > 50))


def _closed(chars: str, end: int) -> int:
    """Where a label ends with the brackets and the stop that close it."""
    closing = _CLOSING.match(chars, end)
    return closing.end() if closing else end


def _rest(chars: str, end: int) -> int:
    return end + len(chars[end:]) - len(chars[end:].lstrip())


def ends_sentence(chars: str) -> bool:
    """Whether a line ends as a sentence or part of one does, and not as a heading.

    >>> ends_sentence("Scope of application"), ends_sentence("This Convention does not apply to mines.")
    (False, True)
    """
    return chars.rstrip(" \u00a0)]»”\"'’").endswith(tuple(SENTENCE_ENDS))
