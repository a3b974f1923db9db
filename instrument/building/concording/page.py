"""What is not in step between languages, as a page and for another program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from instrument.paper import Block, Chars, Layout, Paper, Paragraph, Style
from instrument.papers.tabling import table
from instrument.problem import Problem

if TYPE_CHECKING:
    from instrument.building.concording.laying import Laid


def concordance_paper(laid: Laid) -> Paper:
    """The differences as a table, a row each with its place in both texts; below them what lags behind."""
    found = laid.concordance
    title = f"Languages in step: {', '.join(found.names)}"
    return Paper(title, "en", (Paragraph(Style.TITLE, (Chars(title),)), *_body(laid)), layout=Layout(landscape=True))


def _body(laid: Laid) -> Iterator[Block]:
    differences = laid.concordance.differences
    if differences:
        rows = [
            (str(each.places[0]), str(each.places[-1]) if len(each.places) > 1 else "", each.message)
            for each in differences
        ]
        yield table(("Place", "Beside it", "Difference"), rows, (2, 2, 5))
    if laid.outdated:
        yield Paragraph(Style.ARTICLE, (Chars("Changed in the original since"),))
        lagging = [
            (f"{each.clause}@{each.stage}.{each.language}", each.since, str(line))
            for each in laid.outdated
            for line in each.changes
        ]
        yield table(("Version", "Changed at", "Change"), lagging, (2, 2, 5))
    if not differences and not laid.outdated:
        yield Paragraph(Style.FORMULA, (Chars("Nothing differs."),))


def to_json(laid: Laid, problems: tuple[Problem, ...]) -> dict[str, object]:
    """The same as data; `problems` are those of the texts themselves."""
    found = laid.concordance
    return {
        "texts": [
            {"name": name, "language": language} for name, language in zip(found.names, found.languages, strict=True)
        ],
        "differences": [
            {
                "code": each.code,
                "severity": str(each.problem.severity),
                "message": each.message,
                "hint": each.hint,
                "places": [
                    {"text": place.text, "language": place.language, "address": place.address, "words": place.words}
                    for place in each.places
                ],
            }
            for each in found.differences
        ],
        "outdated": [
            {
                "clause": each.clause,
                "language": each.language,
                "stage": each.stage,
                "since": each.since,
                "changes": [str(line) for line in each.changes],
            }
            for each in laid.outdated
        ],
        "problems": [{"code": each.code, "where": str(each.where), "message": each.message} for each in problems],
    }
