"""Which clause and provision had which number at each stage of a text: kept, new, gone, moved, split, joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from instrument.changes import describe
from instrument.changes.items import Move, Part
from instrument.changes.pairing import Pairing, Spot
from instrument.difference.names import clause_name, provision_names
from instrument.difference.pairing import HEADING, pair
from instrument.model import Clause, Instrument, Kind, plain
from instrument.numbering.final import in_place, stripped
from instrument.outline import addresses, parents


class Fate(StrEnum):
    """What became of a clause or provision on the way to a stage; a mere new number is no fate."""

    NEW = "new"
    GONE = "gone"
    MOVED = "moved"
    SPLIT = "split"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Standing:
    """A clause or provision at one stage: its address, its label, what it is called, and its number in its clause.

    `number` is that of a clause with its word ("Article 4 bis"), of a provision the path of its labels ("2 (a) (i)");
    `heading` has the words of a clause's heading.
    """

    clause: str
    index: int
    address: str
    label: str
    name: str
    number: str
    heading: str = ""

    @property
    def is_heading(self) -> bool:
        return self.index == HEADING


@dataclass(frozen=True, slots=True)
class Row:
    """A clause or provision through the stages: where it stood at each, and what became of it on the way there."""

    cells: tuple[Standing | None, ...]
    fates: tuple[tuple[Fate, ...], ...]

    @property
    def changes(self) -> bool:
        """Whether it had one number throughout and nothing became of it."""
        return any(self.fates) or len({cell.number for cell in self.cells if cell}) > 1

    @property
    def last(self) -> Standing:
        """Where it stands, or stood last."""
        return next(cell for cell in reversed(self.cells) if cell)


@dataclass(frozen=True, slots=True)
class Concordance:
    """The rows of a text's stages, in the order of the last; what is gone stands where it stood."""

    stages: tuple[str, ...]
    rows: tuple[Row, ...]
    language: str = "en"

    @property
    def changing(self) -> Concordance:
        """The rows of which a number changes or something becomes, each under its clause."""
        kept: list[Row] = []
        heading: Row | None = None
        for row in self.rows:
            heading = row if row.last.is_heading else heading
            if row.changes:
                kept += [row] if row is heading or heading is None or heading in kept else [heading, row]
        return replace(self, rows=tuple(kept))


Path = tuple[Spot | None, ...]  # where something stood at each stage


@dataclass(frozen=True, slots=True)
class _Step:
    """From one stage to the next: what each spot became, what each was, and what moved on the way."""

    onward: Mapping[Spot, list[Spot]]
    back: Mapping[Spot, list[Spot]]
    moved: frozenset[Spot]


def concord(stages: Sequence[tuple[str, Instrument]], profile: str = "un") -> Concordance:
    """The concordance of the stages of a text, the oldest first, each with its name.

    What is the same is known by ids, anchors and words, as in a comparison; of a text that only got other numbers,
    everything is where it was. Provisions without a number take part where they have one at some stage, and recitals.

    >>> old, new = (Instrument((Clause("use", label=label),)) for label in ("Article 1 bis", "Article 2"))
    >>> [cell.number for cell in concord([("issued", old), ("final", new)]).rows[0].cells]
    ['Article 1 bis', 'Article 2']
    """
    texts = [text for _, text in stages]
    steps = [_step(one, two) for one, two in pairwise(texts)]
    standings = [_standings(text, profile) for text in texts]
    paths = _ordered(_paths(steps, standings), standings)
    rows = tuple(Row(_cells(path, standings), _fates(path, steps)) for path in paths)
    numbered = tuple(row for row in rows if any(cell and cell.number for cell in row.cells))
    return Concordance(tuple(name for name, _ in stages), numbered, texts[-1].language)


def pairing_of(base: Instrument, result: Instrument) -> Pairing:
    """What is what in two stages: in place where only numbers changed, else as a comparison finds it."""
    return in_place(base) if stripped(base) == stripped(result) else pair(base, result).pairing


def _step(base: Instrument, result: Instrument) -> _Step:
    pairing = pairing_of(base, result)
    onward: defaultdict[Spot, list[Spot]] = defaultdict(list)
    back: defaultdict[Spot, list[Spot]] = defaultdict(list)
    links = [(((one, HEADING),), ((two, HEADING),)) for one, two in pairing.clauses]
    for olds, news in (*links, *((strand.base, strand.result) for strand in pairing.strands)):
        for old in olds:
            onward[old] += news
        for new in news:
            back[new] += olds
    moves = [item for item in describe(base, result, pairing).items if isinstance(item, Move)]
    moved = {spot for move in moves for spot in _spots(base, move)}
    return _Step(onward, back, frozenset(moved))


def _spots(base: Instrument, move: Move) -> Iterator[Spot]:
    """What a move carries: provisions, or whole clauses by their headings."""
    if move.place.part is Part.PROVISION:
        yield from ((move.place.clause, move.place.index + step) for step in range(move.count))
    elif move.place.part is Part.CLAUSE:
        yield from ((clause.id, HEADING) for clause in base.clauses[move.place.index : move.place.index + move.count])


def _standings(text: Instrument, profile: str) -> dict[Spot, Standing]:
    """Everything that stands in a text, in its order."""
    found: dict[Spot, Standing] = {}
    for clause in text:
        name, numbers = clause_name(clause, text.language, profile), _numbers(clause)
        heading = plain(clause.heading)
        called = heading or f"{name[:1].upper()}{name[1:]}"
        number = clause.label.strip("[] ") or clause.label or (called if any(numbers) else "")
        found[clause.id, HEADING] = Standing(clause.id, HEADING, clause.id, clause.label, name, number, heading)
        names = provision_names(clause, text.language, profile)
        for index, (address, said) in enumerate(zip(addresses(clause), names, strict=True)):
            label = clause.provisions[index].label
            found[clause.id, index] = Standing(clause.id, index, address, label, said, numbers[index])
    return found


def _numbers(clause: Clause) -> list[str]:
    """The labels of each provision from the outermost down; recitals are counted from the first after the opening."""
    lineages: list[str] = []
    numbers: list[str] = []
    for index, (parent, provision) in enumerate(zip(parents(clause.provisions), clause.provisions, strict=True)):
        label = provision.label.strip("[] ").rstrip(".．:、") or provision.label
        if not label and clause.kind is Kind.PREAMBLE and index:
            label = str(index)
        above = lineages[parent] if parent is not None else ""
        lineages.append(f"{above} {label}".strip())
        numbers.append(lineages[-1] if label else "")
    return numbers


def _paths(steps: Sequence[_Step], standings: Sequence[Mapping[Spot, Standing]]) -> list[Path]:
    """Every way that something took through the stages; what was split takes several, what was joined shares one."""
    paths: list[Path] = [(spot,) for spot in standings[0]]
    for place, step in enumerate(steps, 1):
        went = [(*path, spot) for path in paths for spot in _onward(path, step)]
        came = [(*(None,) * place, spot) for spot in standings[place] if spot not in step.back]
        paths = [*went, *came]
    return paths


def _onward(path: Path, step: _Step) -> Sequence[Spot | None]:
    last = path[-1]
    return (step.onward.get(last) if last else None) or (None,)


def _ordered(paths: Sequence[Path], standings: Sequence[Mapping[Spot, Standing]]) -> list[Path]:
    """The paths in the order of the last stage; those that ended before, each where its neighbours have gone."""
    last = {spot: place for place, spot in enumerate(standings[-1])}
    lasting = [(last[spot], path) for path in paths if (spot := path[-1])]
    ordered = [path for _, path in sorted(lasting, key=lambda each: each[0])]
    for stage in reversed(range(len(standings) - 1)):
        order = {spot: place for place, spot in enumerate(standings[stage])}
        homes = {path[stage]: path[-1] for path in paths if path[stage] and path[-1]}
        ending = [(order[spot], path) for path in paths if (spot := path[stage]) and not any(path[stage + 1 :])]
        for place, path in sorted(ending, key=lambda each: each[0]):
            before = [
                (order[spot], at)
                for at, other in enumerate(ordered)
                if (spot := other[stage]) and order[spot] <= place and _stayed(other, stage, homes)
            ]
            ordered.insert(max(before)[1] + 1 if before else 0, path)
    return ordered


def _stayed(path: Path, stage: int, homes: Mapping[Spot | None, Spot | None]) -> bool:
    """Whether something ended in the clause that its own clause became."""
    spot, last = path[stage], path[-1]
    home = homes.get((spot[0], HEADING)) if spot else None
    return last is None or home is None or last[0] == home[0]


def _cells(path: Path, standings: Sequence[Mapping[Spot, Standing]]) -> tuple[Standing | None, ...]:
    return tuple(standing[spot] if spot else None for spot, standing in zip(path, standings, strict=True))


def _fates(path: Path, steps: Sequence[_Step]) -> tuple[tuple[Fate, ...], ...]:
    return ((), *(tuple(_fate(one, two, step)) for (one, two), step in zip(pairwise(path), steps, strict=True)))


def _fate(before: Spot | None, now: Spot | None, step: _Step) -> Iterator[Fate]:
    if before and now:
        if before in step.moved or (now[0], HEADING) not in step.onward.get((before[0], HEADING), ()):
            yield Fate.MOVED
        if len(step.onward[before]) > 1:
            yield Fate.SPLIT
        if len(step.back[now]) > 1:
            yield Fate.JOINED
    elif before or now:
        yield Fate.GONE if before else Fate.NEW
