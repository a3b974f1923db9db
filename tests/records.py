"""What Hypothesis feeds the laws about proposals: symbols, sponsors, lives, and whole proposals."""

from __future__ import annotations

from hypothesis import strategies as st

from instrument.proposals.symbol import Relation, Series, Symbol

BODIES = st.sampled_from(["CCM", "A/CONF.232/2022", "DC/2026", "MSC 107", "A/C.3/45", "ccm"])
SERIES = st.builds(Series, BODIES, st.sampled_from(["", "L", "CRP", "WP"]))
NUMBERED = [Relation.ADDENDUM, Relation.CORRIGENDUM, Relation.AMENDMENT, Relation.REVISION]
ENDINGS = st.lists(st.tuples(st.sampled_from(NUMBERED), st.integers(1, 12)), max_size=2).map(tuple)
SYMBOLS = st.builds(Symbol, SERIES, st.integers(1, 120), ENDINGS, st.integers(0, 2))
