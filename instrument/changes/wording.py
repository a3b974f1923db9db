"""Where an item works and which words it is about, to be named to a person."""

from __future__ import annotations

from collections.abc import Iterator

from instrument.changes.items import (
    Delete,
    Insert,
    Item,
    Join,
    Move,
    Part,
    Place,
    Redesignate,
    Relabel,
    Replace,
    Restyle,
    Split,
    Unit,
)
from instrument.model import Clause, Instrument, Text, plain
from instrument.outline import addresses


def clause_of(item: Item) -> str:
    """The id of the clause of the base in which an item works, "" between clauses."""
    return item.gap.clause if isinstance(item, Insert) else item.place.clause


def address_of(item: Item, base: Instrument) -> str:
    """Where an item works, as a person names the place."""
    place = Place(item.gap.clause, item.gap.part, item.gap.position) if isinstance(item, Insert) else item.place
    clause = base.clause(place.clause)
    if clause is None or place.part is Part.CLAUSE:
        return place.clause or "the order of the clauses"
    if place.part is Part.NOTE:
        return f"{clause.id}/note/{clause.notes[place.index].name}" if place.index < len(clause.notes) else clause.id
    if place.part is Part.HEADING:
        return f"{clause.id}/heading"
    return addresses(clause)[place.index] if place.index < len(clause.provisions) else clause.id


def text_at(place: Place, clause: Clause | None) -> Text:
    """The text at a place of a clause, none where nothing stands there."""
    match place.part:
        case Part.HEADING if clause is not None:
            return clause.heading
        case Part.PROVISION if clause is not None and place.index < len(clause.provisions):
            return clause.provisions[place.index].text
        case Part.NOTE if clause is not None and place.index < len(clause.notes):
            return clause.notes[place.index].text
    return ()


def words_of(item: Item) -> str:
    """The words that an item puts in, or else strikes."""
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


def told(item: Item) -> str:
    """What an item does, with its words.

    >>> from instrument.model import text
    >>> told(Replace(Place("use", Part.PROVISION), 0, text("shall"), text("may")))
    'replace "shall" with "may"'
    """
    match item:
        case Replace(old=(), new=new):
            return f'put in "{plain(new)}"'
        case Replace(old=old, new=()):
            return f'strike "{plain(old)}"'
        case Replace(old=old, new=new):
            return f'replace "{plain(old)}" with "{plain(new)}"'
        case Relabel() | Redesignate():
            return f'call "{item.old.label}" "{item.new.label}"'
        case Move():
            return "move it"
    said = {Restyle: "set in other letters", Insert: "put in", Delete: "strike", Split: "begin a paragraph"}
    return f'{said.get(type(item), "join to the one above")} "{words_of(item)}"'


def _texts(unit: Unit) -> Iterator[Text]:
    yield from unit.texts if isinstance(unit, Clause) else (unit.text,)
