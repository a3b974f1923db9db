"""Treaties as they were published: what is in them, and that no word of them is lost."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from instrument import brackets
from instrument.formats import clause
from instrument.formats.printed import read
from instrument.model import Clause, Instrument, Kind
from instrument.problem import Read, Severity
from tests.corpus import CORPUS, TEXTS, needs_corpus
from tests.formats.printed.accounting import nothing_is_lost

pytestmark = needs_corpus


def _read(name: str) -> Read[Instrument]:
    return read((CORPUS / name).read_bytes(), Path(name).name)


def _counts(instrument: Instrument) -> dict[str, int]:
    return dict(Counter(one.kind.value for one in instrument))


def _article(name: str, id: str) -> Clause:
    found = _read(name).value.clause(id)
    assert found
    return found


def _shape(article: Clause) -> list[tuple[int, str]]:
    return [(provision.depth, provision.label) for provision in article.provisions]


@pytest.mark.parametrize("name", TEXTS)
def test_no_word_of_a_published_text_is_lost(name: str) -> None:
    nothing_is_lost((CORPUS / name).read_bytes(), Path(name).name)


@pytest.mark.parametrize("name", TEXTS)
def test_a_published_text_can_be_kept_as_clauses(name: str) -> None:
    instrument = _read(name).value
    kept = clause.read_instrument(clause.write_instrument(instrument), "kept.clause")
    assert kept.value == instrument
    assert not kept.errors


@pytest.mark.parametrize(
    ("name", "articles", "annexes"),
    [
        ("ccm-2008.en.txt", 23, 0),
        ("ccm-2008.nl.txt", 23, 0),
        ("ottawa-1997.en.txt", 22, 0),
        ("ottawa-1997.nl.txt", 22, 0),
        ("ccw-1980.en.txt", 11, 0),
        ("ccw-1980.nl.txt", 11, 0),
        ("ccw-p5-erw-2003.en.txt", 11, 1),
        ("ccw-p5-erw-2003.nl.txt", 11, 1),
    ],
)
def test_a_treaty_has_its_title_its_preamble_and_its_articles(name: str, articles: int, annexes: int) -> None:
    instrument = _read(f"treaties/{name}").value
    expected = {"title": 1, "preamble": 1, "article": articles} | ({"annex": annexes} if annexes else {})
    assert _counts(instrument) == expected
    assert instrument.language == name.split(".")[1]
    assert all(one.heading for one in instrument if one.kind is Kind.ARTICLE)


def test_definitions_nest_under_their_chapeau() -> None:
    shape = _shape(_article("treaties/ccm-2008.en.txt", "article-2"))
    assert shape[:10] == [
        (0, ""), (1, "1."), (1, "2."), (2, "a)"), (2, "b)"), (2, "c)"),
        (3, "(i)"), (3, "(ii)"), (3, "(iii)"), (3, "(iv)"),
    ]  # fmt: skip
    assert shape[11:] == [(1, f"{number}.") for number in range(3, 16)]


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "zh", "ar"])
def test_a_treaty_in_six_languages_has_the_same_clauses_in_each(language: str) -> None:
    read_in = _read(f"multilingual/bbnj-2023/{language}.txt").value
    assert read_in.language == language
    assert _counts(read_in) == {"title": 1, "preamble": 1, "part": 12, "article": 76, "annex": 2}
    assert [clause.id for clause in read_in] == [clause.id for clause in _read("multilingual/bbnj-2023/en.txt").value]


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "zh", "ar"])
def test_a_preamble_in_one_line_is_cut_into_its_recitals_and_every_cut_is_reported(language: str) -> None:
    result = _read(f"multilingual/bbnj-2023/{language}.txt")
    preamble = result.value.clause("preamble")
    assert preamble and len(preamble.provisions) >= 15
    cuts = [problem for problem in result.problems if problem.code == "recital"]
    assert len(cuts) == len(preamble.provisions) - 1


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru"])
def test_a_heading_that_runs_on_is_cut_from_its_text(language: str) -> None:
    articles = [
        clause for clause in _read(f"multilingual/bbnj-2023/{language}.txt").value if clause.kind is Kind.ARTICLE
    ]
    assert all(clause.heading and clause.provisions for clause in articles)


def _drafts() -> Iterator[Read[Instrument]]:
    return (_read(f"drafts/paris-agreement/{name}.md") for name in ("2015-10-23", "2015-12-04"))


def test_a_draft_keeps_its_brackets_and_the_unbalanced_ones_are_located() -> None:
    for result in _drafts():
        assert sum(len(list(brackets.walk(brackets.scan(clause).brackets))) for clause in result.value) > 850
        loose = [problem for problem in result.problems if problem.code == "unbalanced-bracket"]
        assert 10 < len(loose) < 40
        assert all(problem.where.source[problem.where.column - 1] in "[]" for problem in loose)


def test_options_of_a_draft_hold_their_paragraphs() -> None:
    shape = _shape(_article("drafts/paris-agreement/2015-12-04.md", "article-2"))
    assert shape == [
        (0, "Option 1:"), (1, "1."), (2, "1."), (2, "2."), (2, "3."), (1, "2."), (0, "Option 2:"),
    ]  # fmt: skip


def test_footnotes_of_a_draft_stand_with_the_article_that_marks_them() -> None:
    article = _article("drafts/paris-agreement/2015-12-04.md", "article-4")
    assert [note.name for note in article.notes] == ["14", "15"]


@pytest.mark.parametrize(("year", "articles"), [(1900, 21), (1911, 24), (1925, 29), (1934, 31), (1967, 46)])
def test_acts_of_one_treaty_keep_their_bis_and_septies(year: int, articles: int) -> None:
    result = _read(f"drafts/paris-convention/{year}.fr.txt")
    assert result.value.language == "fr"
    assert _counts(result.value)["article"] == articles
    assert result.value.clause("article-1") and result.value.clause("article-4-bis")
    assert not [problem for problem in result.problems if problem.severity is Severity.WARNING]


def test_a_file_that_holds_two_texts_says_so() -> None:
    result = _read("treaties/src/ccm-2008.md")
    assert _counts(result.value) == {"title": 2, "preamble": 2, "article": 46}
    assert [problem.where.line for problem in result.problems if problem.code == "second-text"] == [385]


def test_a_report_is_cut_at_its_sections() -> None:
    ids = [clause.id for clause in _read("drafts/bbnj-prepcom-report/2026-05-04.en.txt").value]
    assert ids[:4] == ["title", "section-1", "section-2", "section-3"]
    assert "annex-1" in ids
