"""`instrument show`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from instrument.cli import reporting, terminal, workspace

if TYPE_CHECKING:
    from instrument.building import Passage
    from instrument.problem import Read


@click.command(name="show")
@click.argument("name", metavar="TEXT")
@click.option(
    "--format", "form", type=click.Choice(["text", "clause", "json"]), default="text", help="Text by default."
)
@workspace.VIEW
@reporting.REPORT
@reporting.AS_JSON
def command(name: str, form: str, view: str, report: bool, as_json: bool) -> None:
    """Print a text as the document reads.

    Labels and words are those of the built document, one provision a line. With --report, what its reader has to say
    of it instead; the exit status is then 1 where a word was not carried.

    \b
    Example:
      instrument show clearance@second-draft
      instrument show second-draft --format clause
      instrument show returned.docx --report
    """
    reporting.refuse(report, as_json)
    text, profile = workspace.open_text(name, view)
    if report:
        reporting.say(text.problems, name, as_json)
    elif form == "json":
        show_json(text)
    else:
        show_words(text, profile, form)


def show_words(text: Read[Passage], profile: str, form: str) -> None:
    from instrument import building
    from instrument.building import Options

    if form == "clause":
        value, problems = building.render(text.value.instrument, ".clause").value, text.problems
    else:
        paper = building.page(text, Options(profile=profile))
        value, problems = building.render(paper.value, ".txt").value, paper.problems
    terminal.put(value, terminal.STANDARD)
    terminal.report(problems)


def show_json(text: Read[Passage]) -> None:
    """Every clause with its provisions; words are written as a .clause file writes them."""
    from instrument.formats.clause import inline
    from instrument.outline import addresses

    instrument = text.value.instrument
    clauses = [
        {
            "id": clause.id,
            "kind": clause.kind,
            "label": clause.label,
            "heading": inline.write(clause.heading),
            "provisions": [
                {
                    "address": address,
                    "depth": provision.depth,
                    "label": provision.label,
                    "text": inline.write(provision.text),
                    "anchor": provision.anchor,
                }
                for address, provision in zip(addresses(clause), clause.provisions, strict=True)
            ],
            "notes": {note.name: inline.write(note.text) for note in clause.notes},
        }
        for clause in instrument
    ]
    problems = [terminal.data_of(problem) for problem in text.problems]
    terminal.say_json({"language": instrument.language, "clauses": clauses, "problems": problems})
    terminal.report(text.problems)
