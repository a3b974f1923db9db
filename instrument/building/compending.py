"""What a library has of proposals as papers: a compendium, one proposal alone, what became of each, one rebased."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Literal

from instrument.audiences import may_see
from instrument.building.asking import ask
from instrument.building.pending import awaited, told, untranslated
from instrument.building.withholding import refuse_withheld
from instrument.changes import compose, digest
from instrument.difference.comparison import changes_of
from instrument.model import Instrument
from instrument.papers.comparative import comparative
from instrument.papers.compendium import Form, Shape, Submission, compendium
from instrument.papers.compendium.json import to_json
from instrument.papers.draft import Document
from instrument.papers.proposal import proposal_paper
from instrument.problem import Misuse, Problem, Read, Severity, Where
from instrument.proposals.life import Event
from instrument.proposals.moments import precedes, show, stamp
from instrument.proposals.rebasing import Rebase, rebase
from instrument.proposals.sponsors import Sponsor
from instrument.splitting import Watch, unwatched

if TYPE_CHECKING:
    from instrument.library import Library, Stage
    from instrument.paper import Paper
    from instrument.proposals.proposal import Proposal

OUT = {
    Event.WITHDRAWN: "withdrawn", Event.SUPERSEDED: "superseded", Event.RECEIVED: "not issued yet",
    Event.VALIDATED: "not issued yet",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which proposals a compendium is to hold, and how: for whom, up to when, since when, under which symbol."""

    shape: Shape | Literal["table"] = "articles"
    form: Form = "redlines"
    attributed: bool = True
    audience: str = "internal"
    until: date | None = None
    since: date | None = None
    symbol: str = ""


def compend(library: Library, text: str, wanted: Wanted, watch: Watch = unwatched) -> Read[Paper]:
    """The compendium of the proposals on a stage; what was left out of it, and why, is in the problems.

    Raises `Misuse` for a text that is no stage.
    """
    stage, base, read = _gathered(library, text, wanted, watch)
    document = Document(symbol=wanted.symbol, date=wanted.until, original=library.settings.original)
    paper = _set(wanted)(
        base, read.value, document, attributed=wanted.attributed,
        text=f"{stage.kind} {stage.symbol}".strip() or stage.id, until=wanted.until, since=wanted.since,
        profile=library.settings.profile, audience=wanted.audience,
    )  # fmt: skip
    return Read(paper, read.problems)


def _set(wanted: Wanted) -> Callable[..., Paper]:
    """What sets the page."""
    if wanted.shape != "table":
        return partial(compendium, shape=wanted.shape, form=wanted.form)
    if wanted.form != "redlines":
        raise Misuse("a comparative table shows proposals as redlines: choose the shape by articles for instructions")
    return comparative


def compend_as_data(library: Library, text: str, wanted: Wanted, watch: Watch = unwatched) -> Read[dict[str, object]]:
    """The same for another program, every word of every proposal in it."""
    stage, base, read = _gathered(library, text, wanted, watch)
    head = {
        "stage": stage.id,
        "language": base.language,
        "base": digest(base),
        "symbol": wanted.symbol,
        "audience": wanted.audience,
        "attributed": wanted.attributed,
        "until": stamp(wanted.until) if wanted.until else None,
        "since": stamp(wanted.since) if wanted.since else None,
    }
    data = to_json(base, read.value, attributed=wanted.attributed, profile=library.settings.profile)
    return Read(head | data, read.problems)


def _gathered(
    library: Library, text: str, wanted: Wanted, watch: Watch
) -> tuple[Stage, Instrument, Read[list[Submission]]]:
    """A stage, its text, and the proposals that are to stand on the page."""
    stage, base = library.stage(text.partition(".")[0]), library.draft(text)
    refuse_withheld(library, text, wanted.audience)
    problems: list[Problem] = []
    chosen = list(_chosen(library, stage.id, wanted, problems))
    if not wanted.attributed:
        chosen = list(_without_names(chosen, problems))
    shown = [submission(library, each, stage.id, base) for each in watch(chosen, len(chosen))]
    problems += [told(each, base, Severity.WARNING) for each in chosen if each.language != base.language]
    if wanted.form == "instructions":
        both = zip(shown, chosen, strict=True)
        shown = [_asking(library, *each, base, wanted, problems) for each in watch(both, len(chosen))]
    return stage, base, Read(shown, tuple(problems))


def _without_names(chosen: Sequence[Proposal], problems: list[Problem]) -> Iterator[Proposal]:
    """The proposals that can stand where nobody is named: words as received may say whose they are."""
    for proposal in chosen:
        if proposal.changes is not None:
            yield proposal
            continue
        message = "left out: what its words do is not recorded, and the words themselves may name somebody"
        problems.append(Problem("left-out", Severity.WARNING, Where(proposal.name), message))


def _asking(
    library: Library, shown: Submission, proposal: Proposal, base: Instrument, wanted: Wanted, problems: list[Problem]
) -> Submission:
    """A proposal with the instructions that it asks for; what they do not say is a problem under its name."""
    from instrument.library.bases import recorded

    if shown.changes is None or proposal.language != base.language:
        return shown
    above = base if proposal.against in library.settings.stages else library.base_of(proposal)
    said = ask(
        shown, proposal, base, above, recorded(library.proposals()), as_received=wanted.attributed,
        profile=library.settings.profile,
    )  # fmt: skip
    problems += [replace(each, where=Where(f"{proposal.name}, {each.where}")) for each in said.problems]
    return replace(shown, asked=said.value)


def alone(library: Library, name: str) -> Paper:
    """One proposal as a conference paper."""
    proposal = library.proposal(name)
    stage = stage_of(library, proposal)
    suffix = "" if proposal.language == library.settings.original else f".{proposal.language}"
    base = library.draft(stage + suffix)
    document = Document(symbol=str(proposal.symbol or ""), date=proposal.received, original=proposal.language)
    shown = submission(library, proposal, stage, base)
    return proposal_paper(base, shown, document, profile=library.settings.profile, audience=proposal.audience)


def _chosen(library: Library, stage: str, wanted: Wanted, problems: list[Problem]) -> Iterator[Proposal]:
    """The proposals on a stage, and on other proposals on it, that are to stand in a compendium."""
    here = [proposal for proposal in library.proposals() if stage_of(library, proposal) == stage]
    seen = [proposal for proposal in here if may_see(wanted.audience, proposal.audience)]
    for proposal in seen:
        if reason := _left_out(proposal, wanted):
            problems.append(Problem("left-out", Severity.INFO, Where(proposal.name), f"left out: {reason}"))
        else:
            yield proposal
    if len(seen) < len(here):
        message = f"left out: {len(here) - len(seen)} proposals that are not for {wanted.audience}"
        problems.append(Problem("left-out", Severity.INFO, Where(stage), message))


def _left_out(proposal: Proposal, wanted: Wanted) -> str:
    """Why a proposal has no place in a compendium, if it has none."""
    if proposal.state in OUT:
        return OUT[proposal.state]
    received = proposal.received
    if received and wanted.until and precedes(wanted.until, received):
        return f"received on {show(received)}"
    if received and wanted.since and precedes(received, wanted.since):
        return f"received on {show(received)}, before this addendum"
    return ""


def stage_of(library: Library, proposal: Proposal) -> str:
    """The stage that a proposal is against in the end, by way of the proposals that it amends."""
    against, seen = proposal.against, {proposal.against}
    while against not in library.settings.stages:
        against = library.proposal(against).against
        if against in seen:
            raise Misuse(f"{proposal.name} amends itself; mend what it is against")
        seen.add(against)
    return against


def submission(library: Library, proposal: Proposal, stage: str, base: Instrument) -> Submission:
    """A proposal as a page on a stage has it; one on another proposal changes the stage as both do together.

    Of one in another language, it stands where it works that a translation is awaited.
    """
    names = library.names(base.language)
    sponsors = tuple(_named(sponsor, names) for sponsor in proposal.supporters)
    symbol = str(proposal.symbol or "")
    if proposal.against != stage:
        symbol = f"{symbol} on {proposal.against}".strip()
    if proposal.language != base.language:
        words = f"[{awaited(base.language)}]\n{proposal.words}"
        marked = untranslated(library, proposal, base, bracketed=True)
        return Submission(symbol, sponsors, proposal.received, words, marked, proposal.explanation)
    changes = proposal.changes
    if changes and proposal.against != stage:
        above = library.base_of(proposal)
        changes = compose(changes_of(base, above), changes, base)
    if changes and changes.base != digest(base):
        changes = None
    return Submission(symbol, sponsors, proposal.received, proposal.words, changes, proposal.explanation)


def _named(sponsor: Sponsor, names: dict[str, str]) -> str:
    """A sponsor as documents in a language name it."""
    behalf = names.get(sponsor.behalf, sponsor.behalf)
    return str(replace(sponsor, name=names.get(sponsor.name, sponsor.name), behalf=behalf))


def rebased(library: Library, name: str, onto: str) -> Rebase:
    """A proposal on a later stage; `Misuse` for one whose changes are not recorded."""
    proposal = library.proposal(name)
    if proposal.changes is None:
        raise Misuse(f"the changes of {proposal.name} are not recorded; say what its words do first")
    base, later = library.base_of(proposal), library.draft(onto)
    return rebase(proposal.changes, base, changes_of(base, later))
