"""The lists that a Word file defines: what each level prints, where it starts and what starts it again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml.etree import _Element

from instrument.formats.docx.numbering.bullets import BULLET as SIGN
from instrument.formats.docx.numbering.bullets import sign
from instrument.formats.docx.numbering.formats import BULLET
from instrument.formats.docx.parts.markup import W15
from instrument.formats.docx.parts.tree import OFF, attribute, is_on, w
from instrument.formats.docx.walking.elements import ALTERNATIVES, CHOICE

DEPTH = 9
# Word counts from 0 to here, and prints at most 31 characters: a longer text is somebody's mischief.
_HIGHEST_START = 32767
_LONGEST_TEXT = 255
# A definition that names a list style leads to another at once; a chain without end would be walked for each list.
_LONGEST_CHAIN = 9
_BY_SECTION = f"{{{W15}}}restartNumberingAfterBreak"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    `pieces` is its text, cut at the numbers: every second piece is the number of a level, counted from 1. `after` is
    the lowest level that leaves it running: a use of any level below that number starts it again.
    """

    pieces: tuple[str, ...] = ("",)
    format: str = "decimal"
    start: int = 0
    after: int = 0
    legal: bool = False
    suffix: str = "tab"
    style: str = ""
    language: str = ""
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Instance:
    """A list as paragraphs name it; all that share one abstract definition count together, as `list`.

    `by_section` is for one that starts again after each break between sections (MS-DOCX 2.5.2.1).
    """

    id: str
    list: str
    levels: tuple[Level | None, ...]
    overrides: Mapping[int, int]
    by_section: bool = False

    def start(self, index: int) -> int:
        """The number that a level begins with by its definition."""
        level = self.levels[index]
        return level.start if level else 1

    def linked(self, style: str) -> int | None:
        """The level that belongs to a paragraph style."""
        if not style:
            return None
        return next((index for index, level in enumerate(self.levels) if level and level.style == style), None)


def instances(root: _Element | None, links: Mapping[str, str]) -> dict[str, Instance]:
    """The lists of a file by their number; `links` are the numbers that its list styles name."""
    if root is None:
        return {}
    abstracts = {attribute(each, "abstractNumId"): each for each in root.iterfind(w("abstractNum"))}
    numbers = {attribute(each, "numId"): each for each in root.iterfind(w("num"))}
    defined = {id: dict(_levels(abstract)) for id, abstract in abstracts.items()}
    found = {}
    for id, number in numbers.items():
        ties = list(_ties(number, abstracts, numbers, links))
        if not ties:
            continue
        last = attribute(ties[-1].find(w("abstractNumId")))
        levels, overrides = dict(defined[last]), dict[int, int]()
        # The nearest overrides last, so that they prevail.
        for tie in reversed(ties):
            _override(tie, levels, overrides)
        by_section = abstracts[last].get(_BY_SECTION, "0") not in OFF
        found[id] = Instance(id, last, tuple(levels.get(index) for index in range(DEPTH)), overrides, by_section)
    return found


def _ties(
    number: _Element, abstracts: Mapping[str, _Element], numbers: Mapping[str, _Element], links: Mapping[str, str]
) -> Iterator[_Element]:
    """A list, and the lists it leads to where its abstract definition only names a list style."""
    seen = set[str]()
    while (
        (id := attribute(number.find(w("abstractNumId")))) in abstracts
        and id not in seen
        and len(seen) < _LONGEST_CHAIN
    ):
        seen.add(id)
        yield number
        style = attribute(abstracts[id].find(w("numStyleLink")))
        number = numbers.get(links.get(style, ""), number)


def _levels(parent: _Element) -> Iterator[tuple[int, Level]]:
    for element in parent.iterfind(w("lvl")):
        index = integer(attribute(element, "ilvl"))
        if index is not None and 0 <= index < DEPTH:
            yield index, _level(element, index)


def _override(number: _Element, levels: dict[int, Level], overrides: dict[int, int]) -> None:
    for override in number.iterfind(w("lvlOverride")):
        index = integer(attribute(override, "ilvl"))
        if index is None or not 0 <= index < DEPTH:
            continue
        element = override.find(w("lvl"))
        if element is not None:
            level = _level(element, index)
            # What starts a level again is said by the list, never by an override (MS-OI29500, 17.9.10 b).
            levels[index] = replace(level, after=levels[index].after if index in levels else index)
        start = integer(attribute(override.find(w("startOverride"))))
        if start is not None:
            overrides[index] = min(max(start, 0), _HIGHEST_START)


def _level(element: _Element, index: int) -> Level:
    format, text = _format(element), attribute(element.find(w("lvlText")))
    restart = integer(attribute(element.find(w("lvlRestart"))))
    start = integer(attribute(element.find(w("start")))) or 0
    return Level(
        pieces=_pieces(element, text[:_LONGEST_TEXT], format, index),
        format=format,
        start=min(max(start, 0), _HIGHEST_START),
        after=restart if restart is not None and 0 <= restart <= index else index,
        legal=is_on(element, "isLgl"),
        suffix=attribute(element.find(w("suff"))) or "tab",
        style=attribute(element.find(w("pStyle"))),
        language=attribute(element.find(f"{w('rPr')}/{w('lang')}")),
        cut=len(text) > _LONGEST_TEXT,
    )


def _pieces(element: _Element, text: str, format: str, index: int) -> tuple[str, ...]:
    if is_on(element.find(w("rPr")), "vanish"):
        return ("",)
    if format == BULLET:
        fonts = element.find(f"{w('rPr')}/{w('rFonts')}")
        picture = element.find(w("lvlPicBulletId")) is not None
        return (SIGN if picture else sign(text, attribute(fonts, "ascii") or attribute(fonts, "hAnsi")),)
    pieces = re.split("%([1-9])", text)
    # The standard leaves out the number of a deeper level; Word the whole text (MS-OI29500, 17.9.11 c).
    return ("",) if any(int(number) > index + 1 for number in pieces[1::2]) else tuple(pieces)


def _format(element: _Element) -> str:
    """The number format of a level; a format of one's own is hidden from programs before Word 2010."""
    format = element.find(f"{ALTERNATIVES}/{CHOICE}/{w('numFmt')}")
    if format is None:
        format = element.find(w("numFmt"))
    name = attribute(format) or "decimal"
    return attribute(format, "format") if name == "custom" else name


def integer(value: str) -> int | None:
    """
    >>> integer("12"), integer("-1"), integer("twelve"), integer("")
    (12, -1, None, None)
    """
    return int(value) if re.fullmatch(r"[+-]?[0-9]{1,9}", value) else None
