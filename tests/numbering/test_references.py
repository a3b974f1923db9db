"""Live references print the numbers of the day everywhere; those in words are named where they would go astray."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

import instrument
from instrument.building import render
from instrument.changes import apply
from instrument.formats import clause as clause_format
from instrument.model import Instrument
from instrument.numbering import renumber
from instrument.numbering.strays import strays

CLEARANCE = """## Article 4 bis — Clearance

1. States shall clear mines.
1 bis. They shall:
  (a) Mark them;
  (a bis) Fence them.{#fence}
"""
AID = """## Article 5 — Aid

1. Under {@clearance#fence}, States shall act.
2. {@clearance} holds for all.
"""


def read(source: str, id: str) -> Instrument:
    return Instrument((clause_format.read(source.replace(".{#", ". {#"), f"{id}.clause", id).value.clause,))


def text(*sources: tuple[str, str]) -> Instrument:
    use = read("## Article 1 — Use\n\n1. Nobody shall use mines.\n", "use")
    return Instrument((*use.clauses, *(read(source, id).clauses[0] for source, id in sources)))


def final(issued: Instrument) -> Instrument:
    return apply(renumber(issued).value, issued)


def printed(value: Instrument, ending: str) -> str:
    data = render(value, ending).value
    if ending != ".docx":
        return data.decode()
    with ZipFile(BytesIO(data)) as package:
        body = package.read("word/document.xml").decode()
    return "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", body))  # what a field shows before Word counts anew


@pytest.mark.parametrize("ending", [".docx", ".html", ".md", ".txt"])
def test_live_references_print_the_new_numbers_in_every_output(ending: str) -> None:
    issued = text((CLEARANCE, "clearance"), (AID, "aid"))
    shown = printed(issued, ending)
    assert "article 4 bis, paragraph 1 bis (a bis)" in shown and "article 4 bis holds" in shown.replace("</a>", "")
    shown = printed(final(issued), ending)
    assert "article 2, paragraph 2 (b)" in shown and "article 2 holds" in shown.replace("</a>", "")
    assert "bis" not in shown


def test_a_live_reference_is_no_change() -> None:
    items = renumber(text((CLEARANCE, "clearance"), (AID, "aid"))).value.items
    assert {type(item).__name__ for item in items} == {"Relabel", "Redesignate"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "Under article 4 bis, States act.",
            "“article 4 bis” would name nothing any more; what it named is article 2 now",
        ),
        ("Under article 5, States act.", "“article 5” would name nothing any more; what it named is article 3 now"),
        (
            "Under article 4 bis, paragraph 1 bis (a bis), States act.",
            "“article 4 bis, paragraph 1 bis (a bis)” would name nothing any more; "
            "what it named is article 2, paragraph 2 (b) now",
        ),
        ("Under article 2, States act.", "“article 2” named nothing, and would name what was article 4 bis"),
    ],
)
def test_a_reference_in_words_that_would_go_astray_is_named_with_its_place(words: str, said: str) -> None:
    issued = text((CLEARANCE, "clearance"), (f"## Article 5 — Aid\n\n1. {words}\n", "aid"))
    (problem,) = strays(issued, final(issued))
    assert (problem.code, problem.where.name, problem.where.column) == ("stray-reference", "aid/1", 7)
    assert problem.message == said


def test_a_reference_to_one_that_takes_the_number_of_another_says_both() -> None:
    issued = text((CLEARANCE.replace("4 bis", "1 bis"), "clearance"), (AID.replace("Article 5", "Article 2"), "aid"))
    cites = read("## Article 3 — End\n\n1. Article 2 applies here.\n", "end")
    issued = Instrument((*issued.clauses, *cites.clauses))
    (problem,) = strays(issued, final(issued))
    assert problem.message == "“Article 2” would name what was article 1 bis; what it named is article 3 now"
    assert problem.hint == "write {@aid}, a live reference, which follows the number"


def test_references_of_other_instruments_and_to_what_keeps_its_number_are_left_in_peace() -> None:
    words = "Article 1 applies, and so does article 5 of the Convention on the Rights of the Child."
    issued = text((CLEARANCE, "clearance"), (f"## Article 5 — Aid\n\n1. {words}\n", "aid"))
    assert list(strays(issued, final(issued))) == []


def test_the_sample_leads_nobody_astray() -> None:
    issued = instrument.open("clauses").draft("plenary-text")
    assert list(strays(issued, final(issued))) == []
