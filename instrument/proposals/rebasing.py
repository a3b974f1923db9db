"""A proposal taken over to a text that has moved on: what becomes of each of its changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from diff_match_patch import diff_match_patch

from instrument.changes.algebra import compose
from instrument.changes.carrying import carry
from instrument.changes.digest import digest
from instrument.changes.items import Changes, Insert, Item, Part, Place, Replace, Unit
from instrument.changes.overlapping import Clash
from instrument.changes.performing import Performed, perform
from instrument.changes.wording import text_at
from instrument.difference.names import clause_name, provision_names
from instrument.model import Clause, Instrument, Text, cut, length, plain, text
from instrument.problem import Misuse
from instrument.references import printed

_LIKENESS = 0.3  # how far from the quoted words others may be: diff-match-patch's scale, 0 the same, 1 anything


class Fate(StrEnum):
    """What becomes of a change on a text that has moved on.

    A conflict is with other changes of the same words; an orphan has lost the provision it was about.
    """

    CARRIED = "carried"
    SHIFTED = "carried with a shift"
    LIKE = "carried by likeness"
    SATISFIED = "already there"
    CONFLICT = "conflict"
    ORPHANED = "orphaned"


NEEDS_A_PERSON = (Fate.LIKE, Fate.CONFLICT, Fate.ORPHANED)


@dataclass(frozen=True, slots=True)
class Rebased:
    """One change: what becomes of it, what its place is called in both texts, and the passages side by side.

    `before` is what the place read, `wanted` what all of the proposal makes of it, `now` what it reads in the later
    text.
    """

    item: Item
    fate: Fate
    where: str
    there: str
    before: str = ""
    wanted: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Rebase:
    """A proposal on a later text: the changes that could be taken over, and what became of each."""

    changes: Changes
    rebased: tuple[Rebased, ...]


@dataclass(slots=True)
class _Road:
    """From the base of a proposal to the later text."""

    base: Instrument
    later: Instrument
    moved: Performed
    places: dict[Place, Place]
    edits: dict[Place, list[Replace]]

    def name(self, place: Place | None, text: Instrument) -> str:
        if place is None:
            return ""
        clause = text.clause(place.clause)
        if clause is None:
            return ""
        if place.part is Part.PROVISION and place.index < len(clause.provisions):
            return provision_names(clause, text.language)[place.index]
        return clause_name(clause, text.language)


def rebase(changes: Changes, base: Instrument, through: Changes) -> Rebase:
    """The changes of a proposal against `base` as changes against what `through` makes of it.

    What stands where it stood is carried exactly. Words whose surroundings have changed are looked for by likeness, and
    that is said; nothing is carried where other changes contradict it. Raises `Misuse` where the base is another text.

    >>> from instrument.difference.comparison import changes_of
    >>> from instrument.model import Provision
    >>> def draft(words): return Instrument((Clause("use", provisions=(Provision(0, "1.", text(words)),)),))
    >>> base = draft("States shall clear mines soon.")
    >>> proposal = changes_of(base, draft("States shall clear remnants soon."))
    >>> later = changes_of(base, draft("All States shall clear mines soon."))
    >>> [str(each.fate) for each in rebase(proposal, base, later).rebased]
    ['carried']
    """
    if changes.base != digest(base) or through.base != digest(base):
        raise Misuse("the proposal and the later text must both be against the base that is given")
    carried = carry(changes, through, base)
    moved = perform(through, base)
    edits = defaultdict(list)
    for item in changes.items:
        if isinstance(item, Replace):
            edits[item.place].append(item)
    road = _Road(base, moved.result, moved, dict(_mapped(moved)), edits)
    same = {id(meeting.mine) for meeting in carried.met if meeting.clash is Clash.SAME}
    contrary = {id(meeting.mine) for meeting in carried.met if meeting.clash is Clash.CONTRARY}
    found: list[Rebased] = []
    more: list[Item] = []
    for item in changes.items:
        each = _told(item, road, Fate.CARRIED)
        if id(item) in same or _is_there(each):
            each = replace(each, fate=Fate.SATISFIED)
        elif id(item) in contrary:
            likely = _likely(item, road)
            more += [likely] if likely else []
            each = replace(each, fate=Fate.LIKE if likely else Fate.CONFLICT if each.there else Fate.ORPHANED)
        elif each.where != each.there and each.there:
            each = replace(each, fate=Fate.SHIFTED)
        found.append(each)
    result = carried.changes
    if more:
        loose = Changes(digest(moved.result), "", tuple(more))
        result = compose(carried.changes, carry(loose, carried.changes, moved.result).changes, moved.result)
    return Rebase(result, tuple(found))


def _mapped(moved: Performed) -> Iterator[tuple[Place, Place]]:
    """Where each provision and heading of the base stands in the later text."""
    for strand in moved.pairing.strands:
        clause, index = strand.result[0]
        for old, at in strand.base:
            yield Place(old, Part.PROVISION, at), Place(clause, Part.PROVISION, index)
    for old, new in moved.pairing.clauses:
        yield Place(old, Part.HEADING), Place(new, Part.HEADING)
        yield Place(old, Part.CLAUSE), Place(new, Part.CLAUSE)


def _told(item: Item, road: _Road, fate: Fate) -> Rebased:
    place = _place(item)
    there = road.places.get(replace(place, index=0) if place.part in (Part.CLAUSE, Part.HEADING) else place)
    before, now = _words(place, road.base), _words(there, road.later) if there else ""
    return Rebased(
        item, fate, road.name(place, road.base), road.name(there, road.later), before, _wanted(item, place, road), now
    )


def _place(item: Item) -> Place:
    """What an item is about; an insertion, what it stands behind."""
    if isinstance(item, Insert):
        gap = item.gap
        return Place(gap.clause, gap.part, max(gap.position - 1, 0)) if gap.clause else Place("", Part.CLAUSE)
    return item.place


def _text(place: Place, text_: Instrument) -> Text:
    return text_at(place, text_.clause(place.clause))


def _words(place: Place, text_: Instrument) -> str:
    return printed(_text(place, text_), text_, place.clause)


def _wanted(item: Item, place: Place, road: _Road) -> str:
    """What the place reads when the proposal is taken."""
    if isinstance(item, Replace):
        parts: list[Text] = []
        old, at = _text(place, road.base), 0
        for edit in sorted(road.edits.get(place, ()), key=lambda edit: edit.start):
            parts += [cut(old, at, edit.start), edit.new]
            at = edit.start + length(edit.old)
        whole = (*(atom for part in parts for atom in part), *cut(old, at, length(old)))
        return printed(text(*whole), road.base, place.clause)
    if isinstance(item, Insert):
        return "\n".join(words_of(unit) for unit in item.units)
    return ""


def words_of(unit: Unit) -> str:
    """The words of what is put in, a provision a line."""
    if isinstance(unit, Clause):
        return "\n".join(filter(None, (plain(unit.heading), *(plain(each.text) for each in unit.provisions))))
    return plain(unit.text)


def _is_there(each: Rebased) -> bool:
    """Whether the later text reads just as the proposal wants it, however it came to."""
    return bool(each.wanted) and isinstance(each.item, Replace) and each.now == each.wanted


def _likely(item: Item, road: _Road) -> Item | None:
    """A replacement whose words stand in the later text much as they did, around them others."""
    if not isinstance(item, Replace) or not plain(item.old):
        return None
    there = road.places.get(item.place)
    if there is None:
        return None
    now, old = _text(there, road.later), plain(item.old)
    at = _found(plain(now), old, item.start)
    if len(plain(now)) != length(now) or at < 0:
        return None  # offsets of characters are not those of the text where references stand in it
    return Replace(there, at, cut(now, at, at + len(old)), item.new)


def _found(words: str, old: str, near: int) -> int:
    """Where quoted words stand now, -1 where they do not stand as they did: the likeliest place near the old one."""
    if words.count(old) == 1:
        return words.find(old)
    matcher = diff_match_patch()
    matcher.Match_Threshold = _LIKENESS
    pattern = old[: matcher.Match_MaxBits]
    at = int(matcher.match_main(words, pattern, near))
    return at if at >= 0 and words.startswith(old, at) else -1
