"""What is to be written where a text was made of a base, and the old file holds more than that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from instrument.formats.docx.numbering import Numbering
from instrument.formats.docx.revising.edition import Edition
from instrument.formats.docx.revising.inner import meet_notes
from instrument.formats.docx.revising.matching import Unit
from instrument.formats.docx.revising.onto import onto
from instrument.formats.docx.revising.tallying import told
from instrument.problem import CannotWrite, Problem, Severity, Where

_LONG = 80


def planned(first: Sequence[Unit], changed: Sequence[Unit], numbering: Numbering, edition: Edition) -> list[Unit]:
    """The units of the old file and the new text; `first` are those of the old file and the base, `changed` of base and
    new text.

    Raises `CannotWrite` where something that changed is not in the old file.
    """
    plan = onto(first, changed, numbering, edition.is_alone)
    if plan.missing:
        raise CannotWrite(
            f"{edition.name} does not hold what the changes are about: {len(plan.missing)} of their paragraphs are"
            " not in it; take the file that the text was read from",
            tuple(_not_held(edition.name, plan.missing)),
        )
    for sentence in told(plan.tallies, edition.name):
        edition.say("label-automatic", sentence, "let the text have the numbers that Word prints, or type them there")
    for old, new in plan.alike:
        meet_notes(old, new, edition)
    return plan.units


def _not_held(name: str, missing: Sequence[str]) -> Iterator[Problem]:
    for words in missing:
        said = words if len(words) <= _LONG else f"{words[:_LONG].rstrip()} ..."
        yield Problem("not-in-issued", Severity.ERROR, Where(name), f'not in the document: "{said}"')
