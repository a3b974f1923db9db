"""Labels of provisions: told from text, parsed, ordered, printed, and the next one computed.

A label is kept as printed ("[1 bis.", "(iv)", "Option 2:"); what it means is read from it here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from instrument.labels import numerals
from instrument.labels.vocabulary import OPTIONS, OTHER_SUFFIXES, SUFFIXES, TENS, UNITS

SUFFIX_RANKS = {word: rank for rank, word in enumerate(SUFFIXES, start=2)} | OTHER_SUFFIXES

BIDI_CONTROLS = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"


def suffix_pattern(words: Iterable[str]) -> str:
    """A pattern for words that are hung on a number; what "un" and "vicies" make is in it without being listed.

    >>> bool(re.fullmatch(suffix_pattern(["bis"]), "unvicies"))
    True
    """
    simple = sorted((re.escape(word) for word in words if not word.endswith(TENS)), key=len, reverse=True)
    return f"{'|'.join(simple)}|(?:{'|'.join(UNITS[1:])})?(?:{'|'.join(TENS)})"


_SUFFIX = suffix_pattern(SUFFIX_RANKS)
_WORD = "|".join(sorted(map(re.escape, OPTIONS), key=len, reverse=True))
_CORE = rf"""
    (?P<number> \d+ (?:\.\d+)* | [^\W\d_]{{1,8}} )
    (?P<ordinal> er | re | ° | º )?
    (?P<letter> (?<=\d) [A-Za-z] (?![^\W\d_]) )?
    (?: (?P<gap>[ \u00a0]?) (?P<suffix> (?i:{_SUFFIX}) ) (?!\w) )?
    (?: [ \u00a0] (?P<pre> pre ) (?!\w) (?: [ \u00a0]? (?P<again> (?i:{_SUFFIX}) ) (?!\w) )? )?
    (?: [ \u00a0]? (?P<alternative> [Aa]lt\.?(?:ernative)? (?!\w) (?:[ \u00a0]?\d+)? ) )?
"""
_SHAPE = re.compile(
    rf"""
    (?P<openers> [{BIDI_CONTROLS}\[]* )
    (?: (?P<word> {_WORD} ) (?: [ \u00a0] | (?=\d) ) )?
    (?P<before> [(（]? )
    {_CORE}
    (?P<after> [)）]? (?: [ \u00a0]? (?i:(?P<late>{_SUFFIX})) (?!\w) )? [.．:、–-]? )
    (?P<closers> \]* [{BIDI_CONTROLS}]* )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says: its number or numbers, what is hung on it, and the dress it wears.

    `numbers` count from 1 in the numeral system `system`; `suffix` is 2 for bis, 3 for ter; `letter` is the "a" of
    "5a"; `pre` is 1 for "pre", which stands before its number, 2 for "pre bis"; `alternative` is 1 for "alt", n for
    "alt n"; `word` is "Option" and the like.
    """

    numbers: tuple[int, ...]
    system: str = "decimal"
    suffix: int = 0
    letter: str = ""
    pre: int = 0
    alternative: int = 0
    word: str = ""
    before: str = ""
    after: str = ""


def split(line: str) -> tuple[str, str]:
    """The label at the start of a line and the words after it; no label leaves the line whole.

    A bare number is not a label ("10 States shall meet"), nor is a word that only looks like one.

    >>> split("1 bis. [Each State Party"), split("(the depositary)"), split("10 States shall meet")
    (('1 bis.', '[Each State Party'), ('', '(the depositary)'), ('', '10 States shall meet'))
    """
    shape = _SHAPE.match(line)
    if shape is None or not _is_label(shape):
        return "", line
    end = shape.end()
    if end == len(line):
        return line, ""
    return (line[:end], line[end + 1 :]) if line[end] == " " else ("", line)


def parse(label: str) -> Label | None:
    """The likeliest reading of a label, or None where it is none.

    >>> parse("3.3 bis Alt")
    Label(numbers=(3, 3), system='decimal', suffix=2, letter='', pre=0, alternative=1, word='', before='', after='')
    """
    return next(iter(readings(label)), None)


@lru_cache(maxsize=4096)
def readings(label: str) -> tuple[Label, ...]:
    """Every reading of a label, the likeliest first: "(i)" is the first Roman numeral and the ninth letter."""
    shape = _SHAPE.fullmatch(label)
    if shape is None:
        return ()
    suffix = shape["suffix"] or shape["late"] or ""
    alternative = shape["alternative"] or ""
    counted = re.search(r"\d+", alternative)
    return tuple(
        Label(
            numbers,
            system,
            SUFFIX_RANKS.get(suffix.lower(), 0),
            shape["letter"] or "",
            SUFFIX_RANKS.get((shape["again"] or "").lower(), 1) if shape["pre"] else 0,
            int(counted[0]) if counted else int(bool(alternative)),
            shape["word"] or "",
            shape["before"],
            shape["after"] if not shape["late"] else shape["after"].replace(shape["late"], "").replace(" ", ""),
        )
        for system, numbers in _numbers(shape["number"])
    )


@lru_cache(maxsize=4096)
def key(label: str) -> str:
    """A label without brackets, controls, parentheses and stops: what people say when they cite it.

    >>> key("[(a)"), key("1 bis."), key("Option 2:")
    ('a', '1 bis', 'Option 2')
    """
    bare = re.sub(rf"[{BIDI_CONTROLS}\[\]()（）]", "", label)
    return bare.strip(" \u00a0.．:、-–—").replace("\u00a0", " ")


Order = tuple[tuple[int, ...], int, str, int, int, str]
_LAST = 10**9


def order(label: str) -> Order:
    """A key that sorts labels as a reader expects: 3 pre, 3, 3 alt, 3 bis, 3 ter, 4; what is no label comes last."""
    parsed = parse(label)
    return rank(parsed) if parsed else ((_LAST,), 0, "", 0, 0, label)


def rank(label: Label) -> Order:
    """The key of a label that was read; those of one numeral system sort by it."""
    return label.numbers, label.suffix, label.letter, label.pre or _LAST, label.alternative, label.word


def following(label: str, previous: str = "") -> str:
    """The label after this one, in the same dress; `previous` decides whether "(i)" goes on to "(ii)" or to "(j)".

    >>> following("(a)"), following("3 bis."), following("(z)"), following("(i)"), following("(i)", previous="(h)")
    ('(b)', '4.', '(aa)', '(ii)', '(j)')
    """
    parsed = continuing(label, previous)
    if parsed is None:
        return ""
    numbers = (*parsed.numbers[:-1], parsed.numbers[-1] + 1)
    return show(replace(parsed, numbers=numbers, suffix=0, letter="", pre=0, alternative=0))


def continuing(label: str, previous: str) -> Label | None:
    """The reading of a label that goes on from the one before it, else the likeliest."""
    read = readings(label)
    before = {(reading.system, reading.numbers[:-1], reading.numbers[-1]) for reading in readings(previous)}
    for reading in read:
        if (reading.system, reading.numbers[:-1], reading.numbers[-1] - 1) in before:
            return reading
    return read[0] if read else None


def show(label: Label) -> str:
    """A label as printed.

    >>> show(Label((4,), "lower-roman", suffix=2, before="(", after=")"))
    '(iv bis)'
    """
    system = numerals.SYSTEMS[label.system]
    printed = ".".join(system.print(number) for number in label.numbers) + label.letter
    printed += _adverb(label.suffix)
    if label.pre:
        printed += " pre" + _adverb(label.pre)
    if label.alternative:
        printed += " alt" + (f" {label.alternative}" if label.alternative > 1 else "")
    return (label.word + " " if label.word else "") + label.before + printed + label.after


def _adverb(rank: int) -> str:
    if rank < 2:
        return ""
    return f" {SUFFIXES[rank - 2]}" if rank <= len(SUFFIXES) + 1 else f" ({rank})"


def renumbered(label: str, reading: Label, number: int, above: tuple[int, ...] | None = None) -> str:
    """A label as printed with another number and nothing hung on it; all else of it stays as it is.

    `reading` is what the label says now; `above` are the numbers before its last, where they change too.

    >>> renumbered("[3 bis.", Label((3,), suffix=2), 4), renumbered("1.2.", Label((1, 2)), 3, (2,))
    ('[4.', '2.3.')
    """
    numbers = (*(reading.numbers[:-1] if above is None else above), number)
    shape = _SHAPE.fullmatch(label)
    if shape is None or (numbers == reading.numbers and not is_hung(reading)):
        return label
    system = numerals.SYSTEMS[reading.system]
    printed = ".".join(system.print(each) for each in numbers)
    if shape["ordinal"] and (number == 1 or shape["ordinal"] in "°º"):
        printed += shape["ordinal"]
    after = re.sub(rf"[ \u00a0]?{re.escape(shape['late'])}", "", shape["after"]) if shape["late"] else shape["after"]
    return label[: shape.start("number")] + printed + after + shape["closers"]


def is_hung(label: Label) -> bool:
    """Whether something hangs on the number that only a frozen numbering needs: "bis", "a", "pre", "alt"."""
    return bool(label.suffix or label.letter or label.pre or label.alternative)


@lru_cache(maxsize=4096)
def _numbers(written: str) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Each reading of "3.3" or "iv" as (system, numbers)."""
    parts = [dict(numerals.read(part)) for part in written.split(".")]
    shared = [system for system in parts[0] if all(system in part for part in parts)]
    return tuple((system, tuple(part[system] for part in parts)) for system in shared)


def _is_label(shape: re.Match[str]) -> bool:
    """Whether something that has the shape of a label at the start of a line is one, and not a word or an amount."""
    number, dressed = shape["number"], bool(shape["after"])
    if not _numbers(number) or (shape["before"] and not shape["after"].startswith((")", "）"))):
        return False
    if shape["word"]:
        return dressed or not number.islower()
    hung = any(shape[part] for part in ("suffix", "alternative", "letter", "ordinal"))
    return dressed or (number[0].isdigit() and ("." in number or hung))
