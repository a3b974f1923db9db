"""`instrument issue`."""

from __future__ import annotations

from datetime import date

import click

from instrument.cli import proceeding, terminal, workspace


@click.command(name="issue")
@click.argument("names", metavar="PROPOSAL...", nargs=-1, required=True)
@click.option("--series", default="proposals", show_default=True, help="The series in library.toml that it belongs to.")
@click.option("--as", "symbol", default="", help="A symbol of its own, such as CCM/12/Rev.1.")
@click.option("--by", default="Secretariat", show_default=True, help="Who issues it.")
@proceeding.AT
def command(names: tuple[str, ...], series: str, symbol: str, by: str, at: date) -> None:
    """Issue proposals under the next symbols.

    A PROPOSAL is named by its file in clauses/proposals. What is issued is kept, byte for byte, in clauses/issued, and
    is never overwritten. A revision takes the place of what it revises. What is agreed already and would be re-opened
    is said.

    \b
    Example:
      instrument issue d-verification
      instrument issue c-extension-revised --as DC/2026/P/11/Rev.2
    """
    from instrument.building.instructing import check_words
    from instrument.library.recording import Issue
    from instrument.problem import Misuse

    if symbol and len(names) > 1:
        raise Misuse(f"{symbol} is the symbol of one proposal; name one")
    library = workspace.open_library()
    told = {problem.where.name: problem for problem in check_words(library)}
    for name in names:
        if problem := told.get(str(library.register.find(name).path)):
            terminal.tell([problem])
        issued = library.issue(name, Issue(at, by, series, symbol))
        proceeding.say(issued.value)
        terminal.report(issued.problems)
