"""What an officer says became of a proposal in a later text: a record of its own, beside what is suggested."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from instrument.problem import Misuse
from instrument.proposals.disposition import Reflected


@dataclass(frozen=True, slots=True)
class Confirmation:
    """How far a stage reflects a proposal, by its symbol, as an officer confirmed it.

    `base` and `text` are the digests of the stage that was amended and of the one that was looked at: of other texts
    nothing is confirmed. `suggested` is what the comparison said then.
    """

    on: str
    stage: str
    reflected: Reflected
    at: date
    initials: str
    base: str
    text: str
    suggested: Reflected | None = None
    note: str = ""

    def holds(self, base: str, text: str) -> bool:
        """Whether it was said of these texts."""
        return (self.base, self.text) == (base, text)


def latest(confirmations: Iterable[Confirmation], stage: str) -> dict[str, Confirmation]:
    """What was confirmed last of each proposal at a stage."""
    return {one.on: one for one in confirmations if one.stage == stage}


def parse(written: str) -> tuple[str, Reflected | None]:
    """A symbol and how far it is reflected, "DC/2026/P/4=in-part"; nothing behind the symbol is as suggested.

    Raises `Misuse` for a word that is none, with those that are.

    >>> parse("DC/2026/P/4=reflected-in-part"), parse("DC/2026/P/4")
    (('DC/2026/P/4', <Reflected.IN_PART: 'in part'>), ('DC/2026/P/4', None))
    """
    symbol, given, word = written.partition("=")
    known = {each.value.replace(" ", "-"): each for each in Reflected}
    word = word.strip().lower().replace(" ", "-")
    chosen = known.get(word) or known.get(word.removeprefix("reflected-"))
    if given and chosen is None:
        raise Misuse(f'"{word}" does not say how far {symbol} is reflected; write one of: {", ".join(known)}')
    return symbol.strip(), chosen
