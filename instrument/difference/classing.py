"""What a difference between an adopted text and its scrubbed form is: numbering, a reference, spelling, punctuation,
or something else, which somebody must answer for.

In doubt it is something else. A difference is one of these only if the words are the same but for that.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA

from instrument.changes.tokens import emphasis, spans
from instrument.comparison.readings import Span
from instrument.difference.comparison import Comparison
from instrument.difference.view import Fate, Line
from instrument.model import Text
from instrument.references import find
from instrument.references.survey import LIVE, characters
from instrument.spelling import variants
from instrument.words import split

Unknown = Callable[[str, Set[str]], Set[str]]


class Class(StrEnum):
    """What a difference is, the harmless ones first."""

    NUMBERING = "numbering"
    REFERENCE = "reference"
    SPELLING = "spelling"
    PUNCTUATION = "punctuation"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: what it is, the address of its line (in the new text where it stands there), old and new words.

    `before` and `behind` are the words around it, as the new text has them, or the old one where it alone has the line.
    """

    kind: Class
    address: str
    old: str
    new: str
    before: str = ""
    behind: str = ""


def classify(comparison: Comparison, unknown: Unknown | None = None) -> tuple[Difference, ...]:
    """Every difference of a comparison with what it is, in reading order.

    `unknown` says which of some words a language has not; with it the mending of a misspelt word is spelling.

    >>> from instrument.difference.comparison import diff
    >>> from instrument.model import Clause, Instrument, Provision, text
    >>> def draft(label, words):
    ...     return Instrument((Clause("use", provisions=(Provision(0, label, text(words)),)),))
    >>> old = draft("3 bis.", "Recognising article 5; each State Party to this text shall report on its mines")
    >>> new = draft("4.", "Recognizing article 6, each State Party to this text may report on its mines")
    >>> [(each.kind.value, each.old, each.new) for each in classify(diff(old, new))]  # doctest: +NORMALIZE_WHITESPACE
    [('numbering', '3 bis.', '4.'), ('spelling', 'Recognising', 'Recognizing'), ('reference', '5', '6'),
     ('punctuation', ';', ','), ('other', 'shall', 'may')]
    """
    language = comparison.result.language
    found: list[Difference] = []
    for chapter in comparison.chapters:
        if chapter.changes_whole:
            old, new = (f"{each.label} {characters(each.heading)}".strip() if each else ""
                        for each in (chapter.old, chapter.new))  # fmt: skip
            found.append(Difference(Class.OTHER, chapter.clause.id, old, new))
        for line in chapter.lines:
            found += _in_line(line, language, unknown)
    return tuple(found)


def _in_line(line: Line, language: str, unknown: Unknown | None) -> Iterator[Difference]:
    if line.fate is Fate.SAME:
        return
    if line.new is None or not line.old:
        side = line.new or line.old[0]
        words = f"{side.label} {characters(side.text)}".strip()
        yield Difference(Class.OTHER, side.address, "" if line.new else words, words if line.new else "")
        return
    old, address = line.old[0], line.new.address
    if line.fate in (Fate.MOVED, Fate.LEFT) or line.split or line.joined or line.continued:
        whole = " ".join(characters(side.text) for side in line.old)
        yield Difference(Class.OTHER, address, whole, characters(line.new.text))
        return
    if old.label != line.new.label:
        yield Difference(Class.NUMBERING, address, old.label, line.new.label)
    yield from _in_words(old.text, line.new.text, address, language, unknown)


def _in_words(old: Text, new: Text, address: str, language: str, unknown: Unknown | None) -> Iterator[Difference]:
    was, now = characters(old), characters(new)
    cited = [[(c.start, c.end) for c in find(chars, language)] for chars in (was, now)]
    found = spans([old], [new])
    for span in (part for whole in found for part in _parted(whole, was, now)):
        words = was[span.old : span.old_end], now[span.new : span.new_end]
        in_citation = _within(span.old, span.old_end, cited[0]) and _within(span.new, span.new_end, cited[1])
        live = words == (LIVE, LIVE)
        kind = Class.REFERENCE if in_citation or live else _of_words(*words, language, unknown)
        yield Difference(kind, address, *words, now[: span.new], now[span.new_end :])
    for at in emphasis(old, new, found):
        words = was[at.old : at.old_end], now[at.new : at.new_end]
        yield Difference(Class.OTHER, address, *words, now[: at.new], now[at.new_end :])


def _parted(span: Span, was: str, now: str) -> Iterator[Span]:
    """A span word by word where each word has one that it became; else whole."""
    olds, news = split(was[span.old : span.old_end]), split(now[span.new : span.new_end])
    if len(olds) != len(news) or [each.isspace() for each in olds] != [each.isspace() for each in news]:
        yield span
        return
    old, new = span.old, span.new
    for one, other in zip(olds, news, strict=True):
        if one != other:
            yield Span(old, old + len(one), new, new + len(other))
        old, new = old + len(one), new + len(other)


def _within(start: int, end: int, cited: list[tuple[int, int]]) -> bool:
    return any(first <= start and end <= last for first, last in cited)


def _of_words(old: str, new: str, language: str, unknown: Unknown | None) -> Class:
    """What the exchange of some words for others is. Brackets and what is not characters are never punctuation."""
    if re.search(rf"[\[\]\d{LIVE}]", old + new):
        return Class.OTHER
    words = [re.findall(r"\w+", unicodedata.normalize("NFC", side)) for side in (old, new)]
    if words[0] == words[1]:
        return Class.PUNCTUATION
    if "".join(words[0]) == "".join(words[1]):
        hyphenated = "-" in old + new or "\u2011" in old + new
        return Class.SPELLING if hyphenated or _mends(words, language, unknown) else Class.OTHER
    same = len(words[0]) == len(words[1]) and all(
        _is_respelt(one.casefold(), other.casefold(), language, unknown) for one, other in zip(*words, strict=True)
    )
    return Class.SPELLING if same else Class.OTHER


def _mends(words: list[list[str]], language: str, unknown: Unknown | None) -> bool:
    """Whether words that a language has not became words that it has."""
    if unknown is None:
        return False
    old, new = ({word.casefold() for word in side} for side in words)
    return bool(unknown(language, old)) and not unknown(language, new)


def _is_respelt(old: str, new: str, language: str, unknown: Unknown | None) -> bool:
    """Whether two words are one: in other capitals, in the spelling of two houses, or a slip and what was meant."""
    ones, others = variants(old, language), variants(new, language)
    if ones & others:
        return True
    if unknown is None or OSA.distance(old, new) > 2:
        return False
    missing = unknown(language, ones | others)
    return ones <= missing and not others <= missing
