"""A history as a value that `json.dumps` writes: every word once, in order, with the number of its origin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from instrument.changes.tokens import read
from instrument.comparison.readings import ATOM
from instrument.history.values import Blame, Credit, Gone, Line, Origin
from instrument.model import Cell, Holders, Note, Reference, Run, Text
from instrument.outline import addresses

FORMAT = 1


def to_json(
    blamed: Blame, lines: Sequence[Line], *, name: str = "", names: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Lines of a history for another program; `names` are those of the drafts as people know them.

    References and marks of notes stand as a .clause file writes them; who holds a bracket is no word.

    >>> from instrument.model import Instrument
    >>> to_json(Blame((), Instrument(), ()), ())["lines"]
    []
    """
    table = _Origins()
    where = {clause.id: addresses(clause) for clause in blamed.text}
    told = [_line(line, blamed, where, table) for line in lines]
    whole = len(lines) == len(blamed.lines)
    gone = [{"clause": clause, **_gone(each, table)} for clause, each in blamed.clauses] if whole else []
    return {
        "format": FORMAT,
        "text": name,
        "drafts": [{"id": draft, "name": (names or {}).get(draft, draft)} for draft in blamed.drafts],
        "origins": [_origin(origin) for origin in table.numbers],
        "lines": told,
        "gone": gone,
        "not_adopted": [_credit(credit) for credit in blamed.proposals] if whole else [],
    }


@dataclass(slots=True)
class _Origins:
    numbers: dict[Origin, int] = field(default_factory=dict)

    def number(self, origin: Origin) -> int:
        return self.numbers.setdefault(origin, len(self.numbers))


def _line(line: Line, blamed: Blame, where: Mapping[str, Sequence[str]], table: _Origins) -> dict[str, Any]:
    place = line.place
    clause = blamed.text.clause(place.clause)
    provision = clause.provisions[place.index] if clause and place.part == "provision" else None
    told = [(word, table.number(o)) for word, o in zip(_words(line.text), line.origins, strict=True) if word]
    names = {"provision": lambda: where[place.clause][place.index], "heading": lambda: f"{place.clause}/heading"}
    note = clause.notes[place.index].name if clause and place.part == "note" else ""
    return {
        "address": names[place.part]() if place.part in names else f"{place.clause}/note/{note}",
        "label": provision.label if provision else "",
        "words": [{"word": word, "origin": number} for word, number in told],
        "gone": [_gone(each, table) for each in line.gone],
        "not_adopted": [_credit(credit) for credit in line.proposals],
    }


def _words(content: Text) -> Iterator[str]:
    """Every word of a text; "" for what prints none."""
    atoms = (atom for atom in content if not isinstance(atom, Run))
    for word in read((content,)).said:
        match next(atoms) if word.startswith(ATOM) else None:
            case Reference(clause, anchor):
                yield f"{{@{clause}#{anchor}}}" if anchor else f"{{@{clause}}}"
            case Note(name):
                yield f"[^{name}]"
            case Holders() | Cell():
                yield ""
            case _:
                yield word


def _gone(gone: Gone, table: _Origins) -> dict[str, Any]:
    return {
        "at": gone.at,
        "words": [word for word in _words(gone.text) if word],
        "origin": table.number(gone.origin),
        "draft": gone.draft,
        "proposals": [_credit(credit) for credit in gone.credits],
        "basis": "recorded" if any(credit.decision for credit in gone.credits) else "inferred",
        "label": gone.label,
        "whole": gone.is_whole,
    }


def _origin(origin: Origin) -> dict[str, Any]:
    return {
        "draft": origin.draft,
        "basis": "recorded" if origin.is_recorded else "inferred",
        "proposals": [_credit(credit) for credit in origin.credits],
        "returned": origin.returned,
    }


def _credit(credit: Credit) -> dict[str, Any]:
    return {
        "proposal": credit.proposal,
        "sponsors": list(credit.sponsors),
        "state": credit.state,
        "decision": credit.decision,
        "draft": credit.draft,
    }
