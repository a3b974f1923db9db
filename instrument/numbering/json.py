"""A concordance as data: `docs/concordance.schema.json` is its form."""

from __future__ import annotations

from instrument.numbering.concordance import Concordance, Row, Standing


def to_json(concordance: Concordance) -> dict[str, object]:
    """All rows of a concordance, without the version of its form.

    >>> to_json(Concordance(("issued",), ()))
    {'language': 'en', 'stages': ['issued'], 'rows': []}
    """
    rows = [_row(row) for row in concordance.rows]
    return {"language": concordance.language, "stages": list(concordance.stages), "rows": rows}


def _row(row: Row) -> dict[str, object]:
    cells = [_cell(cell) if cell else None for cell in row.cells]
    return {"cells": cells, "fates": [[str(fate) for fate in fates] for fates in row.fates]}


def _cell(cell: Standing) -> dict[str, object]:
    return {"address": cell.address, "label": cell.label, "number": cell.number, "name": cell.name}
