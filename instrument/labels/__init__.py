"""Labels of provisions and designations of clauses, in the six UN languages."""

from instrument.labels.designation import designate, designation, number
from instrument.labels.label import Label, continuing, following, key, order, parse, readings, show, split
from instrument.labels.vocabulary import DESIGNATIONS

__all__ = [
    "DESIGNATIONS", "Label", "continuing", "designate", "designation", "following", "key", "number", "order", "parse",
    "readings", "show", "split",
]  # fmt: skip
