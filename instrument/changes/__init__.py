"""Changes: what differs between two texts as one value that can be applied, undone, put in sequence and carried on."""

from instrument.changes.algebra import apply, compose, invert, normal
from instrument.changes.carrying import Carried, carry
from instrument.changes.describing import describe
from instrument.changes.digest import digest
from instrument.changes.items import Changes, Item
from instrument.changes.json import from_json, to_json
from instrument.changes.overlapping import Clash, Overlap, overlap

__all__ = [
    "Carried", "Changes", "Clash", "Item", "Overlap", "apply", "carry", "compose", "describe", "digest", "from_json",
    "invert", "normal", "overlap", "to_json",
]  # fmt: skip
