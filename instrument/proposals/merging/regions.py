"""Where the hunks of many proposals meet: regions of the base, each with its alternatives and whose they are.

The same hunk by several is one alternative. What meets stands side by side; but where a long rewriting or a deletion
covers small edits, those stay inside the words of the base and only the long one stands beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from instrument.model import Run, plain
from instrument.proposals.merging.ground import Fragment, Ground, Position, Stretch, joined
from instrument.proposals.merging.hunks import Hunk

Who = tuple[int, ...]  # amendments, by their places in what is merged
Held = Mapping[Hunk, Who]
_SMALL = 30  # characters: in a shorter dispute nothing is nested
_SHRUNK = 0.6  # how much smaller the largest dispute must become to lift a long one out


@dataclass(frozen=True, slots=True)
class Alternative:
    """What some amendments put in the place of a region; nothing is a deletion."""

    new: Fragment
    by: Who


@dataclass(frozen=True, slots=True)
class Region(Stretch):
    """A stretch of the base with its alternatives; `inside` are the regions in the words of the base itself."""

    alternatives: tuple[Alternative, ...] = ()
    inside: tuple[Region, ...] = ()

    def of(self, who: int) -> Alternative | None:
        """What an amendment wants in the place of the whole region, if it wants anything."""
        return next((each for each in self.alternatives if who in each.by), None)


@dataclass(frozen=True, slots=True)
class Meeting:
    """The hunks that are merged, on their ground; those of an `agreed` amendment take the place of the base."""

    ground: Ground
    agreed: frozenset[int] = frozenset()

    def agreed_in(self, region: Region) -> Alternative | None:
        """What was agreed in the place of a region, if anything was."""
        return next((each for each in region.alternatives if self.agreed.intersection(each.by)), None)

    def regions(self, held: Held) -> tuple[Region, ...]:
        """The regions of hunks, in their order; no two meet."""
        return tuple(region for group in self._clusters(held) for region in self._resolved(group, held))

    def made(self, hunks: Iterable[Hunk], start: Position, end: Position) -> Fragment:
        """What stands between two points once hunks are made there."""
        parts: list[Fragment] = []
        for hunk in sorted(hunks, key=_order):
            parts += [self.ground.cut(start, hunk.start), hunk.new]
            start = hunk.end
        return joined(chain(*parts, self.ground.cut(start, end)))

    def _clusters(self, held: Held) -> Iterator[list[Hunk]]:
        """Hunks that meet, together."""
        ordered = sorted(held, key=_order)
        group, last = ordered[:1], ordered[:1]
        for hunk in ordered[1:]:
            if not self._meets(last[0], hunk):
                yield group
                group, last = [], [hunk]
            group.append(hunk)
            last = [max(last[0], hunk, key=_reach)]
        if group:
            yield group

    def _meets(self, last: Hunk, hunk: Hunk) -> bool:
        """Whether a hunk shares words or a point with the one that goes furthest, or has but space before it."""
        if hunk.start < last.end or (hunk.is_point and last.is_point and hunk.start == last.start):
            return True
        if not (hunk.is_inline and last.is_inline and last.end[:2] == hunk.start[:2]):
            return False
        between = self.ground.chars(last.end, hunk.start)
        return all(isinstance(atom, Run) and atom.chars.isspace() for atom in between)

    def _resolved(self, group: Sequence[Hunk], held: Held) -> Iterator[Region]:
        """The regions of hunks that meet: one, but for deletions of words, which are cut where others begin or end."""
        if all(hunk.is_inline and not hunk.new for hunk in group):
            struck = list(_struck(group, held))
            if len(struck) == 1 or all(plain(self.ground.chars(each.start, each.end)).strip() for each in struck):
                yield from struck
                return
        start, end = group[0].start, max(hunk.end for hunk in group)
        by: dict[int, list[Hunk]] = {}
        for hunk in group:
            for who in held[hunk]:
                by.setdefault(who, []).append(hunk)
        out = self._lifted(group, held, start, end) if len(group) > 1 else set(by)
        if not out or out & self.agreed:
            out = set(by)
        inner = {hunk: rest for hunk in group if (rest := tuple(who for who in held[hunk] if who not in out))}
        yield Region(start, end, self._alternatives(by, out, start, end), self.regions(inner))

    def _alternatives(
        self, by: Mapping[int, Sequence[Hunk]], out: set[int], start: Position, end: Position
    ) -> tuple[Alternative, ...]:
        wanted: dict[Fragment, list[int]] = {}
        for who in sorted(out):
            wanted.setdefault(self.made(by[who], start, end), []).append(who)
        return tuple(Alternative(new, tuple(whose)) for new, whose in wanted.items())

    def _lifted(self, group: Sequence[Hunk], held: Held, start: Position, end: Position) -> set[int]:
        """The amendments whose hunks are so long that others are best shown inside the words of the base."""
        shaped = {who for hunk in group if not (hunk.is_inline or hunk.is_point or hunk.is_label) for who in held[hunk]}
        if shaped or not group[0].is_inline:
            return shaped
        whole = end.offset - start.offset
        for least in sorted({hunk.end.offset - hunk.start.offset for hunk in group}, reverse=True):
            out = {who for hunk in group if hunk.end.offset - hunk.start.offset >= least for who in held[hunk]}
            rest = {hunk: held[hunk] for hunk in group if not out.issuperset(held[hunk])}
            if least < _SMALL or not rest:
                break
            clusters = list(self._clusters(rest))
            widths = [max(hunk.end.offset for hunk in each) - each[0].start.offset for each in clusters]
            if len(clusters) > 1 or max(widths) <= _SHRUNK * whole:
                return out
        return set()


def _struck(group: Sequence[Hunk], held: Held) -> Iterator[Region]:
    """Words that several want deleted, each stretch with all who do."""
    points = sorted({point for hunk in group for point in (hunk.start, hunk.end)})
    for start, end in pairwise(points):
        whose = {who for hunk in group if hunk.start <= start and end <= hunk.end for who in held[hunk]}
        if whose:
            yield Region(start, end, (Alternative((), tuple(sorted(whose))),))


def _reach(hunk: Hunk) -> tuple[Position, bool]:
    return hunk.end, hunk.is_inline


def _order(hunk: Hunk) -> tuple[Position, Position]:
    return hunk.start, hunk.end
