"""The words that two texts share, in order: as many as there can be, at any size and in little memory."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from instrument.comparison.codes import Codes
from instrument.comparison.cutting import CELLS, pieces
from instrument.comparison.pair import Pair, Range, Run, between, ends, paired


def differing(old: Sequence[str], new: Sequence[str]) -> list[Range]:
    """The ranges in which two texts differ, between the words that they share.

    As few words differ as can be, in texts of up to CELLS pairs of words; larger ones are cut first, where they
    surely correspond. Of (new, old) the answer is that of (old, new), the other way about.

    >>> differing(["No", "State", "shall", "use"], ["No", "Party", "shall"])
    [Range(old_start=1, old_end=2, new_start=1, new_end=2), Range(old_start=3, old_end=4, new_start=3, new_end=3)]
    """
    head, tail = ends(old, new)
    inner = Range(head, len(old) - tail, head, len(new) - tail)
    if not inner.cells:
        return [inner] if len(old) != len(new) else []
    old, new = old[head : inner.old_end], new[head : inner.new_end]
    if set(old).isdisjoint(new):
        return [inner]
    whole = Range(0, len(old), 0, len(new))
    if inner.cells <= CELLS:
        found = between(_best(paired(old, new), whole), whole)
    elif (len(new), list(new)) < (len(old), list(old)):
        turned = between(_shared(new, old), Range(0, len(new), 0, len(old)))
        found = (Range(i, i_end, j, j_end) for j, j_end, i, i_end in turned)
    else:
        found = between(_shared(old, new), whole)
    return [Range(i + head, i_end + head, j + head, j_end + head) for i, i_end, j, j_end in found]


def same(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The words that two texts share, in pairs.

    >>> list(same(["No", "State", "shall"], ["No", "Party", "shall"]))
    [(0, 0), (2, 2)]
    """
    i = j = 0
    for part in [*differing(old, new), Range(len(old), len(old), len(new), len(new))]:
        yield from zip(range(i, part.old_start), range(j, part.new_start), strict=True)
        i, j = part.old_end, part.new_end


def _shared(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    """The words shared by texts too large for the best answer, found piece by piece.

    Words that stand on one side only are left out first: they make a text larger and cannot be shared.
    """
    both = set(old) & set(new)
    olds = [at for at, word in enumerate(old) if word in both]
    news = [at for at, word in enumerate(new) if word in both]
    pair = paired([old[at] for at in olds], [new[at] for at in news])
    for part in pieces(pair):
        for run in _best(pair, part):
            for at in range(run.size):
                yield Run(olds[run.old + at], news[run.new + at], 1)


def _best(pair: Pair, part: Range) -> Iterable[Run]:
    """The most words that can be shared in a part.

    There may be several such answers. Asked from both sides, the engine gives two; where they differ, the one that
    reads better is taken, so that the answer does not depend on the side.
    """
    old, new = pair.codes(part)
    one = [Run(i + part.old_start, j + part.new_start, size) for i, j, size in _aligned(old, new)]
    other = [Run(i + part.old_start, j + part.new_start, size) for j, i, size in _aligned(new, old)]
    return one if one == other else _settled(pair, part, one, other)


def _aligned(old: Codes, new: Codes) -> Iterator[tuple[int, int, int]]:
    from rapidfuzz.distance import Indel

    return ((block.a, block.b, block.size) for block in Indel.editops(old, new).as_matching_blocks() if block.size)


def _settled(pair: Pair, part: Range, one: list[Run], other: list[Run]) -> Iterator[Run]:
    """Two answers as one: what they agree on, and between it the better of the two."""
    old, new = part.old_start, part.new_start
    for run in [*_agreed(one, other), Run(part.old_end, part.new_end, 0)]:
        gap = Range(old, run.old, new, run.new)
        if gap.cells:
            answers = _within(one, gap), _within(other, gap)
            yield from answers[0] if answers[0] == answers[1] else min(answers, key=lambda runs: _rank(pair, gap, runs))
        yield run
        old, new = run.old + run.size, run.new + run.size


def _agreed(one: list[Run], other: list[Run]) -> Iterator[Run]:
    """The words that two answers pair alike."""
    at = 0
    for i, j, size in one:
        while at < len(other) and other[at].old + other[at].size <= i:
            at += 1
        for k in range(at, len(other)):
            start, beside, length = other[k]
            if start >= i + size:
                break
            if beside - start == j - i:
                low, high = max(i, start), min(i + size, start + length)
                yield Run(low, low + j - i, high - low)


def _within(runs: list[Run], part: Range) -> list[Run]:
    """What of an answer lies in a part."""
    found = []
    for at in range(max(0, bisect_left(runs, (part.old_start,)) - 1), len(runs)):
        old, new, size = runs[at]
        if old >= part.old_end:
            break
        skipped = max(0, part.old_start - old, part.new_start - new)
        size = min(size, part.old_end - old, part.new_end - new) - skipped
        if size > 0:
            found.append(Run(old + skipped, new + skipped, size))
    return found


def _rank(pair: Pair, part: Range, runs: list[Run]) -> tuple[object, ...]:
    """How well an answer reads, lowest first: few differences, longer words kept, changes early, and at last by the
    words, so that the sides play no part."""
    found = list(between(runs, part))
    changed = [sorted((list(pair.old[i:i_end]), list(pair.new[j:j_end]))) for i, i_end, j, j_end in found]
    length = sum(len(word) for sides in changed for side in sides for word in side)
    return len(found), length, [i + j for i, _, j, _ in found], changed
