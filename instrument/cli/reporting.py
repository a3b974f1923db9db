"""The reading report on a terminal and for another program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from instrument.cli import terminal
from instrument.problem import Problem, errors_in

# Imported where they are used: most commands report nothing.
if TYPE_CHECKING:
    from instrument.building.report import Finding

REPORT = click.option("--report", is_flag=True, help="What was not carried, guessed or hidden, grouped, on a terminal.")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="With --report: data for another program.")


def refuse(report: bool, as_json: bool) -> None:
    """What does not go together, said before anything is read."""
    if as_json and not report:
        raise click.UsageError("--json is the form of a report; ask for it with --report.")


def say(problems: Iterable[Problem], name: str, as_json: bool, files: Iterable[str] = ()) -> None:
    """The report on what was read from `name`; the command ends with status 1 where a word was not carried.

    `files` are those that were written of it.
    """
    from instrument.building.report import findings

    problems = tuple(problems)
    found = findings(problems, name)
    if as_json:
        said = [data_of(finding, name) for finding in found]
        lost = any(finding.is_lost for finding in found)
        terminal.say_json({"text": name, "files": list(files), "carried": not lost, "findings": said})
    else:
        for line in (*files, *lines(found, name)):
            click.echo(line)
    if errors_in(problems) or any(finding.is_lost for finding in found):
        click.get_current_context().exit(1)


def lines(found: Iterable[Finding], name: str) -> Iterator[str]:
    """Group by group; what is said of several places is said once."""
    found = tuple(found)
    if not found:
        yield f"{name}: every word was carried, and nothing was guessed"
        return
    lost = any(finding.is_lost for finding in found)
    yield f"{name}: {'some words were not' if lost else 'every word was'} carried"
    for group, members in groupby(found, lambda finding: finding.group):
        told: dict[str, list[Finding]] = {}
        for finding in members:
            told.setdefault(finding.problem.message, []).append(finding)
        yield f"\n{click.style(group.value, bold=True)} ({sum(map(len, told.values()))})"
        yield from (f"  {places(same, name)}{message}" for message, same in told.items())


def places(found: Iterable[Finding], name: str) -> str:
    """Where something was found: "footnotes.xml, paragraphs 3 and 8: "; nothing where it is the whole file."""
    parts: dict[str, list[str]] = {}
    for finding in found:
        where = finding.problem.where
        inside = finding.part or where.name == name
        numbers = parts.setdefault(finding.part.rpartition("/")[2] if inside else where.name, [])
        if where.line and str(where.line) not in numbers:
            numbers.append(str(where.line))
    told = (", ".join(filter(None, (part, counted(numbers, unit(name))))) for part, numbers in parts.items())
    said = "; ".join(filter(None, told))
    return f"{said}: " if said else ""


def counted(numbers: list[str], unit: str) -> str:
    """Numbers with their unit: "paragraph 3", "paragraphs 3, 5 and 8"."""
    if len(numbers) < 2:
        return f"{unit} {numbers[0]}" if numbers else ""
    return f"{unit}s {', '.join(numbers[:-1])} and {numbers[-1]}"


def unit(name: str) -> str:
    """What the places in a file are counted in."""
    from instrument.formats import FORMATS

    known = FORMATS.get(Path(name).suffix.lower())
    return "line" if known is None or known.is_text else "paragraph"


def data_of(finding: Finding, name: str) -> dict[str, object]:
    """A finding for JSON; its place is counted in what the file is counted in."""
    told = terminal.data_of(finding.problem)
    told[unit(name)] = told.pop("line")
    group = finding.group.name.lower()
    return {"group": group, "carried": not finding.is_lost, "part": finding.part, **told}
