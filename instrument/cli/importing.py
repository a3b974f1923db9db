"""`instrument import`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from instrument.cli import reporting, terminal, workspace

if TYPE_CHECKING:
    from instrument.library import Library
    from instrument.model import Instrument
    from instrument.problem import Read


@click.command(name="import")
@click.argument("file")
@click.option("--stage", required=True, metavar="S", help="The stage that the text becomes.")
@click.option("--onto", default="", metavar="BASE", help="The stage it grew from: its clause ids and anchors are kept.")
@click.option("--lang", "language", default="", metavar="L", help="The language of the text.")
@click.option("--bind", "binds", is_flag=True, help="Bind references in words to the provisions they name.")
@workspace.VIEW
@reporting.REPORT
@reporting.AS_JSON
def command(
    file: str, stage: str, onto: str, language: str, binds: bool, view: str, report: bool, as_json: bool
) -> None:
    """Turn a printed text into clauses.

    FILE is a text as printed (.txt, .md), a Word file (.docx, .docm, .dotx; .odt and .doc where LibreOffice is
    installed), a .clause, or - for standard input. Where there is no workspace a new one is made. With --report the
    exit status is 1 where a word was not carried.

    \b
    Example:
      instrument import presidents-text.docx --stage third-draft --onto second-draft
      instrument import returned.docx --stage returned --view marked --report
    """
    reporting.refuse(report, as_json)
    imported = read_source(file, view)
    library = workspace.find_library() or new_library(imported.value, language)
    carried = carry(library, imported, onto, library.language(language))
    text = with_references(with_legends(carried), library.settings.profile, binds)
    source = "" if file == terminal.STANDARD else Path(file).name
    paths = library.save(stage, text.value, base=onto, language=language, source=source)
    if report:
        reporting.say(text.problems, file, as_json, [str(path) for path in paths])
    else:
        for path in paths:
            click.echo(path)
        terminal.report(text.problems)


def read_source(file: str, view: str) -> Read[Instrument]:
    from instrument import building

    if file == terminal.STANDARD:
        return building.read_data(sys.stdin.buffer.read(), "standard input", ".txt")
    return building.read(file, view)


def with_legends(text: Read[Instrument]) -> Read[Instrument]:
    """The text with what it declares its square brackets to mean on each of them, and among its problems."""
    from instrument.brackets.declaring import declare
    from instrument.problem import Read

    declared = declare(text.value)
    return Read(declared.value, (*text.problems, *declared.problems))


def with_references(text: Read[Instrument], profile: str, binds: bool) -> Read[Instrument]:
    """The text with its references bound to provisions where that is asked for; else how many could be."""
    from instrument.binding import bind
    from instrument.problem import Problem, Read, Severity, Where

    bound = bind(text.value, profile)
    if binds:
        said, left = f"{bound.bound} references were bound to the provisions they name", bound.left
        told = Problem("references-bound", Severity.INFO, Where("references"), said)
        return Read(bound.instrument, (*text.problems, told, *left))
    if not bound.bound:
        return text
    said = f"{bound.bound} references in words could be bound to the provisions they name"
    told = Problem("references-in-words", Severity.INFO, Where("references"), said, "import again with --bind")
    return Read(text.value, (*text.problems, told))


def new_library(instrument: Instrument, language: str) -> Library:
    """A library for a text that comes where there is no workspace."""
    from instrument import library
    from instrument.model import Kind, plain

    title = next((plain(clause.heading) for clause in instrument if clause.kind is Kind.TITLE), "")
    home = workspace.named() or Path()
    return library.new(home / workspace.CLAUSES, title=title, language=language or instrument.language)


def carry(library: Library, imported: Read[Instrument], onto: str, language: str) -> Read[Instrument]:
    """The imported text under the ids and anchors of its base, every clause kept, new, gone or doubtful reported."""
    if not onto:
        return imported
    from instrument.adoption import adopt
    from instrument.problem import Read

    base = library.draft(onto if language == library.settings.original else f"{onto}.{language}")
    adopted = adopt(imported.value, base)
    return Read(adopted.value, (*imported.problems, *adopted.problems))
