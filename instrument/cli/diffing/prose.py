"""A comparison as amendments in prose: on the terminal, as text, or as a document that lists them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from instrument.cli import terminal
from instrument.cli.diffing import showing

# Imported where they are used: help needs none of them.
if TYPE_CHECKING:
    from instrument.building import Passage
    from instrument.problem import Problem, Read


def write(
    passages: Sequence[Read[Passage]], name: str, language: str, profile: str, output: str | None
) -> tuple[Problem, ...]:
    """Put out the amendments that make the second of two texts of the first; what prose does not say of them."""
    from instrument import building
    from instrument.building.amending import amendments
    from instrument.papers.amendments import amendments as listed

    old, new = (passage.value for passage in passages)
    said = amendments(old, new, language, profile)
    ending = Path(output or "").suffix.lower()
    if ending in ("", ".txt"):
        showing.say("\n\n".join(map(str, said.value)).splitlines(), output)
        return gathered(said.problems)
    rendered = building.render(listed(said.value, name, language or old.whole.language), ending)
    terminal.put(rendered.value, output or terminal.STANDARD)
    return gathered(said.problems) + rendered.problems


def gathered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems that say the same of many places as one, at the first of them."""
    same: defaultdict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        same[problem.code, problem.message].append(problem)
    return tuple(
        replace(first, hint=f"nor in {len(rest)} more: {'; '.join(str(each.where) for each in rest)}")
        if rest and not first.hint
        else first
        for first, *rest in same.values()
    )
