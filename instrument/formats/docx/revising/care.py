"""What a comparison of two files cares for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Care:
    """Whether formatting counts, moves are marked as moves, and capitals differ from small letters.

    `grain` is how much is marked where something differs: "words", "sentences" or "paragraphs".
    """

    formatting: bool = True
    moves: bool = False
    case: bool = True
    grain: str = "words"


ALL = Care()
