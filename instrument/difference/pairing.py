"""Two instruments laid side by side: which clauses and provisions of the one are which of the other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from instrument.changes.pairing import Pairing, Spot, Strand
from instrument.changes.tokens import read
from instrument.comparison.align import Block, Match, align
from instrument.model import Clause, Instrument, Kind, Provision, Text, plain

HEADING = -1
_REMEMBERED = 8192  # a text is paired with several others
AKIN = 0.2  # the share of words, or of runs of three words, that tells two clauses from strangers
_NUMBERED = re.compile(r"\b(?:part|section|article|annex)-\d")
ALONE = (Kind.TITLE, Kind.PREAMBLE, Kind.FINAL)  # there is one of each, so the kind is enough to know it by


@dataclass(frozen=True, slots=True)
class Paired:
    """A pairing, how alike the clauses are that it pairs, and how alike those strands that were matched with doubt."""

    pairing: Pairing
    alike: dict[tuple[str, str], float]
    doubtful: dict[Strand, float]


def pair(base: Instrument, result: Instrument) -> Paired:
    """What corresponds in two texts.

    Clauses with the same id are the same, save ids that only repeat a printed number; provisions with the same
    anchor in them are the same; the rest goes by its words, labels aside.
    """
    hinted = _hinted(base, result)
    olds, old_spots = _blocks(base, hinted, "old")
    news, new_spots = _blocks(result, {id: id for id in hinted.values()}, "new")
    matches = align(olds, news).matches
    alike = _alike(matches, (olds, old_spots), (news, new_spots))
    clauses = _clauses(base, result, hinted, alike)
    inner = [match for match in matches if _is_inner(match, old_spots, new_spots)]
    paired = {Strand(*_spots(match, old_spots, new_spots)): match for match in inner}
    doubtful = {strand: match.similarity for strand, match in paired.items() if match.doubtful}
    filled = {id for id, _ in old_spots} | {id for id, _ in new_spots}
    likeness = {(old, new): alike.get((old, new), float(not {old, new} & filled)) for old, new in clauses}
    return Paired(Pairing(clauses, tuple(paired)), likeness, doubtful)


def _hinted(base: Instrument, result: Instrument) -> dict[str, str]:
    """The clauses of the base whose ids, or kinds, say which clauses of the result they are."""
    named = {clause.id: clause for clause in result}
    found = {c.id: c.id for c in base if c.id in named and not (_positional(c) and _positional(named[c.id]))}
    for kind in ALONE:
        mine, theirs = ([c.id for c in text if c.kind is kind] for text in (base, result))
        if len(mine) == len(theirs) == 1 and mine[0] not in found and theirs[0] not in found.values():
            found[mine[0]] = theirs[0]
    return found


def _positional(clause: Clause) -> bool:
    """Whether an id only repeats a printed number, as the ids of imported texts do: "article-5"."""
    return _NUMBERED.search(clause.id) is not None


def _blocks(text: Instrument, hinted: dict[str, str], side: str) -> tuple[list[Block], list[Spot]]:
    blocks: list[Block] = []
    spots: list[Spot] = []
    for clause in text:
        known = hinted.get(clause.id)
        container = known or f"{side} {clause.id}"
        heading = f"{known} heading" if known else ""
        for index, label, words, hint in _lines(clause, known or "", heading):
            if index >= 0 or words:
                place = container if index >= 0 else f"{container} heading"  # a heading is never part of a provision
                blocks.append(Block(_words(words), label, place, hint))
                spots.append((clause.id, index))
    return blocks, spots


@lru_cache(maxsize=_REMEMBERED)
def _words(content: Text) -> tuple[str, ...]:
    return tuple(filter(None, read((content,)).words))


def _lines(clause: Clause, known: str, heading: str) -> Iterator[tuple[int, str, Text, str]]:
    yield HEADING, clause.label, clause.heading, heading
    for index, provision in enumerate(clause.provisions):
        yield index, provision.label, provision.text, _hint(known, provision)


def _hint(known: str, provision: Provision) -> str:
    return f"{known}#{provision.anchor}" if known and provision.anchor else ""


def _is_inner(match: Match, olds: list[Spot], news: list[Spot]) -> bool:
    """Whether a match is of provisions and not of headings."""
    old, new = _spots(match, olds, news)
    return all(index != HEADING for _, index in (*old, *new))


def _spots(match: Match, olds: list[Spot], news: list[Spot]) -> tuple[tuple[Spot, ...], tuple[Spot, ...]]:
    return tuple(olds[index] for index in match.old), tuple(news[index] for index in match.new)


Blocks = tuple[list[Block], list[Spot]]


def _alike(matches: tuple[Match, ...], old: Blocks, new: Blocks) -> dict[tuple[str, str], float]:
    """The share of words that two clauses have in common, by their matched provisions, for clauses that have any."""
    sizes = [Counter[str](), Counter[str]()]
    for size, (blocks, spots) in zip(sizes, (old, new), strict=True):
        for block, (clause, _) in zip(blocks, spots, strict=True):
            size[clause] += 1 + len(block.words)
    shared: defaultdict[tuple[str, str], float] = defaultdict(float)
    for match in matches:
        words = sum(1 + len(old[0][i].words) for i in match.old) + sum(1 + len(new[0][i].words) for i in match.new)
        shared[old[1][match.old[0]][0], new[1][match.new[0]][0]] += match.similarity * words
    return {pair: words / (sizes[0][pair[0]] + sizes[1][pair[1]]) for pair, words in shared.items()}


def _clauses(
    base: Instrument, result: Instrument, hinted: dict[str, str], alike: dict[tuple[str, str], float]
) -> tuple[tuple[str, str], ...]:
    """The pairs of clauses: those that are known, then of one kind those most alike, headed the same, or akin."""
    found, taken = dict(hinted), set(hinted.values())
    kinds, others = ({clause.id: clause.kind for clause in text} for text in (base, result))
    order = {clause.id: index for index, clause in enumerate(base)}
    for scores in _scores(base, result, found, taken, alike):
        for (old, new), share in sorted(scores.items(), key=lambda pair: (-pair[1], order[pair[0][0]])):
            if share >= AKIN and old not in found and new not in taken and kinds[old] is others[new]:
                found[old] = new
                taken.add(new)
    return tuple((clause.id, found[clause.id]) for clause in base if clause.id in found)


def _scores(
    base: Instrument,
    result: Instrument,
    found: dict[str, str],
    taken: set[str],
    alike: dict[tuple[str, str], float],
) -> Iterator[dict[tuple[str, str], float]]:
    """What speaks for pairs of clauses, the strongest kind first; the last kind only for those still unpaired."""
    yield alike
    yield _headed(base, result)
    yield _akin(base, result, found, taken)


def _headed(base: Instrument, result: Instrument) -> dict[tuple[str, str], float]:
    """The clauses that have the same heading, where each text has it once."""
    olds, news = ({plain(clause.heading).casefold(): clause.id for clause in text} for text in (base, result))
    often = Counter(plain(clause.heading).casefold() for clause in (*base, *result))
    return {(olds[words], news[words]): 1 for words in olds if words and words in news and often[words] == 2}


def _akin(base: Instrument, result: Instrument, found: dict[str, str], taken: set[str]) -> dict[tuple[str, str], float]:
    """The clauses of which the shorter shares enough of its runs of words with the longer: options become one line."""
    olds = {clause.id: grams for clause in base if clause.id not in found and (grams := _grams(clause))}
    news = {clause.id: grams for clause in result if clause.id not in taken and (grams := _grams(clause))}
    return {
        (old, new): len(one & two) / min(len(one), len(two)) for old, one in olds.items() for new, two in news.items()
    }


def _grams(clause: Clause) -> set[tuple[str, ...]]:
    words = read(tuple(provision.text for provision in clause.provisions)).words
    return set(zip(words, words[1:], words[2:], strict=False))
