"""Real drafts: the Paris Agreement of 2015 and the acts of the Paris Convention from 1900 to 1967."""

from collections import Counter

import pytest

from instrument.history import Blame, Draft, blame
from instrument.history.lines import words_of
from instrument.model import Instrument, plain
from tests.corpus import needs_corpus, text
from tests.history.drafting import written

pytestmark = pytest.mark.slow

LONG = 20  # the Paris Agreement repeats fourteen words at every turn, "the Conference of the Parties serving as ..."


def told(*names: str) -> tuple[Blame, list[Instrument]]:
    texts = [text(f"drafts/{name}") for name in names]
    return blame([Draft(name, each) for name, each in zip(names, texts, strict=True)]), texts


def rows(instrument: Instrument) -> list[list[str]]:
    return [words_of(content) for clause in instrument for content in clause.texts]


def standing(instrument: Instrument) -> set[tuple[str, ...]]:
    """Every long run of words in a text."""
    return {tuple(row[at : at + LONG]) for row in rows(instrument) for at in range(len(row) - LONG + 1)}


def verbatim(blamed: Blame, first: Instrument) -> Counter[str]:
    """The origins of those words that stand, so many in a row, in the first draft."""
    known = standing(first)
    found: Counter[str] = Counter()
    for line in blamed.lines:
        words = line.words
        starts = [at for at in range(len(words) - LONG + 1) if tuple(words[at : at + LONG]) in known]
        found.update(line.origins[at].draft for at in {at + step for at in starts for step in range(LONG)})
    return found


def is_true(blamed: Blame, texts: list[Instrument]) -> None:
    """Every word stands once, and stood in the draft that it is said to come from."""
    assert [list(line.words) for line in blamed.lines] == rows(texts[-1])
    claimed = Counter(
        (origin.draft, word) for line in blamed.lines for word, origin in zip(line.words, line.origins, strict=True)
    )
    for name, each in zip(blamed.drafts, texts, strict=True):
        stood = Counter(word for row in rows(each) for word in row)
        assert not [word for (draft, word), times in claimed.items() if draft == name and times > stood[word]]


@needs_corpus
def test_the_paris_agreement_over_its_drafts_of_october_and_december() -> None:
    blamed, texts = told(*(f"paris-agreement/{day}.md" for day in ("2015-10-23", "2015-12-04", "2015-12-12")))
    is_true(blamed, texts)
    found = verbatim(blamed, texts[0])
    # The rest stood twice, as options, in the draft between, and one of the two was merged with other words.
    assert found[blamed.drafts[0]] / found.total() >= 0.98, found


@needs_corpus
def test_the_editorial_corrections_of_the_paris_agreement_are_the_only_new_words() -> None:
    blamed, texts = told("paris-agreement/2015-12-12.md", "paris-agreement/2016-01-29.md")
    is_true(blamed, texts)
    new = {
        plain(piece).strip()
        for line in blamed.lines
        for _, piece, origin in line.runs()
        if origin.draft == blamed.drafts[1]
    }
    assert {"purpose", "non-market", "decision-making", "of this Article", "per cent"} <= new


@needs_corpus
def test_the_paris_convention_over_its_acts() -> None:
    blamed, texts = told(*(f"paris-convention/{year}.fr.txt" for year in (1900, 1911, 1925, 1934, 1967)))
    is_true(blamed, texts)
    found = verbatim(blamed, texts[0])
    assert found[blamed.drafts[0]] / found.total() >= 0.95, found
    article = [line for line in blamed.lines if line.place.clause == "article-5"]
    origin = {plain(piece).strip(): origin.draft[17:21] for line in article for _, piece, origin in line.runs()}
    assert origin["de l'Union, n'entraînera pas la déchéance."] == "1900"
    designs = "La protection des dessins et modèles industriels ne peut être atteinte par une déchéance quelconque"
    assert origin[designs] == "1925"
    assert origin["prévoyant la concession de licences obligatoires,"] == "1967"


def test_nine_drafts_of_a_long_treaty_whose_truth_is_known_are_told_rightly() -> None:
    texts, truth = written(7, 97_500, 9)
    found = [int(origin.draft) for line in blame(texts).lines for origin in line.origins]
    assert sum(one == other for one, other in zip(found, truth, strict=True)) / len(truth) >= 0.99


@needs_corpus
def test_how_much_of_the_paris_convention_is_of_which_act() -> None:
    """The figures of docs/blame.md: no decision is on record, so all is inferred."""
    blamed, texts = told(*(f"paris-convention/{year}.fr.txt" for year in (1900, 1911, 1925, 1934, 1967)))
    found = Counter(origin.draft[17:21] for line in blamed.lines for origin in line.origins)
    assert found == {"1900": 741, "1911": 681, "1925": 1514, "1934": 1083, "1967": 6727}
    assert not any(origin.is_recorded for line in blamed.lines for origin in line.origins)
    assert sum(len(row) for row in rows(texts[0])) == 3282
    assert found.total() == 10_746
