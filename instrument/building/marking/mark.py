"""Amendments tracked onto an issued document, each by its own sponsors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Unpack

from instrument.building.marking.sharing import Share, shares
from instrument.building.rendering import Options, render
from instrument.changes import Changes, carry, compose, digest
from instrument.changes.items import Insert, Item, Redesignate
from instrument.changes.performing import execute, perform
from instrument.formats import docx
from instrument.formats.docx import Revised, Speech, Version
from instrument.model import Clause, Instrument
from instrument.papers.assembly import number_articles
from instrument.papers.draft import Document
from instrument.papers.legend import is_bracketed
from instrument.problem import CannotWrite, Misuse, Read
from instrument.proposals.amendment import Amendment

Built = Callable[[Instrument], Read[bytes]]


def mark(
    issued: bytes | Instrument,
    base: Instrument,
    amendments: Sequence[Amendment],
    *,
    comments: bool = False,
    name: str = "the issued document",
    receipt: bool = True,
    **options: Unpack[Options],
) -> Read[Revised]:
    """An issued document with every amendment as tracked changes by its sponsors, of its date.

    `issued` is a .docx, or a text of which the document is built as `options` say; `base` is the text that it holds and
    that the amendments are against. All changes rejected, the document is the issued one; all accepted, it is the base
    with all amendments; with those of one amendment accepted and all others rejected, the base with that one. What
    several amendments do alike is one change by all their sponsors. With `comments`, the symbol of an amendment stands
    in the margin of each of its changes, and its explanation at the first. `name` is the document's in what is said of
    it; a `receipt` proves what is tracked.

    Raises `Misuse` for an amendment of another text or without sponsors, `CannotRead` for what is no Word document,
    `CannotWrite` where amendments clash, naming every place, or where the document does not hold the base.

    >>> import instrument
    >>> from instrument.model import Clause, Provision, text
    >>> base, new = (Instrument((Clause("use", provisions=(Provision(0, "1.", text(words)),)),)) for words in "ab")
    >>> amendment = Amendment(instrument.diff(base, new).changes, ("Delegation A",), "2026-03-10")
    >>> dict(mark(base, base, [amendment]).value.made)
    {'del': 1, 'ins': 1}
    """
    _refuse(base, amendments)
    numbered = number_articles(base)
    pinned = [_pinned(amendment, base, numbered) for amendment in amendments]
    found = shares(numbered, pinned)
    whole = number_articles(_together(numbered, found))
    # What the issued document says of its brackets stays: that others put some in is no change of anybody's.
    unexplained: Options = {**options, "document": replace(options.get("document", Document()), legend=False)}

    def built(text: Instrument) -> Read[bytes]:
        return render(text, ".docx", **unexplained)

    start, end = built(numbered), built(whole)
    versions = [_version(share, numbered, whole, built) for share in found]
    document = _issued(issued, numbered, options) or start.value
    speeches = list(_speeches(pinned, found)) if comments else []
    marked = docx.revise_onto(document, start.value, versions, speeches, name, same_clauses=True)
    problems = tuple(dict.fromkeys((*start.problems, *end.problems, *marked.problems)))
    if not versions:
        return Read(marked.value, problems)
    # What a document of ours proves holds of any other one: there the reader may not know every label and heading.
    ours = marked
    if document is not start.value:
        ours = docx.revise_onto(start.value, start.value, versions, name=name, same_clauses=True)
    proven = _proven(ours.value, start.value, end.value, (name, "the base with all amendments"))
    if receipt and ours is not marked:
        proven = docx.attest(marked.value, document, marked.value.data, (name, name))
    return Read(proven if receipt else marked.value, problems)


def _issued(issued: bytes | Instrument, numbered: Instrument, options: Options) -> bytes:
    """The document that was issued, where it is not the one that amendments are written on."""
    if not isinstance(issued, Instrument):
        return issued
    return render(numbered, ".docx", **options).value if is_bracketed(numbered) else b""


def _proven(marked: Revised, start: bytes, end: bytes, names: tuple[str, str]) -> Revised:
    try:
        return docx.attest(marked, start, end, names)
    except CannotWrite as failure:
        message = "these amendments stand so close to one another that Word cannot keep them apart; mark fewer at once"
        raise CannotWrite(message, failure.problems) from failure


def _refuse(base: Instrument, amendments: Sequence[Amendment]) -> None:
    expected = digest(base)
    for amendment in amendments:
        if not amendment.sponsors or not all(name.strip() and name.isprintable() for name in amendment.sponsors):
            raise Misuse(f"an amendment has no sponsors, or a name that cannot be printed: {amendment}")
        if amendment.changes.base != expected:
            raise Misuse(f"the amendment {amendment} was made for another text; rebase it first")
        perform(amendment.changes, base)


def _pinned(amendment: Amendment, base: Instrument, numbered: Instrument) -> Amendment:
    """An amendment of the text as it was issued: an article keeps the number that it was printed with."""
    labels = {old.id: new.label for old, new in zip(base, numbered, strict=True)}
    items = tuple(_with_number(item, labels) for item in amendment.changes.items)
    date = amendment.date if "T" in amendment.date or not amendment.date else f"{amendment.date}T00:00:00Z"
    return replace(amendment, changes=Changes(digest(numbered), "", items), date=date)


def _with_number(item: Item, labels: Mapping[str, str]) -> Item:
    if not isinstance(item, Redesignate):
        return item
    old = replace(item.old, label=labels[item.old.id])
    return replace(
        item, old=old, new=replace(item.new, label=old.label) if item.new.label == item.old.label else item.new
    )


def _together(base: Instrument, found: Sequence[Share]) -> Instrument:
    """The base with all amendments, each carried over those before it."""
    done = Changes(digest(base), digest(base))
    for share in found:
        done = compose(done, carry(Changes(digest(base), "", share.items), done, base).changes, base)
    return execute(done, base).result


def _version(share: Share, base: Instrument, whole: Instrument, built: Built) -> Version:
    """What a share makes of the base; a new article has the number that it has beside all others."""
    labels = {clause.id: clause.label for clause in whole}
    items = tuple(_with_labels(item, labels) for item in share.items)
    text = execute(Changes("", "", items), base).result
    return Version(built(text).value, share.author, share.date)


def _with_labels(item: Item, labels: Mapping[str, str]) -> Item:
    if not isinstance(item, Insert):
        return item
    units = (replace(u, label=labels.get(u.id, u.label)) if isinstance(u, Clause) else u for u in item.units)
    return replace(item, units=tuple(units))


def _speeches(amendments: Sequence[Amendment], found: Sequence[Share]) -> Iterator[Speech]:
    """What stands in the margin: the symbol of an amendment at each of its changes, its explanation at the first."""
    for at, amendment in enumerate(amendments):
        first = "\n".join(filter(None, (amendment.symbol, amendment.explanation)))
        versions = tuple(number for number, share in enumerate(found) if at in share.amendments)
        yield Speech(versions, amendment.author, amendment.date, first, amendment.symbol)
