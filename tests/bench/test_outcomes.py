"""How fast the brackets of real drafts are judged; docs/benchmarks.md keeps the rows."""

import gc
from time import perf_counter

import pytest

from instrument.outcomes import judge
from instrument.outcomes.laying import lay
from tests.corpus import needs_corpus, text

pytestmark = pytest.mark.bench


@needs_corpus
@pytest.mark.parametrize(
    ("draft", "later"),
    [("2015-10-23", "2015-12-12"), ("2015-12-04", "2015-12-12"), ("2015-10-23", "2015-12-04")],
)
def test_the_brackets_of_the_paris_agreement(draft: str, later: str) -> None:
    gc.set_threshold(100_000)  # as the program does
    old, new = (text(f"drafts/paris-agreement/{day}.md") for day in (draft, later))
    spans = []
    for _ in range(3):
        lay.cache_clear()
        start = perf_counter()
        found = judge(old, new)
        spans.append(perf_counter() - start)
    print(f"\n| {len(found.found)} stretches of {draft} in {later} | {min(spans):.1f} s |")
