"""The corrigendum of an adopted text, and the procès-verbal by which a depositary rectifies it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from instrument.difference.correcting import Correction
from instrument.paper import Block, Chars, Paper, Paragraph, Style
from instrument.papers.draft import Document, masthead
from instrument.papers.house import HOUSES
from instrument.papers.tabling import table

_NO_DOCUMENT = Document()
BLANK = "__________"


@dataclass(frozen=True, slots=True)
class Rectification:
    """What a procès-verbal says of how a text was corrected; an empty field is a line to be filled in.

    Dates are as printed. `notified` is when the errors were made known to the States concerned, `until` when the time
    for objections ended, `done` when and where the procès-verbal is signed.
    """

    depositary: str = ""
    adopted: str = ""
    notified: str = ""
    until: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What the pages say, by language; "{}" stands for what is filled in."""

    corrigendum: str
    text: str
    columns: tuple[str, str, str]
    parts: Mapping[str, str]
    nothing: str
    title: str
    recitals: tuple[str, ...]
    annex: str


_EN = Words(
    "Corrigendum",
    "{} text",
    ("Provision", "For", "Read"),
    {"words": "{}", "heading": "{}, heading", "label": "{}, number", "note": "{}, footnote"},
    "No correction.",
    "Procès-verbal of rectification",
    (
        "{depositary}, acting as depositary of the {text}, adopted at {adopted},",
        "Considering that the {languages} of the {text} contained the errors set out in the annex,",
        "Considering that the proposed corrections were communicated to all interested States on {notified},",
        "Considering that by {until}, when the period for the notification of objections ended, no objection had been "
        "notified,",
        "Has caused the corrections set out in the annex to be effected in the original of the {text}, and they apply "
        "to the certified true copies made of it.",
        "In witness whereof this procès-verbal was signed at {done}.",
    ),
    "Annex",
)
_FR = Words(
    "Rectificatif",
    "Texte {}",
    ("Disposition", "Au lieu de", "Lire"),
    {"words": "{}", "heading": "{}, intitulé", "label": "{}, numéro", "note": "{}, note de bas de page"},
    "Aucune correction.",
    "Procès-verbal de rectification",
    (
        "{depositary}, agissant en qualité de dépositaire de l’instrument « {text} », adopté à {adopted},",
        "Considérant que l’instrument contenait les erreurs indiquées en annexe ({languages}),",
        "Considérant que les corrections proposées ont été communiquées à tous les États intéressés le {notified},",
        "Considérant qu’au {until}, date d’expiration du délai prévu pour la notification d’objections, aucune "
        "objection n’avait été notifiée,",
        "A fait procéder dans l’original de l’instrument aux corrections indiquées en annexe, lesquelles s’appliquent "
        "également aux copies certifiées conformes.",
        "En foi de quoi le présent procès-verbal a été signé à {done}.",
    ),
    "Annexe",
)
WORDS: Mapping[str, Words] = {"en": _EN, "fr": _FR}
_WIDTHS = (3, 5, 5)

# The corrections of each language of a text, in the order in which they are printed.
Corrected = Sequence[tuple[str, Sequence[Correction]]]


def corrigendum(corrected: Corrected, name: str, document: Document = _NO_DOCUMENT, *, language: str = "en") -> Paper:
    """The corrigendum to a text: a table "for, read" for each of its languages.

    >>> paper = corrigendum([("en", [Correction("use/1", "article 1", "words", "six", "ten")])], "the Convention")
    >>> [cell[0].inlines[0].chars for cell in paper.blocks[-1].rows[1]]
    ['article 1', '“six”', '“ten”']
    """
    words = WORDS.get(language, WORDS["en"])
    head = (
        Paragraph(Style.TITLE, (Chars(document.title or words.corrigendum),)),
        Paragraph(Style.SUBTITLE, (Chars(name),)),
    )
    blocks = (*head, *_tables(corrected, words, language))
    house = HOUSES.get(language, HOUSES["en"])
    return Paper(document.title or words.corrigendum, language, blocks, masthead=masthead(document, house))


def proces_verbal(
    corrected: Corrected, name: str, rectification: Rectification, document: Document = _NO_DOCUMENT, *,
    language: str = "en",
) -> Paper:  # fmt: skip
    """The procès-verbal of rectification of a text, its corrections in an annex."""
    words, house = WORDS.get(language, WORDS["en"]), HOUSES.get(language, HOUSES["en"])
    languages = [text_of(code, language) for code, found in corrected if found]
    said = {
        "text": name, "languages": ", ".join(languages) or BLANK,
        **{field: getattr(rectification, field) or BLANK for field in Rectification.__slots__},
    }  # fmt: skip
    body = [Paragraph(Style.FORMULA, (Chars(recital.format(**said)),)) for recital in words.recitals]
    signed = "\u2028".join(filter(None, (BLANK, rectification.depositary)))
    signature = Paragraph(Style.FORMULA, (Chars(signed),))
    annex = Paragraph(Style.ARTICLE, (Chars(words.annex),))
    title = Paragraph(Style.TITLE, (Chars(words.title),))
    blocks = (title, *body, signature, annex, *_tables(corrected, words, language))
    return Paper(words.title, language, blocks, masthead=masthead(document, house))


def _tables(corrected: Corrected, words: Words, language: str) -> Iterator[Block]:
    for code, found in corrected:
        if len(corrected) > 1:
            yield Paragraph(Style.SECTION, (Chars(text_of(code, language)),))
        if not found:
            yield Paragraph(Style.PROVISION, (Chars(words.nothing),))
            continue
        rows = ((words.parts[each.part].format(each.name), quoted(each.wrong, code), quoted(each.right, code))
                for each in found)  # fmt: skip
        yield table(words.columns, rows, _WIDTHS)


def text_of(code: str, language: str) -> str:
    """What the text in a language is called in another.

    >>> text_of("fr", "en"), text_of("fr", "fr")
    ('French text', 'Texte français')
    """
    house = HOUSES.get(language, HOUSES["en"])
    return WORDS.get(language, WORDS["en"]).text.format(house.languages.get(code, code))


def quoted(chars: str, language: str) -> str:
    """Words in the quotation marks of their language.

    >>> quoted("six", "en")
    '“six”'
    """
    opening, closing = {"fr": ("«\u00a0", "\u00a0»"), "ru": ("«", "»"), "es": ("«", "»")}.get(language, ("“", "”"))
    return f"{opening}{chars}{closing}"
