"""What `instrument diff` puts out: a document, lines for a terminal, lines for a program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

import click

from instrument.cli import terminal

# Imported where they are used: help needs none of them.
if TYPE_CHECKING:
    from instrument.building.rendering import ComparisonOptions
    from instrument.building.returned import Returned
    from instrument.difference.comparison import Comparison
    from instrument.problem import Problem, Read

ENDINGS = {"text": ".txt", "markdown": ".md", "html": ".html", "json": ".json", "docx": ".docx"}
FORMATS = ("terminal", "words", "porcelain", "prose", *ENDINGS)


@dataclass(frozen=True, slots=True)
class Step:
    """One text compared with the next, under the names that were asked for; the next may be a file that came back."""

    names: tuple[str, str]
    comparison: Comparison
    returned: Read[Returned] | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """How comparisons are shown; `everything` is None where the format decides about unchanged lines."""

    form: str
    context: int
    everything: bool | None
    fold: bool
    profile: str


def differs(comparison: Comparison) -> bool:
    """Whether a reader would see a difference; ids and anchors are not printed."""
    from instrument.difference.view import Fate

    return any(chapter.fate is not Fate.SAME for chapter in comparison.chapters)


def write_document(steps: Sequence[Step], look: Look, output: str) -> list[Problem]:
    """One comparison as a document, or several as data; what there is to say about it."""
    from instrument import building

    if look.form == "json":
        terminal.put(data(steps, look), output)
        return []
    (step,) = steps
    rendered = building.render(step.comparison, ENDINGS[look.form], **options_of(step, look))
    terminal.put(rendered.value, output)
    return list(rendered.problems)


def options_of(step: Step, look: Look) -> ComparisonOptions:
    return {
        "names": step.names,
        "only_changed": look.everything is False or (look.everything is None and look.form == "terminal"),
        "context": look.context,
        "profile": look.profile,
        "fold_consequential": look.fold,
    }


def data(steps: Sequence[Step], look: Look) -> bytes:
    """One comparison for another program, or several in their order, under one version of the form."""
    import json

    told = [_data(step, look) for step in steps]
    value = told[0] if len(told) == 1 else {"format": terminal.FORMAT, "steps": told}
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()


def _data(step: Step, look: Look) -> dict[str, Any]:
    """A comparison, and what a file that came back brings."""
    from instrument.difference.json import to_json

    value = to_json(step.comparison, names=step.names, only_changed=look.everything is False)
    if step.returned:
        from instrument.building import returned

        problems = [terminal.data_of(problem) for problem in step.returned.problems]
        value["returned"] = returned.to_json(step.returned.value) | {"problems": problems}
    return value


def word_lines(steps: Sequence[Step], look: Look) -> Iterator[str]:
    from instrument.cli.diffing import words

    write = words.plain if look.form == "words" else words.porcelain
    for step in steps:
        yield from write(step.comparison, step.names, None if look.everything else look.context)


def terminal_lines(steps: Sequence[Step], look: Look, problems: list[Problem]) -> Iterator[str]:
    from instrument.cli.diffing import page, stat
    from instrument.papers.comparison import compare

    for step in steps:
        paper = compare(step.comparison, **options_of(step, look))
        problems += paper.problems
        yield from page.lines(paper.value, get_terminal_size().columns)
        yield from returned_lines(step)
        if len(steps) > 1:
            yield ""
    if len(steps) > 1:
        yield from stat.steps([step.comparison for step in steps], [steps[0].names[0], *(s.names[1] for s in steps)])


def stat_lines(steps: Sequence[Step]) -> Iterator[str]:
    from instrument.cli.diffing import stat
    from instrument.difference.summary import summarize

    for step in steps:
        yield click.style(" → ".join(step.names), bold=True)
        yield summarize(step.comparison)
        if differs(step.comparison):
            yield ""
            yield from stat.table(step.comparison)
            yield from returned_lines(step)
        if len(steps) > 1:
            yield ""
    if len(steps) > 1:
        yield from stat.steps([step.comparison for step in steps], [steps[0].names[0], *(s.names[1] for s in steps)])


def returned_lines(step: Step) -> Iterator[str]:
    """Whose the changes are in a file that came back."""
    if step.returned:
        from instrument.building import returned

        yield from ("", *returned.say(step.returned.value))


def say(lines: Iterable[str], output: str | None) -> None:
    """Lines onto standard output, or without colours into a file."""
    said = "".join(f"{line}\n" for line in lines)
    if output in (None, terminal.STANDARD):
        click.echo(said, nl=False)
    else:
        terminal.put(click.unstyle(said).encode(), output or "")
