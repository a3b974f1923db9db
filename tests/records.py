"""What Hypothesis feeds the laws about proposals: symbols, sponsors, lives, and whole proposals."""

from __future__ import annotations

from hypothesis import strategies as st

from instrument.audiences import AUDIENCES
from instrument.changes import Changes, describe
from instrument.proposals.agreement import Agreement, Status
from instrument.proposals.life import Event, Step
from instrument.proposals.positions import Position, Stance
from instrument.proposals.proposal import Proposal
from instrument.proposals.sponsors import Sponsor
from instrument.proposals.symbol import Relation, Series, Symbol
from tests import edits

BODIES = st.sampled_from(["CCM", "A/CONF.232/2022", "DC/2026", "MSC 107", "A/C.3/45", "ccm"])
SERIES = st.builds(Series, BODIES, st.sampled_from(["", "L", "CRP", "WP"]))
NUMBERED = [Relation.ADDENDUM, Relation.CORRIGENDUM, Relation.AMENDMENT, Relation.REVISION]
ENDINGS = st.lists(st.tuples(st.sampled_from(NUMBERED), st.integers(1, 12)), max_size=2).map(tuple)
SYMBOLS = st.builds(Symbol, SERIES, st.integers(1, 120), ENDINGS, st.integers(0, 2))

WORDS = st.one_of(
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r"), max_size=30),
    st.lists(st.sampled_from(["", "%% changes", "\\%% changes", "%% note", "+++", "Delete it.", " "]), max_size=5).map(
        "\n".join
    ),
)
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
NAMES = st.text(st.characters(exclude_categories=("Cs",), exclude_characters=";"), min_size=1, max_size=8)
MOMENTS = st.one_of(st.dates(), st.datetimes())
SPONSORS = st.builds(Sponsor, NAMES, MOMENTS, st.none() | MOMENTS, st.just("") | NAMES)
STEPS = st.builds(Step, st.sampled_from(Event), MOMENTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS)
POSITIONS = st.builds(
    Position, NAMES, NAMES, MOMENTS, TEXTS, st.none() | st.sampled_from(Stance), TEXTS, TEXTS, TEXTS, TEXTS,
    st.sampled_from(AUDIENCES),
)  # fmt: skip
AGREEMENTS = st.builds(
    Agreement, NAMES, st.sampled_from(Status), NAMES, MOMENTS, TEXTS, TEXTS, TEXTS, st.sampled_from(AUDIENCES)
)


@st.composite
def changes(draw: st.DrawFn) -> Changes:
    base = draw(edits.instruments())
    result, pairing = draw(edits.edited(base))
    return describe(base, result, pairing)


PROPOSALS = st.builds(
    Proposal, WORDS, NAMES, st.lists(SPONSORS, max_size=3).map(tuple), st.lists(STEPS, max_size=3).map(tuple),
    st.none() | SYMBOLS, st.sampled_from(["en", "fr", "zh"]), TEXTS, st.sampled_from(AUDIENCES), WORDS,
    st.none() | changes(), st.none() | changes(),
)  # fmt: skip
