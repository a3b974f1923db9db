"""Adoption: a decision makes a new stage of the one that proposals amend, and says so in each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from instrument import storage
from instrument.changes import Changes, apply
from instrument.library import recording, saving
from instrument.library import register as registers
from instrument.library.closing import Obstacles, closed
from instrument.library.effects import effect, together
from instrument.library.register import Entry, Register
from instrument.library.saving import Aim
from instrument.model import Instrument
from instrument.problem import Misuse, Problem, Read
from instrument.proposals.life import Event, Step
from instrument.proposals.linking import MUCH_OF_IT, left_behind
from instrument.proposals.proposal import Proposal, take

if TYPE_CHECKING:
    from instrument.library import Library


@dataclass(frozen=True, slots=True)
class Decision:
    """What adopts: its name, when and by whom it was taken, and the stage that it makes.

    A decision on sub-amendments alone makes none: what they amend is still to be decided on. One that adopts a text
    as it stands names the stage that has it: `of`.
    """

    name: str
    at: date
    by: str = ""
    stage: str = ""
    note: str = ""
    of: str = ""


@dataclass(slots=True)
class _Motion:
    """The proposals that a decision is about, as they are on record and as they are after it; what to look at."""

    register: Register
    decision: Decision
    after: dict[Path, Proposal] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def now(self, entry: Entry) -> Proposal:
        return self.after.get(entry.path, entry.proposal)

    @property
    def known(self) -> list[Proposal]:
        return [self.now(entry) for entry in self.register.entries]

    def take(self, entry: Entry, step: Step) -> None:
        self.after[entry.path] = take(self.now(entry), step)

    @property
    def result(self) -> Register:
        """The register as it is after the decision."""
        entries = tuple(replace(entry, proposal=self.now(entry)) for entry in self.register.entries)
        return replace(self.register, entries=entries)

    @property
    def files(self) -> dict[Path, bytes]:
        entries = (entry for entry in self.register.entries if entry.path in self.after)
        return {entry.path: recording.continued(entry, self.after[entry.path]) for entry in entries}


def adopt(
    library: Library,
    names: Sequence[str],
    decision: Decision,
    amended: Instrument | None = None,
    sealed_unless: Obstacles | None = None,
) -> Read[tuple[Path, ...]]:
    """Carries a decision out; the files written, all of them or none, and what should be looked at.

    `amended` is the text that was adopted where the one proposal was orally amended; with `sealed_unless` the stage is
    sealed too, unless that finds something in the way of it. Raises `Misuse` for proposals that cannot be adopted, do
    not amend one stage, or contradict one another, and where there is such an obstacle.
    """
    with storage.locked(library.path, recording.PATIENCE):
        motion = _Motion(registers.read(library.path, library.settings), decision)
        entries = [recording.sound(motion.register, name) for name in dict.fromkeys(names)]
        amendments = [entry for entry in entries if entry.proposal.against in library.settings.stages]
        for entry in entries:
            if entry not in amendments:
                _adopt_sub_amendment(motion, entry)
        files = _stage_files(library, motion, amendments, amended) | motion.files
        if sealed_unless:
            files |= closed(library, files, motion.result, decision, sealed_unless)
        storage.write_all(files, library.path)
    return Read(tuple(files), tuple(motion.problems))


def _stage_files(
    library: Library, motion: _Motion, amendments: Sequence[Entry], amended: Instrument | None
) -> dict[Path, bytes]:
    """The files of the stage that a decision makes, if it makes one."""
    decision = motion.decision
    if amendments:
        return _stage(library, motion, amendments, amended)
    if decision.of and decision.stage:
        return _as_it_stands(library, decision)
    if decision.stage or amended:
        raise Misuse("a decision on sub-amendments makes no stage; adopt what they amend after it")
    return {}


def _as_it_stands(library: Library, decision: Decision) -> dict[Path, bytes]:
    """The files of a new stage with the words of another: only library.toml says that it is there."""
    _refuse_stage(library, decision)
    clauses = library.draft(decision.of).clauses
    aim = Aim(decision.stage, decision.of, library.settings.original, decision.name, "adopted", decision.at)
    plan = saving.plan(library.path, library.settings, library.versions, aim, clauses)
    plan.check()
    return dict(plan.files)


def _refuse_stage(library: Library, decision: Decision) -> None:
    if not decision.stage or decision.stage in library.settings.stages:
        problem = f'the stage "{decision.stage}" is there already' if decision.stage else "the decision makes a stage"
        raise Misuse(f"{problem}; name a new one with --stage")


def _adopt_sub_amendment(motion: _Motion, entry: Entry) -> None:
    decision, proposal = motion.decision, entry.proposal
    parent = recording.sound(motion.register, proposal.against)
    said = {"decision": decision.name, "note": decision.note}
    motion.take(entry, Step(Event.ADOPTED, decision.at, decision.by, **said))
    step = Step(Event.SUB_AMENDED, decision.at, proposal.mover, symbol=str(proposal.symbol), decision=decision.name)
    motion.take(parent, step)


def _stage(
    library: Library, motion: _Motion, entries: Sequence[Entry], amended: Instrument | None
) -> dict[Path, bytes]:
    """The files of the new stage."""
    decision, stages = motion.decision, {entry.proposal.against: entry for entry in entries}
    if len(stages) > 1:
        told = ", ".join(f"{entry.proposal.name} {stage}" for stage, entry in stages.items())
        raise Misuse(f"these do not amend one stage ({told}); adopt them by decisions of their own")
    _refuse_stage(library, decision)
    if foreign := [entry.proposal for entry in entries if entry.proposal.language != library.settings.original]:
        told = ", ".join(f"{each.name} is in {each.language}" for each in foreign)
        raise Misuse(f"{told}; what is adopted is the original, in {library.settings.original}")
    (stage,) = stages
    base = library.draft(stage)
    if amended is not None:
        changes = _orally_amended(motion, entries, base, amended)
        motion.problems += _taken_in_part(motion, entries[0].proposal, base, changes)
    else:
        for entry in entries:
            motion.take(entry, _step(decision, Event.ADOPTED))
        adopted = [motion.now(entry) for entry in entries]
        parts = [(each.name, effect(each, base, motion.known, motion.problems)) for each in adopted]
        changes = together(parts, base, motion.problems)
    pending = [each for each in motion.known if each.is_pending and each.against == stage]
    motion.problems += left_behind([(each.name, each.changes) for each in pending if each.changes], base, changes)
    source = f"{', '.join(entry.proposal.name for entry in entries)}; {decision.name}"
    aim = Aim(decision.stage, stage, library.settings.original, source, "adopted", decision.at)
    plan = saving.plan(library.path, library.settings, library.versions, aim, apply(changes, base).clauses)
    plan.check()
    return dict(plan.files)


def _taken_in_part(motion: _Motion, proposal: Proposal, base: Instrument, adopted: Changes) -> Iterator[Problem]:
    """A warning where a proposal, with what was adopted to it, has edits that its oral amendment takes and others."""
    try:
        whole = effect(proposal, base, motion.known, [])
    except Misuse:
        return  # what it would do cannot be known, which the register says; what is adopted is known all the same
    yield from left_behind([(proposal.name, whole)], base, adopted, MUCH_OF_IT)


def _step(decision: Decision, event: Event) -> Step:
    said = {"decision": decision.name, "stage": decision.stage, "note": decision.note}
    return Step(event, decision.at, decision.by, **said)


def _orally_amended(motion: _Motion, entries: Sequence[Entry], base: Instrument, amended: Instrument) -> Changes:
    from instrument.difference.comparison import changes_of

    if len(entries) > 1:
        names = ", ".join(entry.proposal.name for entry in entries)
        raise Misuse(f"one proposal is adopted as orally amended at a time, not {names}")
    (entry,) = entries
    texts = {clause.id: clause for clause in amended}
    if strange := [id for id in texts if base.clause(id) is None]:
        raise Misuse(f"{', '.join(strange)}: there is no such clause at {entry.proposal.against}")
    changes = changes_of(base, base.with_clauses(texts.get(clause.id, clause) for clause in base))
    if not changes:
        raise Misuse(f"the text as amended is that of {entry.proposal.against}; adopt nothing, or name another text")
    motion.take(entry, _step(motion.decision, Event.ADOPTED_AMENDED))
    motion.after[entry.path] = replace(motion.now(entry), adopted=changes)
    return changes
