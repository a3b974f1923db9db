"""What may not be shown to whom a document is for is refused before anything of it is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from instrument.problem import Misuse

if TYPE_CHECKING:
    from instrument.library import Library


def refuse_withheld(library: Library, text: str, audience: str) -> None:
    """Raises `Misuse` where clauses of a stage are for a narrower audience, with their names."""
    if withheld := library.withheld(text, audience):
        raise Misuse(f"{', '.join(withheld)} may not be shown to {audience}; take it out or narrow the audience")
