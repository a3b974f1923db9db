"""What commands share: problems, refusals, JSON and documents put before a person."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from instrument.problem import Failure, Problem, Severity, errors_in, render

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.GUESS: "cyan", Severity.INFO: "blue"}
FORMAT = 1
STANDARD = "-"


def report(problems: Iterable[Problem]) -> None:
    """Problems on standard error; where there are errors among them the command ends with status 1."""
    problems = tuple(problems)
    tell(problems)
    if errors_in(problems):
        click.get_current_context().exit(1)


def tell(problems: Iterable[Problem]) -> None:
    """Problems on standard error, whatever becomes of the command."""
    for problem in problems:
        _say(problem)


def refuse(failure: Failure) -> None:
    """Why nothing was done: the sentence, then the particulars."""
    click.echo(f"{click.style('instrument:', fg='red')} {failure}", err=True)
    tell(failure.problems)


def say_json(value: Mapping[str, object]) -> None:
    """Data for another program, under the version of its form."""
    put_json(value, STANDARD)


def put_json(value: Mapping[str, object], path: str) -> None:
    """The same into a file, or onto standard output for "-"."""
    import json

    said = json.dumps({"format": FORMAT, **value}, ensure_ascii=False, indent=2, default=str)
    put(f"{said}\n".encode(), path)


def put(data: bytes, path: str) -> None:
    """A document into a file, or onto standard output for "-"."""
    if path == STANDARD:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        from instrument import storage

        storage.write_atomically(Path(path), data)
        click.echo(path)


def data_of(problem: Problem) -> dict[str, object]:
    """A problem for JSON."""
    where = problem.where
    return {
        "code": problem.code,
        "severity": problem.severity,
        "name": where.name,
        "line": where.line,
        "column": where.column,
        "message": problem.message,
        "hint": problem.hint,
        "words": problem.words,
    }


def _say(problem: Problem) -> None:
    """A guess or an information in one line, what needs mending with its source."""
    click.echo(lines(problem, short=problem.severity in (Severity.GUESS, Severity.INFO)), err=True)


def lines(problem: Problem, short: bool = False) -> str:
    """A problem in colours, in one line or with its source."""
    word = f"{problem.severity}:"
    said = str(problem) if short else render(problem)
    return said.replace(word, click.style(word, fg=COLOURS[problem.severity], bold=True), 1)
