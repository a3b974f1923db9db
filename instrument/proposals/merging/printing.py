"""Regions as brackets: a text in which every departure from the base stands in brackets that name whose it is.

What is printed is what `brackets.resolve` reads back: resolved for a sponsor, what that sponsor wants; for nobody, the
base. Where the spaces around a bracket could not tell that, the dispute is printed one word wider.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import NamedTuple

from instrument.brackets import Point, scan, walk
from instrument.brackets.spacing import SEAM, Slot, surplus
from instrument.changes.items import Head, Title
from instrument.model import Holders, Run, Text, cut, length
from instrument.proposals.merging.ground import END, Fragment, Ground, Opening, Position, Token, joined, words
from instrument.proposals.merging.regions import Alternative, Meeting, Region, Who
from instrument.words import split

_RIVAL = "?"  # the number of a dispute that has none yet
_ATOM = "\ufffc"  # what stands for an atom that is no run
_NEAR = 8  # characters that are looked at on each side of a bracket


@dataclass(frozen=True, slots=True)
class _Version:
    """What stands in one bracket, and whose it is."""

    fragment: Fragment
    holders: Holders


class Signature(NamedTuple):
    """Whose an amendment is, and its symbol."""

    sponsors: tuple[str, ...]
    symbol: str


@dataclass(frozen=True, slots=True)
class Printer:
    """What regions are printed with: those who hold them, and the numbers that their disputes have."""

    meeting: Meeting
    signatures: Mapping[int, Signature]
    disputes: dict[int, int] = field(default_factory=dict)
    numbers: dict[tuple[Position, Position], str] = field(default_factory=dict)

    @property
    def ground(self) -> Ground:
        return self.meeting.ground

    def write(self, regions: Sequence[Region], start: Position, end: Position) -> Fragment:
        """What stands between two points, the regions there in brackets."""
        made: list[Token] = []
        for number, region in enumerate(regions):
            until = regions[number + 1].start if number + 1 < len(regions) else end
            begin, stop, printed = self._written(region, start, until)
            made += (*self.ground.cut(start, begin), *printed)
            start = stop
        return joined((*made, *self.ground.cut(start, end)))

    def _written(self, region: Region, start: Position, until: Position) -> tuple[Position, Position, Fragment]:
        """A region in brackets, from where to where it is told, which lies between two points."""
        agreed = self.meeting.agreed_in(region)
        if agreed and len(region.alternatives) == 1:
            return region.start, region.end, agreed.new
        if region.is_label:
            return region.start, region.end, tuple(self._label(region))
        if not region.is_inline:
            versions = self._numbered(self._versions(region), region)
            return region.start, region.end, tuple(chain(*(_enclosed(each) for each in versions)))
        for wider in chain((region,), self._wider(region, start, until)):
            if printed := self._inline(wider):
                return wider.start, wider.end, printed
        return region.start, region.end, self._plain(self._versions(region), region)

    def _versions(self, region: Region) -> list[_Version]:
        """The words of the base, if there are any, and beside them what others put there."""
        base = self.write(region.inside, region.start, region.end)
        names = self._names(region)
        agreed = self.meeting.agreed_in(region)
        pending = [each for each in region.alternatives if each is not agreed]
        wanted = [each for each in pending if each.new]
        against = tuple(name for each in pending if not each.new for name in names[each])
        if agreed:
            base = agreed.new
        rival = _RIVAL if base and wanted else ""
        if any(map(_is_title, base)) and wanted:
            # Two clauses are two places: no number joins them.
            rival, against = "", (*against, *(name for each in wanted for name in names[each]))
        status = "agreed" if agreed else ""
        head = [_Version(base, Holders(base=True, against=against, alternative=rival, status=status))] if base else []
        return [*head, *(_Version(each.new, Holders(by=names[each], alternative=rival)) for each in wanted)]

    def _names(self, region: Region) -> dict[Alternative, tuple[str, ...]]:
        """The sponsors of each alternative; who stands behind two of them is named with the symbol."""
        sides = {each: self._sponsors(each.by) for each in region.alternatives}
        times = Counter(name for names in sides.values() for name in set(names))
        return {
            each: tuple(dict.fromkeys(self._name(who, name, times) for who in each.by
                                      for name in self.signatures[who].sponsors))
            for each in sides
        }  # fmt: skip

    def _sponsors(self, who: Who) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for each in who for name in self.signatures[each].sponsors))

    def _name(self, who: int, name: str, times: Counter[str]) -> str:
        return name if times[name] == 1 else f"{name} ({self.signatures[who].symbol or who + 1})"

    def _numbered(self, versions: Sequence[_Version], region: Region) -> list[_Version]:
        """Versions whose dispute, if they are one, has the next number that is free in the clause."""
        if not any(version.holders.alternative == _RIVAL for version in versions):
            return list(versions)
        place = region.start, region.end
        if place not in self.numbers:
            self.numbers[place] = self._next(region.start.clause)
        number = self.numbers[place]
        return [replace(each, holders=replace(each.holders, alternative=number)) for each in versions]

    def _next(self, clause: int) -> str:
        if clause not in self.disputes:
            brackets = walk(scan(self.ground.base.clauses[clause]).brackets)
            taken = (bracket.holders.alternative for bracket in brackets if bracket.holders)
            self.disputes[clause] = max((int(number) for number in taken if number.isdecimal()), default=0)
        self.disputes[clause] += 1
        return str(self.disputes[clause])

    def _label(self, region: Region) -> Iterator[Token]:
        """The opening of a unit, and after it the labels that others want for it."""
        versions = self._versions(region)
        rival = _RIVAL if len(versions) > 2 else ""
        opening, *labels = versions
        yield from opening.fragment
        labels = [replace(each, holders=replace(each.holders, alternative=rival, status="label")) for each in labels]
        for each in self._numbered(labels, region):
            for token in each.fragment:
                if isinstance(token, Opening) and isinstance(token.head, Head | Title):
                    yield from (Run(f"[{token.head.label}]"), each.holders, Run(" "))

    def _wider(self, region: Region, start: Position, until: Position) -> Iterator[Region]:
        """The region with one word of the base more, before it or after it, in each of its versions."""
        floor = start if start[:2] == region.start[:2] else region.start._replace(offset=1)
        before = _chars(self.ground.chars(max(floor, region.start._replace(offset=1)), region.start))
        if before.strip():
            pieces = split(before)
            more = len(pieces[-1]) + (len(pieces[-2]) if len(pieces) > 1 else 0)
            yield self._stretched(region, region.start._replace(offset=region.start.offset - more), region.end)
        whole = 1 + self.ground.unit(region.start).length
        top = until.offset if until[:2] == region.end[:2] else whole
        after = _chars(self.ground.chars(region.end, region.end._replace(offset=top)))
        if after.strip():
            pieces = split(after)
            more = len(pieces[0]) + (len(pieces[1]) if pieces[0].isspace() else 0)
            yield self._stretched(region, region.start, region.end._replace(offset=region.end.offset + more))

    def _stretched(self, region: Region, start: Position, end: Position) -> Region:
        before, after = self.ground.chars(start, region.start), self.ground.chars(region.end, end)
        wanted = (Alternative(joined((*before, *each.new, *after)), each.by) for each in region.alternatives)
        return Region(start, end, tuple(wanted), region.inside)

    def _inline(self, region: Region) -> Fragment:
        """A dispute over words in brackets, set so that its spaces can be told; nothing where they cannot."""
        versions = self._versions(region)
        told = [words(version.fragment) for version in versions]
        all_stay = versions[0].holders.base and all(each.new for each in region.alternatives)
        unit = self.ground.unit(region.start)
        around = _chars(unit.text)[: region.start.offset - 1], _chars(unit.text)[region.end.offset - 1 :]
        for lead, trail in ((1, 0), (0, 0), (0, 1)):
            bodies = [cut(each, lead, length(each) - trail) for each in told]
            edges = {_chars(each)[:lead] + _chars(each)[length(each) - trail :] for each in told}
            if edges != {" " * (lead + trail)} or not all(_chars(each).strip() for each in bodies):
                continue
            befores = [around[0], *(_chars(each) for each in bodies if not lead and not versions[0].holders.base)]
            if all_stay or all(_closes_up(each, " " * lead, " " * trail, around[1]) for each in befores):
                set_apart = lead or trail or versions[0].holders.alternative
                first, last = cut(told[0], 0, lead), cut(told[0], length(told[0]) - trail, length(told[0]))
                return (*first, *self._plain(_with(versions, bodies), region, " " if set_apart else ""), *last)
        return ()

    def _plain(self, versions: Sequence[_Version], region: Region, between: str = " ") -> Fragment:
        """Versions side by side, each in its brackets."""
        parts = [(Run("["), *each.fragment, Run("]"), each.holders) for each in self._numbered(versions, region)]
        return joined(chain(parts[0], *((Run(between), *part) for part in parts[1:])))


def _with(versions: Sequence[_Version], bodies: Sequence[Text]) -> list[_Version]:
    return [replace(version, fragment=body) for version, body in zip(versions, bodies, strict=True)]


def _closes_up(before: str, lead: str, trail: str, after: str) -> bool:
    """Whether, where words go between these, of the spaces set outside the bracket those go and no others."""
    parts = [(char, False) for char in before[-_NEAR:]] + [(char, True) for char in lead]
    rest = [(char, True) for char in trail] + [(char, False) for char in after[:_NEAR]]
    slots = [
        (Slot(Point(0, True, number), char, char in "[]"), goes) for number, (char, goes) in enumerate([*parts, *rest])
    ]
    line = [*(slot for slot, _ in slots[: len(parts)]), SEAM, *(slot for slot, _ in slots[len(parts) :])]
    return surplus(line) == {slot.point for slot, goes in slots if goes}


def _enclosed(version: _Version) -> Fragment:
    """Whole units in brackets, each clause in its own."""
    units, titled = version.fragment, (at for at, token in enumerate(version.fragment) if _is_title(token))
    cuts = [*titled] or [0]
    parts = [units[start:end] for start, end in zip(cuts, [*cuts[1:], len(units)], strict=True)]
    return tuple(chain(*(_bracketed(part, version.holders) for part in parts)))


def _bracketed(units: Fragment, holders: Holders) -> Fragment:
    """Units of one clause in brackets: from before the first label, or word, to the last words of the body."""
    made = list(units)
    opening = made[0]
    assert isinstance(opening, Opening)
    if isinstance(opening.head, Head | Title) and any(char.isalnum() for char in opening.head.label):
        made[0] = replace(opening, head=replace(opening.head, label=f"[{opening.head.label}"))
    else:
        made.insert(1, Run("["))
    ends = [at for at, token in enumerate(made) if token is END]
    notes = [at for at, token in enumerate(made) if isinstance(token, Opening) and isinstance(token.head, str)]
    last = next((at for at in reversed(ends) if not notes or notes[0] == 0 or at < notes[0]), ends[-1])
    made[last:last] = [Run("]"), holders]
    return tuple(made)


def _is_title(token: Token) -> bool:
    return isinstance(token, Opening) and isinstance(token.head, Title)


def _chars(content: Text) -> str:
    return "".join(atom.chars if isinstance(atom, Run) else _ATOM for atom in content)
