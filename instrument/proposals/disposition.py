"""What became of proposals in a later text: a suggestion until the officer confirms it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from instrument.changes.items import Changes, Insert, Item, Replace
from instrument.changes.overlapping import Clash, overlap
from instrument.model import Instrument, plain
from instrument.proposals.proposal import Proposal
from instrument.proposals.rebasing import Fate, Rebased, rebase, words_of

_HALF = 0.5  # of the words that a change brings and takes away: so much of it in a later text is a reflection


class Reflected(StrEnum):
    """How far a later text reflects a proposal, or one of its changes."""

    IN_FULL = "in full"
    IN_PART = "in part"
    IN_BRACKETS = "in square brackets"
    IN_OTHER_WORDS = "in other words"
    NOT = "not reflected"


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one change of a proposal; `now` is where the later text is nearest to it."""

    reflected: Reflected
    rebased: Rebased
    now: str


@dataclass(frozen=True, slots=True)
class Disposed:
    """What became of one proposal; one whose changes are not recorded has no answer, and a person has to look."""

    proposal: Proposal
    reflected: Reflected | None
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Disposition:
    """What became of each proposal, and the changes of the later text that no proposal asked for."""

    disposed: tuple[Disposed, ...]
    own: tuple[Item, ...]


def dispose(proposals: Sequence[Proposal], base: Instrument, through: Changes) -> Disposition:
    """What became of proposals against `base` in the text that `through` makes of it.

    A change is reflected in full where the later text has it word for word, in square brackets where it has not been
    agreed, in other words where at least half of it is there. A proposal is reflected in part
    where some of its changes are.
    """
    disposed = tuple(_disposed(proposal, base, through) for proposal in proposals)
    answered = [
        meeting.mine
        for each in disposed if each.proposal.changes
        for meeting in overlap(through, each.proposal.changes)
        if meeting.clash is Clash.SAME or _is_answer(meeting.theirs, each)
    ]  # fmt: skip
    own = tuple(item for item in through.items if not any(item is other for other in answered))
    return Disposition(disposed, own)


def _is_answer(item: Item, disposed: Disposed) -> bool:
    """Whether a change of a proposal was reflected at all: what it met in the later text is its answer."""
    return any(each.rebased.item == item and each.reflected is not Reflected.NOT for each in disposed.answers)


def _disposed(proposal: Proposal, base: Instrument, through: Changes) -> Disposed:
    if proposal.changes is None or proposal.changes.base != through.base:
        return Disposed(proposal, None)
    answers = answers_to(proposal.changes, base, through)
    return Disposed(proposal, _overall([each.reflected for each in answers]), answers)


def answers_to(changes: Changes, base: Instrument, through: Changes) -> tuple[Answer, ...]:
    """What became of each change of a text in what `through` makes of it."""
    arrived = [words_of(unit) for item in through.items if isinstance(item, Insert) for unit in item.units]
    return tuple(_answers(rebase(changes, base, through).rebased, arrived))


def _answers(rebased: Sequence[Rebased], arrived: Sequence[str]) -> Iterator[Answer]:
    for each in rebased:
        if each.fate is Fate.SATISFIED:
            yield Answer(Reflected.IN_FULL, each, each.now)
            continue
        there = arrived if isinstance(each.item, Insert) else [each.now]
        nearest = max(there, key=lambda now: _taken(each, now), default="")
        if _is_bracketed(each, nearest):
            yield Answer(Reflected.IN_BRACKETS, each, nearest)
        elif _taken(each, nearest) >= _HALF:
            yield Answer(Reflected.IN_OTHER_WORDS, each, nearest)
        else:
            yield Answer(Reflected.NOT, each, "" if isinstance(each.item, Insert) else each.now)


def _is_bracketed(each: Rebased, now: str) -> bool:
    """Whether the later text has what is proposed, not agreed: the same but for brackets, or as one of rivals."""
    if _bare(now) == _bare(each.wanted) != _bare(each.before):
        return True
    if not isinstance(each.item, Replace):
        return False
    new, old = (plain(words).strip(" ,;") for words in (each.item.new, each.item.old))
    if new:
        return "[" in now and _has(now, new) and not _has(each.before, new)
    return _has(now, old, r"\[\W*") and not _has(each.before, old, r"\[\W*")


def _has(words: str, passage: str, behind: str = "") -> bool:
    """Whether whole words stand in others, behind what a pattern says."""
    return re.search(rf"{behind}(?<!\w){re.escape(passage)}(?!\w)", words) is not None


def _bare(words: str) -> str:
    """Words without square brackets."""
    return words.replace("[", "").replace("]", "")


def _taken(each: Rebased, now: str) -> float:
    """How much of the words that a change brings a later text has, and of those it takes away it has not."""
    stays = Counter() if isinstance(each.item, Insert) else Counter(_bare(each.before).split())
    wanted, read = Counter(_bare(each.wanted).split()), Counter(_bare(now).split())
    brought, gone = wanted - stays, stays - wanted
    met = (brought & (read - stays)).total() + (gone & (stays - read)).total()
    return met / (brought.total() + gone.total()) if brought or gone else 0


def _overall(answers: Sequence[Reflected]) -> Reflected:
    """What became of a proposal, from what became of each of its changes."""
    met = set(answers)
    if len(met) == 1:
        return met.pop()
    if not met or met == {Reflected.NOT}:
        return Reflected.NOT
    if Reflected.NOT in met:
        return Reflected.IN_PART
    return Reflected.IN_OTHER_WORDS if Reflected.IN_OTHER_WORDS in met else Reflected.IN_BRACKETS
