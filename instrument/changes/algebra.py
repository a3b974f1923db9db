"""What can be done with changes: apply them, undo them, put one after another."""

from __future__ import annotations

from instrument.changes.describing import describe
from instrument.changes.items import Changes
from instrument.changes.performing import perform
from instrument.model import Instrument


def apply(changes: Changes, base: Instrument) -> Instrument:
    """The text that changes make of their base.

    Raises `Misuse` where the base is another text than the one they were made for.
    """
    return perform(changes, base).result


def invert(changes: Changes, base: Instrument) -> Changes:
    """The changes that lead back: from the result of `changes` to `base`."""
    performed = perform(changes, base)
    return describe(performed.result, base, performed.pairing.reversed())


def compose(first: Changes, second: Changes, base: Instrument) -> Changes:
    """One set of changes that does what two do in turn; `second` is against the result of `first`."""
    one = perform(first, base)
    two = perform(second, one.result)
    return describe(base, two.result, one.pairing.then(two.pairing))


def normal(changes: Changes, base: Instrument) -> Changes:
    """The same changes in their one normal form."""
    performed = perform(changes, base)
    return describe(base, performed.result, performed.pairing)
