"""The rolling text: every amendment of a text in one, each departure from it in brackets with those who hold it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import TYPE_CHECKING

from instrument.brackets.resolving import resolve
from instrument.changes import Changes, apply, carry, compose, digest
from instrument.difference.comparison import changes_of
from instrument.model import Instrument, plain
from instrument.problem import Misuse, Problem, Read
from instrument.proposals.amendment import Amendment
from instrument.proposals.linking import left_behind
from instrument.proposals.merging.balancing import Pair, balance
from instrument.proposals.merging.crowding import walk
from instrument.proposals.merging.ground import Fragment, Position, joined, lay_out, raise_text
from instrument.proposals.merging.hunks import Hunk, hunks
from instrument.proposals.merging.naming import distinct
from instrument.proposals.merging.parting import apart, meet, print_sheet, sheets
from instrument.proposals.merging.printing import Printer, Signature
from instrument.proposals.merging.regions import Meeting, Region
from instrument.proposals.merging.reporting import left_out, report
from instrument.splitting import Watch, spread, unwatched
from instrument.words import split

if TYPE_CHECKING:
    from concurrent.futures import Executor

_NEAR = 4  # words and spaces: a bracket may be printed one word wider than its dispute


@dataclass(frozen=True, slots=True)
class Rolling:
    """A text with all amendments of it, in the order of their symbols, and the regions in which they differ from it."""

    meeting: Meeting
    amendments: tuple[Amendment, ...]
    regions: tuple[Region, ...]

    @property
    def base(self) -> Instrument:
        return self.meeting.ground.base

    @property
    def text(self) -> Instrument:
        """The rolling text as it is printed."""
        return self.printed()

    def printed(self, executor: Executor | None = None, watch: Watch = unwatched) -> Instrument:
        """The same, its clauses done by an executor."""
        return self._printed(self._printer(), self.regions, executor, watch)

    def parted(self) -> list[Amendment]:
        """What leads from the base to the rolling text, one amendment for those who hold the same places together.

        Where places are so entangled that these would not make the rolling text, those of one clause are held together,
        at worst all: what an amendment does is never guessed.
        """
        printer = self._printer()
        whole = self._printed(printer, self.regions)
        clauses = [list(group) for _, group in groupby(self.regions, key=lambda region: region.start.clause)]
        for groups in (list(self._neighbourhoods()), clauses):
            parts = self._parts(groups, printer)
            if self._together(parts) == whole:
                return parts
        return self._parts([list(self.regions)], printer)

    def _parts(self, groups: Iterable[list[Region]], printer: Printer) -> list[Amendment]:
        places: dict[tuple[int, ...], list[Region]] = {}
        for group in groups:
            who = {who for region in walk(group) for alternative in region.alternatives for who in alternative.by}
            places.setdefault(tuple(sorted(who)), []).extend(group)
        return [self._part(who, self._printed(printer, regions)) for who, regions in places.items() if who]

    def _together(self, parts: Iterable[Amendment]) -> Instrument:
        done = Changes(digest(self.base), digest(self.base))
        for part in parts:
            done = compose(done, carry(part.changes, done, self.base).changes, self.base)
        return apply(done, self.base)

    def _neighbourhoods(self) -> Iterator[list[Region]]:
        """The regions, those together that meet, or stand so near in a line that their brackets may."""
        near: list[Region] = []
        for region in self.regions:
            if near and not self._is_near(near[-1], region):
                yield near
                near = []
            near.append(region)
        if near:
            yield near

    def _is_near(self, one: Region, other: Region) -> bool:
        if one.end == other.start or not (one.is_inline and other.is_inline and one.end[:2] == other.start[:2]):
            return one.end == other.start
        return len(split(plain(self.meeting.ground.chars(one.end, other.start)))) <= _NEAR

    def _part(self, who: Sequence[int], text: Instrument) -> Amendment:
        mine = [self.amendments[each] for each in who]
        sponsors = tuple(dict.fromkeys(name for amendment in mine for name in amendment.sponsors))
        dates = [amendment.date for amendment in mine if amendment.date]
        symbols = ", ".join(amendment.symbol for amendment in mine if amendment.symbol)
        return Amendment(changes_of(self.base, text), sponsors, min(dates, default=""), symbols)

    def _printer(self) -> Printer:
        signatures = (Signature(each.sponsors, each.symbol) for each in self.amendments)
        return Printer(self.meeting, dict(enumerate(signatures)))

    def _printed(
        self,
        printer: Printer,
        regions: Sequence[Region],
        executor: Executor | None = None,
        watch: Watch = unwatched,
    ) -> Instrument:
        pages = sheets(printer, regions)
        printed = watch(spread(print_sheet, pages, executor), len(pages))
        return distinct(self.base.with_clauses(chain.from_iterable(printed)))

    def resolved(self, who: int | None) -> Instrument:
        """The text as one amendment wants it, or, for `None`, as it is without any that is not agreed."""
        made = self._resolved(self.regions, Position(0), Position(len(self.base)), who)
        return raise_text(made, self.base.language)

    def left_behind(self, text: Instrument) -> tuple[Problem, ...]:
        """What a text that was made of this one, by taking brackets away, breaks apart.

        The edits of one amendment belong together: a warning for each of which some stand bare now and others do not.
        """
        bare = changes_of(self.base, resolve(text, None).value)
        return tuple(left_behind([(str(each), each.changes) for each in self.amendments], self.base, bare))

    def _resolved(self, regions: Sequence[Region], start: Position, end: Position, who: int | None) -> Fragment:
        parts: list[Fragment] = []
        for region in regions:
            parts.append(self.meeting.ground.cut(start, region.start))
            wanted = region.of(who) if who is not None else None
            wanted = wanted or self.meeting.agreed_in(region)
            inside = self._resolved(region.inside, region.start, region.end, who) if wanted is None else wanted.new
            parts.append(inside)
            start = region.end
        return joined(chain(*parts, self.meeting.ground.cut(start, end)))


def merge(
    base: Instrument, amendments: Sequence[Amendment], executor: Executor | None = None, watch: Watch = unwatched
) -> Read[Rolling]:
    """Amendments of a text as one rolling text, and what is to be said of it.

    What an amendment with a `decision` changes stands bare, everything else in brackets. The order of the amendments
    does not matter. `executor` is who does the clauses, if not this thread. Raises `Misuse` for one of another text, or
    without sponsors.

    >>> from instrument.model import Clause, Provision, plain, text
    >>> shall, may = (Instrument((Clause("use", provisions=(Provision(0, "1.", text(f"States {verb} act.")),)),))
    ...               for verb in ("shall", "may"))
    >>> rolling = merge(shall, [Amendment(changes_of(shall, may), ("Delegation A",))]).value
    >>> plain(rolling.text.clauses[0].provisions[0].text)
    'States [shall] [may] act.'
    """
    chosen = tuple(sorted(amendments, key=_order))
    _refuse(base, chosen)
    agreed = frozenset(number for number, amendment in enumerate(chosen) if amendment.decision)
    meeting = Meeting(lay_out(base), agreed)
    own: list[list[Hunk]] = []
    known: dict[int, list[Pair]] = {}
    problems: list[Problem] = []
    for amendment in watch(chosen, len(chosen)):
        mine, loose = balance(hunks(amendment.changes, meeting.ground), meeting, known)
        own.append(mine)
        problems += (left_out(hunk, amendment, meeting.ground) for hunk in loose)
    parts = apart(meeting, own)
    met = list(watch(spread(meet, parts, executor), len(parts)))
    regions = tuple(region for found, _ in met for region in found)
    crowded = {unit: by for _, found in met for unit, by in found.items()}
    return Read(Rolling(meeting, chosen, regions), (*problems, *report(regions, meeting.ground, chosen, crowded)))


def _refuse(base: Instrument, amendments: Sequence[Amendment]) -> None:
    expected = digest(base)
    for amendment in amendments:
        if amendment.changes.base != expected:
            raise Misuse(f"{amendment} was made for another text; rebase it first")
        if not amendment.sponsors or any(not name.strip() or ";" in name for name in amendment.sponsors):
            raise Misuse(f"{amendment} has no sponsors, or one whose name has a semicolon")


def _order(amendment: Amendment) -> tuple[object, ...]:
    """Amendments by their symbols, the numbers in them by size."""
    parts = (part.zfill(9) if part.isdigit() else part for part in re.split(r"(\d+)", amendment.symbol))
    return tuple(parts), amendment.sponsors, amendment.changes.result, amendment.date
