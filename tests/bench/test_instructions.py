"""How the time to carry out instructions grows with their number; docs/benchmarks.md keeps the row."""

import pytest

from instrument.instructions import Status, amend
from tests.bench.measuring import best, row
from tests.corpus import CORPUS, needs_corpus, text

pytestmark = pytest.mark.bench


def instructions(count: int) -> str:
    """Replacements of words in turn, each of which asks for what another one asked for or is refused."""
    asked = (
        f"In article {n % 22 + 1}, paragraph {n % 4 + 1}, replace “State Party {n % 7}” with “Party”.\n"
        f"In article 3, paragraph 2, replace “eight” with “six”."
        for n in range(count // 2)
    )
    return "\n\n".join(asked)


@needs_corpus
def test_instructions_in_proportion() -> None:
    base = text("treaties/ccm-2008.en.txt")
    small, large = instructions(1_000), instructions(10_000)
    assert {outcome.status for outcome in amend(base, small).outcomes} == {Status.APPLIED, Status.CHECK, Status.REFUSED}
    ours, theirs = best(lambda: amend(base, large), 1), best(lambda: amend(base, small), 3)
    row("10,000 instructions carried out on a treaty", ours, "10 times 1,000 instructions", 10 * theirs)


@needs_corpus
def test_prose_in_proportion() -> None:
    base = text("treaties/ccm-2008.en.txt")
    report = (CORPUS / "drafts/bbnj-prepcom-report/2026-05-04.en.txt").read_text(encoding="utf-8") * 5
    small, large = report[:100_000], report[:1_000_000]
    ours, theirs = best(lambda: amend(base, large), 1), best(lambda: amend(base, small), 3)
    row("a megabyte of a report looked through for instructions", ours, "10 times 100,000 characters", 10 * theirs)
