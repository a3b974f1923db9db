"""The proposals of the sample convention are sound, and what they say became of them is true of its stages."""

from itertools import combinations
from pathlib import Path

import pytest

from instrument import library
from instrument.changes import Changes, apply, overlap
from instrument.changes.items import Insert, Replace
from instrument.changes.overlapping import Clash
from instrument.formats import proposal as proposal_format
from instrument.library import Library
from instrument.model import Clause, Footnote, Text, plain
from instrument.proposals.life import Event
from instrument.proposals.proposal import Proposal
from instrument.words import words

SAMPLE = Path(__file__).parents[2] / "clauses"


@pytest.fixture(scope="module")
def sample() -> Library:
    return library.open(SAMPLE)


def test_nothing_is_wrong_in_it(sample: Library) -> None:
    assert sample.register_problems == ()


def test_five_delegations_and_more_proposed_at_several_stages(sample: Library) -> None:
    proposals = sample.proposals()
    movers = {proposal.life[0].by for proposal in proposals}
    assert len(proposals) >= 12
    assert {f"Delegation {letter}" for letter in "ABCDE"} <= movers
    assert {"first-draft", "second-draft"} <= {proposal.against for proposal in proposals}
    assert sum(len(proposal.sponsors) > 1 for proposal in proposals) >= 5
    assert {Event.WITHDRAWN, Event.ADOPTED, Event.REJECTED, Event.SUPERSEDED} <= {each.state for each in proposals}


def test_every_file_is_canonical(sample: Library) -> None:
    for entry in (*sample.register.entries, *sample.register.issued):
        assert proposal_format.write(entry.proposal) == entry.source, entry.path


def test_every_proposal_can_be_carried_out_on_what_it_is_against(sample: Library) -> None:
    for proposal in sample.proposals():
        assert proposal.changes is not None, proposal.name
        assert apply(proposal.changes, sample.base_of(proposal)) != sample.base_of(proposal)


def test_some_contradict_one_another(sample: Library) -> None:
    first = sample.proposals(against="first-draft")
    meetings = [(one, other) for one, other in combinations(first, 2) if contradict(one, other)]
    assert [(str(one.symbol), str(other.symbol)) for one, other in meetings] == [
        ("DC/2026/P/4", "DC/2026/P/5"), ("DC/2026/P/11", "DC/2026/P/11/Rev.1"),
    ]  # fmt: skip


def contradict(one: Proposal, other: Proposal) -> bool:
    assert one.changes and other.changes
    return any(meeting.clash is Clash.CONTRARY for meeting in overlap(one.changes, other.changes))


def test_the_words_adopted_stand_where_it_says(sample: Library) -> None:
    adopted = sample.proposals(state="adopted")
    assert len(adopted) >= 8
    for proposal in adopted:
        assert proposal.effect
        stage = sample.draft(proposal.life[-1].stage)
        text = " ".join(words(" ".join(plain(each) for clause in stage for each in clause.texts)))
        for put_in in inserted(proposal.effect):
            assert " ".join(words(plain(put_in))) in text, (proposal.name, put_in)


def inserted(changes: Changes) -> list[Text]:
    replaced = [item.new for item in changes.items if isinstance(item, Replace)]
    units = [unit for item in changes.items if isinstance(item, Insert) for unit in item.units]
    return replaced + [unit.text for unit in units if not isinstance(unit, Clause | Footnote)]
