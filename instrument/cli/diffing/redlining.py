"""What `instrument diff` puts out as a Word file with tracked changes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, TypedDict

import click

import instrument
from instrument.cli import terminal

# Imported where they are used: help needs none of them.
if TYPE_CHECKING:
    from instrument.building.redlining import Pen
    from instrument.library import Library


class Marking(TypedDict):
    """How a Word file is marked, as it was asked for."""

    marks: str
    author: str
    date: str
    formatting: bool
    case: bool
    grain: str
    moves: bool
    receipt: bool


_OPTIONS = (
    click.option(
        "--marks",
        type=click.Choice(["tracked", "printed", "columns"]),
        default="tracked",
        help="How a .docx shows changes: tracked, as lines under and through words for paper, or in two columns.",
    ),
    click.option(
        "--author",
        metavar="NAME",
        default="",
        help="Whose the tracked changes are; by default B's kind and symbol, or the name of its file.",
    ),
    click.option("--date", metavar="DATE", default="", help="When, as 2026-03-10T09:00; now by default."),
    click.option("--formatting/--no-formatting", default=True, help="Track changes of formatting, or words alone."),
    click.option("--case/--ignore-case", default=True, help="Capitals differ from small letters, or not."),
    click.option("--grain", type=click.Choice(["words", "sentences", "paragraphs"]), default="words"),
    click.option("--moves", is_flag=True, help="Mark what changed its place as moved, not as struck and put in."),
    click.option("--receipt/--no-receipt", default=True, help="Prove both texts, and put the proof into the file."),
)


def options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of a command that marks a Word file."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def pen(asked: Marking) -> Pen:
    """Who marks, when, and how; what ignores a difference has no proof that there is none."""
    from instrument.building.redlining import Pen
    from instrument.formats.docx import Care

    care = Care(asked["formatting"], asked["moves"], asked["case"], asked["grain"])
    is_proven = asked["receipt"] and asked["case"]
    tool = f"instrument {instrument.__version__}"
    return Pen(asked["author"], _stamp(asked["date"]), care, asked["marks"] == "printed", is_proven, tool)


def signed(author: str, date: str) -> Pen:
    """Whose the changes are and when, all of them marked and proven."""
    from instrument.building.redlining import Pen

    return Pen(author, _stamp(date), tool=f"instrument {instrument.__version__}")


def _stamp(date: str) -> str:
    """A date as Word writes it; the time where it is given, or else midnight; now where nothing is given.

    >>> _stamp("2026-03-10"), _stamp("2026-03-10T09:30")
    ('2026-03-10T00:00:00Z', '2026-03-10T09:30:00Z')
    """
    try:
        given = datetime.fromisoformat(date.removesuffix("Z")) if date else datetime.now()
        return f"{given.replace(tzinfo=None).isoformat(timespec='seconds')}Z"
    except ValueError:
        raise click.UsageError(f'"{date}" is no date; write one as 2026-03-10 or 2026-03-10T09:00.') from None


def write(library: Library | None, names: tuple[str, str], pen: Pen, profile: str, output: str | None) -> None:
    """The marked file; what is tracked in it on standard error, and status 1 where the texts differ."""
    from instrument.building.redlining import redline

    marked = redline(library, names, pen, profile, sys.stdin.buffer)
    terminal.put(marked.value.data, output or terminal.STANDARD)
    if marked.value.told:
        click.echo(f"tracked and proven: {marked.value.told}", err=True)
    if marked.value.unproven:
        click.echo(f"not proven: {', '.join(marked.value.unproven)}", err=True)
    terminal.report(dict.fromkeys(marked.problems))
    if marked.value.made:
        click.get_current_context().exit(1)
