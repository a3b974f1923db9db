"""The command line: one file per command, each thin; all but click is imported where it is used."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from pathlib import Path

import click

import instrument
from instrument.problem import Failure

# The file of each command; the names that Python or click keep for themselves have a longer one.
COMMANDS = {
    "init": "init",
    "import": "importing",
    "list": "listing",
    "show": "show",
    "history": "history",
    "blame": "blame",
    "build": "build",
    "diff": "diff",
    "amend": "amend",
    "propose": "propose",
    "intake": "intake",
    "proposals": "proposals",
    "issue": "issue",
    "withdraw": "withdraw",
    "reject": "reject",
    "adopt": "adopt",
    "record": "record",
    "note": "note",
    "positions": "positions",
    "mark": "mark",
    "merge": "merge",
    "compendium": "compendium",
    "rebase": "rebase",
    "disposition": "disposition",
    "renumber": "renumber",
    "concordance": "concordance",
    "brackets": "brackets",
    "check": "check",
    "terms": "terms",
    "scrubbed": "scrubbed",
    "certify": "certify",
    "corrigendum": "corrigendum",
    "concord": "concord",
    "verify": "verify",
    "scrub": "scrub",
}


class Commands(click.Group):
    """The commands, fetched by name; a `Failure` in one ends it with a sentence and status 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"{__name__}.{COMMANDS[cmd_name]}").command
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except Failure as failure:
            from instrument.cli.terminal import refuse

            refuse(failure)
            ctx.exit(2)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("-C", "workspace", metavar="DIR", type=click.Path(path_type=Path), help="The workspace to work in.")
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colours on the terminal."
)
@click.version_option(instrument.__version__, message="instrument %(version)s")
@click.pass_context
def group(ctx: click.Context, workspace: Path | None, color: str) -> None:
    """Draft treaties as versioned clauses and build them as documents.

    The workspace is the folder named with -C, or the nearest one upward that holds clauses/library.toml.
    A TEXT is a stage (second-draft), a language of it (second-draft.fr), a place in it
    (clearance/1/a@second-draft), a file (returned.docx), or - for standard input.

    \b
    Example:
      instrument init convention
      cd convention
      instrument build
    """
    ctx.obj = workspace
    # click itself does not obey NO_COLOR.
    ctx.color = {"always": True, "never": False}.get(color, False if os.environ.get("NO_COLOR") else None)


def main() -> None:
    """The program: UTF-8 whatever the console, so that no word of any language is lost on the way out."""
    gc.set_threshold(100_000)  # a short process makes few cycles, and looking for them is a tenth of a build
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    group(prog_name="instrument")
