"""Many proposals on one text, merged: one text in which nothing that anyone proposed is missing."""

from instrument.proposals.merging.rolling import Rolling, merge

__all__ = ["Rolling", "merge"]
