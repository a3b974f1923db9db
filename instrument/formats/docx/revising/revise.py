"""One Word file's differences to another written into it, in place, as tracked changes."""

from __future__ import annotations

from collections.abc import Iterable

from lxml.etree import _Element

from instrument.formats.docx.parts.limits import LIMITS, Limits
from instrument.formats.docx.parts.opened import Opened, opened
from instrument.formats.docx.parts.sessions import bare
from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.revising.care import ALL, Care
from instrument.formats.docx.revising.edition import Edition
from instrument.formats.docx.revising.flow import NOBODY
from instrument.formats.docx.revising.grafts import Grafts
from instrument.formats.docx.revising.ledger import Ledger
from instrument.formats.docx.revising.looks import Looks
from instrument.formats.docx.revising.parting import part_insertions
from instrument.formats.docx.revising.ranges import bring_ranges, ranges
from instrument.formats.docx.revising.revised import Revised
from instrument.formats.docx.revising.sections import revise_headers, revise_sections
from instrument.formats.docx.revising.stamps import Stamps, stamps
from instrument.formats.docx.revising.stories import revise_container, revise_inner
from instrument.formats.docx.walking.elements import CELL_LAYERS, LAYERS, LOOK_CHANGES
from instrument.problem import Problem, Read

_CHANGES = (*LAYERS, *CELL_LAYERS, *LOOK_CHANGES)


def revise(
    old: bytes,
    new: bytes,
    *,
    author: str = "",
    date: str = "",
    names: tuple[str, str] = ("", ""),
    care: Care = ALL,
    limits: Limits = LIMITS,
) -> Read[Revised]:
    """What `docx.revise` does."""
    before = opened(old, names[0] or "the old file", limits)
    after = opened(new, names[1] or "the new file", limits, is_bare=True)
    ledger, stamper = begin(before, author, date)
    edition = edition_of(ledger, stamper, after, care)
    body, other = (body_of(file) for file in (before, after))
    found = ranges(body, other, edition)
    revise_container(body, other, edition, sources=(bare(before.parts[before.main]) or b"", after.parts[after.main]))
    revise_sections(body, other, edition)
    revise_headers(edition)
    revise_inner(edition)
    bring_ranges(body, found, edition)
    finish(edition)
    return packed(ledger, stamper, edition.problems)


def finish(edition: Edition) -> None:
    """Put in order what was written."""
    edition.grafts.manifests.join()
    for root in edition.ledger.trees.values():
        changes = list(root.iter(*_CHANGES))
        _number(changes, edition.stamps)
        part_insertions(changes, edition.stamps)


def begin(before: Opened, author: str = "", date: str = "") -> tuple[Ledger, Stamps]:
    """A file opened to be marked, and what it is marked with."""
    ledger = Ledger(before)
    ledger.tree(before.main)
    return ledger, stamps(author, date, (data for part, data in before.parts.items() if part.endswith(".xml")))


def edition_of(ledger: Ledger, stamper: Stamps, after: Opened, care: Care, since: int = NOBODY) -> Edition:
    """The comparison of a file with a new one."""
    grafts = Grafts(ledger, after, stamper)
    looks = Looks(grafts, stamper, care.formatting)
    edition = Edition(ledger.file.name, stamper, ledger, grafts, looks, care, since)
    edition.enter(ledger.file.main, after.main)
    return edition


def packed(ledger: Ledger, stamper: Stamps, problems: Iterable[Problem]) -> Read[Revised]:
    """The marked file."""
    return Read(Revised(ledger.packed(stamper.marked), dict(stamper.made)), tuple(problems))


def body_of(file: Opened) -> _Element:
    body = file.document.find(w("body"))
    return file.document if body is None else body


def _number(changes: Iterable[_Element], stamps: Stamps) -> None:
    """Give every change of a part that stands twice, because it was split, a number of its own."""
    seen: set[str] = set()
    for each in changes:
        if (number := attribute(each, "id")) in seen:
            each.set(w("id"), stamps.number())
        seen.add(number)
