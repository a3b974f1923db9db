"""Rooms full of delegations: what each of many wants of a text, by chance that is the same each time."""

from __future__ import annotations

import random
from dataclasses import replace

from instrument.difference.comparison import changes_of
from instrument.model import Instrument, Provision, Run, Text, cut, length, plain, text
from instrument.proposals.amendment import Amendment

_WORDS = ("may", "should", "as soon as possible", "where appropriate", "without delay", "in particular", "all", "any")


def amendments(base: Instrument, delegations: int, edits: int, seed: int = 1) -> list[Amendment]:
    """What delegations want, that many edits each: words put in, struck, replaced; now and then a paragraph."""
    chance = random.Random(seed)
    made = []
    for number in range(delegations):
        wanted = base
        for _ in range(edits):
            wanted = _edited(wanted, chance)
        made.append(Amendment(changes_of(base, wanted), (f"Delegation {number + 1}",), symbol=f"DC/{number + 1}"))
    return made


def _edited(base: Instrument, chance: random.Random) -> Instrument:
    at = chance.choice([number for number, clause in enumerate(base) if clause.provisions])
    clause = base.clauses[at]
    row = chance.randrange(len(clause.provisions))
    provision = clause.provisions[row]
    kind = chance.random()
    if kind < 0.1:
        fresh = Provision(provision.depth, f"{row + 1} bis.", text(f"States shall act {chance.choice(_WORDS)}."))
        rows = (*clause.provisions[: row + 1], fresh, *clause.provisions[row + 1 :])
    elif kind < 0.15 and len(clause.provisions) > 2:
        rows = (*clause.provisions[:row], *clause.provisions[row + 1 :])
    else:
        rows = tuple(replace(p, text=_worded(p.text, chance)) if p is provision else p for p in clause.provisions)
    clauses = list(base.clauses)
    clauses[at] = replace(clause, provisions=rows)
    return base.with_clauses(clauses)


def _worded(words: Text, chance: random.Random) -> Text:
    chars = "".join(atom.chars if isinstance(atom, Run) else "\ufffc" for atom in words)
    gaps = [at for at, char in enumerate(chars) if char == " "]
    if not gaps or "[" in plain(words):
        return words
    start = chance.choice(gaps)
    later = [gap for gap in gaps if gap > start][:3]
    end = chance.choice([start, *later])
    fresh = "" if end > start and chance.random() < 0.4 else f" {chance.choice(_WORDS)}"
    return text(*cut(words, 0, start), fresh, *cut(words, end, length(words)))
