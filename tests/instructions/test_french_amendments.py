"""Real amendments to French bills, carried out and compared with the articles that parliament made of them.

164 articles as they were, the amendments adopted, and the articles afterwards. `tests/cases/fr-apply.tsv` says of each
whether the article afterwards is what the amendments say; that was judged from the data, before anything was carried
out. What is refused is in `tests/cases/fr-apply-refused.tsv`, each with why that is right. All amendments of a case are
given at once, each under its number; their words are taken out of the web page they come from (`&nbsp;`, `<sup>`, and
the `_` of a conversion to Markdown).

What is compared is every word and sign of every paragraph, but for what the data set itself sets now one way, now
another: straight, curly and angled quotation marks; those at either end of a paragraph, which amendments carry as marks
of the new words and bills as marks of a quotation that goes on; apostrophes; hyphens and dashes; non-breaking
and doubled spaces; the spaces in "L. O." and in "0, 5".
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TypedDict

import pytest

from instrument.instructions import Amended, Status, amend
from instrument.instructions.languages import language
from instrument.instructions.page import Fault, Remark
from instrument.instructions.received import received
from instrument.model import Clause, Instrument, Provision, plain, text
from tests.corpus import CORPUS, needs_corpus

CASES = Path(__file__).parents[1] / "cases"
DATA = CORPUS / "amendments/fr-apply.jsonl"


class Case(TypedDict):
    case: str
    amendements: dict[str, str]
    article_avant: str
    article_apres: str


def table(name: str) -> list[list[str]]:
    rows = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [row.split("\t") for row in rows if not row.startswith("#")]


VERDICTS = {row[0]: row[1:] for row in table("fr-apply.tsv")}
USABLE = [case for case, verdict in VERDICTS.items() if verdict[0] == "usable"]


@cache
def cases() -> dict[str, Case]:
    return {case["case"]: case for case in map(json.loads, DATA.read_text(encoding="utf-8").splitlines())}


def words(chars: str) -> str:
    """The words of a web page that was made Markdown."""
    chars = html.unescape(chars).replace("<sup>", "").replace("</sup>", " ")
    return re.sub(r"</?[a-z]+>|_|\ufeff", " ", chars)


def article(chars: str) -> Instrument:
    """An article whose every paragraph is a provision, without labels."""
    rows = tuple(Provision(0, "", text(row.strip())) for row in chars.split("\n") if row.strip())
    return Instrument((Clause("article", label="Article 1", provisions=rows),), language="fr")


def asked(case: Case) -> str:
    return "\n\n".join(f"Amendement n° {name}\n\n{words(said)}" for name, said in case["amendements"].items())


@cache
def carried_out(name: str) -> Amended:
    return amend(article(cases()[name]["article_avant"]), asked(cases()[name]))


def typed(row: str) -> str:
    """A paragraph without the differences of typing that the data set has in itself."""
    row = re.sub(r"«\s*|\s*»|[“”]", '"', words(row)).translate(str.maketrans("’‘–—‑", "''---"))
    row = re.sub(r"(\d), (\d)", r"\1,\2", row.replace("L. O.", "L.O."))
    return " ".join(row.split()).strip(' "')


def rows(made: Instrument) -> list[str]:
    return [typed(f"{row.label} {plain(row.text)}") for clause in made for row in clause.provisions]


def expected(case: Case) -> list[str]:
    return [typed(row) for row in case["article_apres"].split("\n") if row.strip()]


def test_every_case_is_judged_once_and_what_is_left_out_has_its_reason() -> None:
    assert Counter(verdict[0] for verdict in VERDICTS.values()) == {"usable": 61, "left out": 103}
    assert all(verdict[0] == "usable" or verdict[1] for verdict in VERDICTS.values())


@needs_corpus
def test_the_cases_are_those_of_the_data_set() -> None:
    assert list(VERDICTS) == list(cases())


@needs_corpus
@pytest.mark.parametrize("name", USABLE)
def test_amendments_make_of_an_article_what_parliament_made_of_it(name: str) -> None:
    amended = carried_out(name)
    assert {outcome.status for outcome in amended.outcomes} <= {Status.APPLIED, Status.CHECK}
    assert rows(amended.instrument) == expected(cases()[name])


@needs_corpus
def test_what_becomes_of_every_instruction_is_what_it_was_when_it_was_looked_at() -> None:
    """Of all 164 cases, those too whose article afterwards no amendment makes."""
    statuses = Counter(outcome.status for name in VERDICTS for outcome in carried_out(name).outcomes)
    assert statuses == {Status.APPLIED: 222, Status.CHECK: 104, Status.REFUSED: 70, Status.KEPT: 9}


@needs_corpus
def test_every_refusal_has_the_reason_that_was_found_true() -> None:
    found = [
        [name, str(outcome.where.line), problem.code]
        for name in VERDICTS
        for outcome in carried_out(name).outcomes
        for problem in outcome.problems
        if outcome.status is Status.REFUSED
    ]
    assert found == [row[:3] for row in table("fr-apply-refused.tsv")]


@needs_corpus
def test_amendments_to_another_bill_are_read_or_said_not_to_be() -> None:
    """217 amendments to a bill whose text is not at hand; they had no part in the making of the French table."""
    tabled = json.loads((CORPUS / "amendments/fr-renseignement-amendments.json").read_text(encoding="utf-8"))
    read: Counter[str] = Counter()
    for amendment in (each["amendement"] for each in tabled["amendements"]):
        chars = html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"</p>\s*<p>", "\n\n", amendment["texte"])))
        pieces = received(chars, language("fr"))
        kinds = {type(piece) for piece in pieces}
        read["refused" if Fault in kinds else "kept" if Remark in kinds else "read"] += 1
    assert read == {"read": 182, "refused": 22, "kept": 13}
