"""What prose does not say of changes, by place: what nobody prints, and what no sentence was found for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from instrument.changes.items import Gap, Insert, Item, Part, Place, Redesignate, Relabel, Replace, Restyle
from instrument.changes.performing import edited
from instrument.instructions.writing.proof import Bench, home
from instrument.model import (
    Atom,
    Cell,
    Clause,
    Holders,
    Instrument,
    Note,
    Provision,
    Reference,
    Run,
    Text,
    length,
)
from instrument.problem import Problem, Severity, Where

_UNSAID: dict[type[Atom], str] = {
    Reference: "that “{}” is a live reference",
    Note: "where the mark of footnote {} stands",
    Holders: "who holds the brackets",
    Cell: "the cells of the table",
}


@dataclass(frozen=True, slots=True)
class _Left:
    """One thing that is not said, of a place."""

    place: Place | Gap
    what: str
    words: str = ""
    is_lost: bool = False
    is_name: bool = False


def left(wanted: Sequence[Item], read: Sequence[Item], amended: Instrument, bench: Bench) -> tuple[Problem, ...]:
    """What some items do and what was read of their sentences does not, as problems."""
    if wanted == read:
        return ()
    asked, done = _without(wanted, read), _without(read, wanted)
    told = _clauses_alike(asked, done, amended, bench)
    found = [*_order(asked, done, told, bench), *_words(wanted, read, told, bench)]
    if not any(each.is_lost for each in found):
        found += _otherwise(amended, bench)
    return tuple(_problems(found, bench))


def _without(items: Sequence[Item], others: Sequence[Item]) -> list[Item]:
    known = set(others)
    return [item for item in items if item not in known]


def _clauses_alike(asked: Sequence[Item], done: Sequence[Item], amended: Instrument, bench: Bench) -> set[str]:
    """The clauses that read as they should although their changes are others."""
    named = {item.place.clause: item.new.id for item in asked if isinstance(item, Redesignate)}
    alike = set()
    for id in dict.fromkeys(home(item) for item in (*asked, *done)):
        mine, theirs = amended.clause(id), bench.result.clause(named.get(id, id))
        if mine and theirs and bench.unit(mine) == bench.unit(theirs):
            alike.add(id)
    return alike


def _otherwise(amended: Instrument, bench: Bench) -> Iterator[_Left]:
    """The clauses that do not read as they should although every change seems to be said: the law above all others."""
    known = {ground.clause.id for ground in bench.standing.grounds}
    for mine, theirs in zip_longest(amended, bench.result):
        if not (mine and theirs) or bench.unit(mine) != bench.unit(theirs):
            clause = theirs or mine
            assert clause is not None
            place = Place(clause.id, Part.CLAUSE) if clause.id in known else Gap("", Part.CLAUSE, 0)
            words = " ".join(bench.printed(each, "") for each in clause.texts)
            yield _Left(place, "how it comes to read as it does", words, is_lost=True)


def _order(asked: Sequence[Item], done: Sequence[Item], told: set[str], bench: Bench) -> Iterator[_Left]:
    """Of what came, went, moved or was renumbered."""
    wanted, read = bench.order(asked), bench.order(done)
    for item in asked:
        if isinstance(item, Replace | Restyle):
            continue
        place = _where(item)
        if all(_is_said(value, wanted[key], read.get(key, [])) for key, value in bench.order([item]).items()):
            yield from _unprinted(item, place, bench)
        elif home(item) in told:
            yield _Left(Place(home(item), Part.CLAUSE), "how its provisions became what they are")
        else:
            yield _Left(place, "what happens to it", _words_of(item, bench), is_lost=True)
    for item in done:
        extra = not isinstance(item, Replace | Restyle) and any(key not in wanted for key in bench.order([item]))
        if extra and home(item) not in told:
            yield _Left(_where(item), "that nothing else happens to it", is_lost=True)


def _is_said(value: Sequence[object], wanted: Sequence[object], read: Sequence[object]) -> bool:
    """Whether what an item does somewhere was read, in the order in which it was asked for beside others."""
    return wanted == read or (all(each in read for each in value) and len(wanted) != len(read))


def _where(item: Item) -> Place | Gap:
    return item.gap if isinstance(item, Insert) else item.place


def _unprinted(item: Item, place: Place | Gap, bench: Bench) -> Iterator[_Left]:
    """What is not printed of units that come in and of new heads."""
    match item:
        case Insert(_, units):
            for unit in units:
                texts = unit.texts if isinstance(unit, Clause) else (unit.text,)
                rows = unit.provisions if isinstance(unit, Clause) else (unit,) if isinstance(unit, Provision) else ()
                if isinstance(unit, Clause):
                    yield _Left(place, f"its id “{unit.id}”", is_name=True)
                for note in unit.notes if isinstance(unit, Clause) else ():
                    yield _Left(place, f"the words of footnote {note.name}", bench.printed(note.text, ""))
                for row in rows:
                    if row.anchor:
                        yield _Left(place, f"the anchor “{row.anchor}”", is_name=True)
                for words in texts:
                    yield from (_Left(place, *said) for said in _differing((), words, place.clause, bench))
        case Relabel(_, old, new) if old.anchor != new.anchor:
            yield _Left(place, f"the anchor “{new.anchor or old.anchor}”", is_name=True)
        case Redesignate(_, title, new_title) if title.id != new_title.id:
            yield _Left(place, f"its id “{new_title.id}”", is_name=True)


def _words(wanted: Sequence[Item], read: Sequence[Item], told: set[str], bench: Bench) -> Iterator[_Left]:
    """Of words and emphasis."""
    asked, done = _edits(wanted), _edits(read)
    for place in dict.fromkeys([*asked, *done]):
        if sorted(map(repr, asked.get(place, []))) == sorted(map(repr, done.get(place, []))):
            continue
        old = bench.standing.text(place)
        new, got = (edited(old, sorted(each.get(place, ()), key=_first), place) for each in (asked, done))
        if bench.printed(new, place.clause, old) == bench.printed(got, place.clause, old):
            yield from (_Left(place, *said) for said in _differing(got, new, place.clause, bench))
        elif place.clause not in told:
            yield _Left(place, "its words", bench.printed(new, place.clause, old), is_lost=True)


def _edits(items: Sequence[Item]) -> dict[Place, list[Replace | Restyle]]:
    found: defaultdict[Place, list[Replace | Restyle]] = defaultdict(list)
    for item in items:
        if isinstance(item, Replace | Restyle):
            found[item.place].append(item)
    return found


def _first(edit: Replace | Restyle) -> tuple[int, int]:
    return edit.start, length(edit.old)


def _differing(got: Text, new: Text, clause: str, bench: Bench) -> Iterator[tuple[str, str]]:
    """What two texts that print the same words do not share."""
    for kind, said in _UNSAID.items():
        before, after = ([atom for atom in words if isinstance(atom, kind)] for words in (got, new))
        for atom in dict.fromkeys((*after, *before)):
            if before.count(atom) != after.count(atom):
                words = _named(atom, clause, bench)
                yield said.format(words), words
    marks = [[atom.marks for atom in words if isinstance(atom, Run) for _ in atom.chars] for words in (got, new)]
    if marks[0] != marks[1] and any(map(any, marks)):
        yield "its emphasis", "".join(atom.chars for atom in new if isinstance(atom, Run) and atom.marks)


def _named(atom: Atom, clause: str, bench: Bench) -> str:
    if isinstance(atom, Reference):
        return bench.printed((atom,), clause) or atom.target
    return atom.name if isinstance(atom, Note) else ""


def _words_of(item: Item, bench: Bench) -> str:
    units = getattr(item, "units", ())
    texts = [words for unit in units for words in (unit.texts if isinstance(unit, Clause) else (unit.text,))]
    return " ".join(bench.printed(words, "") for words in texts)


def _problems(found: Sequence[_Left], bench: Bench) -> Iterator[Problem]:
    """One problem for all that prose does not say of a place, and one for each thing that no sentence was found for."""
    by_place: defaultdict[Place | Gap, list[_Left]] = defaultdict(list)
    for each in dict.fromkeys(found):
        by_place[each.place].append(each)
    for place, some in by_place.items():
        where = Where(_name(place, bench))
        for each in (each for each in some if each.is_lost):
            message = f"no sentence was found that says {each.what}"
            yield Problem("not-said", Severity.ERROR, where, message, "change it by hand", each.words)
        rest = [each for each in some if not each.is_lost]
        if rest:
            severity = Severity.INFO if all(each.is_name for each in rest) else Severity.WARNING
            message = "prose does not say " + ", nor ".join(dict.fromkeys(each.what for each in rest))
            words = "; ".join(each.words for each in rest if each.words)
            yield Problem("not-in-prose", severity, where, message, "", words)


def _name(place: Place | Gap, bench: Bench) -> str:
    if isinstance(place, Place):
        return bench.standing.name(place)
    if place.part is Part.CLAUSE:
        before = bench.standing.grounds[place.position - 1].clause.id if place.position else ""
        return f"the clause after {bench.standing.name(Place(before, Part.CLAUSE))}" if before else "the first clause"
    if place.part is Part.PROVISION and place.position:
        return f"what comes after {bench.standing.name(Place(place.clause, Part.PROVISION, place.position - 1))}"
    return f"what comes into {bench.standing.name(Place(place.clause, Part.CLAUSE))}"
