"""`instrument brackets`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from instrument.cli import terminal, workspace

if TYPE_CHECKING:
    from instrument.brackets.counting import Count, Row
    from instrument.model import Instrument
    from instrument.paper import Paper
    from instrument.problem import Problem


@click.command(name="brackets")
@click.argument("texts", metavar="TEXT...", nargs=-1, required=True)
@click.option("--against", "later", default="", metavar="LATER", help="Say what became of them in a later text.")
@click.option("-o", "output", metavar="FILE", help="The document to write; its ending chooses the format.")
@click.option("--json", "as_json", is_flag=True, help="Data for another program.")
def command(texts: tuple[str, ...], later: str, output: str | None, as_json: bool) -> None:
    """Count the square brackets of one text, or of several stages side by side; or say which of them won.

    Clauses stand below one another, stages beside one another; below the total, what the brackets are for. A bracket
    without a partner is counted as loose and named by place.

    With --against, every bracket, side of a slash and option of one text is looked for in a later one: kept, kept in
    part, reworded, moved, dropped, or such that it cannot be said. -o and --json tell of every one, word by word.

    \b
    Example:
      instrument brackets first-draft second-draft final-draft
      instrument brackets second-draft -o brackets.docx
      instrument brackets second-draft --against final-draft -o won.html
    """
    from instrument.brackets.reading import spans
    from instrument.problem import Misuse

    if as_json and output:
        raise Misuse("--json goes to standard output and -o writes a document: ask for one of them")
    if later and len(texts) > 1:
        raise Misuse("--against says what became of one text's brackets; name one text")
    read = [workspace.open_text(text, "accepted")[0] for text in (*texts, *([later] if later else []))]
    stages = [each.value.placed for each in read]
    names = workspace.short((*texts, later)) if later else workspace.short(texts)
    said = _judged(names[0], names[1], *stages) if later else _counted(names, stages)
    if as_json:
        terminal.say_json(said.data)
    elif output:
        from instrument.building import render

        rendered = render(said.paper, Path(output).suffix.lower())
        terminal.put(rendered.value, output)
        terminal.report(rendered.problems)
    else:
        for line in (*_aligned(said.lines), *said.below):
            click.echo(line)
    told = [problem for each in read for problem in each.problems]
    loose = [problem for stage in stages for clause in stage for problem in spans(clause).problems]
    known = {problem.code for problem in loose}
    terminal.report([*(problem for problem in told if problem.code not in known), *loose, *said.problems])


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said of brackets: as data, as a document, as lines of a table with what stands below them."""

    data: dict[str, object]
    paper: Paper
    lines: Sequence[Sequence[str]]
    below: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def _counted(names: Sequence[str], stages: Sequence[Instrument]) -> _Said:
    from instrument.brackets.counting import compare
    from instrument.papers.brackets import brackets_paper, grid

    rows = compare(stages)
    data = {"texts": list(names), "clauses": [_data(row) for row in rows]}
    return _Said(data, brackets_paper(rows, names), [*grid(rows, names)])


def _judged(name: str, later: str, draft: Instrument, result: Instrument) -> _Said:
    from instrument.outcomes import judge
    from instrument.outcomes.json import to_json
    from instrument.papers.outcomes import alternatives, grid, outcomes_paper, unclear

    found = judge(draft, result)
    data = {"text": name, "against": later, **to_json(found)}
    paper = outcomes_paper(found, name, later)
    return _Said(data, paper, [*grid(found)], (alternatives(found),), tuple(unclear(found)))


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
