"""What a delegation sent, taken into the register: an edited Word file, an edited clause, or instructions in prose."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from instrument import storage
from instrument.building.instructing import read_instructions
from instrument.building.returned import read_returned
from instrument.building.returned.arrival import completed
from instrument.building.returned.origin import lines
from instrument.building.texts import is_word, read_file
from instrument.changes import Changes, apply
from instrument.difference.comparison import changes_of, diff
from instrument.instructions import Status, amend, say
from instrument.model import Instrument
from instrument.problem import Misuse, Problem, Read, Severity, Where
from instrument.proposals.positions import Position
from instrument.proposals.proposal import Proposal, receive

if TYPE_CHECKING:
    from instrument.library import Library

_HALF = 0.5  # of the lines of a file: so many that stand in the text make it an edited copy, and no letter


@dataclass(frozen=True, slots=True)
class Sent:
    """What a delegation sent: by whom, against which stage or language of one, when, how, under which name."""

    by: str
    against: str
    at: date
    channel: str = ""
    name: str = ""
    audience: str = "internal"


@dataclass(frozen=True, slots=True)
class Taken:
    """A proposal as it was taken in, the views that came with it, and whether all its words were carried out."""

    proposal: Proposal
    name: str
    views: tuple[Position, ...] = ()
    is_whole: bool = True


def propose(library: Library, path: str, sent: Sent) -> Read[Taken]:
    """Take a file into the register, under a name for it; nothing else is written.

    Changes are recorded only where every word was understood; otherwise the words are kept, and a person has to say
    what they do. Personal names of authors in Word become the delegation. Raises `Misuse` for a delegation or a stage
    that is not there, `CannotRead` for a file that cannot be read.
    """
    read = take(library, Path(path), sent)
    library.receive(read.value.proposal, read.value.name)
    for view in read.value.views:
        library.note(view)
    return read


def take(library: Library, path: Path, sent: Sent) -> Read[Taken]:
    """The same, without a word written."""
    by = library.settings.speaker(sent.by)
    against, base = _against(library, sent.against)
    data, profile = storage.read_bytes(path), library.settings.profile
    ending = path.suffix.lower()
    problems: list[Problem] = []
    views: tuple[Position, ...] = ()
    changes: Changes | None
    whole = True
    if ending == ".clause":
        changes = _clause(path, base, problems)
        words = told(base, changes, profile)
    elif is_word(str(path)) and _is_copy(path, base):
        found = read_returned(path, base, stages=completed(library, base.language))
        if found.value.stage:
            made = found.value.stage.partition(".")[0]
            raise Misuse(f"{path} was made from {made}, not from {sent.against}: name that one, and rebase it after")
        problems += found.problems
        changes, words = found.value.together, told(base, found.value.together, profile)
        stage = against if against in library.settings.stages else ""
        views = tuple(
            Position(remark.address if stage else against, by, sent.at, stage, words=remark.text, source=path.name)
            for remark in found.value.remarks
            if remark.address
        )
    else:
        words = read_instructions(str(path)).value
        changes, whole = _amended(base, words, path.name, library, problems)
    if changes is not None and not changes:
        raise Misuse(f"{path} changes nothing in {sent.against}; name the text that it was made from")
    proposal = receive(words, against, by, sent.at, channel=sent.channel, changes=changes)
    source = f"{path.name} (SHA-256 {sha256(data).hexdigest()})"
    proposal = replace(proposal, language=base.language, source=source, audience=sent.audience)
    return Read(Taken(proposal, sent.name or _slug(by, path), views, whole), tuple(problems))


def told(base: Instrument, changes: Changes, profile: str) -> str:
    """Changes as instructions, where a delegation sent an edited text and no words; what they do not say, as lines."""
    said = say(changes, base, profile=profile)
    if any(problem.severity is Severity.ERROR for problem in said.problems):
        return "\n".join(str(line) for line in diff(base, apply(changes, base)))
    return "\n\n".join(map(str, said.value))


def _against(library: Library, name: str) -> tuple[str, Instrument]:
    """A stage, or the symbol of an issued proposal, and the text that stands there."""
    from instrument.library import bases

    above = next((each for each in library.proposals() if each.symbol and str(each.symbol) == name), None)
    if above is None:
        return library.stage(name.partition(".")[0]).id, library.draft(name)
    return name, bases.base_of(library, Proposal("", name, language=above.language))


def _clause(path: Path, base: Instrument, problems: list[Problem]) -> Changes:
    """An edited clause in the place of the one with its id."""
    read = read_file(path)
    problems += read.problems
    edited = {clause.id: clause for clause in read.value}
    unknown = [id for id in edited if base.clause(id) is None]
    if unknown:
        raise Misuse(f"{path} is the clause {unknown[0]}, which the text has not; name the text that it was made from")
    return changes_of(base, base.with_clauses(edited.get(clause.id, clause) for clause in base))


def _is_copy(path: Path, base: Instrument) -> bool:
    """Whether a Word file is an edited copy of a text, and no letter about it."""
    there = lines(read_file(path, "rejected").value)
    return (there & lines(base)).total() >= _HALF * there.total() > 0


def _amended(
    base: Instrument, words: str, name: str, library: Library, problems: list[Problem]
) -> tuple[Changes | None, bool]:
    """What instructions do to a text; None where any of them was not carried out."""
    from instrument.library.bases import recorded

    others = recorded(library.proposals())
    amended = amend(base, words, name=name, profile=library.settings.profile, others=others)
    problems += amended.problems
    refused = any(outcome.status is Status.REFUSED for outcome in amended.outcomes)
    if refused or not amended.changes:
        message = "what its words do is not recorded, since not all of them were carried out"
        hint = "mend the words, or send an edited copy of the text"
        problems.append(Problem("not-recorded", Severity.WARNING, Where(name), message, hint))
        return None, False
    return amended.changes, not any(outcome.status is Status.CHECK for outcome in amended.outcomes)


def _slug(by: str, path: Path) -> str:
    """A name for the file of a proposal that has no symbol yet."""
    return re.sub(r"[^a-z0-9]+", "-", f"{by} {path.stem}".lower()).strip("-")
