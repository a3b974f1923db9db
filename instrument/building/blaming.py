"""The history of a text from a library: its stages, the branches it took from, the proposals on record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from instrument.audiences import may_see
from instrument.building.withholding import refuse_withheld
from instrument.history import Act, Blame, Credit, Draft, Line, blame
from instrument.history.lines import HEADING, Spot, spot_of
from instrument.library.bases import is_true
from instrument.model import Instrument
from instrument.outline import parents, resolve
from instrument.papers.origins.telling import Teller
from instrument.problem import Failure, Misuse, Problem, Read, Severity, Where
from instrument.proposals.moments import day
from instrument.splitting import Watch, unwatched

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from instrument.library import Library
    from instrument.proposals.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Told:
    """The history of a text, the lines of it that were asked for, and how its drafts are called."""

    name: str
    blame: Blame
    lines: tuple[Line, ...]
    teller: Teller
    profile: str = "un"


def blamed(
    library: Library,
    text: str,
    audience: str = "internal",
    executor: Executor | None = None,
    watch: Watch = unwatched,
) -> Read[Told]:
    """The origins of the words of a stage, or of a place in it: "second-draft", "clearance/1/a@second-draft.fr".

    The proposals that an audience may not see take no part. `executor` is who compares the drafts, if not this thread.
    Raises `Misuse` for a text that is not there.
    """
    address, _, stage = text.rpartition("@")
    refuse_withheld(library, stage, audience)
    read = library.read_draft(stage)
    language = read.value.language
    acts = _Acts(library, language, audience)
    found = _blame(library, stage, tuple(acts.all()), partial(blame, executor=executor, watch=watch))
    names = {id: _name(library, id) for id in library.settings.stages}
    told = Told(text, found, chosen(found, address), Teller(names, language), library.settings.profile)
    return Read(told, (*read.problems, *acts.problems))


def blamed_texts(
    names: Sequence[str], texts: Sequence[Instrument], executor: Executor | None = None, watch: Watch = unwatched
) -> Told:
    """The origins of the words of the last of several texts, the oldest first, by comparing alone."""
    drafts = [Draft(name, each) for name, each in zip(names, texts, strict=True)]
    found = blame(drafts, executor=executor, watch=watch)
    return Told(names[-1], found, found.lines, Teller({}, texts[-1].language))


def chosen(found: Blame, address: str) -> tuple[Line, ...]:
    """The lines at an address: a clause, or a provision with everything below it."""
    if not address:
        return found.lines
    place = resolve(found.text, address)
    clause, provisions = place.clause, place.clause.provisions
    spots: set[Spot] = {(clause.id, HEADING)}
    match place.part:
        case "clause":
            return tuple(line for line in found.lines if line.place.clause == clause.id)
        case "note":
            spots = {(clause.id, clause.notes[place.index].name)}
        case "chapeau":
            spots = {(clause.id, place.index)}
        case "provision":
            below = {place.index}
            for index, parent in enumerate(parents(provisions)):
                below |= {index} if parent in below else set()
            spots = {(clause.id, index) for index in below}
    return tuple(line for line in found.lines if spot_of(line.place, found.text.clause(line.place.clause)) in spots)


def _blame(library: Library, text: str, acts: tuple[Act, ...], blame: Callable[..., Blame]) -> Blame:
    """The history of a stage along its own ancestry, and along that of each branch that a clause was taken from."""
    stage, dot, language = text.partition(".")
    drafts = []
    for id in reversed(library.settings.ancestry(stage)):
        draft = library.draft(id + dot + language)
        if draft.clauses:
            taken = tuple(_taken(library, id, draft, dot + language, partial(_blame, acts=acts, blame=blame)))
            drafts.append(Draft(id, draft, taken))
    return blame(drafts, acts)


def _taken(
    library: Library, stage: str, draft: Instrument, language: str, blame: Callable[[Library, str], Blame]
) -> Iterator[tuple[str, Blame]]:
    """The clauses whose words at a stage were taken from a branch, each with the history of the branch."""
    settings = library.settings
    kept: dict[str, Blame] = {}
    for version in (each for clause in draft for each in library.versions[clause.id]):
        origin = version.front.origin
        is_here = version.stage == stage and version.language == draft.language and origin in settings.stages
        if is_here and origin not in settings.ancestry(stage) and stage not in settings.ancestry(origin):
            kept[origin] = kept.get(origin) or blame(library, origin + language)
            yield version.clause.id, kept[origin]


def _name(library: Library, id: str) -> str:
    stage = library.settings.stages[id]
    return f"{stage.symbol or id} ({day(stage.date)})" if stage.date else stage.symbol or id


@dataclass(slots=True)
class _Acts:
    """The proposals of a register as acts, each made once; those whose changes cannot be carried out are told."""

    library: Library
    language: str
    audience: str
    problems: list[Problem] = field(default_factory=list)
    made: dict[str, Act | None] = field(default_factory=dict)

    def all(self) -> Iterator[Act]:
        for proposal in self.library.proposals(audience=self.audience):
            if act := self._act(proposal):
                yield act

    def _act(self, proposal: Proposal) -> Act | None:
        if proposal.name not in self.made:
            self.made[proposal.name] = None  # one that amends itself, by whatever way, is none
            self.made[proposal.name] = self._made(proposal)
        return self.made[proposal.name]

    def _made(self, proposal: Proposal) -> Act | None:
        library = self.library
        if proposal.language != self.language or not may_see(self.audience, proposal.audience):
            return None
        try:
            sound = proposal.effect is not None and is_true(proposal.effect, library.base_of(proposal))
        except Failure:
            sound = False
        amended = None if proposal.against in library.settings.stages else self._parent(proposal)
        if (
            not sound
            or proposal.effect is None
            or (amended is None and proposal.against not in library.settings.stages)
        ):
            message = f"{proposal.name} takes no part: there are no changes of it that fit the text it is against"
            self.problems.append(Problem("left-out", Severity.INFO, Where(proposal.name), message))
            return None
        return Act(proposal.effect, _credit(proposal, amended, library.names(self.language)), amended)

    def _parent(self, proposal: Proposal) -> Act | None:
        try:
            return self._act(self.library.proposal(proposal.against))
        except Misuse:
            return None


def _credit(proposal: Proposal, amended: Act | None, names: Mapping[str, str]) -> Credit:
    sponsors = tuple(names.get(sponsor.name, sponsor.name) for sponsor in proposal.supporters)
    state = str(proposal.state or "")
    if not proposal.is_adopted:
        return Credit(proposal.name, sponsors, state)
    last = proposal.life[-1]
    return Credit(
        proposal.name, sponsors, state, last.decision, last.stage or (amended.credit.draft if amended else "")
    )
