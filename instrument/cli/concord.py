"""`instrument concord`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from instrument.cli import terminal, workspace

if TYPE_CHECKING:
    from instrument.building.concording.laying import Laid
    from instrument.problem import Problem


@click.command(name="concord")
@click.argument("texts", metavar="TEXT...", nargs=-1, required=True)
@click.option("-o", "output", metavar="FILE", help="The document to write; its ending chooses the format.")
@click.option("--json", "as_json", is_flag=True, help="Data for another program.")
@click.option(
    "--lang", "language", metavar="L", default="", help="This language alone; with --read, that of the cells."
)
@click.option("--table", "languages", metavar="L,L...", default="", help="These languages side by side, to fill in.")
@click.option("--redline", metavar="L", default="", help="What the versions in a language that lag have to follow.")
@click.option("--read", "came_back", metavar="FILE", default="", help="A table that was filled in, read into clauses.")
def command(
    texts: tuple[str, ...], output: str | None, as_json: bool, language: str, languages: str, redline: str,
    came_back: str,
) -> None:  # fmt: skip
    """See whether languages are in step: the same paragraphs, labels, brackets, figures, dates and references.

    A stage is compared in all languages that it has; of several texts each is laid beside the first. A version whose
    original has changed since is named with the words that changed. The status is 1 where a person has to look.

    With --table the languages of a stage stand side by side in a document, a row each provision, and --read takes its
    filled cells back into clauses of the language. With --redline the changes of the original stand tracked beside the
    translation that has to follow them.

    \b
    Example:
      instrument concord second-draft
      instrument concord agreement.txt accord.txt
      instrument concord second-draft --table en,fr -o table.docx
      instrument concord second-draft --read table.docx --lang fr
    """
    modes = [name for name, on in (("--table", languages), ("--redline", redline), ("--read", came_back)) if on]
    if len(modes) > 1 or (modes and (as_json or len(texts) > 1)):
        raise click.UsageError("--table, --redline and --read each take one stage, and nothing else with it.")
    if modes and (came_back == "") == (output is None):
        raise click.UsageError("--table and --redline write a document, named with -o; --read writes clauses.")
    if came_back:
        _take_back(texts[0], came_back, language)
    elif modes:
        _write_table(texts[0], languages, redline, str(output))
    else:
        _compare(texts, output, as_json, language)


def _compare(texts: tuple[str, ...], output: str | None, as_json: bool, language: str) -> None:
    from instrument.building import is_file, render
    from instrument.building.concording.laying import lay
    from instrument.building.concording.page import concordance_paper, to_json
    from instrument.problem import Misuse

    if as_json and output:
        raise Misuse("--json goes to standard output and -o writes a document: ask for one of them")
    files = all(text == terminal.STANDARD or is_file(text) for text in texts)
    read = lay(None if files else workspace.open_library(), texts, sys.stdin.buffer, language)
    if as_json:
        terminal.say_json(to_json(read.value, read.problems))
    elif output:
        rendered = render(concordance_paper(read.value), Path(output).suffix.lower())
        terminal.put(rendered.value, output)
        terminal.tell(rendered.problems)
    else:
        _say(read.value, read.problems)
    if not read.value.in_step:
        click.get_current_context().exit(1)
    terminal.report(())


def _say(laid: Laid, problems: tuple[Problem, ...]) -> None:
    """Every difference under its place in both texts, then how many there are."""
    found = laid.concordance
    for difference in found.differences:
        click.echo("  ".join(click.style(str(place), bold=True) for place in difference.places))
        click.echo(f"  {difference.message} [{difference.code}]")
    for each in laid.outdated:
        click.echo(click.style(f"{each.clause}@{each.stage}.{each.language}", bold=True))
        click.echo(f"  the original changed at {each.since}:")
        for line in each.changes:
            click.echo(f"    {line}")
    from instrument.difference.phrases import counted
    from instrument.problem import Severity

    units = sum(len(chapter.pairs) for chapters in found.chapters for chapter in chapters)
    clauses = sum(map(len, found.chapters))
    click.echo(
        f"{', '.join(found.languages)}: {clauses} clauses, {units} headings, provisions and notes compared; "
        f"{counted(len(found.differences), 'difference')}, {counted(len(laid.outdated), 'version')} behind"
    )
    guesses = [each for each in problems if each.severity is Severity.GUESS]
    terminal.tell(each for each in problems if each not in guesses)
    for name in dict.fromkeys(each.where.name for each in guesses):
        made = sum(each.where.name == name for each in guesses)
        click.echo(f"{name}: {made} guesses were made in reading it; instrument show lists them", err=True)


def _write_table(stage: str, languages: str, redline: str, output: str) -> None:
    from instrument.building import render
    from instrument.building.concording import tables

    library = workspace.open_library()
    if redline:
        paper = tables.redline(library, stage, redline)
    else:
        paper = tables.table(library, stage, [each.strip() for each in languages.split(",")])
    rendered = render(paper, Path(output).suffix.lower())
    terminal.put(rendered.value, output)
    terminal.report(rendered.problems)


def _take_back(stage: str, file: str, language: str) -> None:
    from instrument import building
    from instrument.building.concording.returning import returned
    from instrument.building.concording.sheet import sheet
    from instrument.problem import Misuse

    library = workspace.open_library()
    if not language:
        raise Misuse("say with --lang which language was filled in")
    table = sheet(building.read(file), file)
    read = returned(library, library.stage(stage).id, table.value, library.language(language))
    paths = library.save(stage, read.value, language=language, source=Path(file).name) if read.value else ()
    for path in paths:
        click.echo(path)
    if not paths:
        click.echo("no clause was taken: none is filled in that does not stand so already", err=True)
    terminal.report((*table.problems, *read.problems))
