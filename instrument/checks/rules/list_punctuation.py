"""The items of one list end alike: semicolons, and a full stop or what follows behind the last; a paragraph ends.

A stop that differs is what a moved, inserted or merged item brings along, and it may end a sentence too soon. Every
list is held to its own habit, a short one to that of the text. Source: United Nations Editorial Manual, paragraphs and
subparagraphs: each ends with a semicolon, the last with a full stop.

>>> from instrument.checks.examples import trial
>>> trial("list-punctuation", "1. A Party shall:", "  (a) look;", "  (b) meet.", "  (c) go;", "  (d) report;")
article-1/1/b: . -> ;: this item ends with a full stop, the others with a semicolon
article-1/1/d: ;: the last item ends with a semicolon and nothing follows
>>> trial("list-punctuation", "1. Each Party shall meet once a year", "2. Each Party shall report once a year.")
article-1/1: r: the paragraph ends with no stop
>>> trial("list-punctuation", "1. A Party shall:", "  (a) look;", "  (b) meet; and", "  (c) go;", "  and report.")
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from instrument.checks.lists import Ending, Listing, ending
from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Line, Rule
from instrument.model import Cell, Kind
from instrument.problem import Severity
from instrument.references import Place

RULE = Rule("list-punctuation", Severity.WARNING, Severity.WARNING)

_NAMES = {";": "a semicolon", ",": "a comma", ".": "a full stop", ":": "a colon", "": "no stop"}
_SAME = str.maketrans("。；，：、،؛؟！？", ".;,:,,;???")
_FEWEST_WORDS = 5  # fewer are a heading, or a row of a form


def find(reading: Reading) -> Iterator[Finding]:
    lists = [
        (listing, [_End(item.last, ending(item.last.chars, reading.language)) for item in listing.items])
        for listing in reading.lists
        if listing.is_list and len(listing.items) > 1
    ]
    habit = _most([end for _, ends in lists for end in ends[:-1]])
    for listing, ends in lists:
        yield from _in_list(listing, ends, habit)
    yield from _paragraphs(reading, {end.line.place for _, ends in lists for end in ends})


@dataclass(frozen=True, slots=True)
class _End:
    """How a line ends: its stop, the Latin one that says the same, and where its words end."""

    line: Line
    read: Ending

    @property
    def stop(self) -> str:
        return self.read.stop.translate(_SAME)

    @property
    def name(self) -> str:
        return _NAMES.get(self.stop, f'"{self.stop}"')

    @property
    def start(self) -> int:
        return len(self.line.chars[: self.read.at].rstrip()) if self.stop else self.read.at

    @property
    def written(self) -> str:
        """The stop with the space before it, where the language has one."""
        return self.line.chars[self.start : self.read.at + 1] if self.stop else ""

    @property
    def is_open(self) -> bool:
        """Whether nothing is to be said of its stop: brackets may take it with them, a heading has none."""
        if not self.line.label and not _is_sentence(self.line):
            return True
        return self.line.chars.rstrip(" \u00a0\ufffc*").endswith(("]", "}"))

    def finding(self, message: str, hint: str = "", fix: str | None = None) -> Finding:
        return Finding(self.line, self.start, self.read.at + 1, message, hint, fix)


def _most(ends: Sequence[_End]) -> _End | None:
    """One that ends as most do; of two that are as frequent the semicolon, else none."""
    often = Counter(end.stop for end in ends if end.stop != ":")
    most = [stop for stop, number in often.items() if number == max(often.values())]
    usual = most[0] if len(most) == 1 else ";"
    return next((end for end in ends if end.stop == usual), None) if usual in most else None


def _in_list(listing: Listing, ends: Sequence[_End], habit: _End | None) -> Iterator[Finding]:
    usual = _most(ends[:-1]) or habit
    if usual is None or usual.stop not in (";", ",", "."):
        return
    others = Counter(end.stop for end in ends[:-1])
    for end in ends[:-1]:
        if end.stop not in (usual.stop, ":") and not end.is_open:
            is_certain = bool(end.stop) and others[usual.stop] == len(ends) - 2 > 1 and not end.read.joint
            message = f"this item ends with {end.name}, the others with {usual.name}"
            yield end.finding(message, f"end it with {usual.name}", usual.written if is_certain else None)
    last = ends[-1]
    ends_it = listing.items[-1].is_leaf and not last.read.joint and not listing.continues
    if ends_it and last.stop in (";", ",", "") and not last.is_open:
        message = f"the last item ends with {last.name} and nothing follows"
        yield last.finding(message, "end it with a full stop, or say what follows")


def _paragraphs(reading: Reading, in_lists: Collection[Place]) -> Iterator[Finding]:
    """The paragraphs of articles that end without a stop, or with a colon behind which nothing comes."""
    for clause, lines in reading.provisions(Kind.ARTICLE):
        for line, provision, after in zip(lines, clause.provisions, (*clause.provisions[1:], None), strict=False):
            if (after and after.depth > provision.depth) or line.place in in_lists or not _is_sentence(line):
                continue
            end = _End(line, ending(line.chars, reading.language))
            leads = end.stop == ":" and (after is None or after.label)
            if end.is_open:
                continue
            if end.stop in ("", ",") or (
                end.stop == ";" and not provision.depth and (provision.label or after is None)
            ):
                yield end.finding(f"the paragraph ends with {end.name}")
            elif leads:
                yield end.finding("nothing follows behind the colon")


def _is_sentence(line: Line) -> bool:
    """Whether a line is more than a heading or the row of a table."""
    return len(line.chars.split()) >= _FEWEST_WORDS and not any(isinstance(atom, Cell) for atom in line.content)
