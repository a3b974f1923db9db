"""Citations resolved: the clauses and provisions that they name, or the reason why none can be said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from instrument.labels.designation import designation, number
from instrument.labels.label import Label
from instrument.model import Clause, Instrument, Kind
from instrument.outline import parents
from instrument.references.inside import PathNotFound, enclosing, locate, neighbour, span
from instrument.references.values import CLAUSES, Citation, Group, Unit

KINDS = {
    Unit.ARTICLE: Kind.ARTICLE, Unit.ANNEX: Kind.ANNEX, Unit.PART: Kind.PART, Unit.SECTION: Kind.SECTION,
    Unit.PREAMBLE: Kind.PREAMBLE,
}  # fmt: skip
_OVER = (Kind.PART, Kind.SECTION, Kind.ANNEX)

Standing = Literal["resolved", "other", "missing", "ambiguous", "unclear"]


@dataclass(frozen=True, slots=True)
class Target:
    """A clause that is cited, or the provision with an index in it."""

    clause: str
    index: int | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a citation names: its targets where it is resolved, else the reason in words.

    `other` is of another instrument; `missing` names what is not there; `ambiguous` names several, all in `targets`;
    `unclear` depends on what the sentence means ("that article").
    """

    standing: Standing
    targets: tuple[Target, ...] = ()
    reason: str = ""


class Unresolved(Exception):
    """A citation that names nothing that can be said."""

    def __init__(self, standing: Standing, reason: str, targets: tuple[Target, ...] = ()) -> None:
        super().__init__(reason)
        self.resolution = Resolution(standing, targets, reason)


class Resolver:
    """The clauses of an instrument by kind and number, with the part or annex that each stands in."""

    def __init__(self, instrument: Instrument, own: frozenset[str] = frozenset()) -> None:
        self.clauses = instrument.clauses
        self.own = own
        self.places = {clause.id: place for place, clause in enumerate(self.clauses)}
        self.numbers: dict[tuple[Kind, tuple[object, ...]], list[int]] = {}
        self.above = [parents(clause.provisions) for clause in self.clauses]
        self.regions: list[str] = []
        region = ""
        for place, clause in enumerate(self.clauses):
            region = clause.id if clause.kind is Kind.ANNEX else region
            self.regions.append(region)
            said = number(designation(clause.label)[1])
            if said:
                self.numbers.setdefault((clause.kind, _value(said)), []).append(place)

    def resolve(self, citation: Citation, clause: str, index: int | None) -> Resolution:
        """What a citation names that stands in the provision with an index of a clause, None for its heading."""
        if citation.other and not self._is_own(citation.other):
            return Resolution("other", reason=f"it is of another instrument: {citation.other}")
        try:
            targets = self._targets(citation, self.places[clause], index)
        except Unresolved as unresolved:
            if citation.shared and unresolved.resolution.standing == "missing":
                return Resolution("other", reason=f"it is of another instrument: {citation.shared}")
            return unresolved.resolution
        return Resolution("resolved", tuple(dict.fromkeys(targets)))

    def _is_own(self, name: str) -> bool:
        """Whether "the Convention" is this text: it calls itself so, and the name says no more than that."""
        return " " not in name and any(_same_word(name, own) for own in self.own)

    def _targets(self, citation: Citation, here: int, index: int | None) -> list[Target]:
        groups = list(citation.groups)
        if any(group.pointing == "that" for group in groups):
            raise Unresolved("unclear", f'which one "{citation.words}" means depends on the sentence')
        outer = [group for group in groups if group.unit in CLAUSES]
        inner = [group for group in groups if group.unit not in CLAUSES]
        if any(len(group.paths) > 1 for group in groups[:-1]):
            raise Unresolved("unclear", f'"{citation.words}" names several, and what is inside one of them only')
        places = self._places(outer, here) if outer else [here]
        own = places == [here] and not (outer and outer[-1].paths)
        paths = [path[1:] for group in outer[-1:] for path in group.paths]
        if not inner and not any(paths):
            return [Target(self.clauses[place].id) for place in places]
        found: list[Target] = []
        for place, rest in zip(places, paths or [()] * len(places), strict=False):
            found += self._within(place, inner, rest, index if own else None, own)
        return found

    def _within(
        self, place: int, inner: list[Group], rest: tuple[str, ...], index: int | None, own: bool
    ) -> list[Target]:
        """The provisions of a clause that groups name, from the scope that the outermost of them sets."""
        clause = self.clauses[place]
        scope: int | None = None
        try:
            if rest:
                scope = locate(clause.provisions, self.above[place], rest, None, deep=True)
                if not inner:
                    return [Target(clause.id, scope)]
            *outer, last = inner
            for group in outer:
                index = scope = self._one(clause, place, group, index, own and scope is None, scope)
            return [Target(clause.id, at) for at in self._all(clause, place, last, index, own and scope is None, scope)]
        except PathNotFound as problem:
            candidates = tuple(Target(clause.id, at) for at in problem.candidates)
            name = clause.label or clause.id
            reason = f"{name} has {problem}" if clause.provisions else f"{name} has no paragraphs"
            raise Unresolved("ambiguous" if candidates else "missing", reason, candidates) from None

    def _one(self, clause: Clause, place: int, group: Group, index: int | None, free: bool, scope: int | None) -> int:
        return self._all(clause, place, group, index, free, scope)[0]

    def _all(
        self, clause: Clause, place: int, group: Group, index: int | None, free: bool, scope: int | None
    ) -> list[int]:
        above = self.above[place]
        if group.pointing:
            return [_pointed(clause, above, group, index)]
        paragraph = group.unit is Unit.PARAGRAPH
        scopes = _scopes(above, index, paragraph) if free else [scope]
        found = {path: _first(clause, above, path, scopes, deep=not paragraph) for path in group.paths}
        ends = dict(group.ranges)
        every: list[int] = []
        for path in group.paths:
            every += span(clause.provisions, above, found[path], found[ends[path]]) if path in ends else [found[path]]
        return every

    def _places(self, groups: list[Group], here: int) -> list[int]:
        """The clauses that groups name, the last of them inside those before it."""
        within: int | None = None
        for group in groups[:-1]:
            within = self._clauses(group, here, within)[0]
        return self._clauses(groups[-1], here, within)

    def _clauses(self, group: Group, here: int, within: int | None) -> list[int]:
        if group.pointing:
            return [self._around(group, here)]
        kind = KINDS[group.unit]
        if kind is Kind.PREAMBLE:
            return self._preamble(group, here)
        ends = {first[0]: last[0] for first, last in group.ranges}
        found: list[int] = []
        for path in group.paths:
            first = self._clause(kind, group.word, path[0], here, within)
            if path[0] in ends:
                last = self._clause(kind, group.word, ends[path[0]], here, within)
                found += [place for place in range(first, last) if self.clauses[place].kind is kind]
            else:
                found.append(first)
        return found

    def _preamble(self, group: Group, here: int) -> list[int]:
        found = [place for place, clause in enumerate(self.clauses) if clause.kind is Kind.PREAMBLE]
        if len(found) != 1:
            raise Unresolved("missing" if not found else "ambiguous", f"the text has {len(found) or 'no'} preambles")
        return found

    def _clause(self, kind: Kind, word: str, label: str, here: int, within: int | None) -> int:
        """The one clause of a kind with a number; of several, the one in the same annex, or in the part named."""
        said = number(label)
        found = self.numbers.get((kind, _value(said)), []) if said else []
        if within is not None:
            found = [place for place in found if place in self._under(within)]
        if len(found) > 1:
            found = [place for place in found if self.regions[place] == self.regions[here]] or found
        if not found:
            raise Unresolved("missing", f"there is no {word.casefold().rstrip('s')} {label}")
        if len(found) > 1:
            candidates = tuple(Target(self.clauses[place].id) for place in found)
            raise Unresolved("ambiguous", f"{len(found)} clauses are {word} {label}", candidates)
        return found[0]

    def _under(self, head: int) -> range:
        """The places that stand under the heading of a part, a section or an annex."""
        kind = self.clauses[head].kind
        stop = _OVER[: _OVER.index(kind) + 1] if kind in _OVER else ()
        end = head + 1
        while end < len(self.clauses) and self.clauses[end].kind not in (*stop, Kind.ANNEX):
            end += 1
        return range(head, end)

    def _around(self, group: Group, here: int) -> int:
        """The clause that "this part" means: the one that the words stand in or under; the one beside it."""
        kind = KINDS[group.unit]
        steps = range(here, -1, -1)
        if group.pointing != "this":
            steps = range(here - 1, -1, -1) if group.pointing == "preceding" else range(here + 1, len(self.clauses))
        if group.pointing == "this" and kind not in _OVER:
            steps = range(here, here - 1, -1)
        found = next((place for place in steps if self.clauses[place].kind is kind), None)
        if found is None or (group.pointing != "this" and _is_plural(group)):
            raise Unresolved("unclear", f'no {group.word} is meant by "{group.pointing} {group.word}" here')
        return found


def _pointed(clause: Clause, above: list[int | None], group: Group, index: int | None) -> int:
    if index is None or _is_plural(group):
        raise Unresolved("unclear", f'no one {group.word} is meant by "{group.pointing}" here')
    at = enclosing(clause.provisions, above, index, group.unit is Unit.PARAGRAPH)
    return at if group.pointing == "this" else neighbour(above, at, -1 if group.pointing == "preceding" else 1)


def _is_plural(group: Group) -> bool:
    return group.word.casefold().endswith("s")


def _scopes(above: list[int | None], index: int | None, paragraph: bool) -> list[int | None]:
    """Where a label without a clause is looked for: a paragraph from the outside in, an item from the inside out."""
    found: list[int | None] = []
    while index is not None:
        found.append(index)
        index = above[index]
    return [None, *reversed(found)] if paragraph else [*found, None]


def _first(clause: Clause, above: list[int | None], path: tuple[str, ...], scopes: list[int | None], deep: bool) -> int:
    """The provision at a path in the first scope that has one."""
    missing: PathNotFound | None = None
    for scope in scopes:
        try:
            return locate(clause.provisions, above, path, scope, deep=deep and scope is scopes[-1])
        except PathNotFound as problem:
            if problem.candidates:
                raise
            missing = missing or problem
    raise missing or PathNotFound("nothing")


def _value(label: Label) -> tuple[object, ...]:
    return label.numbers, label.suffix, label.letter.casefold(), label.alternative


def _same_word(one: str, other: str) -> bool:
    """Whether two words are the same but for their endings and an Arabic article."""
    one, other = (word.casefold().removeprefix("ال").removeprefix("لل") for word in (one, other))
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) <= 2 and long.startswith(short[: max(4, len(short) - 2)])
