"""Which clause and provision had which number: every one of them once, whatever became of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

import instrument
from instrument.changes import apply
from instrument.cli.terminal import FORMAT
from instrument.difference.pairing import HEADING
from instrument.formats import clause as clause_format
from instrument.model import Clause, Instrument, Kind, text
from instrument.numbering import renumber
from instrument.numbering.concordance import Concordance, Fate, Row, concord
from instrument.numbering.json import to_json
from instrument.papers.concordance import concordance_paper, lines
from tests import laws
from tests.corpus import needs_corpus
from tests.corpus import text as real
from tests.strategies import instruments, negotiated

LIBRARY = instrument.open(Path(__file__).parents[2] / "clauses")
STAGES = ("first-draft", "second-draft", "final-draft", "plenary-text", "final-text")


def clause(source: str, id: str = "use") -> Clause:
    return clause_format.read(source, "use.clause", id).value.clause


def told(*sources: str) -> list[tuple[str, ...]]:
    """The lines of the concordance of an article at several stages."""
    texts = [(f"s{place}", Instrument((clause(source),))) for place, source in enumerate(sources)]
    return [cells for _, cells in lines(concord(texts))]


@given(negotiated())
def test_between_the_issued_and_the_final_numbers_every_one_stands_in_one_line(
    both: tuple[Instrument, Instrument],
) -> None:
    issued, _ = both
    laws.a_concordance_is_one_to_one(issued, apply(renumber(issued).value, issued))


def test_a_label_of_nothing_but_a_bracket_stands_in_a_line_too() -> None:
    one, two = Instrument((Clause("use", label="Article 1"),)), Instrument((Clause("aid", label="["),))
    laws.a_concordance_is_whole(concord([("one", one), ("two", two)]), one, two)


@given(instruments(), instruments())
def test_of_any_two_texts_every_number_stands_in_some_line(one: Instrument, two: Instrument) -> None:
    laws.a_concordance_is_whole(concord([("one", one), ("two", two)]), one, two)


def test_the_sample_is_whole() -> None:
    texts = [LIBRARY.draft(stage) for stage in STAGES]
    laws.a_concordance_is_whole(concord(list(zip(STAGES, texts, strict=True))), *texts)


@needs_corpus
@pytest.mark.parametrize("language", ["en", "fr", "ru", "zh", "ar"])
def test_a_real_text_under_other_numbers_is_whole(language: str) -> None:
    text = real(f"multilingual/bbnj-2023/{language}.txt")
    laws.a_concordance_is_one_to_one(text, text)


@needs_corpus
def test_real_acts_are_whole() -> None:
    acts = [real(f"drafts/paris-convention/{year}.fr.txt") for year in (1900, 1911, 1925)]
    laws.a_concordance_is_whole(concord([(str(place), act) for place, act in enumerate(acts)]), *acts)


def test_what_is_new_gone_and_kept_is_told_where_it_stood() -> None:
    found = told(
        "## Article 1 — Use\n\n1. States shall report.\n2. Nobody shall use mines.\n3. They shall pay their share.\n",
        "## Article 1 — Use\n\n1. States shall report.\n1 bis. The Depositary convenes a meeting.\n"
        "3. They shall pay their share.\n",
        "## Article 1 — Use\n\n1. States shall report.\n2. The Depositary convenes a meeting.\n"
        "3. They shall pay their share.\n",
    )
    assert found == [
        ("Article 1", "Article 1", "Article 1 – Use"),
        ("1", "1", "1"),
        ("2", "gone", ""),
        ("", "1 bis (new)", "2"),
        ("3", "3", "3"),
    ]


def test_a_provision_that_went_to_another_article_has_its_whole_name_where_it_stood() -> None:
    words = "A State Party shall clear the areas under its control within ten years and shall report on it every year."
    one = clause(f"## Article 1 — Use\n\n1. States shall pay.\n2. {words}\n")
    old = Instrument((one, clause("## Article 2 — Aid\n\n1. They shall help one another.\n", "aid")))
    new = Instrument(
        (
            clause("## Article 1 — Use\n\n1. States shall pay.\n"),
            clause(f"## Article 2 — Aid\n\n1. They shall help one another.\n2. {words}\n", "aid"),
        )
    )
    assert [cells for _, cells in lines(concord([("old", old), ("new", new)]))][-1] == (
        "article 1, paragraph 2",
        "2 (moved)",
    )


def test_an_article_that_is_gone_stands_where_it_stood_with_all_of_it() -> None:
    ids = ("use", "aid", "end")
    articles = [Clause(id, label=f"Article {place}", heading=text(id)) for place, id in enumerate(ids, 1)]
    compared = concord([("old", Instrument(tuple(articles))), ("new", Instrument((articles[0], articles[2])))])
    said = [cells for _, cells in lines(compared)]
    assert said == [("Article 1", "Article 1 – use"), ("Article 2 – aid", "gone"), ("Article 3", "Article 3 – end")]


def test_what_was_split_or_joined_says_so_in_each_line() -> None:
    whole = concord([(stage, LIBRARY.draft(stage)) for stage in STAGES[:3]])
    split = [row for row in whole.rows if Fate.SPLIT in row.fates[1] and row.last.clause == "clearance"]
    assert [[cell.number for cell in row.cells if cell] for row in split] == [["4", "4", "4"], ["4", "5", "5"]]
    joined = [row for row in whole.rows if Fate.JOINED in row.fates[1]]
    assert [[cell.number for cell in row.cells if cell] for row in joined] == [["6", "6", "7"], ["7", "6", "7"]]


def test_recitals_are_counted_and_paragraphs_without_a_number_take_no_part() -> None:
    preamble = clause("# Preamble\n\nThe States Parties,\nRecalling the past,\nNoting the present,\n", "preamble")
    use = clause("## Article 1 — Use\n\nNobody shall use mines.\n")
    rows = concord([("one", Instrument((preamble, use)))]).rows
    assert [row.last.number for row in rows] == ["Preamble", "1", "2", "Article 1"]
    assert rows[0].last.index == HEADING and preamble.kind is Kind.PREAMBLE


def test_only_what_changes_is_shown_under_its_article() -> None:
    changing = concord([(stage, LIBRARY.draft(stage)) for stage in STAGES[3:]]).changing
    said = [row.last.number for row in changing.rows]
    assert said[:4] == ["Article 3", "5", "6", "7"]
    assert "Article 5" not in said and said[-1] == "Article 24"


def test_a_page_of_many_stages_lies_on_its_side() -> None:
    row = Row((None,) * 5, ((),) * 5)
    assert concordance_paper(Concordance(STAGES, (row,) * 0)).layout.landscape
    assert not concordance_paper(Concordance(STAGES[:2], ())).layout.landscape


def test_the_data_has_the_form_that_its_schema_gives() -> None:
    schema = json.loads((Path(__file__).parents[2] / "docs/concordance.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    data = {"format": FORMAT, **to_json(concord([(stage, LIBRARY.draft(stage)) for stage in STAGES]))}
    assert [error.message for error in Draft202012Validator(schema).iter_errors(json.loads(json.dumps(data)))] == []
