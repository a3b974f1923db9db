"""Texts too large to be compared at once, cut where they surely correspond."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from instrument.comparison.codes import Codes
from instrument.comparison.order import keep
from instrument.comparison.pair import Pair, Range, Run

CELLS = 16_000_000  # pairs of words; up to here the best answer takes two megabytes
_TIES = (8, 4, 2, 1)  # so many words in a row, when they stand once in each text, tie the two together
_ALIKE = 1024  # texts in which nothing stands once are mostly alike; the engine starts from about so many changes


def pieces(pair: Pair) -> Iterator[Range]:
    """Parts of two texts that follow each other and have at most CELLS pairs of words; what is left out shares none.

    >>> from instrument.comparison.pair import paired
    >>> list(pieces(paired(["No", "State"], ["No", "Party"])))
    [Range(old_start=0, old_end=2, new_start=0, new_end=2)]
    """
    return _pieces(pair, pair.whole, _TIES)


def _pieces(pair: Pair, part: Range, ties: tuple[int, ...]) -> Iterator[Range]:
    if part.cells <= CELLS:
        yield part
    elif ties:
        for piece in _cut(_tied(pair, part, ties[0]), part):
            yield from _pieces(pair, piece, ties[1:])
    else:
        yield from (piece for piece in _cut(_near(pair, part), part) if piece.cells <= CELLS)


def _cut(runs: Sequence[Run], part: Range) -> Iterator[Range]:
    """A part cut in the middle of runs, the longest first, until each piece is small or holds none."""
    if part.cells <= CELLS or not runs:
        yield part
        return
    margin = len(runs) // 4
    at = max(range(margin, len(runs) - margin), key=lambda at: runs[at].size)
    old, new = runs[at].old + runs[at].size // 2, runs[at].new + runs[at].size // 2
    yield from _cut(runs[:at], Range(part.old_start, old, part.new_start, new))
    yield from _cut(runs[at + 1 :], Range(old, part.old_end, new, part.new_end))


def _tied(pair: Pair, part: Range, size: int) -> list[Run]:
    """Where the two texts are tied together: of all such runs, the heaviest choice that keeps its order."""
    old, new = (_once(codes, size) for codes in pair.codes(part))
    starts: list[tuple[int, int]] = []
    sizes: list[int] = []
    i_next = j_next = -1
    for words, i in old.items():
        j = new.get(words, -1)
        if i < 0 or j < 0:
            continue
        if i == i_next and j == j_next:
            sizes[-1] += 1
        else:
            starts.append((i, j))
            sizes.append(1)
        i_next, j_next = i + 1, j + 1
    kept = keep([j for _, j in starts], sizes)
    return [Run(part.old_start + starts[at][0], part.new_start + starts[at][1], sizes[at]) for at in kept]


def _once(codes: Codes, size: int) -> dict[Codes, int]:
    """Where each sequence of so many words begins; -1 where it stands more than once."""
    places: dict[Codes, int] = {}
    for at in range(len(codes) - size + 1):
        words = codes[at : at + size]
        places[words] = -1 if words in places else at
    return places


def _near(pair: Pair, part: Range) -> list[Run]:
    """Where nothing stands once: the runs of a good answer that needs no memory, though it is not the best."""
    from rapidfuzz.distance import Levenshtein

    blocks = Levenshtein.editops(*pair.codes(part), score_hint=_ALIKE).as_matching_blocks()
    return [Run(part.old_start + block.a, part.new_start + block.b, block.size) for block in blocks if block.size]
