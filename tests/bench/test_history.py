"""How fast and how rightly words are followed through nine drafts; docs/benchmarks.md keeps the rows."""

import gc
import tracemalloc
from time import perf_counter

import pytest

from instrument.changes.tokens import read
from instrument.history import Draft, blame
from tests.corpus import needs_corpus, text
from tests.history.drafting import written

pytestmark = pytest.mark.bench


@pytest.mark.parametrize(("words", "counts"), [(24_000, (4, 8, 12, 16)), (100_000, (12,))])
def test_nine_drafts_of_a_treaty(words: int, counts: tuple[int, ...]) -> None:
    gc.set_threshold(100_000)  # as the program does
    drafts, truth = written(7, words, 9)
    for least in counts:
        spans = []
        for _ in range(3):
            read.cache_clear()  # as if no draft had been looked at yet
            start = perf_counter()
            found = [int(origin.draft) for line in blame(drafts, least=least).lines for origin in line.origins]
            spans.append(perf_counter() - start)
        later = [(one, other) for one, other in zip(found, truth, strict=True) if other]
        right = sum(one == other for one, other in zip(found, truth, strict=True)) / len(truth)
        newer = sum(one == other for one, other in later) / len(later)
        print(f"\n| {len(truth)} words, nine drafts, k = {least} | {min(spans):.2f} s | {right:.2%} | {newer:.2%} |")


def test_the_memory_for_nine_drafts() -> None:
    drafts, _ = written(7, 100_000, 9)
    read.cache_clear()
    tracemalloc.start()
    kept = blame(drafts)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(f"\n| nine drafts of {sum(len(line.origins) for line in kept.lines)} words | {peak / 2**20:.0f} MB added |")


@needs_corpus
def test_the_acts_of_a_convention_from_1900_to_1967() -> None:
    years = ("1900", "1911", "1925", "1934", "1967")
    drafts = [Draft(year, text(f"drafts/paris-convention/{year}.fr.txt")) for year in years]
    spans = []
    for _ in range(5):
        read.cache_clear()
        start = perf_counter()
        found = blame(drafts)
        spans.append(perf_counter() - start)
    print(f"\n| five acts, {sum(len(line.origins) for line in found.lines)} words in the last | {min(spans):.2f} s |")
