"""Front matter of a `.proposal` file: symbol, base, sponsors and life, in TOML between `+++` lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from instrument import tables
from instrument.audiences import AUDIENCES
from instrument.formats.proposal import rows
from instrument.formats.proposal.rows import Kind
from instrument.problem import Misuse, Problem, Read, Severity, Where
from instrument.proposals.life import Event, Step, faults
from instrument.proposals.proposal import Proposal, fingerprint
from instrument.proposals.sponsors import Sponsor
from instrument.proposals.symbol import Symbol, parse
from instrument.tables import Schema, Shape, Source, did_you_mean

FENCE = "+++"
_SPONSOR = Kind(Sponsor, dates=("joined", "left"))
_STEP = Kind(Step, choices={"event": Event}, renamed={"event": "step"})
_SHAPES: dict[str, Schema] = {
    "symbol": Shape.TEXT, "against": Shape.TEXT, "language": Shape.TEXT, "source": Shape.TEXT, "audience": Shape.TEXT,
    "hash": Shape.TEXT, "sponsors": _SPONSOR.shapes, "life": _STEP.shapes,
}  # fmt: skip
_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'')
_NEEDED = {
    "against": ("nothing says which text this proposal is against", 'against = "first-draft"'),
    "sponsors": ("nobody sponsors this proposal", 'sponsors = [ { name = "Delegation A", joined = 2026-02-10 } ]'),
    "life": ("nothing says when it was received", 'life = [ { step = "received", at = 2026-02-10T17:42:00 } ]'),
}


@dataclass(frozen=True, slots=True)
class Front:
    """What front matter says: a proposal without words, and the fingerprint that its words had."""

    proposal: Proposal
    hash: str = ""


def read(source: Source) -> Read[Front]:
    """What a TOML text says of a proposal; every wrong key, value, sponsor and step is a problem with its place."""
    table = tables.read(source)
    checked = tables.check(source, table.value, _SHAPES)
    good = checked.value
    sponsors = rows.read(_SPONSOR, source, "sponsors", good.get("sponsors", []))
    life = rows.read(_STEP, source, "life", good.get("life", []))
    symbol, strange = _symbol(source, good)
    proposal = Proposal(
        "",
        good.get("against", ""),
        sponsors.value,
        life.value,
        symbol,
        good.get("language", "en"),
        good.get("source", ""),
        good["audience"] if good.get("audience") in AUDIENCES else AUDIENCES[0],
    )
    told = (*checked.problems, *sponsors.problems, *life.problems)
    more = () if table.problems else _wrong(source, good, proposal, bool(told))
    problems = (*table.problems, *told, *strange, *more, *_remarks(source))
    return Read(Front(proposal, good.get("hash", "")), problems)


def _remarks(source: Source) -> Iterator[Problem]:
    """Remarks in the front matter, which are lost once the program writes the file."""
    for number, line in enumerate(source.text.split("\n"), 1):
        bare = _STRINGS.sub(lambda found: " " * len(found[0]), line)
        if "#" in bare:
            where = Where(source.name, number, bare.index("#") + 1, line)
            message = "this remark is not kept when the proposal is issued or carried on"
            yield Problem("remark", Severity.WARNING, where, message, 'say it in the note of a step: note = "…"')


def _symbol(source: Source, good: Mapping[str, Any]) -> tuple[Symbol | None, list[Problem]]:
    try:
        return parse(good["symbol"]) if "symbol" in good else None, []
    except Misuse as refusal:
        return None, [source.error("symbol", str(refusal), ("symbol",))]


def _wrong(source: Source, good: Mapping[str, Any], proposal: Proposal, broken: bool) -> Iterator[Problem]:
    """What is missing or does not hang together; a life is only judged where all of it was read."""
    for key, (message, hint) in _NEEDED.items():
        if not good.get(key):
            yield Problem("missing", Severity.ERROR, Where(source.name, 1, 1, FENCE), message, f"add it: {hint}")
    for index, sponsor in enumerate(proposal.sponsors):
        if ";" in sponsor.name + sponsor.behalf:
            message = f'"{sponsor}" names a sponsor with ";", which stands between names'
            yield Problem("sponsor", Severity.ERROR, source.row("sponsors", index), message)
    audience = good.get("audience", AUDIENCES[0])
    if audience not in AUDIENCES:
        message = f'"{audience}" is no audience{did_you_mean(audience, AUDIENCES)}'
        yield source.error("unknown-audience", message, ("audience",), f"one of: {', '.join(AUDIENCES)}")
    if not broken:
        for index, reason in faults(proposal.life, proposal.sponsors):
            yield Problem("life", Severity.ERROR, source.row("life", index), reason)


def write(proposal: Proposal) -> str:
    """Front matter with its fences, in its one canonical form."""
    values = {
        "symbol": str(proposal.symbol) if proposal.symbol else "", "against": proposal.against,
        "language": proposal.language, "source": proposal.source, "audience": proposal.audience,
        "hash": fingerprint(proposal.words),
    }  # fmt: skip
    lines = [f"{key} = {tables.written(value)}\n" for key, value in values.items() if value]
    lines += _listed("sponsors", (rows.write(_SPONSOR, sponsor) for sponsor in proposal.sponsors))
    lines += _listed("life", (rows.write(_STEP, step) for step in proposal.life))
    return f"{FENCE}\n{''.join(lines)}{FENCE}\n"


def _listed(key: str, records: Iterator[list[str]]) -> list[str]:
    tables = [f"  {{ {', '.join(said)} }},\n" for said in records]
    return [f"{key} = [\n", *tables, "]\n"] if tables else []
