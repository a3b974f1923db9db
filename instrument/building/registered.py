"""Proposals of a register tracked onto the document that was issued."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from instrument import storage
from instrument.building.compending import submission
from instrument.building.marking.mark import mark
from instrument.problem import Misuse, Problem, Read, Severity, Where
from instrument.proposals.amendment import Amendment
from instrument.proposals.moments import stamp

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
    stage = library.stage(text.partition(".")[0])
    base = library.draft(text)
    chosen = [library.proposal(name) for name in names]
    chosen = chosen or [each for each in library.proposals(against=stage.id) if each.is_pending]
    if not chosen:
        raise Misuse(f"no proposal on {stage.id} is pending; name those that are to be marked")
    amendments: list[Amendment] = []
    problems: list[Problem] = []
    for proposal in chosen:
        found = submission(library, proposal, stage.id, base)
        if found.changes is None and names:
            raise Misuse(f"{proposal.name} cannot be marked: what its words do to {text} is not recorded")
        if found.changes is None:
            message = "left out: what its words do is not recorded"
            problems.append(Problem("left-out", Severity.WARNING, Where(proposal.name), message))
            continue
        date = stamp(found.received) if found.received else ""
        amendments.append(Amendment(found.changes, found.sponsors, date, found.symbol, found.explanation))
    document = storage.read_bytes(Path(issued)) if issued else base
    marked = mark(
        document, base, amendments, comments=comments, name=issued or text, profile=library.settings.profile
    )  # fmt: skip
    return Read(marked.value, (*problems, *marked.problems))
