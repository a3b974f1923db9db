"""Two texts that a person names, compared as they are printed."""

from __future__ import annotations

from dataclasses import replace

from instrument.building.texts import Passage
from instrument.changes import describe
from instrument.difference.comparison import Comparison
from instrument.difference.pairing import pair
from instrument.difference.view import view
from instrument.papers.assembly import number_articles


def compare(old: Passage, new: Passage) -> Comparison:
    """What differs between two passages.

    The changes are those of the texts as they stand; the lines are those of the printed texts, whose articles all have
    numbers and whose references lead into the whole.
    """
    base, result = old.placed, new.placed
    paired = pair(base, result)
    before, after = (replace(passage, whole=number_articles(passage.whole)) for passage in (old, new))
    chapters = view(before.placed, after.placed, paired.pairing, paired.doubtful)
    return Comparison(before.whole, after.whole, describe(base, result, paired.pairing), chapters)
