"""From one draft to the next: which words stayed, which went, which came, and which of those had stood there before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from instrument.changes.pairing import Pairing
from instrument.comparison.runs import Hunk, hunks
from instrument.difference.names import clause_name
from instrument.difference.pairing import pair
from instrument.history import lines
from instrument.history.graveyard import Found, Grave
from instrument.history.lines import HEADING, NEW, Ghost, Spot, Strip
from instrument.history.values import Credit
from instrument.history.walk import Walk
from instrument.model import Clause, Instrument, Text

_HERE = 3  # so many words in a row that went from this very place are the same where they come in again


@dataclass(slots=True)
class _Joint:
    """Lines that became others, read on as one; which of the words arrived, and what had gone from there earlier."""

    spots: Sequence[Spot]
    sizes: Sequence[int]
    strip: Strip
    arrived: list[tuple[int, int, list[Grave]]] = field(default_factory=list)
    is_new: bool = False


def advance(
    walk: Walk, text: Instrument, draft: str, credits: tuple[Credit, ...] = (), pairing: Pairing | None = None
) -> None:
    """Goes on to a text; what corresponds is told by a pairing, or found by comparing.

    Words that nothing explains are `NEW` until the walk settles them.
    """
    before, after = differing(walk.text, text)
    _Step(walk, before, after, draft, credits).take(pairing or pair(before, after).pairing, text)


def differing(old: Instrument, new: Instrument) -> tuple[Instrument, Instrument]:
    """Two texts without the clauses that are the same in both."""
    olds, news = ({clause.id: clause for clause in each} for each in (old, new))
    same = {id for id, clause in news.items() if olds.get(id) == clause}
    before, after = (each.with_clauses(c for c in each if c.id not in same) for each in (old, new))
    return before, after


def correspondence(texts: tuple[Instrument, Instrument] | None) -> Pairing | None:
    """What corresponds in two texts, if there are any."""
    return pair(*texts).pairing if texts else None


@dataclass(slots=True)
class _Step:
    """One step, over those clauses alone that are not the same in both texts."""

    walk: Walk
    before: Instrument
    after: Instrument
    draft: str
    credits: tuple[Credit, ...]
    olds: dict[Spot, Text] = field(init=False)
    news: dict[Spot, Text] = field(init=False)
    homes: dict[Spot, Spot] = field(default_factory=dict)  # where what followed each old line goes on
    homeless: defaultdict[Spot, list[Grave]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.olds, self.news = (
            {spot: content for clause in text for spot, content in lines.texts_of(clause)}
            for text in (self.before, self.after)
        )

    def take(self, pairing: Pairing, text: Instrument) -> None:
        joints = list(self._joints(pairing))
        self._leave(dict(pairing.clauses))
        for joint in joints:
            for start, end, graves in joint.arrived:
                self._recall(joint, start, end, graves)
        made = {spot: strip for joint in joints for spot, strip in self._strips(joint)}
        spots = (spot for clause in text for spot, _ in lines.texts_of(clause))
        self.walk.lines = {spot: made[spot] if spot in made else self.walk.lines[spot] for spot in spots}
        self.walk.text = text

    def _joints(self, pairing: Pairing) -> Iterator[_Joint]:
        met: set[Spot] = set()
        for olds, news in lines.groups(pairing, self.before, self.after):
            met.update(news)
            self.homes.update(dict.fromkeys(olds, news[-1]))
            yield self._joint(olds, news)
        for spot, content in self.news.items():
            if spot not in met:
                words = lines.words_of(content)
                unknown = Strip(words, [NEW] * len(words))
                yield _Joint([spot], [len(words)], unknown, [(0, len(words), [])] if words else [], is_new=True)

    def _joint(self, olds: Sequence[Spot], news: Sequence[Spot]) -> _Joint:
        old = lines.joined([self.walk.lines[spot] for spot in olds])
        if len(olds) == len(news) == 1 and self.olds[olds[0]] == self.news[news[0]]:
            return _Joint(news, [len(old.words)], old)
        parts = [lines.words_of(self.news[spot]) for spot in news]
        words, sizes = [word for part in parts for word in part], list(map(len, parts))
        found = () if old.words == words else hunks(old.words, words)
        ghosts = [(_moved(at, found), grave) for at, grave in old.ghosts if len(grave.back) < len(grave.words)]
        ids: list[int] = []
        at = 0
        for hunk in found:
            ids += old.ids[at : hunk.old_start]
            ids += [NEW] * (hunk.new_end - hunk.new_start)
            at = hunk.old_end
            ghosts += [(hunk.new_start, grave) for grave in self._buried(olds, hunk)]
        strip = Strip(words, ids + old.ids[at:], tuple(sorted(ghosts, key=lambda ghost: ghost[0])))
        arrived = [(h.new_start, h.new_end, _near(old.ghosts, h)) for h in found if h.new_end > h.new_start]
        return _Joint(news, sizes, strip, arrived)

    def _buried(self, spots: Sequence[Spot], hunk: Hunk) -> Iterator[Grave]:
        """The words that a hunk takes out, line by line."""
        start = 0
        for spot in spots:
            strip = self.walk.lines[spot]
            low, high = max(hunk.old_start - start, 0), min(hunk.old_end - start, len(strip.words))
            if low < high:
                yield self._bury(spot, low, high)
            start += len(strip.words)

    def _bury(self, spot: Spot, start: int, end: int, label: str = "", is_whole: bool = False) -> Grave:
        strip = self.walk.lines[spot]
        words, ids = strip.words[start:end], strip.ids[start:end]
        grave = Grave(self.olds[spot], start, words, ids, self.draft, label, is_whole)
        self.walk.bury(grave, self.credits)
        return grave

    def _leave(self, continued: dict[str, str]) -> None:
        """Lines that nothing continues are buried whole; what is told of them is told where their neighbour goes on."""
        for clause in self.before:
            home: Spot | None = (continued[clause.id], HEADING) if clause.id in continued else None
            for spot, _ in lines.texts_of(clause):
                if spot in self.homes:
                    home = self.homes[spot]
                    continue
                graves = [grave for _, grave in self.walk.lines[spot].ghosts]
                if words := self.walk.lines[spot].words:
                    graves.append(self._bury(spot, 0, len(words), _label(clause, spot), is_whole=True))
                if home:
                    self.homeless[home] += graves
                else:
                    name = clause.label or clause_name(clause, self.before.language)
                    self.walk.clauses += [(name, grave) for grave in graves]

    def _recall(self, joint: _Joint, start: int, end: int, graves: Sequence[Grave]) -> None:
        """Words that arrive are looked for among those that went: first from this place, then from anywhere."""
        for grave in graves:
            for found in _again(grave, joint.strip.words[start:end]):
                self._raise(joint, start, found)
        ids = joint.strip.ids
        while start < end:
            if ids[start] != NEW:
                start += 1
                continue
            stop = next((at for at in range(start, end) if ids[at] != NEW), end)
            is_whole = joint.is_new and stop - start == len(ids)
            for found in self.walk.yard.find(joint.strip.words[start:stop], is_whole):
                self._raise(joint, start, found)
            start = stop

    def _raise(self, joint: _Joint, start: int, found: Found) -> None:
        """Words that lay in a grave stand in the text again; those that went in this very step have only moved."""
        grave = found.grave
        for step in range(found.size):
            at, id = start + found.at + step, grave.ids[found.start + step]
            if joint.strip.ids[at] == NEW and found.start + step not in grave.back:
                joint.strip.ids[at] = id
                grave.back.add(found.start + step)
                if grave.draft != self.draft:
                    self.walk.returned(id, self.draft, self.credits)

    def _strips(self, joint: _Joint) -> Iterator[tuple[Spot, Strip]]:
        for spot, strip in zip(joint.spots, lines.parted(joint.strip, joint.sizes), strict=True):
            more = tuple((len(strip.words), grave) for grave in self.homeless.get(spot, ()))
            yield spot, Strip(strip.words, strip.ids, strip.ghosts + more) if more else strip


def _moved(at: int, found: Sequence[Hunk]) -> int:
    """Where a point between words is after hunks; inside of one, at its beginning."""
    shift = 0
    for hunk in found:
        if at < hunk.old_start:
            break
        if at < hunk.old_end or hunk.old_start == hunk.old_end == at:
            return hunk.new_start
        shift = hunk.new_end - hunk.old_end
    return at + shift


def _near(ghosts: Sequence[Ghost], hunk: Hunk) -> list[Grave]:
    """What had gone from a place, the latest first: words of the line before whole lines that went from beside it."""
    graves = [grave for at, grave in reversed(ghosts) if hunk.old_start <= at <= hunk.old_end]
    return sorted(graves, key=lambda grave: grave.is_whole)


def _again(grave: Grave, words: Sequence[str]) -> Iterator[Found]:
    """The words of a grave that come in where they went: a few in a row, or all there are."""
    lying = [at for at in range(len(grave.words)) if at not in grave.back]
    old = [grave.words[at] for at in lying]
    least = min(_HERE, len(old), len(words))
    at = other = 0
    for hunk in (*hunks(old, words), Hunk(len(old), len(old), len(words), len(words))):
        if hunk.old_start - at >= max(least, 1):
            yield from (Found(other + step, grave, lying[at + step], 1) for step in range(hunk.old_start - at))
        at, other = hunk.old_end, hunk.new_end


def _label(clause: Clause, spot: Spot) -> str:
    """The label of a provision that went."""
    at = spot[1]
    return clause.provisions[at].label if isinstance(at, int) and at != HEADING else ""
