"""Why an instruction was not carried out, and what may have been meant."""

from __future__ import annotations

from collections.abc import Iterable

_SHOWN = 6


class Refused(Exception):
    """An instruction is not carried out: what is wrong, and what to do."""

    def __init__(self, code: str, message: str, hint: str = "", at: int = -1) -> None:
        super().__init__(message)
        self.code, self.message, self.hint, self.at = code, message, hint, at


def listed(names: Iterable[str], most: int = _SHOWN) -> str:
    """Candidates, the first of them by name.

    >>> listed(["article 1", "article 2"]), listed("abc", most=2)
    ('article 1; article 2', 'a; b and 1 more')
    """
    every = list(dict.fromkeys(names))
    more = f" and {len(every) - most} more" if len(every) > most else ""
    return "; ".join(every[:most]) + more
