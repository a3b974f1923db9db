"""The paragraphs of one clause to provisions: labels told from text, depths inferred, run-on lists cut."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field

from instrument.formats.printed.markers import dashed, opening, within
from instrument.formats.printed.nesting import Nesting, dress_of, goes_on, is_first, looks
from instrument.formats.printed.paragraph import Paragraph, wording
from instrument.formats.printed.report import Place, Report, excerpt
from instrument.labels import readings
from instrument.model import Kind, Provision

_CHAPEAU = (":", "：", ",", "，", "،")
_AHEAD = 60
_GOES_ON = (",", ";", "，", "；", "،", "؛")


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph from where its label or its text begins."""

    paragraph: Paragraph
    at: int
    label: str
    start: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A provision, where it begins in the source, and the stretch of the source that is its text."""

    provision: Provision
    place: Place
    body: Paragraph


@dataclass(slots=True)
class Reader:
    """The reading of one clause: what is open, what has been found."""

    kind: Kind
    language: str
    notes: Container[str]
    report: Report
    items: list[Item]
    nesting: Nesting = field(default_factory=Nesting)
    found: list[Placed] = field(default_factory=list)
    before: str = ""
    counted: int = 0

    def read(self) -> list[Placed]:
        position = 0
        while position < len(self.items):
            position = self._item(position)
        return self.found

    def _item(self, position: int) -> int:
        """Reads one paragraph, and the next where it is the text of a label that stands alone; where to go on."""
        item = self.items[position]
        while True:
            depth = self._labelled(item, position) if item.label else None
            if depth is None:
                item = Item(item.paragraph, item.at, "", item.at)
                depth = self._loose(item)
            following = self._second(item, position) or self._cut(item, position)
            end = following.at if following else len(item.paragraph.chars)
            body = item.paragraph.part(item.start, end)
            if following is None and item.label and not body.chars.strip() and self._alone(position):
                position += 1
                body = self.items[position].paragraph
                self.report.guess("label-alone", body.place(0), f'this line is read as the text of "{item.label}"')
            self._add(depth, item, body)
            if following is None:
                return position + 1
            item = following

    def _add(self, depth: int, item: Item, body: Paragraph) -> None:
        provision = Provision(depth, item.label, wording(body, self.notes))
        self.found.append(Placed(provision, item.paragraph.place(item.at), body))
        self.before = body.chars.rstrip()
        self.nesting.chapeau = depth if not item.label and self.before.endswith(_CHAPEAU) else None

    def _labelled(self, item: Item, position: int) -> int | None:
        ambiguous = len(readings(item.label)) > 1
        spot = self.nesting.place(
            item.label, item.paragraph.indent, self._upcoming(item, position) if ambiguous else ""
        )
        if spot and spot.jumps:
            self._guess("label-order", item, f'"{item.label}" is out of its row and read as a label all the same')
        return spot.depth if spot else None

    def _loose(self, item: Item) -> int:
        """The depth of a paragraph without a label."""
        if self.kind in (Kind.PREAMBLE, Kind.FINAL, Kind.TITLE):
            return 0
        text = item.paragraph.chars[item.start :]
        closes = text[:1].islower() or self.before.endswith(_GOES_ON)
        depth = self.nesting.loose(item.paragraph.indent, closes)
        if self.nesting.levels and not item.paragraph.indent and not item.paragraph.row:
            what = "closing words of the list" if closes else "a paragraph of its own"
            self._guess("unlabelled", item, f'"{excerpt(text, 30)}" is read as {what}')
        return depth

    def _second(self, item: Item, position: int) -> Item | None:
        """The label right behind a label: "1. (a) Each Party" is an empty paragraph 1 and its item (a)."""
        if not item.label:
            return None
        chars = item.paragraph.chars
        at = len(chars) - len(chars[item.start :].lstrip())
        label, start = opening(chars, at)
        second = Item(item.paragraph, at, label, start)
        first = next((reading for reading in readings(label) if is_first(reading)), None)
        if first is None or any(dress_of(first) == dress_of(reading) for reading in readings(item.label)):
            return None
        upcoming = self._upcoming(second, position)
        return second if first.word or any(goes_on(first, reading) for reading in readings(upcoming)) else None

    def _cut(self, item: Item, position: int) -> Item | None:
        """The next item or paragraph that begins within the line."""
        if self.kind in (Kind.PREAMBLE, Kind.FINAL):
            return None
        chars = item.paragraph.chars
        if self.language == "ar" and (dash := self._dash(item)):
            return dash
        for label, at, start in within(chars, item.start):
            next_item = Item(item.paragraph, at, label, start)
            if self.nesting.expects(label) or self._begins_list(next_item, position):
                self._guess("run-on", next_item, f'"{label}" within a line is read as a new item')
                return next_item
        return None

    def _begins_list(self, item: Item, position: int) -> bool:
        first = next((reading for reading in readings(item.label) if is_first(reading)), None)
        if first is None or item.paragraph.chars[: item.at].rstrip()[-1:] not in (":", "："):
            return False
        return any(goes_on(first, reading) for reading in readings(self._upcoming(item, position)))

    def _guess(self, code: str, item: Item, message: str) -> None:
        self.report.guess(code, item.paragraph.place(item.at), message)

    def _upcoming(self, item: Item, position: int) -> str:
        """The next label in the same dress, in this line or below."""
        alike = looks(item.label)
        for label, _, _ in within(item.paragraph.chars, item.start):
            if not alike.isdisjoint(looks(label)):
                return label
        for other in self.items[position + 1 : position + _AHEAD]:
            if other.label and not alike.isdisjoint(looks(other.label)):
                return other.label
        return ""

    def _alone(self, position: int) -> bool:
        following = self.items[position + 1] if position + 1 < len(self.items) else None
        return following is not None and not following.label and not following.paragraph.row

    def _dash(self, item: Item) -> Item | None:
        """The next numbered paragraph of an Arabic text in which "2 -" was read as "- 2"."""
        for number, at in dashed(item.paragraph.chars, item.start):
            if number == self.counted + 1 or (number == 2 and not self.counted):
                self.counted = number
                self.nesting.levels.clear()
                paragraph = Item(item.paragraph, at, "", at)
                self._guess("run-on", paragraph, f'"{number}" within a line is read as a new paragraph')
                return paragraph
        return None


def provisions(
    paragraphs: list[Paragraph], kind: Kind, language: str, notes: Container[str], report: Report
) -> list[Placed]:
    """The provisions of a clause, from the paragraphs that follow its heading."""
    items = [Item(one, 0, *(("", 0) if one.row else opening(one.chars))) for one in paragraphs]
    return Reader(kind, language, notes, report, items).read()
