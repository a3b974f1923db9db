"""What a proposal asks for as instructions, part by part, with what the text of a page has become after each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from instrument.changes import Changes, compose, digest
from instrument.difference.comparison import changes_of
from instrument.instructions import Status, amend, say
from instrument.model import Instrument
from instrument.papers.compendium import Asked, Submission
from instrument.problem import Read
from instrument.proposals.proposal import Proposal


def ask(
    submission: Submission, proposal: Proposal, base: Instrument, above: Instrument, others: Mapping[str, Changes],
    *, as_received: bool = True, profile: str = "un",
) -> Read[tuple[Asked, ...]]:  # fmt: skip
    """The words of a proposal as far as they are instructions that make its changes, else others that do.

    `base` is the text of the page, `above` the one that the proposal amends. Words as received are not given where
    nobody is to be named. What prose does not say of the changes is in the problems.
    """
    if submission.changes is None or proposal.changes is None:
        return Read(())
    parts = list(_received(proposal, above, others, profile)) if as_received else []
    if parts:
        under = None if base is above else changes_of(base, above)
        made = [amend(above, words, proposal.language, "", profile, others).changes for words in accumulate(parts)]
        start = under or _nothing(base)
        return Read(_steps(parts, start, [compose(under, each, base) if under else each for each in made]))
    said = say(submission.changes, base, profile=profile)
    sentences = [f"{sentence}\n\n" for sentence in said.value]
    made = [amend(base, words, profile=profile).changes for words in accumulate(sentences)]
    return Read(_steps(sentences, _nothing(base), made), said.problems)


def _steps(words: Sequence[str], start: Changes, made: Sequence[Changes]) -> tuple[Asked, ...]:
    """Each part of the words with the text before and after it."""
    return tuple(map(Asked, map(str.strip, words), (start, *made), made))


def _nothing(base: Instrument) -> Changes:
    return Changes(digest(base), digest(base), ())


def _received(proposal: Proposal, base: Instrument, others: Mapping[str, Changes], profile: str) -> Iterator[str]:
    """The words as received, cut before each instruction; none where they do not make the changes on record."""
    words = proposal.words
    made = amend(base, words, proposal.language, "", profile, others)
    assert proposal.changes is not None
    refused = any(each.status is Status.REFUSED for each in made.outcomes)
    if refused or made.changes.result != proposal.changes.result:
        return
    starts = [each.start for each in made.outcomes if each.status is not Status.KEPT][1:]
    for start, end in zip((0, *starts), (*starts, len(words)), strict=True):
        yield words[start:end]
