"""What a sentence calls a place, so that the place and nothing else is found under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from instrument.changes.items import Part, Place
from instrument.difference.names import clause_name
from instrument.instructions.elements import Tag, Target
from instrument.instructions.lexicon import fold
from instrument.instructions.lexing import Stuck, lexed
from instrument.instructions.refusal import Refused
from instrument.instructions.resolving import resolve
from instrument.instructions.scope import Scope
from instrument.instructions.standing import Ground
from instrument.instructions.writing.proof import Bench
from instrument.labels import designation, key
from instrument.model import Kind
from instrument.references import Wording, print_path, wording

Named = tuple[str, Scope]


def found(name: str, bench: Bench) -> list[Scope]:
    """What a name finds in the text; nothing where it cannot be read, or is not all of a name."""
    try:
        elements = lexed(name, fold(name), 0, len(name), (), bench.spoken.lexicon)
        if len(elements) != 1 or elements[0].tag is not Tag.PLACE:
            return []
        targets = cast("list[Target]", elements[0].value)
        return [scope for target in targets for scope in resolve(target, bench.standing)]
    except (Stuck, Refused):
        return []


def around(place: Place, bench: Bench) -> list[Named]:
    """The stretches that a place is looked for in, by their names, the narrowest first."""
    ground = bench.standing.ground(place.clause)
    if place.part is Part.HEADING:
        return [*_checked(_of_clause("heading", ground, bench), bench), *clause(ground, bench)]
    if place.part is Part.NOTE:
        note = ground.clause.notes[place.index]
        return [*_checked(_of_clause("note", ground, bench, label=note.name), bench)]
    if place.part is Part.CLAUSE:
        return clause(ground, bench)
    return provision(ground, place.index, bench) + clause(ground, bench)


def provision(ground: Ground, index: int, bench: Bench) -> list[Named]:
    """The names of a provision, that of its own words first where others stand below it."""
    at = (ground.clause.id, index)
    if at not in bench.names:
        named = [*_checked(_provision(ground, index, bench), bench)]
        named = [each for each in named if each[1].first == index]
        bench.names[at] = sorted(named, key=lambda each: len(each[1].provisions))
    return cast("list[Named]", bench.names[at])


def whole(ground: Ground, index: int, bench: Bench) -> str:
    """The name of a provision with all below it; nothing where it has none."""
    every = provision(ground, index, bench)
    return next((name for name, scope in every if not scope.own and scope.provisions.stop == ground.end(index)), "")


def clause(ground: Ground, bench: Bench) -> list[Named]:
    """The name of a clause."""
    at = (ground.clause.id, -1)
    if at not in bench.names:
        named = _checked(_clause(ground, bench), bench)
        bench.names[at] = [each for each in named if each[1].is_clause and each[1].ground is ground][:1]
    return cast("list[Named]", bench.names[at])


def _checked(names: Iterator[str], bench: Bench) -> Iterator[Named]:
    for name in names:
        scopes = found(name, bench)
        if len(scopes) == 1:
            yield name, scopes[0]


def _clause(ground: Ground, bench: Bench) -> Iterator[str]:
    kind, phrases = ground.clause.kind, bench.phrases
    if kind in phrases.clauses:
        yield phrases.clauses[kind]
        return
    template = wording(bench.standing.profile, bench.language).clauses[kind]
    if designation(ground.clause.label)[1]:
        yield phrases.name(clause_name(ground.clause, bench.language, bench.standing.profile))
    yield phrases.say("the", place=template.replace("{}", "").strip())
    same = [each for each in bench.standing.grounds if each.clause.kind is kind]
    if same.index(ground) < len(phrases.ordinals):
        yield phrases.say("nth", ordinal=phrases.ordinals[same.index(ground)], place=template.replace("{}", "").strip())


def _of_clause(template: str, ground: Ground, bench: Bench, label: str = "") -> Iterator[str]:
    for name, _ in clause(ground, bench):
        yield bench.phrases.say(template, place=name, label=label)


def _provision(ground: Ground, index: int, bench: Bench) -> Iterator[str]:
    words, phrases = wording(bench.standing.profile, bench.language), bench.phrases
    row, role = ground.clause.provisions[index], ground.roles[index]
    if ground.clause.kind is Kind.PREAMBLE:
        yield phrases.name(words.recital.format(key(row.label) or index))
        return
    for name, _ in clause(ground, bench):
        labels = _labels(ground, index)
        path = print_path(labels, words) if labels else ""
        full = phrases.name(inside(name, path, words)) if path else name
        if row.label:
            yield full
        if role == "closing":
            yield phrases.say("closing", place=full)
        if role == "chapeau":
            yield phrases.say("chapeau", place=full)
        if not row.label:
            yield from _counted(ground, index, full, words, bench)


def _counted(ground: Ground, index: int, full: str, words: Wording, bench: Bench) -> Iterator[str]:
    """A provision without a label, among all that stand beside it."""
    same = [at for at, parent in enumerate(ground.parents) if parent == ground.parents[index]]
    number = same.index(index) + 1
    if not any(ground.clause.provisions[at].label for at in same):
        for name, _ in clause(ground, bench):
            yield inside(name, words.paragraph.format(number), words)
    if number <= len(bench.phrases.ordinals):
        yield bench.phrases.say("counted", ordinal=bench.phrases.ordinals[number - 1], place=full)
    if len(same) == 1:
        yield full


def inside(name: str, path: str, words: Wording) -> str:
    """A path in a clause: "article 4, paragraph 2", "paragraph 2 of Article 4"."""
    return words.inside.format(clause=name, path=path)


def _labels(ground: Ground, index: int) -> Sequence[str]:
    labels: list[str] = []
    at: int | None = index
    while at is not None:
        if label := ground.clause.provisions[at].label:
            labels.insert(0, label)
        at = ground.parents[at]
    return labels


def number(label: str, words: Wording) -> str:
    """A label as it is cited, without the word before it: "3 bis", "(c)"."""
    said = print_path([label], words)
    for template in (words.paragraph, words.item):
        before, _, after = template.partition("{}")
        if said.startswith(before):
            return said[len(before) : len(said) - len(after)]
    return said


def together(labels: Sequence[str], bench: Bench) -> str:
    """Numbers in a row under one word: "paragraphs 3 to 5"."""
    words = wording(bench.standing.profile, bench.language)
    first = print_path(labels[:1], words)
    if len(labels) == 1:
        return first
    template = "two" if len(labels) == 2 else "to"
    return bench.phrases.say(template, place=bench.phrases.many_of(first), label=number(labels[-1], words))


def run(ground: Ground, first: int, last: int, bench: Bench) -> str:
    """The name of a provision, or of neighbours on one level, with all below them; nothing where they have none."""
    return whole(ground, first, bench) if first == last else several(ground, first, last, bench)


def several(ground: Ground, first: int, last: int, bench: Bench) -> str:
    """The name of neighbours on one level, each with all below it: "article 4, paragraphs 3 to 5"."""
    words, rows = wording(bench.standing.profile, bench.language), ground.clause.provisions
    siblings = sum(ground.parents[at] == ground.parents[first] for at in range(first, last + 1))
    template = "two" if siblings == 2 else "to"
    if ground.clause.kind is Kind.PREAMBLE:
        numbers = bench.phrases.say(template, place=str(first), label=str(last))
        return "" if rows[first].label or not first else bench.phrases.say("recitals of", place=numbers)
    named = clause(ground, bench)
    if not rows[first].label or not rows[last].label or not named:
        return ""
    path = list(_labels(ground, first))
    said = print_path(path, words)
    said = bench.phrases.many_of(said) if len(path) == 1 else said
    said = bench.phrases.say(template, place=said, label=number(rows[last].label, words))
    return bench.phrases.name(inside(named[0][0], said, words))
