"""A compendium as data: each provision that is touched with what is made of it, and every proposal in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from instrument.changes import to_json as changes_to_json
from instrument.model import Instrument, Text
from instrument.outline import addresses
from instrument.papers.assembly import number_articles
from instrument.papers.comparison.entries import Entry
from instrument.papers.compendium.submission import Submission
from instrument.papers.compendium.touching import Ground, Spot, Touch, spot_name, touches
from instrument.proposals import moments
from instrument.references import printed


def to_json(
    base: Instrument, submissions: Sequence[Submission], *, attributed: bool = True, profile: str = "un"
) -> dict[str, Any]:
    """The proposals on a text: under "provisions" what each makes of a provision, under "proposals" all that it says.

    `docs/compendium.schema.json` tells every key. Without attribution symbols, sponsors, explanations and changes are
    left out, and so are words whose changes are recorded: any of these may name somebody.

    >>> to_json(Instrument(), [Submission("DC/1", ("Delegation A",), None, "Delete it.")])["proposals"][0]["words"]
    'Delete it.'
    """
    ground = Ground(base, profile, "inline" if attributed else "none")
    numbers = {id(each): number for number, each in enumerate(submissions, start=1)}
    found = touches(ground, [each for each in submissions if each.changes])
    return {
        "provisions": [
            _provision(ground, spot, list(group), numbers) for spot, group in groupby(found, lambda each: each.spot)
        ],
        "proposals": [_proposal(each, number, attributed) for number, each in enumerate(submissions, start=1)],
    }


def _provision(ground: Ground, spot: Spot, found: Sequence[Touch], numbers: Mapping[int, int]) -> dict[str, Any]:
    """A provision of the base, or the place behind one, and what is made of it."""
    base = number_articles(ground.base)
    clause = base.clauses[spot.clause]
    row = clause.provisions[spot.row - 1] if spot.row else None
    words: Text = row.text if row else clause.heading
    return {
        "clause": clause.id,
        "address": addresses(clause)[spot.row - 1] if spot.row else f"{clause.id}/heading",
        "name": spot_name(ground, spot),
        "is_new": spot.is_new,
        "label": row.label if row else clause.label,
        "text": printed(words, base, clause.id),
        "made": [_made(touch, numbers) for touch in found],
    }


def _made(touch: Touch, numbers: Mapping[int, int]) -> dict[str, Any]:
    return {
        "by": [numbers[id(each)] for each in touch.by],
        "lines": [_line(entry) for entry in touch.entries],
        "similar": [{"proposal": numbers[id(other)], "per_cent": share} for other, share in touch.similar],
    }


def _line(entry: Entry) -> dict[str, Any]:
    words = [{"did": chars.revision.kind if chars.revision else "keep", "chars": chars.chars} for chars in entry.words]
    return {"change": entry.change, "old_label": entry.old_label, "new_label": entry.new_label, "words": words}


def _proposal(each: Submission, number: int, attributed: bool) -> dict[str, Any]:
    named = {
        "symbol": each.symbol,
        "sponsors": each.sponsors,
        "explanation": each.explanation,
        "changes": changes_to_json(each.changes) if each.changes else None,
    }
    return {
        "number": number,
        "received": moments.stamp(each.received) if each.received else None,
        "words": each.words if attributed or not each.changes else None,
        **(named if attributed else {}),
    }
