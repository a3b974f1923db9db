"""Proposals of a register on one text: tracked onto the document that was issued, merged into a rolling text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from instrument import storage
from instrument.building.compending import submission
from instrument.building.marking.mark import mark
from instrument.papers.draft import Document
from instrument.problem import Misuse, Problem, Read, Severity, Where
from instrument.proposals.amendment import Amendment
from instrument.proposals.merging import Rolling, merge
from instrument.proposals.moments import stamp
from instrument.proposals.proposal import as_of

if TYPE_CHECKING:
    from instrument.formats.docx import Revised
    from instrument.library import Library


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


def merge_proposals(library: Library, text: str, names: Sequence[str], until: date | None = None) -> Read[Rolling]:
    """Proposals on a stage as one rolling text; of those that are adopted the words stand bare.

    Without names, all that are pending; with `until`, as the register stood then. Raises `Misuse` for one whose
    changes are not recorded or that is on another text.
    """
    found = chosen(library, text, names, until)
    merged = merge(library.draft(text), found.value)
    return Read(merged.value, (*found.problems, *merged.problems))


def track_rolling(library: Library, text: str, rolling: Rolling, issued: str = "") -> Read[Revised]:
    """A rolling text as tracked changes of those who hold each place: on a document of ours, or on the file `issued`.

    Reject all is the issued text, accept all the rolling text. Raises `CannotWrite` where the places stand so close
    that Word cannot keep them apart.
    """
    issue = storage.read_bytes(Path(issued)) if issued else rolling.base
    profile, document = library.settings.profile, Document(legend=False)  # the base has no brackets to explain
    return mark(issue, rolling.base, rolling.parted(), name=issued or text, profile=profile, document=document)


def chosen(library: Library, text: str, names: Sequence[str], until: date | None = None) -> Read[list[Amendment]]:
    """The named proposals on a stage, or all that are pending, as amendments of it; as they stood at a moment, if any.

    Raises `Misuse` where there are none, or where the changes of a named one are not recorded.
    """
    stage = library.stage(text.partition(".")[0])
    base = library.draft(text)
    known = [library.proposal(name) for name in names] or library.proposals(against=stage.id)
    stood = [as_of(each, until) if until else each for each in known]
    wanted = [each for each in stood if each.life] if names else [each for each in stood if each.is_pending]
    if not wanted:
        raise Misuse(f"no proposal on {stage.id} is pending; name those that are wanted")
    amendments: list[Amendment] = []
    problems: list[Problem] = []
    for proposal in wanted:
        found = submission(library, proposal, stage.id, base)
        if found.changes is None and names:
            raise Misuse(f"{proposal.name} cannot be taken: what its words do to {text} is not recorded")
        if found.changes is None:
            message = "left out: what its words do is not recorded"
            problems.append(Problem("left-out", Severity.WARNING, Where(proposal.name), message))
            continue
        date = stamp(found.received) if found.received else ""
        decision = proposal.life[-1].decision or "adopted" if proposal.is_adopted else ""
        amendments.append(Amendment(found.changes, found.sponsors, date, found.symbol, found.explanation, decision))
    return Read(amendments, tuple(problems))
