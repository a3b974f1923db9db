"""TOML that people write by hand, checked key by key; what is wrong is a problem with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeAlias

from instrument.problem import Problem, Read, Severity, Where

Keys = tuple[str, ...]
ANY = "*"


class Shape(StrEnum):
    """What a plain value must be, in the words of the message that says so."""

    TEXT = "a text in quotation marks"
    TEXTS = "a list of texts in quotation marks"
    FLAG = "true or false"
    DATE = "a date such as 2026-03-09 or 2026-03-09T10:00:00"
    NUMBER = "a whole number"

    def fits(self, value: object) -> bool:
        match self:
            case Shape.TEXT:
                return isinstance(value, str)
            case Shape.TEXTS:
                return isinstance(value, list) and all(isinstance(item, str) for item in value)
            case Shape.FLAG:
                return isinstance(value, bool)
            case Shape.DATE:
                return isinstance(value, date)
            case Shape.NUMBER:
                return type(value) is int


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of tables, each with these keys."""

    shapes: Mapping[str, Schema]


# The keys a table may have and what stands under each; the key "*" is any key not named.
Schema: TypeAlias = "Shape | Rows | Mapping[str, Schema]"


@dataclass(frozen=True, slots=True)
class Source:
    """A TOML text and the name that its problems carry."""

    name: str
    text: str

    def where(self, *keys: str) -> Where:
        """Where a key stands, or the nearest table around it that can be found.

        >>> Source("a.toml", "[stages.one]\\nbase = 'x'").where("stages", "one", "base")
        Where(name='a.toml', line=2, column=1, source="base = 'x'")
        """
        places = _places(self.text)
        line = next((places[keys[:length]] for length in range(len(keys), 0, -1) if keys[:length] in places), 0)
        return Where(self.name, line, 1 if line else 0, self.text.split("\n")[line - 1] if line else "")

    def row(self, key: str, index: int) -> Where:
        """Where a row of a list of tables begins: on a line of its own, or under a header; else where the list does.

        >>> Source("a.toml", "life = [\\n  { step = 1 },\\n  { step = 2 },\\n]").row("life", 1).line
        3
        """
        lines = self.text.split("\n")
        headers = [number for number, line in enumerate(lines, 1) if line.strip() == f"[[{key}]]"]
        first = self.where(key).line
        begun = [number for number in range(first, len(lines) + 1) if first and re.match(r"\s*\{", lines[number - 1])]
        rows = headers or begun
        if index >= len(rows):
            return self.where(key)
        line = lines[rows[index] - 1]
        return Where(self.name, rows[index], len(line) - len(line.lstrip()) + 1, line)

    def error(self, code: str, message: str, keys: Keys = (), hint: str = "") -> Problem:
        return Problem(code, Severity.ERROR, self.where(*keys), message, hint)


def read(source: Source) -> Read[dict[str, Any]]:
    """The table a TOML text holds; broken TOML gives an empty table and one problem at its line and column."""
    try:
        return Read(tomllib.loads(source.text))
    except tomllib.TOMLDecodeError as error:
        message, line, column = _position(str(error), source.text)
        where = Where(source.name, line, column, source.text.split("\n")[line - 1])
        return Read({}, (Problem("toml", Severity.ERROR, where, f"this is not TOML: {message}"),))


def check(source: Source, table: Mapping[str, Any], shapes: Mapping[str, Schema]) -> Read[dict[str, Any]]:
    """The part of a table that is as expected; unknown keys and values of another shape are problems.

    >>> print(check(Source("a.toml", "siled = true"), {"siled": True}, {"sealed": Shape.FLAG}).problems[0])
    a.toml:1:1: error: "siled" means nothing here (did you mean "sealed"?) [unknown-key]
    """
    problems: list[Problem] = []
    return Read(_checked(source, (), table, shapes, problems), tuple(problems))


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A suggestion to put after a message about an unknown name; empty when nothing is near.

    >>> did_you_mean("secnd-draft", ["first-draft", "second-draft"])
    ' (did you mean "second-draft"?)'
    """
    near = get_close_matches(name, known, n=1)
    return f' (did you mean "{near[0]}"?)' if near else ""


def quoted(value: str) -> str:
    r"""A TOML text: quotation marks, backslashes and control characters escaped.

    >>> quoted('the "Convention"')
    '"the \\"Convention\\""'
    """
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}" for c in escaped) + '"'


def written(value: str | date) -> str:
    """A value as TOML has it.

    >>> written(date(2026, 3, 9)), written("soon")
    ('2026-03-09', '"soon"')
    """
    return value.isoformat() if isinstance(value, date) else quoted(value)


def _checked(
    source: Source, keys: Keys, table: Mapping[str, Any], shapes: Mapping[str, Schema], problems: list[Problem]
) -> dict[str, Any]:
    good: dict[str, Any] = {}
    for key, value in table.items():
        at = (*keys, key)
        shape = shapes.get(key, shapes.get(ANY))
        if shape is None:
            message = f'"{key}" means nothing here{did_you_mean(key, shapes)}'
            problems.append(source.error("unknown-key", message, at))
        elif isinstance(shape, Mapping) and isinstance(value, dict):
            good[key] = _checked(source, at, value, shape, problems)
        elif isinstance(shape, Rows) and isinstance(value, list) and all(isinstance(row, dict) for row in value):
            good[key] = [_checked(source, at, row, shape.shapes, problems) for row in value]
        elif isinstance(shape, Shape) and shape.fits(value):
            good[key] = value
        else:
            expected = (
                shape if isinstance(shape, Shape) else "a list of tables" if isinstance(shape, Rows) else "a table"
            )
            problems.append(source.error("wrong-value", f'"{key}" must be {expected}', at))
    return good


_HEADER = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")


def _places(text: str) -> dict[Keys, int]:
    """The first line of each table and key, found by the look of the lines."""
    places: dict[Keys, int] = {}
    table: Keys = ()
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            table = _parts(header[1])
            places.setdefault(table, number)
        elif key := _KEY.match(line):
            places.setdefault((*table, *_parts(key[1])), number)
    return places


def _parts(dotted: str) -> Keys:
    return tuple(part.strip(" \t\"'") for part in re.findall(r"""\s*("[^"]*"|'[^']*'|[^.]+)""", dotted))


def _position(message: str, text: str) -> tuple[str, int, int]:
    """tomllib's message and place; it says "at end of document" when something is missing there."""
    if found := re.fullmatch(r"(.*) \(at line (\d+), column (\d+)\)", message, re.DOTALL):
        return found[1], int(found[2]), int(found[3])
    lines = text.split("\n")
    return message.removesuffix(" (at end of document)"), len(lines), len(lines[-1]) + 1
