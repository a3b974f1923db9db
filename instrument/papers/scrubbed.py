"""The table of what differs between an adopted text and its scrubbed form, with a column to sign in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from instrument.difference.classing import Class, Difference
from instrument.paper import Block, Chars, Layout, Paper, Paragraph, Style
from instrument.papers.corrigendum import BLANK, quoted, text_of
from instrument.papers.tabling import table
from instrument.proposals.moments import show
from instrument.proposals.signing import Signature


@dataclass(frozen=True, slots=True)
class Answer:
    """A difference, what lawyers call its place, and who signed for it."""

    name: str
    difference: Difference
    signature: Signature | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """What the page says, by language; "{}" stands for what is filled in."""

    title: str
    of: str
    columns: tuple[str, str, str, str]
    classes: Mapping[Class, str]
    nothing: str


_EN = Words(
    "Adopted and scrubbed text",
    "{1}, compared with {0}",
    ("Provision", "Adopted", "Scrubbed", "Signature"),
    {
        Class.OTHER: "Other: to be signed for",
        Class.NUMBERING: "Numbering",
        Class.REFERENCE: "References",
        Class.SPELLING: "Spelling",
        Class.PUNCTUATION: "Punctuation",
    },
    "No difference.",
)
_FR = Words(
    "Texte adopté et texte après toilettage",
    "{1}, comparé à {0}",
    ("Disposition", "Texte adopté", "Texte après toilettage", "Signature"),
    {
        Class.OTHER: "Autres\u00a0: à signer",
        Class.NUMBERING: "Numérotation",
        Class.REFERENCE: "Renvois",
        Class.SPELLING: "Orthographe",
        Class.PUNCTUATION: "Ponctuation",
    },
    "Aucune différence.",
)
WORDS: Mapping[str, Words] = {"en": _EN, "fr": _FR}
_WIDTHS = (3, 5, 5, 4)

# The differences of each language of a text, in the order of the text.
Answered = Sequence[tuple[str, Sequence[Answer]]]


def scrubbed(answered: Answered, names: tuple[str, str], *, language: str = "en") -> Paper:
    """The differences of each language in a table for each class, those that need a signature first.

    >>> one = Answer("article 1", Difference(Class.OTHER, "use/1", "shall", "may"))
    >>> [cell[0].inlines[0].chars for cell in scrubbed([("en", [one])], ("a", "b")).blocks[-1].rows[1]]
    ['article 1', '“shall”', '“may”', '__________']
    """
    words = WORDS.get(language, WORDS["en"])
    head = (
        Paragraph(Style.TITLE, (Chars(words.title),)),
        Paragraph(Style.SUBTITLE, (Chars(words.of.format(*names)),)),
    )
    blocks = (*head, *(block for code, said in answered for block in _of_language(code, said, words, language)))
    return Paper(words.title, language, blocks, layout=Layout(landscape=True))


def _of_language(code: str, said: Sequence[Answer], words: Words, language: str) -> Iterator[Block]:
    yield Paragraph(Style.ARTICLE, (Chars(text_of(code, language)),))
    if not said:
        yield Paragraph(Style.PROVISION, (Chars(words.nothing),))
    for kind, name in words.classes.items():
        if rows := [_row(each, code) for each in said if each.difference.kind is kind]:
            yield Paragraph(Style.SECTION, (Chars(f"{name} ({len(rows)})"),))
            yield table(words.columns if kind is Class.OTHER else words.columns[:-1], rows, _WIDTHS)


def _shown(words: str) -> str:
    """Words without the space around them; what is no character, a note's mark or the edge of a cell, is a dot."""
    return (words.strip() or words).replace("\ufffc", " · ")


def _row(answer: Answer, code: str) -> tuple[str, ...]:
    one, signed = answer.difference, answer.signature
    signature = f"{signed.initials}, {show(signed.at)}: {signed.note}" if signed else BLANK
    told = (quoted(_shown(each), code) if each else "–" for each in (one.old, one.new))
    return answer.name, *told, signature
