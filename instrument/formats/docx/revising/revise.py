"""One Word file's differences to another written into it, in place, as tracked changes."""

from __future__ import annotations

from lxml.etree import _Element

from instrument.formats.docx.parts.limits import LIMITS, Limits
from instrument.formats.docx.parts.opened import Opened, opened
from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.revising.care import ALL, Care
from instrument.formats.docx.revising.edition import Edition
from instrument.formats.docx.revising.flow import flow, without_contents
from instrument.formats.docx.revising.grafts import Grafts
from instrument.formats.docx.revising.ledger import Ledger
from instrument.formats.docx.revising.looks import Looks
from instrument.formats.docx.revising.parting import part_insertions
from instrument.formats.docx.revising.ranges import bring_ranges, ranges
from instrument.formats.docx.revising.revised import Revised
from instrument.formats.docx.revising.sections import revise_headers, revise_sections
from instrument.formats.docx.revising.stamps import stamps
from instrument.formats.docx.revising.stories import revise_container, revise_inner, write_units
from instrument.formats.docx.walking.elements import CELL_LAYERS, LAYERS, LOOK_CHANGES
from instrument.formats.docx.walking.keeping import keeping
from instrument.problem import CannotWrite, Problem, Read, Severity, Where

_CHANGES = (*LAYERS, *CELL_LAYERS, *LOOK_CHANGES)

_LONG = 80


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
    with keeping():
        before, after = opened(old, names[0] or "the old file", limits), opened(new, names[1] or "the new file", limits)
        edition = _edition(before, after, author, date, care)
        body, other = (_body(file) for file in (before, after))
        found = ranges(body, other, edition)
        revise_container(body, other, edition)
        revise_sections(body, other, edition)
        revise_headers(edition)
        revise_inner(edition)
        bring_ranges(body, found, edition)
        return _finished(edition)


def revise_onto(
    issued: bytes,
    base: bytes,
    new: bytes,
    *,
    author: str = "",
    date: str = "",
    name: str = "",
    limits: Limits = LIMITS,
) -> Read[Revised]:
    """What `docx.revise_onto` does."""
    from instrument.formats.docx.revising.onto import onto

    with keeping():
        before, middle, after = (
            opened(data, given, limits)
            for data, given in ((issued, name or "the issued file"), (base, "the base"), (new, "the new text"))
        )
        edition = _edition(before, after, author, date, Care(formatting=False))
        edition.grafts.is_dressed = True
        flows = [flow(_body(file), Ledger(file).digests(file.main)) for file in (before, middle, after)]
        plan = onto(flows[0], without_contents(flows[1]), without_contents(flows[2]))
        if plan.missing:
            raise CannotWrite(
                f"{before.name} does not hold what the changes are about: {len(plan.missing)} of their paragraphs are"
                " not in it; take the file that the text was read from",
                tuple(_not_held(before.name, words) for words in plan.missing),
            )
        for label in plan.numbered:
            edition.say(
                "label-automatic",
                f'the label "{label}" is not marked: {before.name} numbers this paragraph itself',
                "look at the numbers that Word prints",
            )
        write_units(plan.units, _body(before), edition)
        revise_inner(edition)
        return _finished(edition)


def _not_held(name: str, words: str) -> Problem:
    said = words if len(words) <= _LONG else f"{words[:_LONG].rstrip()} ..."
    return Problem("not-in-issued", Severity.ERROR, Where(name), f'not in the document: "{said}"')


def _finished(edition: Edition) -> Read[Revised]:
    edition.grafts.manifests.join()
    for root in edition.ledger.trees.values():
        _number(root, edition)
        part_insertions(root, edition.stamps)
    return Read(
        Revised(edition.ledger.packed(edition.stamps.marked), dict(edition.stamps.made)), tuple(edition.problems)
    )


def _edition(before: Opened, after: Opened, author: str, date: str, care: Care) -> Edition:
    ledger = Ledger(before)
    ledger.tree(before.main)
    stamper = stamps(author, date, (data for part, data in before.parts.items() if part.endswith(".xml")))
    grafts = Grafts(ledger, after, stamper)
    edition = Edition(before.name, stamper, ledger, grafts, Looks(grafts, stamper, care.formatting), care)
    edition.enter(before.main, after.main)
    return edition


def _body(file: Opened) -> _Element:
    body = file.document.find(w("body"))
    return file.document if body is None else body


def _number(root: _Element, edition: Edition) -> None:
    """Give every change in a part that stands twice, because it was split, a number of its own."""
    seen: set[str] = set()
    for each in root.iter(*_CHANGES):
        if (number := attribute(each, "id")) in seen:
            each.set(w("id"), edition.stamps.number())
        seen.add(number)
