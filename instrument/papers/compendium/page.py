"""What pages of proposals share: how a proposal and a spot are called, how the page begins, what has no place on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from instrument.model import Instrument
from instrument.paper import Block, Chars, Paragraph, Style
from instrument.papers.compendium.asking import Asking
from instrument.papers.compendium.submission import Submission
from instrument.papers.compendium.touching import Ground, Spot, spot_name
from instrument.papers.compendium.wording import Wording
from instrument.papers.house import HOUSES, print_date
from instrument.papers.tabling import BOLD


@dataclass(frozen=True, slots=True)
class Page:
    """One page of proposals on a text while it is set."""

    ground: Ground
    said: Wording
    attributed: bool
    submissions: tuple[Submission, ...]
    askings: Mapping[int, Asking] = field(default_factory=dict)  # by the place of a proposal; none for redlines

    @property
    def base(self) -> Instrument:
        """The text that the proposals are on."""
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


def front(
    page: Page, title: str, text: str, legend: str, until: date | None = None, since: date | None = None
) -> Iterator[Block]:
    """What the document is, up to when, and how it is to be read."""
    said, language = page.said, page.base.language
    yield own(Style.TITLE, title)
    if text:
        yield own(Style.SUBTITLE, said.on.format(text))
    notes = [said.received.format(_moment(until, language))] if until else []
    notes += [said.since.format(_moment(since, language))] if since else []
    notes += [] if page.attributed else [said.unattributed]
    notes += [legend, said.originals]
    yield own(Style.LEGEND, " ".join(notes))


def _moment(when: date, language: str) -> str:
    """A date as documents print it, with the time where it has one."""
    day = when.date() if isinstance(when, datetime) else when
    printed = print_date(day, HOUSES.get(language, HOUSES["en"]))
    return f"{printed}, {when:%H:%M}" if isinstance(when, datetime) else printed


def heading(page: Page, line: Paragraph) -> Paragraph:
    """What stands over a clause: the line of its heading, or what it is called where it has none."""
    called = not (line.label or line.inlines)
    place = next(at for at, clause in enumerate(page.base) if clause.id == line.clause)
    return (
        own(Style.ARTICLE, page.name(Spot(place, 0)))
        if called
        else replace(line, style=Style.ARTICLE, target=line.clause)
    )


def unplaced(page: Page) -> Iterator[Block]:
    """Proposals of which it is not recorded what they do to the text: their words, as submitted."""
    submissions: Sequence[Submission] = [each for each in page.submissions if not each.changes]
    if submissions:
        yield own(Style.ARTICLE, page.said.unplaced)
    for submission in submissions:
        yield bold(f"{page.who(submission)}:")
        yield from as_received(submission.words, depth=1)


def as_received(words: str, depth: int = 0) -> Iterator[Paragraph]:
    """Words a line each."""
    for line in words.split("\n"):
        if line.strip():
            yield Paragraph(Style.PROVISION, (Chars(line.strip()),), depth=depth)


def own(style: Style, words: str, depth: int = 0) -> Paragraph:
    """A line of the page's own."""
    return Paragraph(style, (Chars(words),), depth=depth)


def bold(words: str, depth: int = 0) -> Paragraph:
    """A line of the page's own, in bold."""
    return Paragraph(Style.PROVISION, (Chars(words, BOLD),), depth=depth)
