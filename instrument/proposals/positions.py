"""What delegations think of a provision, of an alternative in it, or of a proposal: records of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from instrument.problem import Misuse
from instrument.proposals.moments import order, precedes


class Stance(StrEnum):
    """Where a delegation stands."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    RESERVES = "reserves"
    FLEXIBLE = "flexible"


@dataclass(frozen=True, slots=True)
class Position:
    """A delegation's stance or view: `on` a provision, by its address at a stage, or on a proposal, by its symbol.

    `alternative` are the words there that it is about, such as one bracket of several; `words` are what was said;
    `source` tells where it was read, where it was not heard: a comment in a Word file is a view without a stance.
    """

    on: str
    by: str
    at: date
    stage: str = ""
    stance: Stance | None = None
    words: str = ""
    alternative: str = ""
    meeting: str = ""
    source: str = ""
    audience: str = "internal"


_NOTE = re.compile(r"(?P<on>\S.*?)\s*:\s+(?P<by>\S.*?)\s*:\s+(?P<said>\S.*?)\s*", re.DOTALL)
_SAID = re.compile(rf"(?:is )?(?P<stance>{'|'.join(Stance)})\.?(?::\s+(?P<words>.*))?", re.DOTALL | re.IGNORECASE)


def note(line: str, at: date) -> Position:
    """The position in a line as it is typed in a meeting: where, who, what was said.

    A stance is one where it stands alone or before a colon: "supports", "reserves: no instructions yet"; any other
    words are a view. Raises `Misuse` for a line of another shape.

    >>> said = note("clearance/2/c: Delegation F: insert 'reliable'", date(2026, 3, 9))
    >>> said.on, said.by, said.stance, said.words
    ('clearance/2/c', 'Delegation F', None, "insert 'reliable'")
    """
    found = _NOTE.fullmatch(line)
    if found is None:
        raise Misuse(f'"{line}" is no note; write where, who and what: "clearance/2/c: Delegation F: supports"')
    stance = _SAID.fullmatch(found["said"])
    if stance is None:
        return Position(found["on"], found["by"], at, words=found["said"])
    return Position(
        found["on"], found["by"], at, stance=Stance(stance["stance"].lower()), words=(stance["words"] or "").strip()
    )


@dataclass(frozen=True, slots=True)
class Held:
    """What a delegation has on record of one thing: the position that stands, and those before it."""

    latest: Position
    earlier: tuple[Position, ...] = ()

    @property
    def before(self) -> Stance | None:
        """The last stance before a view that names none; a view takes no stance back, and repeats none."""
        if self.latest.stance:
            return None
        return next((one.stance for one in reversed(self.earlier) if one.stance), None)

    @property
    def doubtful(self) -> tuple[Position, ...]:
        """Others of the same day that may have been later: where either names no time, nobody can tell."""
        at = self.latest.at
        return tuple(one for one in self.earlier if not precedes(one.at, at) and one.at != at)


def held(positions: Iterable[Position]) -> dict[tuple[str, str, str], Held]:
    """What each delegation has on record of each thing, by (on, alternative, delegation), in the order recorded.

    The latest stands: of those that none certainly follows, the one that was recorded last.

    >>> monday, tuesday = date(2026, 3, 9), date(2026, 3, 10)
    >>> said = (note("CCM/12: F: opposes", tuesday), note("CCM/12: F: supports", monday))
    >>> [one.latest.stance.value for one in held(said).values()]
    ['opposes']
    """
    found: dict[tuple[str, str, str], list[Position]] = {}
    for one in positions:
        found.setdefault((one.on, one.alternative, one.by), []).append(one)
    return {key: _held(records) for key, records in found.items()}


def _held(records: Sequence[Position]) -> Held:
    last = max(at for at, one in enumerate(records) if not any(precedes(one.at, other.at) for other in records))
    rest = [one for at, one in enumerate(records) if at != last]
    return Held(records[last], tuple(sorted(rest, key=lambda one: order(one.at))))
