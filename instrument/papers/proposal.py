"""One proposal as a conference paper: its head, whose it is and what it amends, its words, what they do to the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from instrument.difference.names import clause_name
from instrument.model import Instrument
from instrument.paper import Block, Chars, Layout, Paper, Paragraph, Style
from instrument.papers.compendium import Submission
from instrument.papers.compendium.touching import Ground, lines, spot_name, touches
from instrument.papers.compendium.wording import WORDINGS
from instrument.papers.draft import Document, masthead
from instrument.papers.house import HOUSES
from instrument.papers.tabling import BOLD


@dataclass(frozen=True, slots=True)
class Words:
    """What the page says, by language; `joined` stands between the names of sponsors and before the last."""

    title: str  # takes {by}
    amending: str  # takes {by} and {what}
    joined: tuple[str, str]
    shown: str


WORDS: Mapping[str, Words] = {
    "en": Words(
        "Proposal by {by}", "Proposal by {by} for the amendment of {what}", (", ", " and "), "The text as it would read"
    ),
    "fr": Words(
        "Proposition présentée par {by}",
        "Proposition d’amendement de {by} concernant {what}",
        (", ", " et "),
        "Texte tel qu’il se lirait",
    ),
}
_NO_DOCUMENT = Document()


def proposal_paper(
    base: Instrument, submission: Submission, document: Document = _NO_DOCUMENT, *, profile: str = "un",
    audience: str = "internal",
) -> Paper:  # fmt: skip
    """One proposal as the paper a conference issues: "Proposal by ... for the amendment of article ...".

    >>> paper = proposal_paper(Instrument(), Submission("DC/1", ("Delegation A", "Delegation B"), None, "Delete it."))
    >>> paper.title, paper.blocks[1].inlines[0].chars
    ('Proposal by Delegation A and Delegation B', 'Delete it.')
    """
    words = WORDS.get(base.language, WORDS["en"])
    title = _title(base, submission, words, profile)
    head = masthead(document, HOUSES.get(base.language, HOUSES["en"]))
    blocks = tuple(_blocks(base, submission, words, title, profile))
    return Paper(title, base.language, blocks, masthead=head, layout=Layout(marks="printed"), audience=audience)


def _title(base: Instrument, submission: Submission, words: Words, profile: str) -> str:
    by = _listed(submission.sponsors, words)
    if submission.changes is None:
        return words.title.format(by=by)
    found = touches(Ground(base, profile, "inline"), [submission])
    clauses = dict.fromkeys(clause_name(base.clauses[t.spot.clause], base.language, profile) for t in found)
    return words.amending.format(by=by, what=_listed(tuple(clauses), words)) if clauses else words.title.format(by=by)


def _listed(names: tuple[str, ...], words: Words) -> str:
    comma, last = words.joined
    return last.join(filter(None, (comma.join(names[:-1]), *names[-1:])))


def _blocks(base: Instrument, submission: Submission, words: Words, title: str, profile: str) -> Iterator[Block]:
    yield Paragraph(Style.TITLE, (Chars(title),))
    for line in submission.words.split("\n"):
        if line.strip():
            yield Paragraph(Style.PROVISION, (Chars(line.strip()),))
    if submission.explanation:
        said = WORDINGS.get(base.language, WORDINGS["en"]).explanation
        yield Paragraph(Style.NOTE, (Chars(said.format(submission.explanation)),))
    if submission.changes is not None:
        yield Paragraph(Style.PROVISION, (Chars(words.shown, BOLD),))
        ground = Ground(base, profile, "inline")
        for touch in touches(ground, [submission]):
            name = spot_name(ground, touch.spot)
            said = WORDINGS.get(base.language, WORDINGS["en"]).new
            yield Paragraph(Style.NOTE, (Chars(said.format(name) if touch.spot.is_new else name),))
            yield from lines(touch, base.language, depth=0)
