"""Numbers of things, and names in a row."""

from __future__ import annotations

from collections.abc import Sequence


def counted(number: int, noun: str) -> str:
    """A number of things.

    >>> counted(1, "insertion"), counted(12, "insertion")
    ('1 insertion', '12 insertions')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(names: Sequence[str]) -> str:
    """Names in a row.

    >>> listed(["article 1"]), listed(["article 1", "article 2", "annex I"])
    ('article 1', 'article 1, article 2 and annex I')
    """
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
