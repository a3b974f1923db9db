"""What a document declares its square brackets to mean: words not agreed, or words that are to go.

The two are opposites. A legend may speak of all brackets, or of those that are doubled, bold or italic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from instrument.brackets.reading import HEADING, Point, locate
from instrument.model import Instrument, plain
from instrument.problem import Where


class Meaning(StrEnum):
    """What brackets mean in a document."""

    CONTESTED = "contested"
    DELETION = "deletion"  # the status of a bracket, too


class Look(StrEnum):
    """Which brackets a legend speaks of; of those of `OTHER` looks, "{ }" or marked ones, nothing follows for "[ ]"."""

    ANY = "square"
    DOUBLE = "double"
    BOLD = "bold"
    ITALIC = "italic"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Legend:
    """What is declared, of which brackets, in which words, and where; `meanings` has two where it cannot be told."""

    meanings: frozenset[Meaning]
    look: Look
    words: str
    clause: str
    unit: int
    where: Where


_BRACKETS = re.compile(r"\bbrackets?\b|\[\s*\]|\bcrochets\b|\bcorchetes\b", re.IGNORECASE)
_DECLARES = re.compile(
    r"\b(?:text|texts?|words?|language|wording|provisions?|brackets?|texte|mots?|crochets|texto|palabras|corchetes)\b",
    re.IGNORECASE,
)
_DELETION = re.compile(
    r"(?:proposed|suggested|intended|marked) (?:for|as) (?:a )?deletion|proposed deletions?"
    r"|(?:to be|is|are|being) deleted"
    r"|suppressions? proposées?|propos\w+ (?:de|à) (?:la )?suppr\w+|à supprimer"
    r"|supresi[oó]n propuesta|se propone suprimir",
    re.IGNORECASE,
)
_CONTESTED = re.compile(
    r"not (?:yet )?(?:been )?agreed|no (?:agreement|consensus)|under (?:discussion|negotiation|consideration)"
    r"|pending (?:agreement|further)|n’a pas été approuvé|n['’](?:est|a) pas (?:été )?(?:convenu|agréé|approuvé)"
    r"|no ha sido acordad|no (?:está|ha sido) convenid",
    re.IGNORECASE,
)


def meanings(sentence: str) -> frozenset[Meaning]:
    """What a sentence declares brackets to mean; nothing where it is no legend, two things where it says both.

    >>> sorted(meanings("[ ] indicates text not agreed.")), sorted(meanings("Text in brackets is to be deleted."))
    ([<Meaning.CONTESTED: 'contested'>], [<Meaning.DELETION: 'deletion'>])
    >>> meanings("The brackets shall be mounted on the wall.")
    frozenset()
    """
    if not _BRACKETS.search(sentence) or not _DECLARES.search(sentence):
        return frozenset()
    patterns = {Meaning.DELETION: _DELETION, Meaning.CONTESTED: _CONTESTED}
    return frozenset(meaning for meaning, pattern in patterns.items() if pattern.search(sentence))


_LOOKS = (
    (Look.OTHER, r"\b(?:curly|angle|round)\b|\bbraces?\b|[{}<>]|\baccolades?\b|\bllaves\b|[“«\"][^”»\"]*[”»\"]"),
    (Look.DOUBLE, r"\bdouble[sd]?\b|\bdobles?\b|\[\s*\["),
    (Look.BOLD, r"\bbold(?:ed|face)?\b|\bgras\b|\bnegritas?\b"),
    (Look.ITALIC, r"\bitalic(?:s|ized)?\b|\bitaliques?\b|\bcursivas?\b"),
)
_JOINT = "and|but|while|whereas|et|mais|tandis que|y|pero|mientras que"
_PIECE = re.compile(rf"[.;]\s+|,?\s+(?:{_JOINT})\s+(?=.*(?:brackets?|crochets|corchetes))")


def look(sentence: str) -> Look:
    """Which brackets a sentence speaks of.

    >>> look("Text in bold square brackets is not agreed."), look("[[ ]] indicates text proposed for deletion")
    (<Look.BOLD: 'bold'>, <Look.DOUBLE: 'double'>)
    """
    return next((look for look, words in _LOOKS if re.search(words, sentence, re.IGNORECASE)), Look.ANY)


def legends(instrument: Instrument) -> Iterator[Legend]:
    """Each legend of a text, a sentence or a part of one, at its place."""
    for clause in instrument:
        for unit, content in enumerate(clause.texts, start=HEADING):
            for piece in _PIECE.split(plain(content)):
                if found := meanings(piece):
                    where = locate(clause, Point(unit, True, 0))
                    yield Legend(found, look(piece), piece.strip(), clause.id, unit, where)
