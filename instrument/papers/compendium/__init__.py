"""Compendia: many proposals on one text, under its provisions or by those who made them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Literal, get_args

from instrument.model import Instrument
from instrument.paper import Block, Layout, Paper, Paragraph, Style
from instrument.papers.compendium.asking import asking
from instrument.papers.compendium.page import Page, as_received, bold, front, heading, own, unplaced
from instrument.papers.compendium.submission import Asked, Submission
from instrument.papers.compendium.touching import Ground, Spot, Touch, base_lines, lines, touches
from instrument.papers.compendium.wording import WORDINGS
from instrument.papers.draft import Document, masthead
from instrument.papers.house import HOUSES
from instrument.papers.tabling import table
from instrument.problem import Misuse

__all__ = ["Asked", "Form", "Shape", "Submission", "compendium"]

Shape = Literal["articles", "delegations"]
Form = Literal["redlines", "instructions"]
_NO_DOCUMENT = Document()


def compendium(
    base: Instrument,
    submissions: Sequence[Submission],
    document: Document = _NO_DOCUMENT,
    *,
    shape: Shape = "articles",
    form: Form = "redlines",
    attributed: bool = True,
    text: str = "",
    until: date | None = None,
    since: date | None = None,
    profile: str = "un",
    audience: str = "internal",
) -> Paper:
    """The proposals on a text as one document.

    `shape` is "articles" (the base text of each provision that is touched, and under it what each proposal makes of it)
    or "delegations" (each delegation's proposals as submitted, in the alphabetical order of the language).
    `form` is "redlines", or "instructions" for the words that ask for what is made, `Submission.asked`.
    `submissions` come in the order of the register and are printed all: what is not for the audience, or came after
    `until` or before `since`, is left out before. Without attribution no delegation is named anywhere, holders of
    brackets and explanations included; proposals then have numbers.

    Raises `Misuse` for a shape or a form that does not exist, and for proposals by delegation that are to name none, or
    to be instructions.

    >>> compendium(Instrument(), ()).blocks[-1].inlines[0].chars
    'No proposals were received.'
    """
    _check(shape, form, attributed)
    said = WORDINGS.get(base.language, WORDINGS["en"])
    ground = Ground(base, profile, "inline" if attributed else "none")
    askings = {at: asking(ground, each) for at, each in enumerate(submissions)} if form == "instructions" else {}
    page = Page(ground, said, attributed, tuple(submissions), askings)
    title = document.title or (said.addendum if since else said.title)
    body = _by_article(page) if shape == "articles" else _by_delegation(page)
    head = front(page, title, text, _legend(page, shape), until, since)
    return Paper(
        title, base.language, (*head, *(body or (own(Style.FORMULA, said.none),))),
        masthead=masthead(document, HOUSES.get(base.language, HOUSES["en"])),
        layout=Layout(marks="printed"), audience=audience,
    )  # fmt: skip


def _check(shape: str, form: str, attributed: bool) -> None:
    for what, chosen, known in (("shape", shape, get_args(Shape)), ("form", form, get_args(Form))):
        if chosen not in known:
            raise Misuse(f'there is no {what} "{chosen}": choose from {", ".join(known)}')
    if shape == "delegations" and not attributed:
        raise Misuse("a compendium by delegation names them: choose the shape by articles for one without attribution")
    if shape == "delegations" and form == "instructions":
        raise Misuse("a compendium by delegation has the words as submitted: choose the shape by articles")


def _legend(page: Page, shape: Shape) -> str:
    if shape == "delegations":
        return page.said.delegations
    return page.said.instructions if page.askings else page.said.articles


def _by_article(page: Page) -> tuple[Block, ...]:
    """The base, clause by clause, as far as it is touched, with what is proposed under each provision."""
    placed = [each for each in page.submissions if each.changes]
    found = touches(page.ground, placed)
    body: list[Block] = []
    for place, group in groupby(found, key=lambda touch: touch.spot.clause):
        body += _clause(page, place, list(group))
    body += unplaced(page)
    return (*body, *_tables(page, found)) if body else ()


def _clause(page: Page, place: int, found: Sequence[Touch]) -> Iterator[Block]:
    rows = base_lines(page.ground, place)
    yield heading(page, rows[0])
    for spot, group in groupby(found, key=lambda touch: touch.spot):
        name = page.name(spot)
        yield bold(f"{name[0].upper()}{name[1:]}" if spot.is_new else f"{page.said.base}: {name}")
        row = rows[spot.row]
        if not spot.is_new and (row.label or row.inlines):
            yield row if spot.row else replace(row, style=Style.PROVISION)
        for touch in group:
            yield from _asked(page, touch) if page.askings else _redline(page, touch, touch.by)
            for other, share in touch.similar:
                yield own(Style.NOTE, page.said.similar.format(page.who(other), share), 1)


def _redline(page: Page, touch: Touch, by: Sequence[Submission]) -> Iterator[Paragraph]:
    yield _lead(page, by)
    yield from lines(touch, page.base.language)


def _asked(page: Page, touch: Touch) -> Iterator[Paragraph]:
    """The words that ask for what is made of a spot, those who use the same ones together; what they do not say."""
    told: dict[tuple[tuple[tuple[str, Spot], ...], bool], list[Submission]] = {}
    for each in touch.by:
        ask = page.askings[page.submissions.index(each)]
        told.setdefault((ask.at.get(touch.spot, ()), touch.spot in ask.unsaid), []).append(each)
    for (words, is_unsaid), by in told.items():
        yield _lead(page, by)
        for part, first in words:
            if first != touch.spot:
                yield own(Style.NOTE, page.said.seen.format(page.name(first)), 1)
            else:
                yield from as_received(part, 1)
        if is_unsaid:
            yield own(Style.NOTE, page.said.unsaid, 1)
            yield from lines(touch, page.base.language)


def _lead(page: Page, by: Sequence[Submission]) -> Paragraph:
    """Whose proposal it is, all who made the same one named."""
    return bold(f"{page.said.between.join(map(page.who, by))}:", 1)


def _by_delegation(page: Page) -> tuple[Block, ...]:
    """Each delegation's own proposals as submitted; one by several stands under the first, with all of them."""
    body: list[Block] = []
    by_first = sorted(page.submissions, key=lambda each: _alphabetical(each.sponsors[0] if each.sponsors else ""))
    for name, group in groupby(by_first, key=lambda each: each.sponsors[0] if each.sponsors else ""):
        body.append(own(Style.ARTICLE, name or page.said.proposal.format("")))
        for submission in group:
            body.append(bold(page.who(submission)))
            body += as_received(submission.words)
            if submission.explanation:
                body.append(own(Style.NOTE, page.said.explanation.format(submission.explanation)))
    found = touches(page.ground, [each for each in page.submissions if each.changes])
    return (*body, *_tables(page, found)) if body else ()


def _tables(page: Page, found: Sequence[Touch]) -> Iterator[Block]:
    """Which proposal stands where, and whose they are."""
    rows = [
        (page.name(touch.spot), submission.symbol if page.attributed else page.who(submission),
         page.said.between.join(submission.sponsors) if page.attributed else "")
        for touch in found for submission in touch.by
    ]  # fmt: skip
    if rows:
        yield own(Style.ARTICLE, page.said.traceability)
        yield table(page.said.columns if page.attributed else page.said.columns[:2], dict.fromkeys(rows))
    if page.attributed and page.submissions:
        yield own(Style.ARTICLE, page.said.index)
        yield table(page.said.index_columns, _index(page, found))


def _index(page: Page, found: Sequence[Touch]) -> Iterator[tuple[str, ...]]:
    names = sorted({name for each in page.submissions for name in each.sponsors}, key=_alphabetical)
    for name in names:
        own = [each for each in page.submissions if name in each.sponsors]
        places = dict.fromkeys(page.name(touch.spot) for touch in found if any(each in own for each in touch.by))
        symbols = page.said.between.join(each.symbol for each in own if each.symbol)
        yield name, symbols, page.said.between.join(places)


def _alphabetical(name: str) -> str:
    """Where a name stands in the alphabet of its language: letters with accents beside those without."""
    return "".join(char for char in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(char))
