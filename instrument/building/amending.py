"""What differs between two texts that a person names, as the amendments that lead from one to the other."""

from __future__ import annotations

from dataclasses import replace

from instrument.building.texts import Passage
from instrument.difference.comparison import changes_of
from instrument.instructions import Sentence, say
from instrument.papers.assembly import number_articles
from instrument.problem import Read


def amendments(old: Passage, new: Passage, language: str = "", profile: str = "un") -> Read[tuple[Sentence, ...]]:
    """The sentences that make the second of two passages of the first, in a language, its own if none is given."""
    base, result = (replace(each, whole=number_articles(each.whole)).placed for each in (old, new))
    return say(changes_of(base, result), base, language, profile)
