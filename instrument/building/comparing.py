"""Two texts that a person names, compared."""

from __future__ import annotations

from dataclasses import replace

from instrument.building.texts import Passage
from instrument.difference.comparison import Comparison, diff


def compare(old: Passage, new: Passage) -> Comparison:
    """What differs between two passages.

    References that lead out of a passage, and the numbers of its articles, read as they do in the whole.
    """
    return replace(diff(old.placed, new.placed), base=old.whole, result=new.whole)
