"""The drafts of a text walked through, oldest first, with what the register knows: where each word comes from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from instrument.changes.algebra import apply, compose
from instrument.changes.carrying import carry
from instrument.changes.digest import digest
from instrument.changes.items import Changes, Insert, Item, Part, Place
from instrument.changes.pairing import Pairing
from instrument.changes.performing import perform
from instrument.difference.comparison import changes_of
from instrument.history.claims import Claims, claimed
from instrument.history.crediting import Crediting
from instrument.history.graveyard import Graveyard
from instrument.history.lines import HEADING, NEW, Spot, Strips, spot_of
from instrument.history.stepping import advance, correspondence, differing
from instrument.history.telling import tell
from instrument.history.values import Act, Blame, Credit, Draft
from instrument.history.walk import Walk
from instrument.model import Instrument
from instrument.problem import Misuse
from instrument.splitting import Watch, spread, unwatched

if TYPE_CHECKING:
    from concurrent.futures import Executor

LEAST = 12  # fewer words in a row are the boilerplate of any treaty, and prove nothing where they come back


def blame(
    drafts: Sequence[Draft],
    acts: Sequence[Act] = (),
    *,
    least: int = LEAST,
    executor: Executor | None = None,
    watch: Watch = unwatched,
) -> Blame:
    """The last of several drafts, oldest first, with the origin of every word.

    `acts` are the proposals on any of them: one that a decision adopted into a draft is its record, of others it is
    told what they would have changed. Words that went are known again where `least` of them come back in a row, where
    a whole provision does, or where they stood. `executor` is who compares the drafts, if not this thread.

    >>> from instrument.model import Clause, Provision, text
    >>> words = ("States shall clear mines", "States shall soon clear mines")
    >>> texts = [Instrument((Clause("use", provisions=(Provision(0, "1.", text(each)),)),)) for each in words]
    >>> blamed = blame([Draft("first", texts[0]), Draft("second", texts[1])])
    >>> [(piece[0].chars, origin.draft) for _, piece, origin in blamed.lines[1].runs()]
    [('States shall', 'first'), (' soon', 'second'), (' clear mines', 'first')]
    """
    if not drafts:
        raise Misuse("there is no draft to tell the history of; name one")
    history = _History(Walk(Graveyard(least)), acts, [])
    recorded = {act.credit.draft for act in acts if act.credit.decision}
    # To a draft with a record one does not come from the draft before, but from what adoption made of that.
    steps = (None if new.name in recorded else differing(old.text, new.text) for old, new in pairwise(drafts))
    pairings = spread(correspondence, (None, *steps), executor)
    for draft, pairing in zip(watch(drafts, len(drafts)), pairings, strict=True):
        history.take(draft, pairing)
    return history.told()


@dataclass(frozen=True, slots=True)
class _Visited:
    """A draft on the way, and its lines when it was the newest."""

    draft: Draft
    lines: Strips
    digest: str


@dataclass(slots=True)
class _History:
    walk: Walk
    acts: Sequence[Act]
    visited: list[_Visited]

    def take(self, draft: Draft, pairing: Pairing | None) -> None:
        """Goes on to a draft: first what was adopted into it, exactly; then what else differs in it."""
        names = [visited.draft.name for visited in self.visited]
        if draft.name in names:
            raise Misuse(f'two drafts are called "{draft.name}"; every draft needs a name of its own')
        recorded = [act for act in self.acts if act.credit.decision and act.credit.draft == draft.name]
        rest = self._perform(recorded, draft.name) if self.visited else recorded
        had = {clause.id for clause in self.walk.text}
        before = self.walk.lines
        advance(self.walk, draft.text, draft.name, pairing=pairing)
        self._claim(draft, rest, {clause.id for clause in draft.text} - had, before)
        self.walk.settle(draft.name)
        self.visited.append(_Visited(draft, self.walk.lines, digest(draft.text) if self.acts else ""))

    def _perform(self, acts: Sequence[Act], name: str) -> list[Act]:
        """Carries out what was adopted on the draft before; the acts that cannot be carried out there."""
        base, rest = self.walk.text, []
        total: Changes | None = None
        done: list[Act] = []
        for act in acts:
            ground = self._ground(act, base) if act.amends is None or act.amends in done else None
            if ground is None:
                rest.append(act)
                continue
            through = total if act.amends is None else changes_of(ground, self.walk.text)
            carried = carry(act.changes, through, ground) if through else None
            if carried and carried.contrary:
                rest.append(act)
                continue
            changes = carried.changes if carried else act.changes
            performed = perform(changes, self.walk.text)
            total = compose(total, changes, base) if total else changes
            advance(self.walk, performed.result, name, (act.credit,), performed.pairing)
            self.walk.settle(name, (act.credit,))
            done.append(act)
        return rest

    def _ground(self, act: Act, base: Instrument) -> Instrument | None:
        """The text that an act changes, where it is a given one, or what the act that it amends makes of that."""
        under = self._ground(act.amends, base) if act.amends else base
        if under is None:
            return None
        ground = apply(act.amends.changes, under) if act.amends else under
        return ground if digest(ground) == act.changes.base else None

    def _claim(self, draft: Draft, recorded: Sequence[Act], new: set[str], before: Strips) -> None:
        """Words and deletions that another branch explains, or proposals do, those on record first."""
        for id, other in draft.taken:
            for spot, at, origin in claimed(_branch(id, other), draft.text, new):
                if self.walk.lines[spot].ids[at] == NEW:
                    self.walk.lines[spot].ids[at] = self.walk.add(origin)
        proposed = [act for act in self.acts if not self._is_adopted(act, draft.name)]
        asked = [*((act, self.visited) for act in recorded), *((act, self.visited[-1:]) for act in proposed)]
        mover = Crediting(self.walk, draft, new, before)
        for act, grounds in asked:
            if fork := self._fork(act, grounds):
                known = len(self.walk.origins)
                _carry_out(fork, act, draft.name)
                credit = act.credit if act in recorded else replace(act.credit, decision="", draft="")
                grown = [each.draft.name for each in self.visited[: self._height(act) + 1]]
                mover.give(credit, fork, known, grown)

    def _is_adopted(self, act: Act, *names: str) -> bool:
        """Whether an act was adopted into one of the drafts so far."""
        return bool(act.credit.decision) and act.credit.draft in (*(each.draft.name for each in self.visited), *names)

    def _height(self, act: Act) -> int:
        """Which draft an act is against in the end, -1 for none of them."""
        first = act
        while first.amends:
            first = first.amends
        drafts = [index for index, each in enumerate(self.visited) if each.digest == first.changes.base]
        return drafts[-1] if drafts else -1

    def _fork(self, act: Act, grounds: Sequence[_Visited]) -> Walk | None:
        """A walk of its own that stands at the text that an act changes."""
        if act.amends:
            fork = self._fork(act.amends, grounds)
            if fork:
                _carry_out(fork, act.amends, "")
            return fork if fork and digest(fork.text) == act.changes.base else None
        ground = next((each for each in reversed(grounds) if each.digest == act.changes.base), None)
        return self.walk.fork(ground.draft.text, ground.lines) if ground else None

    def told(self) -> Blame:
        """The answer: the newest draft, line by line."""
        where = self.walk.where() if self.acts else {}
        beside: defaultdict[Spot | None, list[Credit]] = defaultdict(list)
        for act in self.acts:
            if not self._is_adopted(act):
                fork = self._fork(act, self.visited)
                for spot in dict.fromkeys(_now(fork, act, self.walk, where) if fork else [None]):
                    beside[spot].append(act.credit)
        names = tuple(each.draft.name for each in self.visited)
        return tell(self.walk, names, beside)


def _branch(id: str, other: Blame) -> Claims:
    """A clause of another branch, each of whose words has its origin there."""
    text = other.text.with_clauses(clause for clause in other.text if clause.id == id)
    found = {
        spot_of(line.place, other.text.clause(id)): line.origins for line in other.lines if line.place.clause == id
    }
    return Claims(text, found)


def _carry_out(walk: Walk, act: Act, name: str) -> None:
    performed = perform(act.changes, walk.text)
    advance(walk, performed.result, name, (act.credit,), performed.pairing)
    walk.settle(name, (act.credit,))


def _now(fork: Walk, act: Act, walk: Walk, where: Mapping[int, Spot]) -> Iterator[Spot | None]:
    """The lines of a walk that an act would change, by the words in them; else the heading of the clause."""
    for item in act.changes.items:
        spot = _touched(item, fork.text)
        ids = fork.lines[spot].ids if spot in fork.lines else ()
        votes = Counter(where[id] for id in ids if id in where)
        heading = (spot[0], HEADING)
        yield max(votes, key=lambda spot: votes[spot]) if votes else heading if heading in walk.lines else None


def _touched(item: Item, text: Instrument) -> Spot:
    """The line that an item changes, or behind which it puts something."""
    if isinstance(item, Insert):
        gap = item.gap
        place = Place(gap.clause, gap.part, gap.position - 1) if gap.position else Place(gap.clause, Part.HEADING)
    else:
        place = item.place
    return spot_of(place, text.clause(place.clause))
