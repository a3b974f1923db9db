"""Who holds a bracket, in the one way it is written: `{by="Delegation A; Delegation B" alt=1}`.

A `.clause` line has it right after the bracket; documents keep it beside the words that a page prints for it.
"""

from __future__ import annotations

import re

from instrument.model import Holders

_KEYS = ("by", "base", "not", "alt", "status", "note")
STARTS = r"\{(?:base(?=[\s}])|(?:by|not|alt|status|note)=)"
_ATTRIBUTES = re.compile(r'\{((?:[^{}"\n]|"(?:[^"\\\n]|\\.)*")*)\}')
_ITEM = re.compile(r'\s*(?:(?P<flag>base)|(?P<key>[a-z]+)=(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^\s"]+)))(?=\s|$)')


def read(source: str, start: int = 0) -> tuple[Holders | str, int]:
    """The holders that begin at `source[start]` (a "{") and where they end; a string says what is wrong with them.

    >>> read('{by="Delegation A" alt=1}')[0]
    Holders(by=('Delegation A',), base=False, against=(), alternative='1', status='', note='')
    """
    braces = _ATTRIBUTES.match(source, start)
    if braces is None:
        return 'the holders have no closing "}"', start
    values: dict[str, str] = {}
    rest, position = braces[1].rstrip(), 0
    while position < len(rest):
        item = _ITEM.match(rest, position)
        if item is None:
            return f'"{rest[position:].strip()}" is no attribute', start
        key = item["flag"] or item["key"]
        if key in values or key not in _KEYS or (key == "base") != bool(item["flag"]):
            return f'"{key}" is {"given twice" if key in values else "no attribute of a bracket"}', start
        values[key] = re.sub(r"\\(.)", r"\1", item["quoted"]) if item["quoted"] is not None else item["bare"] or ""
        if not item["flag"] and not values[key].strip():
            return f'"{key}" is empty', start
        position = item.end()
    return _holders(values), braces.end()


def of(attributes: str) -> Holders:
    """The holders that a document keeps beside what it prints; what cannot be read of them is kept as their note."""
    found, _ = read(attributes)
    return found if isinstance(found, Holders) else Holders(note=attributes)


def _holders(values: dict[str, str]) -> Holders | str:
    by, against = _names(values.get("by", "")), _names(values.get("not", ""))
    if "" in by or "" in against:
        return 'a name is missing beside ";"'
    alternative, status, note = (values.get(key, "") for key in ("alt", "status", "note"))
    return Holders(by, "base" in values, against, alternative, status, note)


def _names(listed: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in listed.split(";")) if listed else ()


def write(holders: Holders) -> str:
    """Holders as written after a bracket; a name may hold anything but ";".

    >>> write(Holders(by=("Delegation A", "Delegation C"), alternative="1"))
    '{by="Delegation A; Delegation C" alt=1}'
    """
    items = [
        f"by={_quoted('; '.join(holders.by))}" if holders.by else "",
        "base" if holders.base else "",
        f"not={_quoted('; '.join(holders.against))}" if holders.against else "",
        f"alt={_value(holders.alternative)}" if holders.alternative else "",
        f"status={_quoted(holders.status)}" if holders.status else "",
        f"note={_quoted(holders.note)}" if holders.note else "",
    ]
    return "{" + " ".join(filter(None, items)) + "}"


def _value(value: str) -> str:
    return value if re.fullmatch(r"[A-Za-z0-9-]+", value) else _quoted(value)


def _quoted(value: str) -> str:
    return '"' + re.sub(r'(["\\])', r"\\\1", value) + '"'
