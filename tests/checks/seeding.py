"""Faults put into clean texts, one at a time, by a fixed seed: what an eye passes over at four in the morning."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from instrument.definitions import definitions, uses
from instrument.labels import following, parse
from instrument.model import Clause, Instrument, Kind, Provision, Run, Text, cut, length, text
from instrument.outline import parents
from instrument.references import Found, survey
from instrument.references.survey import Place, characters

Fault = tuple[Instrument, str]  # the text with the fault, and the clause that has it
Seeder = Callable[[Instrument, random.Random], "Fault | None"]


@dataclass(frozen=True, slots=True)
class Seeded:
    """A fault: what kind it is, which clause has it, the text before and after."""

    kind: str
    clause: str
    clean: Instrument
    faulty: Instrument


def seed(texts: list[Instrument], kinds: dict[str, Seeder], count: int) -> Iterator[Seeded]:
    """As many faults as asked for, of every kind and in every text in turn; a text that cannot have one is passed."""
    chance = random.Random(2026)
    made, turn = 0, 0
    while made < count:
        for name, put in kinds.items():
            clean = texts[turn % len(texts)]
            turn += 1
            if made < count and (fault := put(clean, chance)):
                made += 1
                yield Seeded(name, fault[1], clean, fault[0])


def reference_edited(clean: Instrument, chance: random.Random) -> Fault | None:
    """A reference gets the next number."""
    found = [each for each in survey(clean) if each.citation and each.resolution.standing == "resolved"
             and re.search(r"\d", each.words)]  # fmt: skip
    if not found:
        return None
    each = chance.choice(found)
    number = next(re.finditer(r"\d+", each.words))
    at = each.start + number.start()
    return _put(clean, each.place, at, at + len(number[0]), str(int(number[0]) + 1))


def article_put_in(clean: Instrument, chance: random.Random) -> Fault | None:
    """An article is put in and those behind it get the next number, which references in words do not follow."""
    articles = [at for at, clause in enumerate(clean.clauses) if clause.kind is Kind.ARTICLE]
    cited = [
        (each.place.clause, target.clause)
        for each in survey(clean)
        if each.citation and each.resolution.standing == "resolved" and "this" not in _pointings(each)
        for target in each.resolution.targets
        if any(group.unit == "article" for group in each.citation.groups)
    ]
    if len(articles) < 6 or not cited:
        return None
    place, target = chance.choice(cited)
    at = next(index for index, clause in enumerate(clean.clauses) if clause.id == target)
    new = Clause("put-in", Kind.ARTICLE, clean.clauses[at].label, text("Costs of the meetings"),
                 (replace(clean.clauses[at].provisions[0], label="", text=text("The costs shall be shared by all.")),)
                 if clean.clauses[at].provisions else ())  # fmt: skip
    behind = [_renumbered(clause) for clause in clean.clauses[at:]]
    return clean.with_clauses([*clean.clauses[:at], new, *behind]), place


def _pointings(found: Found) -> set[str]:
    return {group.pointing for group in found.citation.groups} if found.citation else set()


def _renumbered(clause: Clause) -> Clause:
    number = re.search(r"\d+", clause.label)
    if clause.kind is not Kind.ARTICLE or number is None:
        return clause
    return replace(clause, label=clause.label.replace(number[0], str(int(number[0]) + 1)))


def bracket_dropped(clean: Instrument, chance: random.Random) -> Fault | None:
    """One bracket of a text that has them is gone."""
    places = [(place, at) for place, chars in _lines(clean) for at, char in enumerate(chars) if char in "[]"]
    if not places:
        return None
    place, at = chance.choice(places)
    return _put(clean, place, at, at + 1, "")


def item_deleted(clean: Instrument, chance: random.Random) -> Fault | None:
    """An item of a list of three or more is gone, and nobody closed the gap."""
    lists = [(clause, index) for clause in clean for index in _items(clause)]
    if not lists:
        return None
    clause, index = chance.choice(lists)
    end = index + 1
    while end < len(clause.provisions) and clause.provisions[end].depth > clause.provisions[index].depth:
        end += 1
    kept = (*clause.provisions[:index], *clause.provisions[end:])
    return _with(clean, replace(clause, provisions=kept)), clause.id


def _items(clause: Clause) -> list[int]:
    above = parents(clause.provisions)
    return [
        index
        for index, provision in enumerate(clause.provisions)
        if provision.label and provision.depth
        and sum(bool(p.label) and a == above[index] for p, a in zip(clause.provisions, above, strict=True)) > 2
    ]  # fmt: skip


def label_skipped(clean: Instrument, chance: random.Random) -> Fault | None:
    """A label is one too high."""
    found = [(clause, at) for clause in clean for at in _items(clause) if parse(clause.provisions[at].label)]
    if not found:
        return None
    clause, index = chance.choice(found)
    provision = clause.provisions[index]
    label = following(provision.label, clause.provisions[index - 1].label)
    return _with(clean, _replaced(clause, index, replace(provision, label=label))), clause.id


def term_varied(clean: Instrument, chance: random.Random) -> Fault | None:
    """A defined term is called otherwise in one place."""
    found = [each for each in uses(clean, definitions(clean))
             if each.place.part == "provision" and not each.definition.holds(each.place)
             and " " in each.definition.term]  # fmt: skip
    if not found:
        return None
    each = chance.choice(found)
    chars = dict(_lines(clean))[each.place][each.start : each.end]
    head = chars.rsplit(" ", 1)[-1]
    other = chance.choice(["device", "object", "matter", "thing", "site"]) + ("s" if head.endswith("s") else "")
    return _put(clean, each.place, each.end - len(head), each.end, other)


def conjunction_dropped(clean: Instrument, chance: random.Random) -> Fault | None:
    """The "and" or "or" before the last item of a list is gone."""
    ends = [(place, found.start(1), found.end(1)) for place, chars in _lines(clean)
            if place.part == "provision" and (found := re.search(r"[;,](\s+(?:and|or))\s*$", chars))]  # fmt: skip
    if not ends:
        return None
    place, start, end = chance.choice(ends)
    return _put(clean, place, start, end, "")


def word_doubled(clean: Instrument, chance: random.Random) -> Fault | None:
    """A small word stands twice."""
    found = [
        (place, match.end()) for place, chars in _lines(clean) for match in re.finditer(r"\b(?:the|of|to|and) ", chars)
    ]
    if not found:
        return None
    place, at = chance.choice(found)
    chars = dict(_lines(clean))[place]
    word = re.search(r"\w+ $", chars[:at])
    return _put(clean, place, at, at, word[0]) if word else None


def figure_changed(clean: Instrument, chance: random.Random) -> Fault | None:
    """A figure is another one, in this language alone."""
    found = [(place, match) for place, chars in _lines(clean) for match in re.finditer(r"(?<!\d)\d{1,3}(?!\d)", chars)]
    if not found:
        return None
    place, match = chance.choice(found)
    return _put(clean, place, match.start(), match.end(), str(int(match[0]) + chance.choice([1, 10, 20])))


KINDS: dict[str, Seeder] = {
    "a reference with another number": reference_edited,
    "an article put in, references left behind": article_put_in,
    "a bracket dropped": bracket_dropped,
    "an item deleted": item_deleted,
    "a label skipped": label_skipped,
    "a term varied": term_varied,
    "an “and” before the last item dropped": conjunction_dropped,
    "a word doubled": word_doubled,
}


def _lines(instrument: Instrument) -> list[tuple[Place, str]]:
    return [(Place(clause.id, "provision", at), characters(provision.text))
            for clause in instrument for at, provision in enumerate(clause.provisions)]  # fmt: skip


def _put(clean: Instrument, place: Place, start: int, end: int, chars: str) -> Fault | None:
    clause = clean.clause(place.clause)
    if clause is None or place.part != "provision":
        return None
    provision = clause.provisions[place.index]
    return _with(
        clean, _replaced(clause, place.index, replace(provision, text=_text(provision.text, start, end, chars)))
    ), clause.id


def _text(content: Text, start: int, end: int, chars: str) -> Text:
    return text(*cut(content, 0, start), Run(chars), *cut(content, end, length(content)))


def _replaced(clause: Clause, index: int, provision: Provision) -> Clause:
    return replace(clause, provisions=(*clause.provisions[:index], provision, *clause.provisions[index + 1 :]))


def _with(clean: Instrument, clause: Clause) -> Instrument:
    return clean.with_clauses(clause if each.id == clause.id else each for each in clean)
