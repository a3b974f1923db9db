"""The table of what became of proposals in a later text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from instrument.audiences import may_see
from instrument.paper import Block, Chars, Layout, Paper, Paragraph, Style
from instrument.papers.draft import Document, masthead
from instrument.papers.house import HOUSES
from instrument.papers.tabling import table
from instrument.proposals.confirming import Confirmation
from instrument.proposals.disposition import Disposed, Disposition, Reflected
from instrument.proposals.moments import show

_NO_DOCUMENT = Document()
_NOTHING: Mapping[str, tuple[Confirmation, bool]] = {}


@dataclass(frozen=True, slots=True)
class Words:
    """What the page says, by language."""

    title: str
    on: str  # takes {base} and {later}
    suggestion: str
    columns: tuple[str, ...]
    stale: str  # takes what was confirmed
    reflected: Mapping[Reflected, str]
    unknown: str
    own: str
    own_columns: tuple[str, str]


_EN = Words(
    "Disposition of proposals",
    "What became of the proposals on {base} in {later}",
    "A suggestion, found by comparing the texts word by word; it is for the officer to confirm.",
    ("Proposal", "Provision", "Proposed", "Text now", "Suggested", "Confirmed"),
    "the text has changed since this was confirmed: {}",
    {each: each.value for each in Reflected},
    "to be looked at: its changes are not recorded",
    "Changes of the text itself, which no proposal asked for",
    ("Provision", "Text now"),
)
_FR = Words(
    "Suite donnée aux propositions",
    "Suite donnée dans {later} aux propositions relatives à {base}",
    "Suggestion établie par comparaison des textes mot à mot ; il appartient au secrétariat de la confirmer.",
    ("Proposition", "Disposition", "Texte proposé", "Texte actuel", "Suite suggérée", "Suite confirmée"),
    "le texte a changé depuis cette confirmation : {}",
    {
        Reflected.IN_FULL: "retenue",
        Reflected.IN_PART: "retenue en partie",
        Reflected.IN_BRACKETS: "retenue entre crochets",
        Reflected.IN_OTHER_WORDS: "retenue en d’autres termes",
        Reflected.NOT: "non retenue",
    },
    "à examiner : ses modifications ne sont pas enregistrées",
    "Modifications propres au texte, qu’aucune proposition ne demandait",
    ("Disposition", "Texte actuel"),
)
WORDS: Mapping[str, Words] = {"en": _EN, "fr": _FR}
# The share of each column: symbols are short, words long.
_WIDTHS, _OWN_WIDTHS = (4, 4, 9, 9, 4, 4), (1, 3)


def disposition(
    found: Disposition,
    own: Sequence[tuple[str, str]],
    names: tuple[str, str],
    document: Document = _NO_DOCUMENT,
    *,
    confirmed: Mapping[str, tuple[Confirmation, bool]] = _NOTHING,
    language: str = "en",
    audience: str = "internal",
) -> Paper:
    """The table of what became of proposals, landscape, and of the text's own changes.

    `confirmed` has what was confirmed of proposals, by their symbols, and whether that was said of these texts.
    `own` are those changes as a provision's name and what it reads now; `names` those of the base and the later text.

    >>> paper = disposition(Disposition((), ()), [("article 1", "Use")], ("the first draft", "the second"))
    >>> [type(block).__name__ for block in paper.blocks]
    ['Paragraph', 'Paragraph', 'Paragraph', 'Table', 'Paragraph', 'Table']
    """
    words = WORDS.get(language, WORDS["en"])
    head = masthead(document, HOUSES.get(language, HOUSES["en"]))
    said = {symbol: _confirmed(*each, words, audience) for symbol, each in confirmed.items()}
    blocks = tuple(_blocks(found, own, names, words, document.title or words.title, said))
    return Paper(
        document.title or words.title, language, blocks, masthead=head, layout=Layout(landscape=True), audience=audience
    )


def _blocks(
    found: Disposition,
    own: Sequence[tuple[str, str]],
    names: tuple[str, str],
    words: Words,
    title: str,
    said: Mapping[str, str],
) -> Iterator[Block]:
    yield Paragraph(Style.TITLE, (Chars(title),))
    yield Paragraph(Style.SUBTITLE, (Chars(words.on.format(base=names[0], later=names[1])),))
    yield Paragraph(Style.LEGEND, (Chars(words.suggestion),))
    rows = [row for each in found.disposed for row in _rows(each, words, said.get(each.proposal.name, ""))]
    yield table(words.columns, rows, _WIDTHS)
    if own:
        yield Paragraph(Style.ARTICLE, (Chars(words.own),))
        yield table(words.own_columns, own, _OWN_WIDTHS)


def _confirmed(confirmation: Confirmation, holds: bool, words: Words, audience: str) -> str:
    """What was confirmed and when; by whom and why is not for everybody."""
    who = (confirmation.initials, confirmation.note) if may_see(audience, "") else ()
    told = ", ".join(filter(None, (show(confirmation.at), *who)))
    said = f"{words.reflected[confirmation.reflected]} ({told})"
    return said if holds else words.stale.format(said)


def _rows(disposed: Disposed, words: Words, confirmed: str) -> Iterator[tuple[str, ...]]:
    """A row for each change; the first says whose proposal it is and what became of all of it."""
    proposal = disposed.proposal
    sponsors = "; ".join(map(str, proposal.supporters))
    called = f"{proposal.symbol}\u2028{sponsors}" if proposal.symbol else sponsors
    if disposed.reflected is None:
        yield called, "", proposal.words, "", words.unknown, confirmed
    overall = words.reflected[disposed.reflected] if disposed.reflected else ""
    several = len({answer.reflected for answer in disposed.answers}) > 1
    rows: dict[tuple[str, str, str], list[str]] = {}
    for answer in disposed.answers:
        each = answer.rebased
        said = rows.setdefault((each.there or each.where, each.wanted or each.before, answer.now), [])
        said.append(words.reflected[answer.reflected])
    for number, (cells, said) in enumerate(rows.items()):
        head = "" if number else f"{called}\u2028{overall}" if several else called
        yield (head, *cells, "; ".join(dict.fromkeys(said)), "" if number else confirmed)
