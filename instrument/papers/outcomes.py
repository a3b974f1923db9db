"""What became of the brackets of a draft: clauses down, fates across, then every stretch with its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from instrument.model import PLAIN, Mark
from instrument.outcomes import Choice, Fate, Outcome, Outcomes, Standing
from instrument.paper import Chars, Chart, Inline, Layout, Paper, Paragraph, Revision, Style, Table
from instrument.papers.tabling import table
from instrument.problem import Problem, Severity, Where

_TITLE = "What became of the square brackets of {draft} in {later}"
_LEGEND = (
    "Each bracket, each side of a slash in one, and each option is told of by its own words, without those of brackets"
    " inside it. “Kept”: all of them stand where they stood. “In part”: some do. “Reworded”: some do, with new words"
    " among them or in their stead. “Moved”: they stand in another place. “Dropped”: none stands. Words that went are"
    " struck through; those that stand elsewhere are in italics."
)
_STRETCHES = ("Where", "Words", "What became of it", "Where they stand")
_STOPS, _OPENERS = re.compile(r"[,.;:!?)\]”’%،؛؟。，；：、]"), "([“‘«"
AGREED = "words outside all brackets"


def outcomes_paper(outcomes: Outcomes, draft: str, later: str, audience: str = "internal") -> Paper:
    """What became of every stretch of a draft in a later text, as a document."""
    title = _TITLE.format(draft=draft, later=later)
    header, *lines = grid(outcomes)
    shown = _shown(outcomes)
    counts = ((name, outcomes.count(id)) for id, name in outcomes.names.items())
    rows = tuple((name, tuple(count[fate] for fate in shown)) for name, count in counts)
    return Paper(
        title,
        "en",
        (
            Paragraph(Style.TITLE, (Chars(title),)),
            Paragraph(Style.LEGEND, (Chars(_LEGEND),)),
            Chart(title, tuple(fate.value for fate in shown), rows, stacked=True),
            table(header, lines, (3, *(1 for _ in header[1:]))),
            Paragraph(Style.PROVISION, (Chars(alternatives(outcomes)),)),
            _stretches(outcomes),
        ),
        layout=Layout(landscape=True, marks="printed"),
        audience=audience,
    )


def grid(outcomes: Outcomes) -> Iterator[list[str]]:
    """The lines of the table: clauses, and the total."""
    shown = _shown(outcomes)
    yield ["", "all", *(fate.value for fate in shown)]
    for id, name in outcomes.names.items():
        count = outcomes.count(id)
        yield [name, str(count.total()), *(str(count[fate]) for fate in shown)]
    count = outcomes.count()
    yield ["total", str(count.total()), *(str(count[fate]) for fate in shown)]


def alternatives(outcomes: Outcomes) -> str:
    """How the places were decided at which alternatives stand beside one another."""
    count = outcomes.choices()
    said = (
        f"one stands in {count[Choice.ONE]}, several in {count[Choice.SEVERAL]}, none in {count[Choice.NONE]};"
        f" of {count[Choice.UNCLEAR]} it cannot be said"
    )
    places = "1 place" if count.total() == 1 else f"{count.total()} places"
    return f"Alternatives stand beside one another at {places}: {said}."


def unclear(outcomes: Outcomes) -> Iterator[Problem]:
    """The stretches of which it cannot be said what became, each with its candidates."""
    for each in outcomes.found:
        if each.fate is Fate.UNCLEAR:
            there, rivals = ", ".join(each.places), _rivals(each, outcomes)
            message = f"what stands in {there} may have come of this {each.stretch.what}, or of {rivals}"
            hint = "compare the two places; nothing was guessed"
            yield Problem("unclear-bracket", Severity.INFO, Where(each.address), message, hint)


def _shown(outcomes: Outcomes) -> list[Fate]:
    """The fates that some stretch had."""
    count = outcomes.count()
    return [fate for fate in Fate if count[fate]]


def _stretches(outcomes: Outcomes) -> Table:
    head = table(_STRETCHES, (), (3, 8, 2, 3))
    cells = (_cells(each, outcomes) for each in outcomes.found)
    rows = tuple(tuple((Paragraph(Style.PROVISION, cell),) for cell in row) for row in cells)
    return replace(head, rows=(*head.rows, *rows))


def _cells(outcome: Outcome, outcomes: Outcomes) -> Iterator[tuple[Inline, ...]]:
    yield (Chars(outcome.address),)
    yield tuple(_words(outcome.words))
    candidates = f": or {_rivals(outcome, outcomes)}" if outcome.rivals else ""
    yield (Chars(f"{outcome.fate}{candidates}{', still in brackets' if outcome.is_open else ''}"),)
    yield (Chars(", ".join(outcome.places)),) if outcome.places else ()


def _rivals(outcome: Outcome, outcomes: Outcomes) -> str:
    return ", ".join(AGREED if rival < 0 else outcomes.found[rival].address for rival in outcome.rivals)


def _words(words: Sequence[tuple[str, Standing]]) -> Iterator[Inline]:
    """Words as one reads them, spaced by the rule of marks; those that went are struck through."""
    before = ""
    for standing, run in groupby(words, key=lambda each: each[1]):
        chars = ""
        for word, _ in run:
            is_near = not before or before[-1] in _OPENERS or _STOPS.match(word)
            chars += word if is_near else f" {word}"
            before = word
        marks = frozenset({Mark.ITALIC}) if standing is Standing.MOVED else PLAIN
        yield Chars(chars, marks, Revision("delete") if standing is Standing.WENT else None)
