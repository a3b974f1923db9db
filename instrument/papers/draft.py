"""The draft paper: an instrument as a conference document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import dropwhile
from typing import get_args

from instrument.audiences import AUDIENCES, Audience
from instrument.model import Instrument, Kind, plain
from instrument.paper import Block, Chars, Contents, Layout, Masthead, PageBreak, Paper, Paragraph, Style
from instrument.papers.assembly import number_articles
from instrument.papers.blocks import blocks
from instrument.papers.house import HOUSES, House, print_agenda, print_date, print_distribution, print_original
from instrument.papers.legend import legend
from instrument.papers.setting import Holding, Setting
from instrument.problem import Misuse, Problem, Read, Severity, Where


@dataclass(frozen=True, slots=True)
class Document:
    """What a conference document says about itself; an empty field prints nothing.

    `distribution` is "general", "limited", "restricted" or other words; `original` a language's code or name; `agenda`
    the item's number or other words; `legend` says whether the page explains its brackets.
    """

    body: str = ""
    symbol: str = ""
    distribution: str = ""
    date: date | None = None
    original: str = ""
    agenda: str = ""
    title: str = ""
    subtitle: str = ""
    legend: bool = True


_NO_DOCUMENT = Document()
_PLAIN_LAYOUT = Layout()


def draft(
    instrument: Instrument,
    document: Document = _NO_DOCUMENT,
    *,
    profile: str = "un",
    holders: Holding = "inline",
    audience: Audience = "internal",
    contents: bool = False,
    layout: Layout = _PLAIN_LAYOUT,
    names: Mapping[str, str] | None = None,
) -> Read[Paper]:
    """An instrument as the document a conference circulates.

    `profile` is the style of cross-references; `holders` says where those who hold a bracket are named, and a public
    document names nobody; `names` are the delegations' names in the language of the page. Articles without a number
    get one. What the page cannot show is a problem.

    Raises Misuse for holders in a public document, and for a choice that does not exist.

    >>> from instrument.model import Clause, text
    >>> paper = draft(Instrument((Clause("use", Kind.ARTICLE, "Article 1", text("Use")),))).value
    >>> paper.blocks[0].label, paper.blocks[0].inlines[0].chars
    ('Article 1', 'Use')
    """
    _refuse("holders", holders, get_args(Holding))
    _refuse("audience", audience, AUDIENCES)
    if audience == "public" and holders != "none":
        raise Misuse(f'A public document names no delegations: ask for holders "none" instead of "{holders}".')
    words = HOUSES.get(instrument.language, HOUSES["en"])
    numbered = number_articles(instrument)
    setting = Setting(numbered, words, profile, holders, names or {})
    if instrument.language not in HOUSES:
        setting.problems.append(_no_house(instrument.language))
    paper = Paper(
        title=document.title or title_of(instrument),
        language=instrument.language,
        blocks=tuple(dropwhile(lambda block: isinstance(block, PageBreak), _blocks(document, setting, contents))),
        notes=tuple(setting.notes),
        masthead=masthead(document, words),
        layout=layout,
        audience=audience,
    )
    return Read(paper, tuple(setting.problems))


def _refuse(what: str, chosen: str, choices: tuple[str, ...]) -> None:
    if chosen not in choices:
        raise Misuse(f'There is no {what} "{chosen}": choose from {", ".join(choices)}.')


def _no_house(language: str) -> Problem:
    message = f'the house style has no words for the language "{language}": the page says its own in English'
    return Problem("no-house-words", Severity.WARNING, Where(language), message)


def title_of(instrument: Instrument) -> str:
    """What an instrument calls itself; empty where it has no title.

    >>> title_of(Instrument())
    ''
    """
    return next((plain(clause.heading) for clause in instrument if clause.kind is Kind.TITLE), "")


def masthead(document: Document, words: House) -> Masthead | None:
    """The printed head; None when the document says nothing that belongs there."""
    head = Masthead(
        body=document.body,
        symbol=document.symbol,
        distribution=print_distribution(document.distribution, words),
        date=print_date(document.date, words) if document.date else "",
        original=print_original(document.original, words),
        agenda=print_agenda(document.agenda, words),
    )
    return head if head != Masthead() else None


def _blocks(document: Document, setting: Setting, contents: bool) -> Iterator[Block]:
    """Titles first, then what the page says of itself, then the text."""
    clauses = setting.instrument.clauses
    body = next((place for place, clause in enumerate(clauses) if clause.kind is not Kind.TITLE), len(clauses))
    if document.title and document.title.split() != title_of(setting.instrument).split():
        yield _own(Style.TITLE, document.title)
    for clause in clauses[:body]:
        yield from blocks(clause, setting)
    if document.subtitle:
        yield _own(Style.SUBTITLE, document.subtitle)
    explained = legend(setting.instrument, setting.holders, setting.house) if document.legend else ""
    if explained:
        yield _own(Style.LEGEND, explained)
    if contents:
        yield Contents(setting.house.contents)
    for clause in clauses[body:]:
        yield from blocks(clause, setting)


def _own(style: Style, chars: str) -> Paragraph:
    """A paragraph of the page's own words."""
    return Paragraph(style, (Chars(chars),))
