"""Positions as data: the columns, every record of every delegation, earlier ones too, and the contested words."""

from __future__ import annotations

from typing import Any

from instrument.proposals.contesting import Contested, Side
from instrument.proposals.matrix import Matrix, Positions
from instrument.proposals.moments import stamp
from instrument.proposals.positions import Position


def to_json(positions: Positions) -> dict[str, Any]:
    """What is on record of a stage; `docs/positions.schema.json` tells every key.

    >>> empty = Positions("first", "First draft", "en", "internal", None, Matrix(), ())
    >>> to_json(empty)["delegations"], to_json(empty)["contested"]
    ([], [])
    """
    matrix = positions.matrix
    return {
        "stage": positions.text,
        "language": positions.language,
        "audience": positions.audience,
        "until": stamp(positions.until) if positions.until else None,
        "columns": [
            {
                "on": column.on,
                "alternative": column.alternative,
                "name": column.name,
                "state": column.state or None,
            }
            for column in matrix.columns
        ],
        "delegations": [
            {"name": row.by, "positions": _cells(matrix, number)} for number, row in enumerate(matrix.rows)
        ],
        "contested": [_contested(each) for each in positions.contested],
    }


def _cells(matrix: Matrix, row: int) -> list[dict[str, Any]]:
    """What a delegation has on record, by the number of the column; what it has not is not there."""
    return [
        {"column": number, **_record(held.latest), "earlier": [_record(one) for one in held.earlier]}
        for number, held in enumerate(matrix.rows[row].cells)
        if held
    ]


def _record(one: Position) -> dict[str, Any]:
    return {
        "stance": one.stance.value if one.stance else None,
        "words": one.words,
        "at": stamp(one.at),
        "meeting": one.meeting,
        "source": one.source,
        "audience": one.audience,
    }


def _contested(each: Contested) -> dict[str, Any]:
    return {
        "address": each.address,
        "name": each.name,
        "is_new": each.is_new,
        "source": each.source.value,
        "holders": len(each.holders),
        "alternatives": [_side(side) for side in each.sides],
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "words": side.words,
        "is_base": side.is_base,
        "status": side.status,
        "holders": len(side.by),
        "delegations": list(side.by),
        "proposals": list(side.symbols),
    }
