"""`instrument check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from instrument.cli import terminal, workspace

if TYPE_CHECKING:
    from instrument.building.checking import Checked
    from instrument.checks.values import Terms
    from instrument.library import Library


@click.command(name="check")
@click.argument("text", required=False)
@click.option("--select", multiple=True, metavar="RULE", help="Keep to this rule; may be given again.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave this rule out; may be given again.")
@click.option("--severity", "severities", multiple=True, metavar="RULE=HOW", help="error, warning, info or off.")
@click.option("--final/--draft", "final", default=None, help="Is all negotiated? Else the stage says.")
@click.option("--json", "as_json", is_flag=True, help="Data for another program.")
@click.option("-o", "output", metavar="FILE", help="The text with its findings in the margin, or fixed with --fix.")
@click.option("--fix", is_flag=True, help="Show what is certain, mended; with -o or --write, write it.")
@click.option("--write", is_flag=True, help="With --fix: write what is mended into its stage.")
@click.option("--explain", metavar="RULE", help="What a rule asks and why.")
def command(
    text: str | None, select: tuple[str, ...], ignore: tuple[str, ...], severities: tuple[str, ...],
    final: bool | None, as_json: bool, output: str | None, fix: bool, write: bool, explain: str | None,
) -> None:  # fmt: skip
    """Check a TEXT for what goes wrong in every treaty.

    A reference to the article that has since moved, a defined term used loosely, a bracket left over. A rule is
    excused where the text has a reason, by a comment beside the provision: %% waive RULE: the reason. The status is 1
    where there is an error.

    \b
    Example:
      instrument check second-draft
      instrument check final-draft --final -o findings.docx
      instrument check --explain lone-item
    """
    from instrument.building.checking import check_text

    if explain:
        click.echo(_explained(explain))
        return
    if text is None:
        raise click.UsageError("name the TEXT to check, or a rule with --explain.")
    if write and not fix:
        raise click.UsageError("--write writes what --fix mends: give both.")
    if as_json and output:
        raise click.UsageError("--json goes to standard output and -o writes a document: ask for one of them.")
    from instrument import building

    library = None if text == building.STANDARD or building.is_file(text) else workspace.open_library()
    read, profile = workspace.open_text(text, "accepted")
    checked = check_text(library, text, read.value, _terms(select, ignore, severities), final)
    terminal.tell(problem for problem in read.problems if problem.code != "reference-unresolved")
    if fix:
        _fix(checked, text, output, library if write else None)
    elif as_json:
        terminal.say_json({"text": text, "findings": [terminal.data_of(problem) for problem in checked.problems]})
    elif output:
        _write(checked, text, output, profile)
    else:
        _say(checked)
    if any(problem.severity == "error" for problem in checked.problems):
        click.get_current_context().exit(1)


def _terms(select: tuple[str, ...], ignore: tuple[str, ...], severities: tuple[str, ...]) -> Terms:
    from instrument.checks.values import Terms

    graded = [each.partition("=") for each in severities]
    if any(not mark for _, mark, _ in graded):
        raise click.UsageError("--severity takes RULE=HOW, as in lone-item=error.")
    return Terms(select, ignore, {rule: how for rule, _, how in graded})


def _explained(code: str) -> str:
    """The docstring of a rule without its examples."""
    from instrument.checks import rule_module

    said, _, _ = (rule_module(code).__doc__ or "").partition("\n\n>>>")
    return f"{code}: {said}"


def _say(checked: Checked) -> None:
    from instrument.papers.findings import count

    for problem in checked.problems:
        click.echo(terminal.lines(problem))
    click.echo(count(checked.problems))


def _write(checked: Checked, text: str, output: str, profile: str) -> None:
    from instrument.building import render
    from instrument.building.checking import checked_paper
    from instrument.papers.findings import count

    paper = checked_paper(checked, text, profile)
    rendered = render(paper.value, Path(output).suffix.lower())
    terminal.put(rendered.value, output)
    click.echo(count(checked.problems))


def _fix(checked: Checked, text: str, output: str | None, library: Library | None) -> None:
    """Show what is mended, and write it where that was asked for."""
    from instrument.building import render
    from instrument.cli.diffing import showing
    from instrument.difference.comparison import diff
    from instrument.problem import Misuse

    mended = checked.fixed
    comparison = diff(checked.original, mended)
    step = showing.Step((text, f"{text}, mended"), comparison)
    showing.say(showing.terminal_lines([step], showing.Look("terminal", 0, False, True, "un"), []), None)
    if output:
        terminal.put(render(mended, Path(output).suffix.lower()).value, output)
    elif library is not None:
        address, _, stage = text.rpartition("@")
        if address:
            raise Misuse(f'name the whole stage to write into it: "{stage}", not "{text}"')
        name, _, language = stage.partition(".")
        written = library.save(name, mended, language=language, source="what the drafting rules mend with certainty")
        click.echo("\n".join(map(str, written)) or "nothing to mend")
