"""`instrument brackets`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from instrument.cli import terminal, workspace

if TYPE_CHECKING:
    from instrument.brackets.counting import Count, Row


@click.command(name="brackets")
@click.argument("texts", metavar="TEXT...", nargs=-1, required=True)
@click.option("-o", "output", metavar="FILE", help="The document to write; its ending chooses the format.")
@click.option("--json", "as_json", is_flag=True, help="Data for another program.")
def command(texts: tuple[str, ...], output: str | None, as_json: bool) -> None:
    """Count the square brackets of one text, or of several stages side by side.

    Clauses stand below one another, stages beside one another; below the total, what the brackets are for. A bracket
    without a partner is counted as loose and named by place.

    \b
    Example:
      instrument brackets first-draft second-draft final-draft
      instrument brackets second-draft -o brackets.docx
    """
    from instrument.brackets.counting import compare
    from instrument.brackets.reading import spans
    from instrument.building import render
    from instrument.papers.brackets import brackets_paper, grid
    from instrument.problem import Misuse

    if as_json and output:
        raise Misuse("--json goes to standard output and -o writes a document: ask for one of them")
    read = [workspace.open_text(text, "accepted")[0] for text in texts]
    stages = [each.value.placed for each in read]
    rows = compare(stages)
    if as_json:
        terminal.say_json({"texts": list(texts), "clauses": [_data(row) for row in rows]})
    elif output:
        rendered = render(brackets_paper(rows, texts), Path(output).suffix.lower())
        terminal.put(rendered.value, output)
        terminal.report(rendered.problems)
    else:
        for line in _aligned([*grid(rows, texts)]):
            click.echo(line)
    told = [problem for each in read for problem in each.problems]
    loose = [problem for stage in stages for clause in stage for problem in spans(clause).problems]
    known = {problem.code for problem in loose}
    terminal.report([*(problem for problem in told if problem.code not in known), *loose])


def _aligned(lines: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return [
        "  ".join(
            [line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))]
        )
        for line in lines
    ]


def _data(row: Row) -> dict[str, object]:
    return {"clause": row.clause, "name": row.name, "counts": [_counts(count) for count in row.counts]}


def _counts(count: Count | None) -> dict[str, object] | None:
    if count is None:
        return None
    kinds = {kind.value: number for kind, number in count.kinds.items() if number}
    return {"brackets": count.brackets, "loose": count.loose, "options": count.options, "kinds": kinds}
