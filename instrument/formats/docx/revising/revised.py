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


@dataclass(frozen=True, slots=True)
class Version:
    """What one hand makes of a text, as a document of ours; its changes are tracked by an author, of an ISO date."""

    data: bytes
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Speech:
    """What somebody says in the margin of the changes that some versions make, by their indices.

    `words` stand at the first of them, `again` at the first one in every other paragraph; "" says nothing there.
    """

    versions: tuple[int, ...]
    author: str
    date: str
    words: str
    again: str = ""
