"""Changes taken on to another text, and what of them has no place there, with its words."""

from __future__ import annotations

from collections.abc import Iterator

from instrument.building.returned.values import Returned
from instrument.changes import Changes, Item, carry
from instrument.changes.items import Delete, Insert, Join, Redesignate, Relabel, Replace, Restyle, Split, Unit
from instrument.difference.comparison import changes_of
from instrument.model import Clause, Instrument, Text, plain
from instrument.problem import Problem, Read, Severity, Where


def onto(changes: Changes, returned: Returned, text: Instrument) -> Read[Changes]:
    """Changes of the base that a file was made from, as changes of another text; what found no place is reported.

    >>> from instrument.building.returned.values import Returned
    >>> from instrument.model import Clause, Provision, text
    >>> old, new = (Instrument((Clause("use", provisions=(Provision(text=text(words)),)),)) for words in ("a b", "a c"))
    >>> lost = changes_of(old, Instrument((Clause("use", provisions=(Provision(text=text("a d")),)),)))
    >>> onto(lost, Returned(old, "first-draft", (), lost, lost), new).problems[0].message
    'a change meets another that was made since in "use", and is left out: "d"'
    """
    through = changes_of(returned.base, text)
    return carried(changes, through, returned.base, Where(), "a change meets another that was made since")


def carried(changes: Changes, through: Changes, base: Instrument, where: Where, what: str) -> Read[Changes]:
    """Changes as they are once `through` is done; `what` says why something is left out."""
    done = carry(changes, through, base)
    left = (
        Problem("no-place", Severity.ERROR, where, f'{what} in "{_clause(item)}", and is left out: "{_words(item)}"')
        for item in done.contrary
    )
    there = (
        Problem("there-already", Severity.WARNING, where, f'a change is there already: "{_words(item)}"')
        for item in done.satisfied
        if item not in done.contrary
    )
    return Read(done.changes, (*left, *there))


def _clause(item: Item) -> str:
    return item.gap.clause if isinstance(item, Insert) else item.place.clause


def _words(item: Item) -> str:
    """The words that a change is about."""
    match item:
        case Replace() | Restyle():
            return plain(item.new) or plain(item.old)
        case Insert() | Delete():
            return " ".join(plain(words) for unit in item.units for words in _texts(unit))
        case Relabel() | Redesignate():
            return item.new.label
        case Split() | Join():
            return item.head.label
    return ""


def _texts(unit: Unit) -> Iterator[Text]:
    yield from unit.texts if isinstance(unit, Clause) else (unit.text,)
