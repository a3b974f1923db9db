"""A file with tracked changes, and what was put into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Revised:
    """A marked file, and how many of each tracked change were put into it: "ins", "del", "rPrChange" ...

    `told` is, in words, all that is tracked in a file with a receipt, `unproven` what there is in it that no receipt
    proves.
    """

    data: bytes
    made: Mapping[str, int]
    told: str = ""
    unproven: tuple[str, ...] = ()
