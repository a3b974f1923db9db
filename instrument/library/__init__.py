"""The clauses/ folder: the only module that touches it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from instrument import storage, tables
from instrument.audiences import may_see
from instrument.library import drafting, saving, sealing, settings, versions
from instrument.library.drafting import Versions
from instrument.library.settings import Settings, Stage
from instrument.library.versions import Version
from instrument.model import Clause, Instrument
from instrument.problem import CannotRead, Misuse, Problem, Read
from instrument.proposals.sponsors import Group, Member
from instrument.tables import Source

__all__ = ["Group", "Library", "Member", "Settings", "Stage", "Version", "new", "open"]

# What the register needs is imported where it is used: most of what a library does is done without it.
if TYPE_CHECKING:
    from instrument.library.adopting import Decision
    from instrument.library.bases import Execute
    from instrument.library.closing import Obstacles
    from instrument.library.recording import Issue
    from instrument.library.register import Register
    from instrument.proposals.agreement import Agreement
    from instrument.proposals.confirming import Confirmation
    from instrument.proposals.positions import Position
    from instrument.proposals.proposal import Proposal
    from instrument.proposals.signing import Signature

FILE = "library.toml"


@dataclass(frozen=True, slots=True)
class Library:
    """A workspace's clauses, read once: every stage, every language, every version."""

    path: Path
    settings: Settings
    versions: Versions
    found: tuple[Problem, ...] = ()
    _kept: dict[str, Register] = field(default_factory=dict, compare=False, repr=False)

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages, each after the stage it grew from."""
        return settings.tree(self.settings)

    @property
    def clauses(self) -> tuple[str, ...]:
        """The ids of all clauses: in the order of the stages, then those that no stage orders."""
        ordered = (id for stage in self.stages for id in stage.order)
        return tuple(dict.fromkeys((*ordered, *self.versions)))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong in the folder, each once, whatever stage shows it first."""
        ordered = {id for stage in self.stages for id in stage.order}
        stray = [drafting.unordered(self.path / id) for id in self.versions if id not in ordered]
        files = [problem for history in self.versions.values() for version in history for problem in version.problems]
        drafts = [
            problem for stage in self.stages for problem in self._draft(stage.id, self.settings.original).problems
        ]
        everything = (*self.found, *files, *stray, *drafts, *self.register_problems)
        return tuple({(one.code, one.where, one.message): one for one in reversed(everything)}.values())[::-1]

    def order(self, stage: str) -> tuple[str, ...]:
        """The ids of a stage's clauses, in their order."""
        return self.settings.order(self.stage(stage).id)

    def stage(self, id: str) -> Stage:
        """A stage by its id; `Misuse` names the known ones where there is none."""
        if id not in self.settings.stages:
            known = ", ".join(self.settings.stages) or "none"
            hint = tables.did_you_mean(id, self.settings.stages)
            raise Misuse(f'"{id}" is no stage of {self.path}{hint}; its stages are: {known}')
        return self.settings.stages[id]

    def draft(self, text: str) -> Instrument:
        """The instrument at a stage, "second-draft", or in another language, "second-draft.fr".

        What is missing or outdated in it is in `problems`, and in what `read_draft` says.
        """
        return self.read_draft(text).value

    def read_draft(self, text: str) -> Read[Instrument]:
        """The instrument at a stage, with everything there is to say about it."""
        stage, _, language = text.partition(".")
        self.stage(stage)
        read = self._draft(stage, self.language(language))
        return Read(read.value, (*self.found, *read.problems))

    def completed(self, text: str) -> Instrument:
        """A draft with the clauses not yet translated in the original language, so that references lead somewhere."""
        stage, _, language = text.partition(".")
        settings, id = self.settings, self.stage(stage).id
        originals = drafting.standing(settings, self.versions, id, settings.original)
        texts = originals | drafting.standing(settings, self.versions, id, self.language(language))
        return Instrument(tuple(version.clause for version in texts.values()), self.language(language))

    def withheld(self, text: str, audience: str) -> tuple[str, ...]:
        """The clauses of a draft whose own audience is narrower than the one asked about."""
        stage, _, language = text.partition(".")
        texts = drafting.standing(self.settings, self.versions, self.stage(stage).id, self.language(language))
        return tuple(id for id, version in texts.items() if not may_see(audience, version.front.audience or audience))

    def language(self, code: str) -> str:
        """A language of the library, the original where none is named; `Misuse` for any other."""
        if code and code not in self.settings.languages:
            raise Misuse(f'"{code}" is no language of {self.path}; it has: {", ".join(self.settings.languages)}')
        return code or self.settings.original

    def names(self, language: str) -> dict[str, str]:
        """The delegations' and groups' names in a language, by their names in the original, as the texts have them."""
        groups = (group.name for group in self.settings.groups.values())
        named = (*self.settings.delegations.values(), *groups)
        return {
            names[self.settings.original]: names[language]
            for names in named
            if {self.settings.original, language} <= set(names)
        }

    def history(self, clause: str) -> tuple[Version, ...]:
        """Every version of a clause, in the order of the stages; `Misuse` for a clause that is not there."""
        if clause not in self.clauses:
            hint = tables.did_you_mean(clause, self.clauses) or f"; its clauses are: {', '.join(self.clauses)}"
            raise Misuse(f'"{clause}" is no clause of {self.path}{hint}')
        stages = [stage.id for stage in self.stages]
        return tuple(sorted(self.versions.get(clause, ()), key=lambda version: stages.index(version.stage)))

    def save(
        self, stage: str, clauses: Iterable[Clause], *, base: str = "", language: str = "", source: str = ""
    ) -> tuple[Path, ...]:
        """Writes the clauses that differ from what stands at a stage, all of them or none; the files written.

        A stage that is not there yet is added to library.toml, on `base`. `source` says in each new file where its
        words come from. Raises `Misuse` for a sealed stage or an unusable id, `CannotWrite` where the folder has
        changed since it was read.
        """
        aim = saving.Aim(stage, base, self.language(language), source)
        return saving.save(self.path, self.settings, self.versions, aim, tuple(clauses))

    def add_stage(self, stage: Stage, texts: Mapping[str, tuple[Clause, ...]], source: str) -> tuple[Path, ...]:
        """Writes a new stage on its base in several languages, all or nothing; raises as `save`, or where it exists."""
        return saving.add_stage(self.path, self.settings, self.versions, stage, texts, source)

    @property
    def register(self) -> Register:
        """All proposals, positions and agreements with their files; read when first asked for, and after this wrote."""
        from instrument.library import register

        if "register" not in self._kept:
            self._kept["register"] = register.read(self.path, self.settings)
        return self._kept["register"]

    @property
    def register_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the proposals: in their files, among them, and where their base is another text now."""
        from instrument.library import bases, consistency

        return (*consistency.problems(self.register, self.settings), *bases.unfit(self))

    def proposals(
        self, *, against: str = "", state: str = "", sponsor: str = "", clause: str = "", audience: str = "internal"
    ) -> tuple[Proposal, ...]:
        """The proposals in the order of their symbols that an audience may see, and that are as asked for.

        `state` is an event of their life or "pending", `sponsor` a delegation or group, `clause` a clause they change.
        Raises `Misuse` for what is not there, with what is.

        >>> import instrument
        >>> [str(one.symbol) for one in instrument.open("clauses").proposals(against="second-draft", state="adopted")]
        ['DC/2026/P/13', 'DC/2026/P/14', 'DC/2026/P/16']
        """
        from instrument.library import choosing

        return tuple(entry.proposal for entry in choosing.chosen(self, against, state, sponsor, clause, audience))

    def proposal(self, name: str) -> Proposal:
        """The proposal of a symbol, or of the name of its file."""
        return self.register.find(name).proposal

    def base_of(self, proposal: Proposal) -> Instrument:
        """The text that a proposal is against: a stage, or what the proposal that it sub-amends would make of one."""
        from instrument.library import bases

        return bases.base_of(self, proposal)

    def disagreements(self, execute: Execute) -> tuple[Problem, ...]:
        """Proposals whose words, carried out on their base by a function, do something else than their changes."""
        from instrument.library import bases

        return tuple(bases.disagreements(self, execute))

    def receive(self, proposal: Proposal, name: str) -> Path:
        """Puts a new proposal into the register, under a name for its file until it has a symbol; the file."""
        from instrument.library import recording

        with self._afresh():
            return recording.receive(self.path, self.settings, proposal, name)

    def issue(self, name: str, how: Issue) -> Read[Proposal]:
        """Gives a proposal its symbol and keeps the bytes issued; warns of each agreement that it would re-open."""
        from instrument.library import meeting, recording

        with self._afresh():
            issued = recording.issue(self.path, self.settings, name, how)
            return Read(issued, tuple(meeting.reopened_by(self, issued)))

    def update(self, name: str, change: Callable[[Proposal], Proposal]) -> Proposal:
        """Writes what a function adds to a proposal: a step of its life, a sponsor; `Misuse` where it takes away."""
        from instrument.library import recording

        with self._afresh():
            return recording.update(self.path, self.settings, name, change)

    def adopt(
        self, names: Sequence[str], decision: Decision, amended: Instrument | None = None,
        sealed_unless: Obstacles | None = None,
    ) -> Read[tuple[Path, ...]]:  # fmt: skip
        """Carries out a decision that adopts proposals, or a stage as it stands, and seals what it adopts if asked."""
        from instrument.library import adopting

        with self._afresh():
            return adopting.adopt(self, names, decision, amended, sealed_unless)

    def note(self, position: Position) -> Position:
        """Keeps a position, once its delegation and its place are known; as it is kept."""
        from instrument.library import meeting, recording

        with self._afresh():
            recording.note(self.path, said := meeting.position(self, position))
            return said

    def agree(self, agreement: Agreement) -> Read[Agreement]:
        """Keeps a decision on a place; a warning where it takes an agreement back."""
        from instrument.library import meeting, recording
        from instrument.proposals.agreement import reopened

        with self._afresh():
            made = meeting.agreement(self, agreement)
            problems = tuple(reopened(self.register.agreements, made))
            recording.agree(self.path, made)
            return Read(made, problems)

    def confirm(self, said: Sequence[Confirmation | Signature]) -> None:
        """Keeps an officer's word on what became of proposals, or on what a scrubbed text changes."""
        from instrument.library import recording

        with self._afresh():
            recording.confirm(self.path, said)

    @contextmanager
    def _afresh(self) -> Iterator[None]:
        """Others may have written to the register since it was read, and this is about to."""
        self._kept.clear()
        try:
            yield
        finally:
            self._kept.clear()

    def _draft(self, stage: str, language: str) -> Read[Instrument]:
        return drafting.read_draft(self.settings, self.versions, stage, language)


def open(path: str | Path) -> Library:
    """A library from its clauses/ folder.

    What is wrong inside is in `problems`. Raises `CannotRead` where there is no library.toml, or none that is TOML.
    """
    folder = Path(path)
    file = folder / FILE
    if not file.is_file():
        raise CannotRead(f"there is no library in {folder}: it has no {FILE}; name a folder that has one")
    read = settings.read(Source(str(file), storage.read_text(file)))
    found = [*read.problems, *saving.interrupted(folder)]
    histories: dict[str, list[Version]] = {}
    for item in versions.read(folder, read.value):
        if isinstance(item, Version):
            histories.setdefault(item.path.parent.name, []).append(item)
        else:
            found.append(item)
    found += sealing.broken(folder, read.value, histories)
    return Library(folder, read.value, {id: tuple(history) for id, history in histories.items()}, tuple(found))


def new(path: str | Path, *, title: str, language: str = "en") -> Library:
    """A library that is not on the disk yet; its first `save` puts it there."""
    folder = Path(path)
    text = saving.first_settings(title, language)
    return Library(folder, settings.read(Source(str(folder / FILE), text)).value, {})
