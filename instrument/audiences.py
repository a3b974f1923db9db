"""Who may see a thing: every record has an audience, every output declares one and leaves out what exceeds it."""

from __future__ import annotations

from typing import Literal, get_args

from instrument.problem import Misuse

Audience = Literal["internal", "participants", "public"]
AUDIENCES: tuple[Audience, ...] = get_args(Audience)  # from the narrowest to the widest


def may_see(audience: str, record: str) -> bool:
    """Whether an output for one audience may hold a record of another; what names none is the secretariat's own.

    Raises `Misuse` for an audience that does not exist.

    >>> may_see("participants", "public"), may_see("public", "participants"), may_see("internal", "")
    (True, False, True)
    """
    if audience not in AUDIENCES:
        raise Misuse(f'There is no audience "{audience}": choose from {", ".join(AUDIENCES)}.')
    return (record or AUDIENCES[0]) in AUDIENCES[AUDIENCES.index(audience) :]
