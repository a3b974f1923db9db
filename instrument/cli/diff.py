"""`instrument diff`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from instrument.cli import terminal, workspace
from instrument.cli.diffing import prose, redlining, showing
from instrument.cli.diffing.showing import ENDINGS, FORMATS, Look, Step

# Imported where they are used: help needs none of them.
if TYPE_CHECKING:
    from instrument.building import Passage
    from instrument.building.returned import Returned
    from instrument.difference.comparison import Comparison
    from instrument.library import Library
    from instrument.problem import Read


@click.command(name="diff")
@click.argument("texts", metavar="A B [C ...]", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(FORMATS), help="By FILE's ending, or else on the terminal.")
@click.option("-o", "output", metavar="FILE", help="The file to write; its ending chooses the format.")
@click.option("--context", type=click.IntRange(0), default=1, help="Unchanged lines shown around each change.")
@click.option("--stat", is_flag=True, help="A table instead: what changed in each article.")
@click.option("--all/--changed-only", "everything", default=None, help="Unchanged lines too, as documents do, or not.")
@click.option("--no-consequential", "fold", is_flag=True, help="No marks on numbers that only followed a renumbering.")
@redlining.options
@click.option("--profile", metavar="P", help="The style of cross-references.")
@click.option("--lang", "language", default="", metavar="L", help="The language of amendments in prose.")
@workspace.VIEW
def command(
    texts: tuple[str, ...],
    form: str | None,
    output: str | None,
    context: int,
    stat: bool,
    everything: bool | None,
    fold: bool,
    profile: str | None,
    language: str,
    view: str,
    **marking: Unpack[redlining.Marking],
) -> None:
    """Show what differs between two texts, or step by step between more.

    Words taken out stand in [-…-], words put in in {+…+}. The margin says what became of a line (~ changed,
    # renumbered, + new, - deleted, > moved here, < moved away) and whether its force or figures change. The exit
    status is 1 where the texts differ.

    As prose, the differences are amendments to the first text, a sentence each.

    As a .docx, the first text carries its differences to the second as tracked changes; of two .docx files the first
    is marked as it is.

    \b
    Example:
      instrument diff first-draft second-draft
      instrument diff clearance@first-draft clearance@second-draft --format words
      instrument diff issued.docx returned.docx -o redline.docx --author "Delegation A" --date 2026-03-10
      instrument diff first-draft second-draft --format prose -o amendments.docx
      instrument diff first-draft second-draft final-draft --stat
    """
    form = form or form_of(output)
    refuse(texts, form, output, stat)
    library = workspace.open_library() if any(map(needs_workspace, texts)) else None
    if form == "docx" and marking["marks"] != "columns":
        pen = redlining.pen(marking)
        return redlining.write(library, (texts[0], texts[1]), pen, profile_of(profile, library), output)
    passages = [read(library, name, view) for name in texts]
    steps = [
        Step(names, compare(*pair), came_back(library, names, pair[0]) if view == "accepted" else None)
        for names, pair in zip(pairwise(texts), pairwise(passages), strict=True)
    ]
    look = Look(form, context, everything, fold, profile_of(profile, library))
    problems = [problem for passage in passages for problem in passage.problems]
    problems += [problem for step in steps if step.returned for problem in step.returned.problems]
    if form in ENDINGS:
        problems += showing.write_document(steps, look, output or terminal.STANDARD)
    elif form == "prose":
        problems += prose.write(passages, texts[0], language, look.profile, output)
    elif form != "terminal":
        showing.say(showing.word_lines(steps, look), output)
    elif stat:
        showing.say(showing.stat_lines(steps), output)
    else:
        showing.say(showing.terminal_lines(steps, look, problems), output)
    terminal.report(dict.fromkeys(problems))
    if any(showing.differs(step.comparison) for step in steps):
        click.get_current_context().exit(1)


def profile_of(profile: str | None, library: Library | None) -> str:
    """The style of cross-references that was asked for, or else the library's own."""
    from instrument.references import wording

    chosen = profile or (library.settings.profile if library else "un")
    wording(chosen, "en")  # refuses one that does not exist
    return chosen


def form_of(output: str | None) -> str:
    """The format that a file's ending chooses."""
    ending = Path(output or "").suffix.lower()
    if ending and ending not in ENDINGS.values():
        from instrument.problem import Misuse

        raise Misuse(f'a comparison is not written as "{ending}"; choose one of: {", ".join(ENDINGS.values())}')
    return next((form for form, known in ENDINGS.items() if known == ending), "terminal")


def refuse(texts: Sequence[str], form: str, output: str | None, stat: bool) -> None:
    """What does not go together, said before anything is read."""
    if len(texts) < 2:
        raise click.UsageError("diff takes two texts or more, and one was named.")
    if texts.count(terminal.STANDARD) > 1:
        raise click.UsageError("standard input is one text; name the other.")
    if len(texts) > 2 and (form in ENDINGS or form == "prose") and form != "json":
        raise click.UsageError(f"a document compares two texts, and {len(texts)} were named; make one of each step.")
    if stat and form != "terminal":
        raise click.UsageError("--stat is a table for the terminal; --format json holds its numbers.")
    if form == "docx" and output in (None, terminal.STANDARD) and sys.stdout.isatty():
        raise click.UsageError("a .docx is nothing for a terminal; name a file with -o.")


def needs_workspace(name: str) -> bool:
    from instrument import building

    return name != building.STANDARD and not building.is_file(name)


def read(library: Library | None, name: str, view: str) -> Read[Passage]:
    from instrument import building

    return building.read_text(library, name, sys.stdin.buffer, view)


def compare(old: Read[Passage], new: Read[Passage]) -> Comparison:
    from instrument.building.comparing import compare

    return compare(old.value, new.value)


def came_back(library: Library | None, names: tuple[str, str], old: Read[Passage]) -> Read[Returned] | None:
    from instrument.building.texts import is_word

    if not is_word(names[1]):
        return None
    from instrument.building import returned

    return returned.came_back(library, names, old.value)
