"""The labels of a list worked out the long way: for every paragraph, all that came before is counted again.

This follows the published description of Word's own algorithm (MS-DOC 2.4.6.3 and 2.4.6.4) and the standard's text, not
our program: no state is carried from one paragraph to the next.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from hypothesis import strategies as st

from tests.formats.docx import numbered

DEPTH = 4
LETTERS = [letter * round for round in range(1, 4) for letter in "abcdefghijklmnopqrstuvwxyz"]
ROMAN = [
    hundreds + tens + ones
    for hundreds in ("", "C")
    for tens in ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
    for ones in ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
]


@dataclass(frozen=True, slots=True)
class Level:
    text: str
    format: str = "decimal"
    start: int = 1
    restart: int | None = None
    legal: bool = False


@dataclass(frozen=True, slots=True)
class List:
    """A list: its definition, the levels of it, where they are overridden to start."""

    definition: int
    levels: tuple[Level, ...]
    overrides: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Paragraph:
    list: int
    level: int
    counts: bool = True


def label(lists: tuple[List, ...], before: list[Paragraph], this: Paragraph, again: bool = True) -> str:
    """The label of a paragraph after others; `again` if an override is used whenever the level starts again."""
    own = lists[this.list]
    run = [each for each in before if each.counts and lists[each.list].definition == own.definition] + [this]
    wanted = [int(found) for found in re.findall(r"%(\d)", own.levels[this.level].text)]
    if any(each > this.level + 1 for each in wanted):
        return ""
    text = own.levels[this.level].text
    for each in wanted:
        of = own.levels[each - 1]
        plain = own.levels[this.level].legal and of.format not in ("none", "decimalZero")
        shown = printed(number(lists, run, each - 1, again), "decimal" if plain else of.format)
        text = text.replace(f"%{each}", shown)
    return text


def number(lists: tuple[List, ...], run: list[Paragraph], level: int, again: bool) -> int:
    """The number of a level after a run of paragraphs of one definition."""
    firsts = {}
    for place, each in enumerate(run):
        if each.level in lists[each.list].overrides:
            firsts.setdefault(each.list, place)
    value: int | None = None
    for place, each in enumerate(run):
        own = lists[each.list]
        here = own.levels[level]
        override = own.overrides.get(level)
        if each.level == level:
            if firsts.get(each.list) == place:
                value = override
            elif value is None:
                value = override if override is not None and again else here.start
            else:
                value += 1
        elif each.level > level and value is None:
            value = here.start
        elif each.level < level and restarts(here, level, each.level):
            value = None
    return value if value is not None else -1


def restarts(here: Level, level: int, used: int) -> bool:
    if here.restart is None or here.restart > level:
        return True
    return used + 1 <= here.restart


def printed(number: int, format: str) -> str:
    return {
        "decimal": str(number),
        "decimalZero": f"0{number}" if number < 10 else str(number),
        "lowerLetter": LETTERS[number - 1] if number else "",
        "upperRoman": ROMAN[number],
        "none": "",
    }[format]


def xml(lists: tuple[List, ...]) -> str:
    """The lists as Word stores them; those of one definition have equal levels."""
    definitions = {each.definition: each.levels for each in lists}
    abstracts = "".join(
        numbered.abstract(*(level_xml(index, each) for index, each in enumerate(levels)), id=id)
        for id, levels in definitions.items()
    )
    return abstracts + "".join(
        numbered.number(
            place + 1, *(numbered.override(*each) for each in own.overrides.items()), abstract=own.definition
        )
        for place, own in enumerate(lists)
    )


def level_xml(index: int, level: Level) -> str:
    restart = "" if level.restart is None else f'<w:lvlRestart w:val="{level.restart}"/>'
    legal = "<w:isLgl/>" if level.legal else ""
    return numbered.level(index, level.text, restart + legal, level.format, level.start)


FORMATS = ("decimal", "decimalZero", "lowerLetter", "upperRoman", "none")


@st.composite
def levels(draw: st.DrawFn, index: int) -> Level:
    wanted = draw(st.lists(st.integers(1, index + 1), min_size=1, max_size=3, unique=True))
    if draw(st.integers(0, 19)) == 0:
        wanted.append(index + 2)
    return Level(
        ".".join(f"%{each}" for each in sorted(wanted)) + draw(st.sampled_from(["", ".", ")", " bis"])),
        draw(st.sampled_from(FORMATS)),
        draw(st.integers(0, 3)),
        draw(st.none() | st.integers(0, DEPTH)),
        draw(st.booleans()),
    )


@st.composite
def documents(draw: st.DrawFn) -> tuple[tuple[List, ...], list[Paragraph]]:
    """Lists, several of one definition, and paragraphs that use them in turn."""
    definitions = [tuple(draw(levels(index)) for index in range(DEPTH)) for _ in range(draw(st.integers(1, 2)))]
    overrides = st.dictionaries(st.integers(0, DEPTH - 1), st.integers(0, 9), max_size=DEPTH)
    lists = tuple(
        List(id, definitions[id], draw(overrides))
        for id in draw(st.lists(st.integers(0, len(definitions) - 1), min_size=1, max_size=4))
    )
    places = st.builds(
        Paragraph, st.integers(0, len(lists) - 1), st.integers(0, DEPTH - 1), st.integers(0, 5).map(bool)
    )
    return lists, draw(st.lists(places, min_size=1, max_size=25))
