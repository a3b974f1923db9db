"""When something happened: a day, or a time of a day at the place of the conference."""

from __future__ import annotations

from datetime import date, datetime, time


def precedes(one: date, other: date) -> bool:
    """Whether a moment is certainly before another; a bare day stands for any time of it.

    >>> precedes(date(2026, 3, 9), datetime(2026, 3, 9, 10)), precedes(date(2026, 3, 8), datetime(2026, 3, 9, 10))
    (False, True)
    """
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return day(one) < day(other)


def day(moment: date) -> date:
    """The day of a moment."""
    return moment.date() if isinstance(moment, datetime) else moment


def order(moment: date) -> datetime:
    """What moments are sorted by: a bare day comes before every time of it."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time.min)


def show(moment: date) -> str:
    """A moment as a register prints it: "2026-03-09" or "2026-03-09 10:00".

    >>> show(datetime(2026, 3, 9, 10)), show(date(2026, 3, 9))
    ('2026-03-09 10:00', '2026-03-09')
    """
    return moment.isoformat(" ", "minutes") if isinstance(moment, datetime) else moment.isoformat()


def stamp(moment: date) -> str:
    """A moment as ISO 8601 writes it: "2026-03-09" or "2026-03-09T10:00".

    >>> stamp(datetime(2026, 3, 9, 10)), stamp(date(2026, 3, 9))
    ('2026-03-09T10:00', '2026-03-09')
    """
    return moment.isoformat("T", "minutes") if isinstance(moment, datetime) else moment.isoformat()
