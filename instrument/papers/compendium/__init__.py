"""Compendia: many proposals on one text, under its provisions or by those who made them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import Literal, get_args

from instrument.model import Instrument
from instrument.paper import Block, Chars, Layout, Paper, Paragraph, Style, Table
from instrument.papers.blocks import blocks
from instrument.papers.compendium.asking import Asking, asking
from instrument.papers.compendium.submission import Asked, Submission
from instrument.papers.compendium.touching import Ground, Spot, Touch, lines, spot_name, touches
from instrument.papers.compendium.wording import WORDINGS, Wording
from instrument.papers.draft import Document, masthead
from instrument.papers.house import HOUSES, print_date
from instrument.papers.tabling import BOLD, table
from instrument.problem import Misuse

__all__ = ["Asked", "Form", "Shape", "Submission", "compendium"]

Shape = Literal["articles", "delegations"]
Form = Literal["redlines", "instructions"]
_NO_DOCUMENT = Document()


@dataclass(frozen=True, slots=True)
class _Page:
    """One compendium while it is set."""

    ground: Ground
    said: Wording
    attributed: bool
    submissions: tuple[Submission, ...]
    askings: Mapping[int, Asking]  # by the place of a proposal among them; none where the page has redlines

    @property
    def base(self) -> Instrument:
        return self.ground.base

    def who(self, submission: Submission) -> str:
        """How a proposal is called: by its sponsors and symbol, or by a number where nobody is named."""
        if not self.attributed:
            return self.said.proposal.format(self.submissions.index(submission) + 1)
        sponsors = self.said.between.join(submission.sponsors)
        return f"{sponsors} ({submission.symbol})" if submission.symbol else sponsors

    def name(self, spot: Spot) -> str:
        """What a lawyer calls a spot, or what it stands behind if it is new."""
        name = spot_name(self.ground, spot)
        return self.said.new.format(name) if spot.is_new else name


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
    page = _Page(ground, said, attributed, tuple(submissions), askings)
    title = document.title or (said.addendum if since else said.title)
    body = _by_article(page) if shape == "articles" else _by_delegation(page)
    front = _front(page, title, text, shape, until, since)
    return Paper(
        title, base.language, (*front, *(body or (_own(Style.FORMULA, said.none),))),
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


def _front(page: _Page, title: str, text: str, shape: Shape, until: date | None, since: date | None) -> Iterator[Block]:
    """What the document is, up to when, and how it is to be read."""
    said, language = page.said, page.base.language
    yield _own(Style.TITLE, title)
    if text:
        yield _own(Style.SUBTITLE, said.on.format(text))
    notes = [said.received.format(_moment(until, language))] if until else []
    notes += [said.since.format(_moment(since, language))] if since else []
    notes += [] if page.attributed else [said.unattributed]
    notes += [_legend(page, shape), said.originals]
    yield _own(Style.LEGEND, " ".join(notes))


def _legend(page: _Page, shape: Shape) -> str:
    if shape == "delegations":
        return page.said.delegations
    return page.said.instructions if page.askings else page.said.articles


def _moment(when: date, language: str) -> str:
    """A date as documents print it, with the time where it has one."""
    day = when.date() if isinstance(when, datetime) else when
    printed = print_date(day, HOUSES.get(language, HOUSES["en"]))
    return f"{printed}, {when:%H:%M}" if isinstance(when, datetime) else printed


def _by_article(page: _Page) -> tuple[Block, ...]:
    """The base, clause by clause, as far as it is touched, with what is proposed under each provision."""
    placed = [each for each in page.submissions if each.changes]
    found = touches(page.ground, placed)
    body: list[Block] = []
    for place, group in groupby(found, key=lambda touch: touch.spot.clause):
        body += _clause(page, place, list(group))
    body += _unplaced(page, [each for each in page.submissions if not each.changes])
    return (*body, *_tables(page, found)) if body else ()


def _clause(page: _Page, place: int, found: Sequence[Touch]) -> Iterator[Block]:
    clause = page.base.clauses[place]
    rows = [block for block in _flat(page, place) if isinstance(block, Paragraph)]
    headed = int(bool(clause.label or clause.heading))
    yield replace(rows[0], style=Style.ARTICLE) if headed else _own(Style.ARTICLE, page.name(Spot(place, 0)))
    for spot, group in groupby(found, key=lambda touch: touch.spot):
        row = spot.row - 1 + headed
        name = page.name(spot)
        yield _bold(f"{name[0].upper()}{name[1:]}" if spot.is_new else f"{page.said.base}: {name}")
        if not spot.is_new and (spot.row or headed) and row < len(rows):
            yield replace(rows[row], target="", style=Style.PROVISION if not spot.row else rows[row].style)
        for touch in group:
            yield from _asked(page, touch) if page.askings else _redline(page, touch, touch.by)
            for other, share in touch.similar:
                yield _own(Style.NOTE, page.said.similar.format(page.who(other), share), 1)


def _flat(page: _Page, place: int) -> Iterator[Block]:
    """The base lines of a clause, one each, tables row by row."""
    for block in blocks(page.base.clauses[place], page.ground.setting):
        if isinstance(block, Table):
            yield from (replace(row[0][0], inlines=_row(row)) for row in block.rows)
        else:
            yield block


def _row(cells: tuple[tuple[Paragraph, ...], ...]) -> tuple[Chars, ...]:
    words = ["".join(getattr(each, "chars", "") for each in cell[0].inlines) if cell else "" for cell in cells]
    return (Chars(" | ".join(words)),)


def _redline(page: _Page, touch: Touch, by: Sequence[Submission]) -> Iterator[Paragraph]:
    yield _lead(page, by)
    yield from lines(touch, page.base.language)


def _asked(page: _Page, touch: Touch) -> Iterator[Paragraph]:
    """The words that ask for what is made of a spot, those who use the same ones together; what they do not say."""
    told: dict[tuple[tuple[tuple[str, Spot], ...], bool], list[Submission]] = {}
    for each in touch.by:
        ask = page.askings[page.submissions.index(each)]
        told.setdefault((ask.at.get(touch.spot, ()), touch.spot in ask.unsaid), []).append(each)
    for (words, is_unsaid), by in told.items():
        yield _lead(page, by)
        for part, first in words:
            if first != touch.spot:
                yield _own(Style.NOTE, page.said.seen.format(page.name(first)), 1)
            else:
                yield from _plain(part, 1)
        if is_unsaid:
            yield _own(Style.NOTE, page.said.unsaid, 1)
            yield from lines(touch, page.base.language)


def _lead(page: _Page, by: Sequence[Submission]) -> Paragraph:
    """Whose proposal it is, all who made the same one named."""
    return _bold(f"{page.said.between.join(map(page.who, by))}:", 1)


def _unplaced(page: _Page, submissions: Sequence[Submission]) -> Iterator[Block]:
    """Proposals of which it is not recorded what they do to the text: their words, as submitted."""
    if submissions:
        yield _own(Style.ARTICLE, page.said.unplaced)
    for submission in submissions:
        yield _bold(f"{page.who(submission)}:")
        yield from _plain(submission.words, 1)


def _plain(words: str, depth: int = 0) -> Iterator[Paragraph]:
    for line in words.split("\n"):
        if line.strip():
            yield Paragraph(Style.PROVISION, (Chars(line.strip()),), depth=depth)


def _by_delegation(page: _Page) -> tuple[Block, ...]:
    """Each delegation's own proposals as submitted; one by several stands under the first, with all of them."""
    body: list[Block] = []
    by_first = sorted(page.submissions, key=lambda each: _alphabetical(each.sponsors[0] if each.sponsors else ""))
    for name, group in groupby(by_first, key=lambda each: each.sponsors[0] if each.sponsors else ""):
        body.append(_own(Style.ARTICLE, name or page.said.proposal.format("")))
        for submission in group:
            body.append(_bold(page.who(submission)))
            body += _plain(submission.words)
            if submission.explanation:
                body.append(_own(Style.NOTE, page.said.explanation.format(submission.explanation)))
    found = touches(page.ground, [each for each in page.submissions if each.changes])
    return (*body, *_tables(page, found)) if body else ()


def _tables(page: _Page, found: Sequence[Touch]) -> Iterator[Block]:
    """Which proposal stands where, and whose they are."""
    rows = [
        (page.name(touch.spot), submission.symbol if page.attributed else page.who(submission),
         page.said.between.join(submission.sponsors) if page.attributed else "")
        for touch in found for submission in touch.by
    ]  # fmt: skip
    if rows:
        yield _own(Style.ARTICLE, page.said.traceability)
        yield table(page.said.columns if page.attributed else page.said.columns[:2], dict.fromkeys(rows))
    if page.attributed and page.submissions:
        yield _own(Style.ARTICLE, page.said.index)
        yield table(page.said.index_columns, _index(page, found))


def _index(page: _Page, found: Sequence[Touch]) -> Iterator[tuple[str, ...]]:
    names = sorted({name for each in page.submissions for name in each.sponsors}, key=_alphabetical)
    for name in names:
        own = [each for each in page.submissions if name in each.sponsors]
        places = dict.fromkeys(page.name(touch.spot) for touch in found if any(each in own for each in touch.by))
        symbols = page.said.between.join(each.symbol for each in own if each.symbol)
        yield name, symbols, page.said.between.join(places)


def _own(style: Style, words: str, depth: int = 0) -> Paragraph:
    return Paragraph(style, (Chars(words),), depth=depth)


def _bold(words: str, depth: int = 0) -> Paragraph:
    return Paragraph(Style.PROVISION, (Chars(words, BOLD),), depth=depth)


def _alphabetical(name: str) -> str:
    """Where a name stands in the alphabet of its language: letters with accents beside those without."""
    return "".join(char for char in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(char))
