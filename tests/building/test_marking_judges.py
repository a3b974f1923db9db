"""Programs that are not ours read a document that several delegations amend as we do, and find nothing wrong in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from instrument.building.marking import Amendment, mark
from instrument.changes import Changes, apply, carry, compose, digest
from instrument.formats import docx
from instrument.model import Clause, Instrument, Provision, text
from instrument.papers.draft import draft
from tests.building.test_marking import NAMES, amendment, reworded, with_provision
from tests.building.tracking import stage
from tests.formats.docx.judges import READERS, VALIDATORS, Redline, invalid, misread, stored

pytestmark = pytest.mark.judge
FRESH = Clause("costs", label="Article 90", heading=text("Costs"), provisions=(Provision(0, "1.", text("Each.")),))


def with_article(base: Instrument) -> Instrument:
    return base.with_clauses([*base, FRESH])


def without_provision(base: Instrument) -> Instrument:
    return base.with_clauses(
        replace(each, provisions=each.provisions[:-1]) if each.id == "transparency" else each for each in base
    )


def cases() -> Iterator[tuple[str, list[Amendment]]]:
    base = stage("first-draft")
    a, b, c, d, _ = NAMES
    ten = reworded("within five years after that date", "within ten years after that date")
    yield "three delegations", [
        amendment(ten, with_provision("clearance", 4, "1 bis.", "It shall report."), without_provision, by=[a, b],
                  date="2026-03-10", symbol="CRP.4", explanation="Five years are too few.", base=base),
        amendment(with_provision("clearance", 4, "1 bis.", "Reports are public."), by=[c], base=base),
        amendment(ten, with_article, by=[d], date="2026-03-12", symbol="CRP.9", base=base),
    ]  # fmt: skip
    last = base.clauses[-1]
    yield (
        "the end of the document",
        [
            *(
                amendment(with_provision(last.id, len(last.provisions), "3.", f"So says {name}."), by=[name], base=base)
                for name in (a, b)
            ),
            amendment(reworded("plan, budget, services", "plan and budget"), by=[c], base=base),
            amendment(with_article, by=[d], base=base),
        ],
    )


@pytest.fixture(scope="module")
def redlines(tmp_path_factory: pytest.TempPathFactory) -> list[Redline]:
    folder = tmp_path_factory.mktemp("marked")
    base = stage("first-draft")
    found = []
    for number, (says, given) in enumerate(cases()):
        through = Changes(digest(base), digest(base))
        for each in given:
            through = compose(through, carry(each.changes, through, base).changes, base)
        old, new = (docx.write(draft(each).value) for each in (base, apply(through, base)))
        found.append(stored(folder, number, says, old, new, mark(base, base, given, comments=True).value.data))
    return found


@pytest.mark.parametrize("reader", READERS)
def test_another_program_reads_all_amendments_where_it_accepts_and_the_issued_text_where_it_rejects(
    reader: str, redlines: list[Redline], tmp_path: Path
) -> None:
    assert misread(reader, redlines, tmp_path) == []


@pytest.mark.parametrize("validator", VALIDATORS)
def test_a_validator_finds_nothing_in_it(validator: str, redlines: list[Redline]) -> None:
    assert invalid(validator, redlines) == []
