"""A returned file taken apart: read without any change, with those of each author, and with all."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from instrument import storage
from instrument.building.returned.left import carried
from instrument.building.returned.origin import origin
from instrument.building.returned.terms import EVERYTHING, Page, in_terms, page
from instrument.building.returned.values import Contribution, Remark, Returned
from instrument.building.texts import word_data
from instrument.changes import Changes, invert
from instrument.difference.comparison import changes_of
from instrument.formats import docx
from instrument.model import Instrument
from instrument.outline import addresses
from instrument.problem import Problem, Read, Severity, Where

if TYPE_CHECKING:
    from instrument.formats.docx.reading.placing import Spot
    from instrument.formats.docx.reading.reader import Told
    from instrument.formats.docx.reading.tracked import Tracked
    from instrument.formats.docx.walking.hands import Upon

Hands = frozenset[tuple[str, str]]  # authors and dates
# What a reader of one text says of changes and comments; here they are values.
_TAKEN = {"tracked-change", "comment", "comments-kept"}


def read_returned(
    path: str | Path,
    base: Instrument,
    *,
    stages: Mapping[str, Instrument] | None = None,
    standing: Collection[tuple[str, str]] = (),
) -> Read[Returned]:
    """A Word file that came back, as changes of `base`, author by author.

    `stages` are other texts that it may have been made from: one that is nearer than the base becomes the base, with a
    warning. `standing` are the authors and dates of tracked changes that are done in the base already. Raises
    `CannotRead` for what is no Word file, `Misuse` for an ending that is none of Word's.
    """
    place = Path(path)
    data = word_data(storage.read_bytes(place), str(place), place.suffix.lower())
    read = take(docx.tracked(data.value, str(place)), base, stages=stages, standing=standing)
    return Read(read.value, (*data.problems, *read.problems))


def take(
    file: Tracked,
    base: Instrument,
    *,
    stages: Mapping[str, Instrument] | None = None,
    standing: Collection[tuple[str, str]] = (),
) -> Read[Returned]:
    """The same of a file that is open already."""
    stages = stages or {}
    views = _Views(file, base, frozenset(standing))
    stage = origin(views.tell().instrument, file.digests, base, stages)
    base = views.base = stages.get(stage, base)
    views.page = page(views.tell().instrument, base)
    silent = changes_of(base, views.text())
    back = invert(silent, base)
    read = [_contribution(views, hands, before, back) for hands, before in _in_turn(views)]
    everyone = frozenset(file.hands)
    problems = (
        *(_older(file, stage) if stage else ()),
        *(problem for problem in views.tell(everyone).problems if problem.code not in _TAKEN),
        *file.problems,
        *_nested(views),
        *(problem for each in read for problem in each.problems),
    )
    together = changes_of(base, views.text(everyone))
    authors = tuple(each.value for each in read)
    return Read(Returned(base, stage, authors, silent, together, tuple(_remarks(views, everyone))), problems)


@dataclass(slots=True)
class _Views:
    """A file against a base, read once for each set of hands; those in `standing` are done in every view."""

    file: Tracked
    base: Instrument
    standing: Hands
    page: Page = EVERYTHING
    told: dict[Hands, Told] = field(default_factory=dict)
    texts: dict[Hands, Instrument] = field(default_factory=dict)

    @property
    def upon(self) -> list[Upon]:
        """Where one changed the words of another; those of `standing` are words of the base."""
        new = {hand.author for hand in self.file.hands if hand not in self.standing}
        return [each for each in self.file.upon if {each.author, each.other} <= new]

    def tell(self, hands: Hands = frozenset()) -> Told:
        """What the file says with the changes of these hands done."""
        done = self.standing | hands
        if done not in self.told:
            self.told[done] = self.file.read(done)
        return self.told[done]

    def text(self, hands: Hands = frozenset()) -> Instrument:
        """The same in the terms of the base."""
        if hands not in self.texts:
            self.texts[hands] = in_terms(self.tell(hands).instrument, self.base, self.page)
        return self.texts[hands]


def _in_turn(views: _Views) -> Iterator[tuple[Hands, Hands]]:
    """The hands of each author, and those of all authors before: by date, each after those whose words it changed."""
    mine: dict[str, set[tuple[str, str]]] = {}
    for hand in views.file.hands:
        if hand not in views.standing:
            mine.setdefault(hand.author, set()).add(hand)
    waiting = sorted(mine, key=lambda author: min(date for _, date in mine[author]))
    before: Hands = frozenset()
    while waiting:
        blocked = {each.author for each in views.upon if each.other in waiting}
        author = next((each for each in waiting if each not in blocked), waiting[0])
        waiting.remove(author)
        yield frozenset(mine[author]), before
        before |= mine[author]


def _contribution(views: _Views, hands: Hands, before: Hands, back: Changes) -> Read[Contribution]:
    """What the hands of one author do; `back` leads from the file without tracked changes to the base."""
    (author, *_), dates = {author for author, _ in hands}, sorted(date for _, date in hands if date)
    untouched = views.text()
    alone = changes_of(untouched, views.text(hands))
    after = changes_of(views.text(before), views.text(before | hands)) if before else alone
    what = f'a tracked change by "{author}" meets an edit made without tracking'
    based = carried(alone, back, untouched, Where(views.file.file.name), what) if back else Read(alone)
    upon = dict.fromkeys(each.other for each in views.upon if each.author == author)
    first, last = (dates[0], dates[-1]) if dates else ("", "")
    return Read(Contribution(author, first, last, based.value, after, tuple(upon)), based.problems)


def _older(file: Tracked, stage: str) -> Iterator[Problem]:
    message = f'this was made from "{stage}", and not from the text that it is compared with'
    yield Problem("other-stage", Severity.WARNING, Where(file.file.name), message, f"its changes are those of {stage}")


def _nested(views: _Views) -> Iterator[Problem]:
    """Say where one author changed the words of another, paragraph by paragraph."""
    file = views.file.file
    for (author, other, part, number), group in groupby(views.upon, attrgetter("author", "other", "part", "number")):
        words = "".join(each.words for each in group)
        message = f'"{author}" changed what "{other}" had put in: "{words}"'
        hint = f"it changes a proposal, and no word of the base: read it upon the text with the changes of {other}"
        where = Where(file.name if part == file.main else f"{file.name}/{part}", number)
        yield Problem("nested-change", Severity.WARNING, where, message, hint)


def _remarks(views: _Views, everyone: Hands) -> Iterator[Remark]:
    """Every comment, where it stands in the accepted text, or else in the text without changes."""
    texts = [(views.tell(hands).remarks, views.text(hands)) for hands in (everyone, frozenset[tuple[str, str]]())]
    for placed in zip(*(remarks for remarks, _ in texts), strict=True):
        spots = [(spot, text) for (_, spot), (_, text) in zip(placed, texts, strict=True) if spot]
        address = _address(*spots[0]) if spots else ""
        on = next((comment.on for comment, _ in placed if comment.on), "")
        said = placed[0][0]
        yield Remark(said.author, said.date, address, on, said.words, said.answers or "", said.resolved)


def _address(spot: Spot, text: Instrument) -> str:
    place, index = spot
    clause = text.clauses[place]
    return addresses(clause)[index] if index >= 0 else f"{clause.id}/heading"
