"""The translation table: languages side by side, a row a unit, each with the address by which it is read back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from instrument.brackets.reading import HEADING
from instrument.model import Cell, Clause, Holders, Note, Reference, Run, Text
from instrument.paper import Chars, Inline, Layout, Paper, Paragraph, Style, Table
from instrument.papers.house import HOUSES
from instrument.papers.setting import Setting
from instrument.papers.tabling import BOLD

CELL_GAP = " | "  # between the cells of a row of a table, inside a cell of this one
ORIGINAL = "Original, {}"  # whose changes stand tracked in the column of the original, at which stage
_SHARES = 2, 7  # of the page: the addresses, a language


@dataclass(frozen=True, slots=True)
class Wording:
    """The page's own words; "{}" stands for the text's name."""

    table: str
    redline: str
    address: str
    fill: str
    touch: str


WORDINGS = {
    "en": Wording(
        "Translation table: {}", "What a translation has to follow: {}", "Row",
        "Fill in the empty cells. The first column says which provision each row is; leave it, and the original, as "
        "they are. A label need not be written; [^1] stands where the note 1 is marked.",
        "The original with the changes since the translation was made, and beside it the translation as it stands. "
        "Write what it should read into its cells; the first two columns stay as they are.",
    ),
    "fr": Wording(
        "Tableau de traduction : {}", "Modifications à suivre dans la traduction : {}", "Rangée",
        "Prière de remplir les cases vides. La première colonne indique la disposition ; elle et l’original restent "
        "tels quels. Il n’est pas nécessaire d’écrire les numéros ; [^1] marque l’appel de la note 1.",
        "L’original, avec les modifications intervenues depuis la traduction, et en regard la traduction actuelle. "
        "Prière d’écrire dans les cases de celle-ci le texte voulu ; les deux premières colonnes restent inchangées.",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A unit in every column; `address` names it in the text of the first."""

    address: str
    cells: tuple[tuple[Paragraph, ...], ...]


def translation_table(
    languages: Sequence[str], rows: Iterable[Row], text: str, *, redline: bool = False, audience: str = "internal"
) -> Paper:
    """Rows as a landscape page, each column in its language and its direction.

    >>> paper = translation_table(("en", "ar"), [Row("use/1", ((Paragraph(Style.PROVISION),), ()))], "second-draft")
    >>> [cell[0].inlines[0].chars for cell in paper.blocks[-1].rows[0]]
    ['Row', 'English (en)', 'Arabic (ar)']
    """
    said = WORDINGS.get(languages[0], WORDINGS["en"])
    house = HOUSES.get(languages[0], HOUSES["en"])
    title = (said.redline if redline else said.table).format(text)
    heads = [said.address, *(f"{house.languages.get(each, each)} ({each})" for each in languages)]
    head = tuple((Paragraph(Style.PROVISION, (Chars(words, BOLD),)),) for words in heads)
    body = [
        ((Paragraph(Style.NOTE, (Chars(row.address),)),), *map(_spoken, row.cells, languages)) for row in rows
    ]  # fmt: skip
    widths = (_SHARES[0], *(_SHARES[1] for _ in languages))
    blocks = (
        Paragraph(Style.TITLE, (Chars(title),)),
        Paragraph(Style.LEGEND, (Chars(said.touch if redline else said.fill),)),
        Table((head, *body), header=1, widths=widths),
    )
    return Paper(title, languages[0], blocks, layout=Layout(landscape=True), audience=audience)


def _spoken(cell: tuple[Paragraph, ...], language: str) -> tuple[Paragraph, ...]:
    """A cell in its language; an empty one too, so that what is written into it stands in its direction."""
    return tuple(replace(each, language=language) for each in cell or (Paragraph(Style.PROVISION),))


def unit_cell(setting: Setting, clause: Clause, index: int) -> tuple[Paragraph, ...]:
    """A unit of a clause as a cell: its heading, a provision, or a note, counted as brackets count them."""
    if index == HEADING:
        return (Paragraph(Style.PROVISION, unit_words(setting, clause, clause.heading, None), clause.label),)
    if index >= len(clause.provisions):
        note = clause.notes[index - len(clause.provisions)]
        return (Paragraph(Style.PROVISION, unit_words(setting, clause, note.text, None)),)
    provision = clause.provisions[index]
    words = unit_words(setting, clause, provision.text, index)
    return (Paragraph(Style.PROVISION, words, provision.label, provision.depth),)


def unit_words(setting: Setting, clause: Clause, content: Text, place: int | None) -> tuple[Chars, ...]:
    """Words as a translator has them: references printed, notes by name, holders left out."""
    found: list[Chars] = []
    for atom in content:
        match atom:
            case Run(chars, marks):
                found.append(Chars(chars, marks))
            case Reference(marks=marks):
                found += [Chars(_chars(each), marks) for each in setting.set((atom,), clause, place)]
            case Note(name):
                found.append(Chars(f"[^{name}]"))
            case Cell():
                found.append(Chars(CELL_GAP))
            case Holders():
                pass
    return tuple(found)


def _chars(inline: Inline) -> str:
    return getattr(inline, "chars", "")
