"""Labels that two instructions change: one the number, one the bracket before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from instrument.changes.items import Item, Redesignate, Relabel


def with_bracket(item: Relabel | Redesignate, others: Iterable[Item]) -> tuple[Relabel, Relabel] | None:
    """The relabelling of the same provision among others, and what it is with this one: a number beside a bracket."""
    for other in others:
        if isinstance(other, Relabel) and isinstance(item, Relabel) and other.place == item.place:
            number, bracket = (other, item) if _is_bracket(item) else (item, other)
            if _is_bracket(bracket) and not _is_bracket(number):
                bare, opened = number.new.label.removeprefix("["), bracket.new.label.startswith("[")
                return other, Relabel(item.place, item.old, replace(number.new, label="[" * opened + bare))
    return None


def _is_bracket(item: Relabel) -> bool:
    """Whether nothing but the bracket before a label comes or goes."""
    bare = "[" * item.old.label.startswith("[") + item.new.label.removeprefix("[")
    return item.old != item.new and item.old == replace(item.new, label=bare)
