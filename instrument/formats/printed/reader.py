"""A printed treaty to an instrument: the one place where structure is guessed, and every guess is in the report."""

from __future__ import annotations

from instrument.encoding import decode
from instrument.formats.printed.assembly import clauses
from instrument.formats.printed.divisions import divide
from instrument.formats.printed.markdown import Page, page
from instrument.formats.printed.paragraph import NOTE_MARK, Paragraph, wording
from instrument.formats.printed.plain import paragraphs
from instrument.formats.printed.report import Place, Report
from instrument.languages import detect
from instrument.model import Instrument, Text, text
from instrument.problem import CannotRead, Read


def read(data: bytes, name: str, language: str = "") -> Read[Instrument]:
    """A treaty as printed, from plain text or from Markdown as published (a name that ends in ".md").

    The language is told from the text unless it is given. Raises CannotRead where the bytes are no text.

    >>> printed = b"Convention on Rivers\\n\\nArticle 1\\n\\nObjective\\n\\nThe objective is clean water."
    >>> [(clause.id, clause.label) for clause in read(printed, "rivers.txt").value]
    [('title', ''), ('article-1', 'Article 1')]
    """
    source = decode(data, name).replace("\r", "\n")  # old Macintosh files
    report = Report(name, source.split("\n"))
    if not language:
        language = detect(source)
        report.guess("language", (0, 0), f"the language is read as {language}")
    is_markdown = name.lower().endswith((".md", ".markdown"))
    printed, notes = _notes(page(report) if is_markdown else Page(paragraphs(report)), report)
    if not printed:
        raise CannotRead(
            f"{name or 'the text'} holds no wording, only the syntax of its file: name the one with the text"
        )
    divisions = divide(printed, language, report)
    return Read(Instrument(clauses(divisions, language, notes, report), language), report.in_order())


def _notes(read: Page, report: Report) -> tuple[list[Paragraph], dict[str, tuple[Text, Place]]]:
    """The paragraphs of the text, and the notes it marks; a definition that nothing marks is a paragraph at the end."""
    printed = list(filter(_has_words, read.paragraphs))
    marked = {name for paragraph in printed if "[^" in paragraph.chars for name in NOTE_MARK.findall(paragraph.chars)}
    notes: dict[str, tuple[Text, Place]] = {}
    for definition in read.notes:
        name, place = definition.name, definition.mark.place(0)
        if name in marked and name not in notes:
            first, *others = (wording(paragraph) for paragraph in definition.paragraphs)
            notes[name] = text(*first, *(atom for other in others for atom in (" ", *other))), place
            continue
        printed += [definition.mark, *filter(_has_words, definition.paragraphs)]
        what = "is defined twice" if name in notes else "has no mark in the text"
        report.warn("note", place, f'note "{name}" {what}: its words stand at the end', "mend the mark or the name")
    return printed, notes


def _has_words(paragraph: Paragraph) -> bool:
    """Whether anything is left of a paragraph without the syntax of its file."""
    return bool(paragraph.chars.strip())
