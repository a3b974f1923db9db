"""Labels of provisions and designations of clauses, in the six UN languages."""

from instrument.labels.designation import designate, designation, number, numeral, redesignated, without_number
from instrument.labels.inserting import between, inserted
from instrument.labels.label import (
    Label,
    continuing,
    following,
    is_hung,
    key,
    order,
    parse,
    rank,
    readings,
    renumbered,
    show,
    split,
)
from instrument.labels.vocabulary import DESIGNATIONS

__all__ = [
    "DESIGNATIONS", "Label", "between", "continuing", "designate", "designation", "following", "inserted", "is_hung",
    "key", "number", "numeral", "order", "parse", "rank", "readings", "redesignated", "renumbered", "show", "split",
    "without_number",
]  # fmt: skip
