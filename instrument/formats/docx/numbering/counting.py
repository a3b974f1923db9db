"""Labels counted, paragraph after paragraph."""

from __future__ import annotations

import re
from copy import copy
from typing import NamedTuple

from lxml.etree import _Element

from instrument.formats.docx.numbering import membership
from instrument.formats.docx.numbering.formats import BULLET, NONE, SPELLED, printed
from instrument.formats.docx.numbering.levels import DEPTH, Instance, Level, instances
from instrument.formats.docx.parts.tree import attribute, w
from instrument.problem import Problem, Severity, Where

Counts = tuple[int | None, ...]
_FRESH: Counts = (None,) * DEPTH
_WHERE = Where("numbering.xml")


class Label(NamedTuple):
    """What Word prints before a paragraph: the text, what follows it ("tab", "space", "nothing"), the level from 0."""

    text: str
    level: int
    suffix: str
    bullet: bool


class Member(NamedTuple):
    """A list, by its number, and a level of it from 0."""

    list: str
    level: int


class Numbering:
    """The lists of a Word file, counted through one text of it: the body, or the footnotes, or a header.

    `numbering` and `styles` are the roots of the parts of these names. Nothing in them, however broken, is an error;
    what could not be printed as Word would is among the `problems`.
    """

    def __init__(self, numbering: _Element | None, styles: _Element | None) -> None:
        self._styles = membership.styles(styles)
        self._instances = instances(numbering, self._styles.lists)
        self._places: dict[tuple[str, str, str, str], tuple[Instance, int] | None] = {}
        self._counts: dict[str, Counts] = {}
        self._overridden: set[str] = set()
        self._problems: dict[str, Problem] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was met so far and could not be printed as Word would, each once."""
        return tuple(self._problems.values())

    def afresh(self) -> Numbering:
        """The same lists counted from their beginnings, through a text that Word counts by itself."""
        other = copy(self)
        other._counts, other._overridden = {}, set()
        return other

    def label(self, properties: _Element | None, counts: bool = True, table: str = "") -> Label | None:
        """The label of the next paragraph, None where it is in no list; a list may well print nothing: "".

        `properties` is the paragraph's `w:pPr`, or the former one inside its `w:pPrChange`; `table` is the style of the
        table it stands in. A paragraph that is not there (deleted, moved away, hidden) does not count: its label is
        what Word shows with it struck through, and the next paragraph has that number again.
        """
        place = self._place(properties, table)
        if place is None:
            return None
        instance, index = place
        before = self._counts.get(instance.list, _FRESH)
        overrides = index in instance.overrides and instance.id not in self._overridden
        numbers = advanced(before, instance, index, overrides)
        if counts:
            self._counts[instance.list] = numbers
            if overrides:
                self._overridden.add(instance.id)
        found = instance.levels[index]
        if found is None:
            self._warn_undefined(instance, index)
            return None
        if instance.by_section:
            self._warn(f"list {instance.id} starts again after each break between sections: its labels go on here")
        return Label(self._text(found, instance, numbers, properties), index, found.suffix, found.format == BULLET)

    def member(self, properties: _Element | None) -> Member | None:
        """Where a paragraph is numbered, None where it is in no list."""
        place = self._place(properties, "")
        return None if place is None else Member(place[0].id, place[1])

    def could_print(self, properties: _Element | None, label: str) -> bool:
        """Whether Word, with other numbers, would print a label there: "7." where it prints "3.", but not "3 bis."."""
        place = self._place(properties, "")
        level = None if place is None else place[0].levels[place[1]]
        pieces = () if level is None else level.pieces
        shape = "".join("\0" if at % 2 else each for at, each in enumerate(pieces))
        pattern = re.escape(" ".join(shape.split())).replace("\0", r"\S+")
        return bool(pieces) and re.fullmatch(pattern, " ".join(label.split())) is not None

    def _place(self, properties: _Element | None, table: str) -> tuple[Instance, int] | None:
        style = "" if properties is None else attribute(properties.find(w("pStyle")))
        own = None if properties is None else properties.find(w("numPr"))
        number = "" if own is None else attribute(own.find(w("numId")))
        ilvl = "" if own is None else attribute(own.find(w("ilvl")))
        key = (style, number, ilvl, table)
        if key not in self._places:
            self._places[key] = self._found(*key)
        return self._places[key]

    def _found(self, style: str, number: str, ilvl: str, table: str) -> tuple[Instance, int] | None:
        """The list and the level of all paragraphs that say the same of themselves."""
        chain, around = self._styles.chain(style), self._styles.around(table)
        own = membership.listed(chain, number)
        id = own or membership.listed(around, "")
        instance = self._instances.get(id)
        if not own and any(each.in_part for each in around):
            self._warn(f'the table style "{table}" numbers rows or columns of its tables: these have no label')
        if instance is None:
            if id not in ("", "0"):
                self._warn(f"list {id} is not defined, so its paragraphs have no label")
            return None
        if not own:
            self._warn(f'list {id} is that of the table style "{table}": other programs may show no label')
        index = membership.level(chain if own else (*chain, *around), ilvl, instance)
        if 0 <= index < DEPTH:
            return instance, index
        self._warn_undefined(instance, index)
        return None

    def _text(self, found: Level, instance: Instance, numbers: Counts, properties: _Element | None) -> str:
        if found.cut:
            self._warn(f"the label of list {instance.id} is longer than any that Word prints and was cut")
        pieces = list(found.pieces)
        for place in range(1, len(pieces), 2):
            pieces[place] = self._number(int(pieces[place]) - 1, found, instance, numbers, properties)
        return "".join(pieces)

    def _number(
        self, index: int, found: Level, instance: Instance, numbers: Counts, properties: _Element | None
    ) -> str:
        level, number = instance.levels[index], numbers[index] or 0
        format = level.format if level else "decimal"
        # "Legal" numbers are plain, but what has no number gets none, and a zero in front stays (MS-DOC, LVLF fLegal).
        if found.legal and format not in (NONE, BULLET, "decimalZero"):
            format = "decimal"
        language = self._language(found, properties) if format in SPELLED else "en"
        text = printed(number, format, language)
        if text is None:
            spoken = f" in the language {language}" if format in SPELLED else ""
            self._warn(f'the number format "{format[:40]}" is not known{spoken}; its labels are shown in figures')
        return str(number) if text is None else text

    def _language(self, found: Level, properties: _Element | None) -> str:
        own, style = "", ""
        if properties is not None:
            own = attribute(properties.find(f"{w('rPr')}/{w('lang')}"))
            style = attribute(properties.find(w("pStyle")))
        styled = (each.language for each in self._styles.chain(style) if each.language)
        return (found.language or own or next(styled, self._styles.language)).partition("-")[0].lower()

    def _warn_undefined(self, instance: Instance, index: int) -> None:
        self._warn(f"level {index + 1} of list {instance.id} is not defined, so its paragraphs have no label")

    def _warn(self, message: str) -> None:
        hint = "look at these labels in Word"
        self._problems.setdefault(message, Problem("uncertain-label", Severity.WARNING, _WHERE, message, hint))


def advanced(numbers: Counts, instance: Instance, index: int, overrides: bool = False) -> Counts:
    """The numbers of a list's levels once a paragraph has used one of them.

    `overrides` where the list now starts at its own number, whatever others of the same definition have counted.
    """
    now = numbers[index]
    now = instance.overrides.get(index, instance.start(index)) if now is None or overrides else now + 1
    above = (instance.start(place) if number is None else number for place, number in enumerate(numbers[:index]))
    below = (
        None if level is None or index < level.after else number
        for level, number in zip(instance.levels[index + 1 :], numbers[index + 1 :], strict=True)
    )
    return (*above, now, *below)
