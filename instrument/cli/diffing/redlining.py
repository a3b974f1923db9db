"""What `instrument diff` puts out as a Word file with tracked changes."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING

import click

import instrument
from instrument.cli import terminal

# Imported where they are used: help needs none of them.
if TYPE_CHECKING:
    from instrument.building.redlining import Pen
    from instrument.library import Library


def pen(author: str, date: str, formatting: bool, moves: bool, printed: bool, receipt: bool) -> Pen:
    """Who marks, when, and how."""
    from instrument.building.redlining import Pen

    return Pen(author, _stamp(date), formatting, moves, printed, receipt, f"instrument {instrument.__version__}")


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
    terminal.report(dict.fromkeys(marked.problems))
    if marked.value.made:
        click.get_current_context().exit(1)
