"""The words that are contested, and how many hold them: what proposals would change, and what stands in brackets.

Who is silent holds nothing: only sponsors of proposals, and delegations that a bracket names, are counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from instrument.brackets.kinds import words_in
from instrument.brackets.reading import Bracket, locate, rivals, scan
from instrument.changes.items import Head, Title
from instrument.difference.names import place_name
from instrument.model import Clause, Holders, Instrument
from instrument.outline import resolve
from instrument.proposals.amendment import Amendment
from instrument.proposals.merging import Rolling
from instrument.proposals.merging.crowding import walk
from instrument.proposals.merging.ground import END, Fragment, Ground, Opening, Position
from instrument.proposals.merging.regions import Region
from instrument.proposals.merging.reporting import address
from instrument.references import cited, printed

_MARK = "\ufffc"  # of a note, or of a reference that leads nowhere


class Source(StrEnum):
    """Where it is read that words are contested."""

    PROPOSALS = "proposals"
    BRACKETS = "brackets"


@dataclass(frozen=True, slots=True)
class Side:
    """Words that some would have in a place, none where they would have nothing, and who those are.

    `is_base` says that the text under negotiation has them; `symbols` are the proposals that ask for them; `status`
    is what a bracket says of itself.
    """

    words: str
    by: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    is_base: bool = False
    status: str = ""


@dataclass(frozen=True, slots=True)
class Contested:
    """A stretch of a text with its sides, that of the text first, then those that most hold.

    `is_new` says that nothing stands there yet: what is asked for is to stand behind the address, at the beginning
    where that is empty.
    """

    address: str
    name: str
    sides: tuple[Side, ...]
    source: Source
    order: tuple[int, int, int]
    is_new: bool = False

    @property
    def holders(self) -> tuple[str, ...]:
        """All who hold some side of it, each once."""
        return tuple(dict.fromkeys(name for side in self.sides for name in side.by))


def ranked(found: Iterable[Contested]) -> tuple[Contested, ...]:
    """What most hold first; what as many hold, in the order of the text."""
    return tuple(sorted(found, key=lambda each: (-len(each.holders), each.order, each.source)))


def in_brackets(instrument: Instrument, profile: str = "un") -> tuple[Contested, ...]:
    """What stands in brackets that name somebody, in the order of the text.

    >>> from instrument.formats.clause import read
    >>> line = 'Each Party [shall]{base alt=1} [may]{by="Delegation A; Delegation B" alt=1} act.'
    >>> (one,) = in_brackets(Instrument((read(line, "act.clause", "act").value.clause,)))
    >>> one.address, [(side.words, len(side.by)) for side in one.sides], one.holders
    ('act/~1', [('shall', 0), ('may', 2)], ('Delegation A', 'Delegation B'))
    """
    found = []
    for number, clause in enumerate(instrument):
        read = cited(clause, instrument, profile)
        for group in _disputes(scan(read).brackets):
            sides = _sides(read, group)
            if any(side.by for side in sides):
                where, start = locate(read, group[0].start).name, group[0].start
                name = place_name(resolve(instrument, where), instrument.language, profile)
                order = (number, start.unit + 1, start.offset if start.in_text else -1)
                found.append(Contested(where, name, sides, Source.BRACKETS, order))
    return tuple(found)


def unnamed(instrument: Instrument) -> int:
    """How many disputes in brackets name nobody, so that nobody can be said to hold them."""
    groups = [(clause, group) for clause in instrument for group in _disputes(scan(clause).brackets)]
    return sum(not any(side.by for side in _sides(clause, group)) for clause, group in groups)


def in_proposals(rolling: Rolling, profile: str = "un") -> tuple[Contested, ...]:
    """What proposals would have otherwise in a text, in its order; what was adopted is contested by nobody.

    >>> from instrument.difference.comparison import changes_of
    >>> from instrument.model import Provision, text
    >>> from instrument.proposals.merging import merge
    >>> shall, may = (Instrument((Clause("use", provisions=(Provision(0, "1.", text(f"States {verb} act.")),)),))
    ...               for verb in ("shall", "may"))
    >>> (one,) = in_proposals(merge(shall, [Amendment(changes_of(shall, may), ("Delegation A",))]).value)
    >>> one.address, [(side.words, side.by) for side in one.sides]
    ('use/1', [('shall', ()), ('may', ('Delegation A',))])
    """
    ground, meeting = rolling.meeting.ground, rolling.meeting
    regions = [each for each in walk(rolling.regions) if not meeting.agreed_in(each)]
    return tuple(_region(region, rolling.amendments, ground, profile) for region in regions)


def _region(region: Region, amendments: Sequence[Amendment], ground: Ground, profile: str) -> Contested:
    base = ground.base
    id = base.clauses[region.start.clause].id if region.start.clause < len(base) else ""
    sides = [Side(_told(ground.cut(region.start, region.end), base, id, profile), is_base=True)]
    for each in sorted(region.alternatives, key=lambda each: -len(each.by)):
        mine = [amendments[who] for who in each.by]
        by = tuple(dict.fromkeys(name for amendment in mine for name in amendment.sponsors))
        symbols = tuple(amendment.symbol for amendment in mine if amendment.symbol)
        sides.append(Side(_told(each.new, base, id, profile), by, symbols))
    is_new = region.is_point and not region.is_inline
    at = _before(region.start, ground) if is_new else region.start
    where = address(at, ground) if at else ""
    name = place_name(resolve(base, where), base.language, profile) if where else ""
    return Contested(where, name, _by_number(sides), Source.PROPOSALS, region.start, is_new)


def _before(start: Position, ground: Ground) -> Position | None:
    """The unit, or the clause, behind which something new is to stand; none before all of them."""
    if start.unit == 0:
        return Position(start.clause - 1) if start.clause else None
    units, number = ground.clauses[start.clause], start.unit - 1
    return Position(start.clause, number if units[number].opening else number - 1, 1)


def _told(fragment: Fragment, base: Instrument, id: str, profile: str) -> str:
    """A fragment as it reads, labels too, each unit on its line."""
    lines: list[list[str]] = [[]]
    for token in fragment:
        if isinstance(token, Opening):
            lines.append([f"{token.head.label} "] if isinstance(token.head, Head | Title) and token.head.label else [])
        elif token is not END:
            lines[-1].append(printed((token,), base, id, profile))
    return "\n".join(filter(None, ("".join(line).strip() for line in lines)))


def _disputes(level: Sequence[Bracket]) -> Iterator[Sequence[Bracket]]:
    """The brackets of a level, rivals together, and after each what stands inside it."""
    groups = rivals(level)
    grouped = {bracket for group in groups for bracket in group}
    yield from sorted((*groups, *((each,) for each in level if each not in grouped)), key=lambda group: group[0].start)
    for bracket in level:
        yield from _disputes(bracket.inside)


def _sides(clause: Clause, group: Sequence[Bracket]) -> tuple[Side, ...]:
    """What the holders of brackets say of them; without the words of the base among them, the base has none."""
    sides: list[Side] = []
    against: tuple[str, ...] = ()
    for bracket in group:
        words, held = words_in(clause, bracket).replace(_MARK, "").strip(), bracket.holders or Holders()
        sides.append(Side(words, held.by, is_base=held.base, status=held.status))
        against += held.against
    has_base = any(side.is_base for side in sides)
    if against or not has_base:
        sides.append(Side("", against, is_base=not has_base))
    return _by_number(sides)


def _by_number(sides: Iterable[Side]) -> tuple[Side, ...]:
    return tuple(sorted(sides, key=lambda side: (not side.is_base, -len(side.by))))
