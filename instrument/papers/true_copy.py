"""The certified true copy of an adopted text: its authentic languages one after another, and who certifies them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from instrument.model import Instrument
from instrument.paper import Block, Chars, Inline, Link, NoteMark, PageBreak, Paper, Paragraph, Style, Table
from instrument.papers.corrigendum import BLANK
from instrument.papers.draft import Document, draft, title_of
from instrument.papers.house import HOUSES, print_date
from instrument.problem import Problem, Read


@dataclass(frozen=True, slots=True)
class Certification:
    """What is certified beside the words; what is empty is a line to be filled in.

    `name` is what the text is called in a language that it does not have; `day` is when it was adopted, `corrected`
    when it was last corrected, if it was; `done` says where and when the certificate is signed, as printed.
    """

    name: str = ""
    place: str = ""
    day: date | None = None
    corrected: date | None = None
    depositary: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What the last page says, by language; "{}" stands for what is filled in."""

    title: str
    certified: str
    corrected: str
    done: str
    between: str = ", "


WORDS: Mapping[str, Words] = {
    "en": Words(
        "Certified true copy",
        "I hereby certify that the foregoing text is a true copy of the {name}, adopted at {place} on {day} in the "
        "following languages: {languages}.",
        "It has the corrections made up to {day}.",
        "Done at {done}.",
    ),
    "fr": Words(
        "Copie certifiée conforme",
        "Je certifie que le texte qui précède est une copie conforme de l’instrument «\u00a0{name}\u00a0», adopté à "
        "{place} le {day} dans les langues suivantes\u00a0: {languages}.",
        "Les corrections apportées jusqu’au {day} y figurent.",
        "Fait à {done}.",
    ),
    "es": Words(
        "Copia certificada conforme",
        "Certifico que el texto que antecede es copia fiel del instrumento «{name}», adoptado en {place} el {day} en "
        "los siguientes idiomas: {languages}.",
        "Contiene las correcciones efectuadas hasta el {day}.",
        "Hecho en {done}.",
    ),
    "ru": Words(
        "Заверенная копия",
        "Настоящим удостоверяю, что вышеприведенный текст является верной копией документа «{name}» (место принятия: "
        "{place}; дата принятия: {day}; языки: {languages}).",
        "Исправления внесены по состоянию на следующую дату: {day}.",
        "Место и дата: {done}.",
    ),
    "ar": Words(
        "نسخة مصدقة طبق الأصل",
        "أشهد بأن النص الوارد أعلاه نسخة طبق الأصل من ”{name}“، المعتمد في {place} بتاريخ {day} باللغات التالية: "
        "{languages}.",
        "وترد فيه التصويبات التي أجريت حتى {day}.",
        "حرر في {done}.",
        "، ",
    ),
    "zh": Words(
        "经核证无误的副本",
        "兹证明上列文本系{day}在{place}通过的《{name}》的正确副本，文本语言为：{languages}。",
        "文本已载入截至{day}所作的更正。",
        "订于{done}。",
        "、",
    ),
}


def true_copy(
    texts: Sequence[Instrument], certification: Certification, *, languages: Sequence[str] = (), profile: str = "un"
) -> Read[Paper]:
    """A text in its languages, each from a new page in its own direction, and a page of certification after them.

    No symbol, masthead, line number or legend stands on it, and no reference leads anywhere. `languages` are those of
    the certification; the first text's, where none is named.

    >>> from instrument.model import Clause, Kind, text
    >>> paper = true_copy([Instrument((Clause("title", Kind.TITLE, "", text("Convention")),))], Certification()).value
    >>> [block.inlines[0].chars for block in paper.blocks if isinstance(block, Paragraph)][:2]
    ['Convention', 'Certified true copy']
    """
    blocks: list[Block] = []
    notes: list[tuple[Inline, ...]] = []
    problems: list[Problem] = []
    for text in texts:
        page = draft(text, Document(legend=False), profile=profile, holders="none", audience="public")
        blocks += [PageBreak(text.language), *(_bare(block, len(notes)) for block in page.value.blocks)]
        notes += [_words(note, len(notes)) for note in page.value.notes]
        problems += page.problems
    spoken = languages or (texts[0].language,)
    for language in spoken:
        blocks += _certified(texts, certification, language)
    title = _name(texts, certification, spoken[0])
    return Read(Paper(title, spoken[0], tuple(blocks), tuple(notes), audience="public"), tuple(problems))


def _bare(block: Block, before: int) -> Block:
    """A block without the ids by which a draft is read back: the same clause stands here in several languages."""
    match block:
        case Paragraph():
            return _bare_paragraph(block, before)
        case Table():
            rows = tuple(tuple(_bare_cell(cell, before) for cell in row) for row in block.rows)
            return replace(block, rows=rows, clause="", kind="")
        case _:
            return block


def _bare_cell(cell: tuple[Paragraph, ...], before: int) -> tuple[Paragraph, ...]:
    return tuple(_bare_paragraph(each, before) for each in cell)


def _bare_paragraph(paragraph: Paragraph, before: int) -> Paragraph:
    return replace(paragraph, inlines=_words(paragraph.inlines, before), target="", clause="", kind="")


def _words(inlines: tuple[Inline, ...], before: int) -> tuple[Inline, ...]:
    """References as words, and the notes counted on from those of the languages before."""
    return tuple(
        Chars(each.chars, each.marks)
        if isinstance(each, Link)
        else replace(each, index=each.index + before)
        if isinstance(each, NoteMark)
        else each
        for each in inlines
    )


def _name(texts: Sequence[Instrument], said: Certification, language: str) -> str:
    return next((title_of(text) for text in texts if text.language == language), said.name)


def _certified(texts: Sequence[Instrument], said: Certification, language: str) -> Iterator[Block]:
    words, house = WORDS.get(language, WORDS["en"]), HOUSES.get(language, HOUSES["en"])
    name = _name(texts, said, language) or BLANK
    spoken = words.between.join(house.languages.get(text.language, text.language) for text in texts)
    day = print_date(said.day, house) if said.day else BLANK
    yield PageBreak(language)
    yield Paragraph(Style.TITLE, (Chars(words.title),))
    certified = words.certified.format(name=name, place=said.place or BLANK, day=day, languages=spoken)
    lines = [certified]
    if said.corrected:
        lines.append(words.corrected.format(day=print_date(said.corrected, house)))
    lines += [words.done.format(done=said.done or BLANK), "\u2028".join(filter(None, (BLANK, said.depositary)))]
    yield from (Paragraph(Style.FORMULA, (Chars(line),)) for line in lines)
