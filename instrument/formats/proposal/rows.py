"""Records as rows of TOML: a frozen value is a table with a key for each field that says something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from instrument.audiences import AUDIENCES
from instrument.problem import Problem, Read, Severity
from instrument.tables import Rows, Shape, Source, did_you_mean, written

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """A kind of record: its class, which of its fields are dates or choices, and the keys that differ from a field."""

    make: type[T]
    dates: tuple[str, ...] = ("at",)
    choices: Mapping[str, type[StrEnum]] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)

    @property
    def keys(self) -> dict[str, str]:
        """The key of each field."""
        names = [one.name for one in fields(self.make)]
        return {name: self.renamed.get(name, name) for name in names}

    @property
    def required(self) -> tuple[str, ...]:
        return tuple(one.name for one in fields(self.make) if one.default is MISSING)

    @property
    def shapes(self) -> Rows:
        return Rows({key: Shape.DATE if name in self.dates else Shape.TEXT for name, key in self.keys.items()})


def write(kind: Kind[T], record: T) -> list[str]:
    """What a record says, "key = value" by "key = value"; a field that keeps its default says nothing."""
    said = []
    for one in fields(record):
        value = getattr(record, one.name)
        if value != one.default:
            said.append(f"{kind.keys[one.name]} = {written(value)}")
    return said


def read(kind: Kind[T], source: Source, key: str, tables: list[dict[str, Any]]) -> Read[tuple[T, ...]]:
    """The record that each table makes; one that makes none is left out, and what is wrong with it is said."""
    records, problems = [], []
    for index, table in enumerate(tables):
        wrong = list(_wrong(kind, table))
        problems += [Problem(code, Severity.ERROR, source.row(key, index), said, hint) for code, said, hint in wrong]
        if not wrong:
            values = {name: table[row] for name, row in kind.keys.items() if row in table}
            chosen = {name: choice(values[name]) for name, choice in kind.choices.items() if name in values}
            records.append(kind.make(**values | chosen))
    return Read(tuple(records), tuple(problems))


def _wrong(kind: Kind[T], table: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for name in kind.required:
        if table.get(kind.keys[name], "") == "":
            yield "missing", f'"{kind.keys[name]}" is missing here', ""
    known: dict[str, tuple[str, ...]] = {name: tuple(choice) for name, choice in kind.choices.items()}
    known["audience"] = AUDIENCES
    for name, choices in known.items():
        value = table.get(kind.keys.get(name, ""))
        if value is not None and value not in choices:
            message = f'"{value}" is no {kind.keys[name]}{did_you_mean(value, choices)}'
            yield f"unknown-{kind.keys[name]}", message, f"one of: {', '.join(choices)}"
    for name in kind.dates:
        if has_offset(table.get(name)):
            yield "offset", OFFSET, "leave out what follows the time"


OFFSET = "a time here is that of the conference, without an offset"


def has_offset(value: date | None) -> bool:
    """Whether a time is told by a clock elsewhere."""
    return isinstance(value, datetime) and value.tzinfo is not None
