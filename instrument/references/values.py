"""What a text says when it refers: the groups of a citation, from the outermost down."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Unit(StrEnum):
    """What a citation calls the thing that it names; `ITEM` is anything inside a paragraph."""

    ARTICLE = "article"
    ANNEX = "annex"
    PART = "part"
    SECTION = "section"
    PREAMBLE = "preamble"
    PARAGRAPH = "paragraph"
    ITEM = "item"


CLAUSES = frozenset({Unit.ARTICLE, Unit.ANNEX, Unit.PART, Unit.SECTION, Unit.PREAMBLE})

# "this article", "that article", "the preceding paragraph", "the following paragraph"; none where labels are given.
Pointing = Literal["", "this", "that", "preceding", "following"]
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One word and the labels behind it: "articles 3, 4 and 6 to 8", "paragraph 2 (a)", "this article".

    `word` is the unit's name as written. `paths` has a path for each label, outermost first; a path in `ranges` runs
    through to the one beside it.
    """

    unit: Unit
    word: str
    paths: tuple[Path, ...] = ()
    ranges: tuple[tuple[Path, Path], ...] = ()
    pointing: Pointing = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference as it stands in the words of a text, `start` to `end`, its groups from the outermost down.

    `other` is the name of the instrument that it says it is of, empty where it says none or the text's own; `shared`
    is the one that the citation joined to it by "and" is of.
    """

    start: int
    end: int
    words: str
    groups: tuple[Group, ...]
    other: str = ""
    shared: str = ""
