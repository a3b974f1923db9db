"""Proposals of a register on one text: tracked onto the document that was issued, merged into a rolling text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from instrument import storage
from instrument.building.compending import submission
from instrument.building.marking.mark import mark
from instrument.building.pending import told, untranslated
from instrument.library.choosing import is_by
from instrument.library.effects import effect
from instrument.problem import Misuse, Problem, Read, Severity, Where
from instrument.proposals.amendment import Amendment
from instrument.proposals.merging import Rolling, merge
from instrument.proposals.moments import show, stamp
from instrument.proposals.narrowing import narrow
from instrument.proposals.proposal import as_of
from instrument.splitting import Watch, unwatched

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from instrument.changes import Changes
    from instrument.formats.docx import Revised
    from instrument.library import Library
    from instrument.model import Instrument
    from instrument.papers.compendium import Submission
    from instrument.proposals.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Choice:
    """Which of the proposals: those of some delegations, and of these what they change in some clauses; else all."""

    clauses: tuple[str, ...] = ()
    by: tuple[str, ...] = ()


_ALL = Choice()


def mark_proposals(
    library: Library, text: str, names: Sequence[str], issued: str = "", comments: bool = False
) -> Read[Revised]:
    """Proposals on a stage as tracked changes of their sponsors: on a document of ours, or on the file `issued`.

    Without names, all that are pending. Raises `Misuse` for one whose changes are not recorded or that is on another
    text, `CannotWrite` where they clash.
    """
    found = chosen(library, text, names)
    base = library.draft(text)
    document = storage.read_bytes(Path(issued)) if issued else base
    marked = mark(
        document, base, found.value, comments=comments, name=issued or text, profile=library.settings.profile
    )  # fmt: skip
    return Read(marked.value, (*found.problems, *marked.problems))


def merge_proposals(
    library: Library,
    text: str,
    names: Sequence[str],
    until: date | None = None,
    choice: Choice = _ALL,
    executor: Executor | None = None,
    watch: Watch = unwatched,
) -> Read[Rolling]:
    """Proposals on a stage as one rolling text; of those that are adopted the words that were stand bare.

    Without names, all that are pending; with `until`, as the register stood then. Of these, those of the delegations in
    `choice` and what they change in its clauses; what that leaves out is in the problems. `executor` is who merges the
    clauses, if not this thread. Raises `Misuse` for one that is neither pending nor adopted, whose changes are not
    recorded, or that is on another text.
    """
    for proposal in (_stood(library.proposal(name), until) for name in names):
        if not (proposal.is_pending or proposal.is_adopted):
            state = proposal.state or f"not received by {show(until) if until else 'now'}"
            raise Misuse(f"{proposal.name} is {state}: a rolling text has what is pending and what was adopted")
    base, by = library.draft(text), [library.settings.speaker(name) for name in choice.by]
    found = chosen(library, text, names, until, by=by, watch=watch)
    narrowed = narrow(found.value, base, choice.clauses)
    merged = merge(base, narrowed.value, executor, watch)
    return Read(merged.value, (*found.problems, *narrowed.problems, *merged.problems))


def track_rolling(library: Library, text: str, rolling: Rolling, issued: str = "") -> Read[Revised]:
    """A rolling text as tracked changes of those who hold each place: on a document of ours, or on the file `issued`.

    Reject all is the issued text, accept all the rolling text. Raises `CannotWrite` where the places stand so close
    that Word cannot keep them apart.
    """
    issue = storage.read_bytes(Path(issued)) if issued else rolling.base
    return mark(issue, rolling.base, rolling.parted(), name=issued or text, profile=library.settings.profile)


def pending(library: Library, stage: str, until: date | None = None, audience: str = "internal") -> list[Proposal]:
    """The proposals on a stage that are pending, or were at a moment, and that an audience may see."""
    known = (_stood(each, until) for each in library.proposals(against=stage, audience=audience))
    return [each for each in known if each.is_pending]


def roll(library: Library, text: str, until: date | None = None, audience: str = "internal") -> Read[Rolling | None]:
    """The rolling text of what is pending on a stage, as far as an audience may see it; none where nothing is."""
    if not pending(library, text.partition(".")[0], until, audience):
        return Read(None)
    found = chosen(library, text, (), until, audience)
    merged = merge(library.draft(text), found.value)
    return Read(merged.value, (*found.problems, *merged.problems))


def chosen(
    library: Library,
    text: str,
    names: Sequence[str],
    until: date | None = None,
    audience: str = "internal",
    by: Sequence[str] = (),
    watch: Watch = unwatched,
) -> Read[list[Amendment]]:
    """The named proposals on a stage, or all that are pending, as amendments of it; as they stood at a moment, if any.

    Of these only those of the delegations `by`, if any are named. What is pending and could not be taken is an error by
    its name. Raises `Misuse` where there are none, or where the changes of a named one are not recorded.
    """
    stage = library.stage(text.partition(".")[0])
    base = library.draft(text)
    known = [_stood(each, until) for each in library.proposals(audience=audience)]
    wanted = [_stood(library.proposal(name), until) for name in names] or pending(library, stage.id, until, audience)
    if not wanted:
        raise Misuse(f"no proposal on {stage.id} is pending; name those that are wanted")
    problems = list(_not_by(wanted, by))
    wanted = [each for each in wanted if _is_by(each, by)]
    if not wanted:
        raise Misuse(f"none of these proposals on {stage.id} is by {' or '.join(by)}; name other delegations")
    problems += () if names else _below(known, wanted)
    amendments: list[Amendment] = []
    for proposal in watch(wanted, len(wanted)):
        found = submission(library, proposal, stage.id, base)
        changes = _changes(library, proposal, found, known, base, stage.id, problems)
        if changes is None:
            unknown = proposal.changes is None
            reason = "what its words do is not recorded" if unknown else f"its changes are of another text than {text}"
            if names:
                raise Misuse(f"{proposal.name} cannot be taken: {reason}")
            problems.append(_left_out(proposal, reason, "record them, or name the text that it is on"))
        else:
            amendments.append(_amendment(proposal, found, changes, proposal.against == stage.id, base.language))
    return Read(amendments, tuple(problems))


def _changes(
    library: Library,
    proposal: Proposal,
    found: Submission,
    known: Sequence[Proposal],
    base: Instrument,
    stage: str,
    problems: list[Problem],
) -> Changes | None:
    """What a proposal does to the base; in another language it leaves the words that say so."""
    if proposal.language != base.language:
        changes = untranslated(library, proposal, base, bracketed=False)
        problems += [told(proposal, base)] if changes else []
        return changes
    if proposal.against == stage and found.changes is not None:
        return effect(proposal, base, known, problems)
    return found.changes


def _amendment(proposal: Proposal, found: Submission, changes: Changes, is_on_stage: bool, language: str) -> Amendment:
    """A proposal as merging takes it. What was adopted of a sub-amendment is agreed on the proposal that it amends, not
    on the text."""
    is_agreed = proposal.is_adopted and is_on_stage and proposal.language == language
    decision = proposal.life[-1].decision or "adopted" if is_agreed else ""
    date = stamp(found.received) if found.received else ""
    return Amendment(changes, found.sponsors, date, found.symbol, found.explanation, decision)


def _stood(proposal: Proposal, until: date | None) -> Proposal:
    return as_of(proposal, until) if until else proposal


def _is_by(proposal: Proposal, names: Sequence[str]) -> bool:
    return not names or any(is_by(proposal, name) for name in names)


def _not_by(wanted: Sequence[Proposal], names: Sequence[str]) -> Iterator[Problem]:
    """The proposals that nobody stands behind who was asked for."""
    for proposal in wanted:
        if not _is_by(proposal, names):
            message = f"left out: it is by {'; '.join(map(str, proposal.supporters))}"
            yield Problem("left-out", Severity.INFO, Where(proposal.name), message)


def _below(known: Sequence[Proposal], wanted: Sequence[Proposal]) -> Iterator[Problem]:
    """The pending sub-amendments to proposals that are taken: their own words are in none of these."""
    above = {proposal.name for proposal in wanted}
    for proposal in known:
        if proposal.is_pending and proposal.against in above:
            above.add(proposal.name)
            hint = "name it, and it stands with what it amends under its own sponsors"
            yield _left_out(proposal, f"it amends {proposal.against}, whose words are not its sponsors'", hint)


def _left_out(proposal: Proposal, reason: str, hint: str) -> Problem:
    return Problem("left-out", Severity.ERROR, Where(proposal.name), f"left out: {reason}", hint, words=proposal.words)
