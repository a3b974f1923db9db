"""What a document declares its square brackets to mean: words not agreed, or words that are to go.

The two are opposites. A legend is found and reported, with what it says; no bracket is changed for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from instrument.brackets.reading import HEADING, Point, locate
from instrument.model import Instrument, plain
from instrument.problem import Problem, Severity


class Meaning(StrEnum):
    """What brackets mean in a document."""

    CONTESTED = "contested"
    DELETION = "deletion"


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


def meaning(sentence: str) -> Meaning | None:
    """What a sentence declares brackets to mean; None where it is no legend.

    >>> meaning("[ ] indicates text not agreed."), meaning("Text in square brackets is proposed for deletion.")
    (<Meaning.CONTESTED: 'contested'>, <Meaning.DELETION: 'deletion'>)
    >>> meaning("The brackets shall be mounted on the wall.")
    """
    if not _BRACKETS.search(sentence) or not _DECLARES.search(sentence):
        return None
    if _DELETION.search(sentence):
        return Meaning.DELETION
    return Meaning.CONTESTED if _CONTESTED.search(sentence) else None


_SAID = {
    Meaning.CONTESTED: "the document says that words in square brackets are not agreed, which is what they mean here",
    Meaning.DELETION: "the document says that words in square brackets are proposed for deletion; here brackets mean"
    " that words are not agreed",
}


def declared(instrument: Instrument) -> Iterator[Problem]:
    """Each legend of a text at its place; one by which brackets mean deletion wants a person."""
    for clause in instrument:
        for unit, words in enumerate(clause.texts, start=HEADING):
            found = meaning(plain(words))
            if found is None:
                continue
            where = locate(clause, Point(unit, True, 0))
            if found is Meaning.CONTESTED:
                yield Problem("bracket-legend", Severity.INFO, where, _SAID[found], "take the sentence out")
            else:
                hint = 'say of each bracket {base not="…"}, or lift and strike them; then take the sentence out'
                yield Problem("brackets-mean-deletion", Severity.WARNING, where, _SAID[found], hint)
