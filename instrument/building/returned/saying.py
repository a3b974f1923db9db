"""What a returned file brings, in a few lines for a person."""

from __future__ import annotations

from collections.abc import Iterator

from instrument.building.returned.values import Contribution, Returned
from instrument.changes import Changes


def say(returned: Returned) -> Iterator[str]:
    """A line for each author, one for what was edited in silence, one for the comments; first, of which stage they are.

    >>> from instrument.changes.items import Part, Place, Replace
    >>> from instrument.model import Instrument, text
    >>> edit = Changes("", "", (Replace(Place("use", Part.PROVISION), 0, text("shall"), text("may")),))
    >>> hand = Contribution("Delegation A", "2026-03-10T09:00:00Z", "2026-03-11T17:30:00Z", edit, edit)
    >>> print(*say(Returned(Instrument(), "", (hand,), edit, edit)), sep="\\n")
    Delegation A: 1 tracked change, 2026-03-10 to 2026-03-11
    Made without tracking: 1 change
    """
    if returned.stage:
        yield f"Of {returned.stage}, which it was made from:"
    for contribution in returned.authors:
        yield _said(contribution)
    if returned.silent:
        yield f"Made without tracking: {_counted(returned.silent, 'change')}"
    if returned.remarks:
        yield f"{len(returned.remarks)} comment{'s' if len(returned.remarks) > 1 else ''}"


def _said(given: Contribution) -> str:
    days = list(dict.fromkeys(date[:10] for date in (given.first, given.last) if date))
    counted = _counted(given.changes, "tracked change")
    if given.upon:
        counted += f", and others of words that {' and '.join(name or _UNKNOWN for name in given.upon)} put in"
    return ", ".join(filter(None, (f"{given.author or _UNKNOWN}: {counted}", " to ".join(days))))


_UNKNOWN = "somebody unknown"


def _counted(changes: Changes, what: str) -> str:
    number = len(changes.items)
    return f"{number} {what}{'' if number == 1 else 's'}"
