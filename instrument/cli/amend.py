"""`instrument amend`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from instrument.cli import terminal, workspace
from instrument.cli.diffing import redlining

# Imported where they are used: help needs none of them.
if TYPE_CHECKING:
    from instrument.building import Passage
    from instrument.instructions import Amended, Outcome
    from instrument.problem import Read

_COLOURS = {"applied": "green", "applied, check": "yellow", "refused": "red", "kept": "blue"}


@click.command(name="amend")
@click.argument("name", metavar="TEXT")
@click.argument("instructions", metavar="FILE")
@click.option("-o", "output", metavar="FILE", help="The document to write; its ending chooses the format.")
@click.option("--language", metavar="LANG", default="", help="Of the instructions; that of TEXT by default.")
@click.option("--author", metavar="NAME", default="", help="Of a .docx: the amendments as NAME's tracked changes.")
@click.option("--date", metavar="DATE", default="", help="When they are tracked, as 2026-03-10T09:00; now by default.")
@click.option("--json", "as_json", is_flag=True, help="What became of each instruction, and the changes, as data.")
@workspace.VIEW
def command(
    name: str, instructions: str, output: str | None, language: str, author: str, date: str, as_json: bool, view: str
) -> None:
    """Carry out instructions in prose on a text.

    FILE holds the instructions as a delegation wrote them, in a text file, a Word file or on standard input ("-"). The
    amended text is printed as `show` prints it, or written as a document. What became of each instruction is said on
    standard error: applied, applied but to be checked, refused with the candidates, or kept as text. The exit status
    is 0 where all were applied, 1 where a person has to look.

    \b
    Example:
      instrument amend first-draft amendments.txt
      instrument amend first-draft amendments.docx -o amended.docx --author "Delegation A" --date 2026-03-10
      echo "Delete paragraph 3 of article 1." | instrument amend first-draft - --json
    """
    from instrument.building import instructing

    _refuse(name, instructions, output, author, date)
    text, profile = workspace.open_text(name, view)
    words = instructing.read_instructions(instructions, sys.stdin.buffer)
    source = "standard input" if instructions == terminal.STANDARD else instructions
    made, amended = instructing.carry_out(text, words.value, source, language, profile)
    if output:
        _write(name, (text, amended), output, author, date, profile)
    if as_json:
        _say_json(made)
    elif not output:
        _put(amended, profile)
    terminal.tell((*words.problems, *amended.problems))
    for outcome in made.outcomes:
        _say(outcome)
    if any(outcome.needs_a_person for outcome in made.outcomes):
        click.get_current_context().exit(1)


def _refuse(name: str, instructions: str, output: str | None, author: str, date: str) -> None:
    """What does not go together, said before anything is read."""
    if name == instructions == terminal.STANDARD:
        raise click.UsageError("standard input is the text or the instructions; name the other.")
    is_word = output is not None and Path(output).suffix.lower() == ".docx"
    if author and not is_word:
        raise click.UsageError("--author is of tracked changes; name a .docx with -o.")
    if date and not author:
        raise click.UsageError("--date is of tracked changes; say whose with --author.")


def _write(
    name: str, texts: tuple[Read[Passage], Read[Passage]], output: str, author: str, date: str, profile: str
) -> None:
    """The amended text as a document, or the text with its amendments as tracked changes."""
    from instrument import building
    from instrument.building import Options

    if author:
        from instrument.building.redlining import redline_texts

        marked = redline_texts(name, texts, redlining.signed(author, date), profile)
        terminal.put(marked.value.data, output)
        terminal.tell(dict.fromkeys(marked.problems))
        return
    ending = Path(output).suffix.lower()
    paper = building.page(texts[1], Options(profile=profile)).value
    value = texts[1].value.whole if ending == ".clause" else paper
    terminal.put(building.render(value, ending).value, output)


def _put(amended: Read[Passage], profile: str) -> None:
    from instrument import building
    from instrument.building import Options

    paper = building.page(amended, Options(profile=profile))
    terminal.put(building.render(paper.value, ".txt").value, terminal.STANDARD)


def _say(outcome: Outcome) -> None:
    """What became of an instruction, in a line; why, with its place, where a person has to look."""
    said = "; ".join(outcome.places)
    if not outcome.needs_a_person:
        said = "; ".join(filter(None, [said, *(problem.message for problem in outcome.problems)]))
    status = click.style(outcome.status, fg=_COLOURS[outcome.status])
    click.echo(f"{outcome.where}: {status}" + (f": {said}" if said else ""), err=True)
    if outcome.needs_a_person:
        terminal.tell(outcome.problems)


def _say_json(made: Amended) -> None:
    from instrument.changes.json import to_json

    outcomes = [
        {
            "status": outcome.status,
            "words": outcome.words,
            "name": outcome.where.name,
            "line": outcome.where.line,
            "column": outcome.where.column,
            "start": outcome.start,
            "end": outcome.end,
            "places": outcome.places,
            "problems": [terminal.data_of(problem) for problem in outcome.problems],
        }
        for outcome in made.outcomes
    ]
    terminal.say_json({"outcomes": outcomes, "changes": to_json(made.changes)})
