"""A hundred references of real treaties, drawn by chance and read one by one: each names what it is said to name."""

from pathlib import Path

import pytest

from instrument.outline import addresses
from instrument.references import Target, survey
from tests.corpus import needs_corpus, text

ROWS = [
    row.split("\t")
    for row in (Path(__file__).parents[1] / "cases" / "references.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


@needs_corpus
@pytest.mark.parametrize("name", dict.fromkeys(row[0] for row in ROWS))
def test_a_reference_names_what_a_reader_found_that_it_names(name: str) -> None:
    read = text(name)
    clauses = {clause.id: clause for clause in read}

    def address(target: Target) -> str:
        return target.clause if target.index is None else addresses(clauses[target.clause])[target.index]

    found = {}
    for each in survey(read):
        at = addresses(clauses[each.place.clause])[each.place.index] if each.place.part == "provision" else ""
        named = ", ".join(map(address, each.resolution.targets))
        standing = each.resolution.standing
        place = at or f"{each.place.clause}/{each.place.part}"
        found[place, str(each.start)] = (
            named if standing == "resolved" else "another instrument" * (standing == "other")
        )
    for _, place, start, named in (row for row in ROWS if row[0] == name):
        assert found.get((place, start)) == named, place
