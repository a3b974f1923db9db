"""Changes and texts as JSON values, and back; `docs/changes.schema.json` says what they look like."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_args

from instrument.changes.items import (
    Changes,
    Delete,
    Gap,
    Head,
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
    Title,
    Unit,
)  # fmt: skip
from instrument.model import (
    Atom,
    Cell,
    Clause,
    Footnote,
    Holders,
    Kind,
    Mark,
    Marks,
    Note,
    Provision,
    Reference,
    Run,
    Text,
    text,
)  # fmt: skip
from instrument.problem import CannotRead

FORMAT = 1
_ITEMS = {kind.__name__.lower(): kind for kind in get_args(Item)}


def to_json(changes: Changes) -> dict[str, Any]:
    """Changes as a value that `json.dumps` writes.

    >>> to_json(Changes("a", "b"))
    {'format': 1, 'base': 'a', 'result': 'b', 'items': []}
    """
    items = [{"do": type(item).__name__.lower()} | _fields(item) for item in changes.items]
    return {"format": FORMAT, "base": changes.base, "result": changes.result, "items": items}


def from_json(value: dict[str, Any]) -> Changes:
    """The changes that a value stands for.

    Raises `CannotRead` where it stands for none.
    """
    try:
        if value["format"] != FORMAT:
            raise CannotRead(f"these changes are written in format {value['format']}; this version reads {FORMAT}")
        return Changes(value["base"], value["result"], tuple(_item(item) for item in value["items"]))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise CannotRead(f"these are not changes as this program writes them: {error!r}") from error


def text_to_json(content: Text) -> list[Any]:
    """A text as a list: plain words as they are, anything else as an object of one key and its emphasis."""
    return [_atom(atom) for atom in content]


def _atom(atom: Atom) -> Any:
    match atom:
        case Run(chars, marks):
            return {"run": chars, "marks": _marks(marks)} if marks else chars
        case Reference():
            return {"reference": atom.target} | ({"marks": _marks(atom.marks)} if atom.marks else {})
        case Note(name):
            return {"note": name}
        case Cell():
            return {"cell": True}
        case Holders():
            said = {field.name: getattr(atom, field.name) for field in fields(atom)}
            return {"holders": {key: list(v) if isinstance(v, tuple) else v for key, v in said.items() if v}}


def _marks(marks: Marks) -> list[str]:
    return sorted(marks)


def text_from_json(value: list[Any]) -> Text:
    """The text that such a list stands for."""
    return text(*(_read_atom(atom) for atom in value))


def _read_atom(value: Any) -> Atom:
    if isinstance(value, str):
        return Run(value)
    marks = frozenset(map(Mark, value.get("marks", ())))
    if "run" in value:
        return Run(value["run"], marks)
    if "reference" in value:
        clause, _, anchor = value["reference"].partition("#")
        return Reference(clause, anchor, marks)
    if "note" in value:
        return Note(value["note"])
    if "holders" in value:
        said: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in value["holders"].items()}
        return Holders(**said)
    return Cell()


def _fields(item: Item) -> dict[str, Any]:
    return {field.name: _value(field.name, getattr(item, field.name)) for field in fields(item)}


def _value(name: str, value: Any) -> Any:
    """What a field of an item becomes; texts are tuples of atoms, units tuples of provisions, clauses or notes."""
    if isinstance(value, Provision | Footnote | Clause):
        return _unit(value)
    if name == "units":
        return [_unit(unit) for unit in value]
    if isinstance(value, tuple):
        return text_to_json(value)
    if isinstance(value, Place | Gap | Head | Title):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    return value


def _unit(unit: Unit) -> dict[str, Any]:
    match unit:
        case Provision(depth, label, words, anchor, comments):
            said = {"depth": depth, "label": label, "text": text_to_json(words), "anchor": anchor}
            return said | ({"comments": list(comments)} if comments else {})
        case Footnote(name, words):
            return {"name": name, "text": text_to_json(words)}
        case Clause():
            return {
                "id": unit.id, "kind": unit.kind, "label": unit.label, "heading": text_to_json(unit.heading),
                "provisions": [_unit(provision) for provision in unit.provisions],
                "notes": [_unit(note) for note in unit.notes],
            } | ({"comments": list(unit.comments)} if unit.comments else {})  # fmt: skip


def _read_unit(value: dict[str, Any]) -> Unit:
    comments = tuple(value.get("comments", ()))
    if "name" in value:
        return Footnote(value["name"], text_from_json(value["text"]))
    if "id" not in value:
        return Provision(value["depth"], value["label"], text_from_json(value["text"]), value["anchor"], comments)
    provisions = tuple(p for p in map(_read_unit, value["provisions"]) if isinstance(p, Provision))
    notes = tuple(n for n in map(_read_unit, value["notes"]) if isinstance(n, Footnote))
    heading = text_from_json(value["heading"])
    return Clause(value["id"], Kind(value["kind"]), value["label"], heading, provisions, notes, comments)


def _place(value: dict[str, Any]) -> Place:
    return Place(value["clause"], Part(value["part"]), value["index"])


def _gap(value: dict[str, Any]) -> Gap:
    return Gap(value["clause"], Part(value["part"]), value["position"], value["ordinal"])


def _title(value: dict[str, Any]) -> Title:
    return Title(value["id"], Kind(value["kind"]), value["label"])


def _item(value: dict[str, Any]) -> Item:
    kind = _ITEMS[value["do"]]
    if kind is Insert:
        return Insert(_gap(value["gap"]), tuple(map(_read_unit, value["units"])))
    place = _place(value["place"])
    match kind.__name__:
        case "Replace" | "Restyle":
            old, new = text_from_json(value["old"]), text_from_json(value["new"])
            return (Replace if kind is Replace else Restyle)(place, value["start"], old, new)
        case "Delete":
            return Delete(place, tuple(map(_read_unit, value["units"])))
        case "Move":
            return Move(place, value["count"], _gap(value["gap"]))
        case "Relabel":
            return Relabel(place, Head(**value["old"]), Head(**value["new"]))
        case "Redesignate":
            return Redesignate(place, _title(value["old"]), _title(value["new"]))
        case "Split":
            return Split(place, value["offset"], Head(**value["head"]), value["inside"])
        case _:
            return Join(place, Head(**value["head"]))
