"""What several hands make of one text, written onto the issued document as the tracked changes of each."""

from __future__ import annotations

from collections.abc import Sequence

from instrument.formats.docx.numbering import Numbering
from instrument.formats.docx.parts.carriers import PREFIX
from instrument.formats.docx.parts.limits import LIMITS, Limits
from instrument.formats.docx.parts.opened import Opened, opened
from instrument.formats.docx.parts.sessions import drop
from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.revising.care import Care
from instrument.formats.docx.revising.commenting import comment
from instrument.formats.docx.revising.edition import Edition
from instrument.formats.docx.revising.firsts import first_changes
from instrument.formats.docx.revising.flow import Item, flow, without_contents
from instrument.formats.docx.revising.ledger import Ledger
from instrument.formats.docx.revising.matching import Unit, matched, matched_by_clause
from instrument.formats.docx.revising.others import seen
from instrument.formats.docx.revising.planning import planned
from instrument.formats.docx.revising.revise import begin, body_of, edition_of, finish, packed
from instrument.formats.docx.revising.revised import Revised, Speech, Version
from instrument.formats.docx.revising.stories import revise_inner, write_units
from instrument.problem import Problem, Read

_LISTS = ("numbering", "styles")  # the parts that say how paragraphs are numbered


def revise_onto(
    issued: bytes,
    base: bytes,
    versions: Sequence[Version],
    speeches: Sequence[Speech] = (),
    *,
    name: str = "",
    same_clauses: bool = False,
    limits: Limits = LIMITS,
) -> Read[Revised]:
    """What `docx.revise_onto` does.

    Each hand sees the issued document as if the others had not written into it; the paragraphs that it sees are the
    same ones, so that they are paired with those of the base only once.
    """
    before, middle = opened(issued, name or "the issued file", limits), opened(base, "the base", limits)
    ledger, stamper = begin(before)
    since = stamper.last
    ties = Ledger(middle).digests(middle.main)
    there = without_contents(flow(body_of(middle), ties))
    here = seen(flow(body_of(before), ledger.digests(before.main), since)).items
    pairs = [_placed(unit, here, there) for unit in matched(here, there)]
    problems: list[Problem] = []
    firsts = []
    for version in versions:
        stamper.author, stamper.date = version.author, version.date
        start = stamper.last
        after = opened(version.data, "the new text", limits)
        edition = edition_of(ledger, stamper, after, Care(formatting=False), since)
        edition.base_ties, edition.is_alone = ties, len(versions) == 1
        _write(edition, after, there, pairs, same_clauses)
        problems += edition.problems
        firsts.append(first_changes(ledger, stamper, start))
    problems += comment(ledger, stamper, firsts, speeches)
    return packed(ledger, stamper, dict.fromkeys(problems))


Places = tuple[range, range]


def _placed(unit: Unit, here: Sequence[Item], there: Sequence[Item]) -> Places:
    """Where the items of a unit stand in both flows."""
    return _range(unit.old, here), _range(unit.new, there)


def _range(items: Sequence[Item], among: Sequence[Item]) -> range:
    start = next((at for at, each in enumerate(among) if items and each is items[0]), 0)
    return range(start, start + len(items))


def _write(edition: Edition, after: Opened, base: Sequence[Item], pairs: Sequence[Places], same_clauses: bool) -> None:
    """Write what one hand wants."""
    edition.grafts.is_dressed = True
    body = body_of(edition.ledger.file)
    mine = seen(flow(body, edition.ties, edition.since))
    news = without_contents(flow(body_of(after), edition.new_ties))
    first = [Unit(tuple(mine.items[n] for n in old), tuple(base[n] for n in new)) for old, new in pairs]
    changed = matched_by_clause(base, news) if same_clauses else matched(base, news, ours=True)
    file = edition.ledger.file
    if PREFIX.encode() not in file.parts[file.main]:
        _disown(news)
    edition.numbering = Numbering(
        *(edition.ledger.tree(part) if part else None for part in map(edition.ledger.related, _LISTS))
    )
    units = planned(first, changed, edition.numbering, edition)
    write_units(mine.with_unseen(units), body, edition)
    revise_inner(edition)
    finish(edition)


def _disown(items: Sequence[Item]) -> None:
    """Take off new paragraphs what says of which clause they are: where nothing else does, no more would be read."""
    for item in items:
        item.control = None
        for each in list(item.element.iter(w("bookmarkStart"))):
            if attribute(each, "name").startswith(PREFIX):
                drop(each)
