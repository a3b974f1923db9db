"""What square brackets mean on a page, and the words after them, as far as the text has any."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from instrument.model import Clause, Holders, Instrument, plain
from instrument.papers.house import House


def legend(instrument: Instrument, holders: str, words: House) -> str:
    """The legend of a paper that names holders `inline`, in `footnotes` or not at all (`none`); empty without brackets.

    >>> from instrument.model import Provision, text
    >>> from instrument.papers.house import HOUSES
    >>> bracketed = Clause("use", provisions=(Provision(text=text("[may]", Holders(by=("Delegation A",)))),))
    >>> legend(Instrument((bracketed,)), "none", HOUSES["en"])
    'Text in square brackets has not been agreed.'
    """
    if not is_bracketed(instrument):
        return ""
    chars = "".join(each for clause in instrument for each in _chars(clause))
    held = [atom for clause in instrument for text in clause.texts for atom in text if isinstance(atom, Holders)]
    going = sum(atom.status == "deletion" for atom in held)
    entries = [
        *(["brackets"] if chars.count("[") > going else []),
        *(["deletion"] if going else []),
        *(_entries(held, holders) if holders != "none" else []),
    ]
    return words.gap.join(words.legend[entry] for entry in entries)


def is_bracketed(instrument: Instrument) -> bool:
    """Whether there is a bracket to explain."""
    return any("[" in chars for clause in instrument for chars in _chars(clause))


def _entries(held: Sequence[Holders], holders: str) -> Iterator[str]:
    if any(atom.by for atom in held):
        yield holders
    if any(atom.base for atom in held):
        yield "base"
    if any(atom.against for atom in held):
        yield "against"
    if any(atom.alternative for atom in held):
        yield "issue"


def _chars(clause: Clause) -> Iterator[str]:
    yield clause.label
    yield from (provision.label for provision in clause.provisions)
    yield from map(plain, clause.texts)
