"""What a text defines, in three languages, and what uses it."""

import pytest

from instrument.checks.examples import example
from instrument.definitions import definitions, uses
from instrument.model import Instrument
from tests.corpus import needs_corpus, text


def _terms(instrument: Instrument) -> list[str]:
    return [each.term for each in definitions(instrument)]


def _used(instrument: Instrument) -> list[tuple[str, str, int]]:
    found = uses(instrument, definitions(instrument))
    return [(each.definition.term, each.place.clause, each.place.index) for each in found]


@pytest.mark.parametrize(
    ("language", "words", "term"),
    [
        ("en", "“Mine” means a munition", "Mine"),
        ("en", '"Marine technology" includes, inter alia, data', "Marine technology"),
        ("en", "“Collection in situ”, in relation to resources, means the sampling", "Collection in situ"),
        ("en", "the Framework Convention, hereinafter referred to as “the Convention”,", "Convention"),
        ("en", "a committee of experts (the “Committee”) shall meet", "Committee"),
        ("fr", "On entend par « mine » une munition", "mine"),
        ("fr", "« Mine » désigne une munition", "Mine"),
        ("fr", "l’accord-cadre, ci-après dénommé « l’Accord »,", "Accord"),
        ("es", "Por “mina” se entiende una munición", "mina"),
        ("es", "el Convenio Marco, en adelante “el Convenio”,", "Convenio"),
    ],
)
def test_a_term_is_found_where_the_text_says_what_it_means(language: str, words: str, term: str) -> None:
    assert _terms(example(words, language=language)) == [term]


@pytest.mark.parametrize("words", ["called “mine” by many", "by peaceful means", "the words “shall” and “may”"])
def test_words_in_quotation_marks_are_not_defined_by_them(words: str) -> None:
    assert _terms(example(words)) == []


def test_items_of_a_list_of_definitions_begin_with_their_terms() -> None:
    listed = ("Aux fins du présent Accord, on entend par :", "  1. « Mine » une munition ;", "  2. « Zone » une aire.")
    assert _terms(example(*listed, "3. « Autre » chose.", language="fr")) == ["Mine", "Zone"]


def test_terms_without_quotation_marks_count_under_a_heading_that_says_so() -> None:
    assert _terms(example("# Article 2 Definitions", "1. Explosive ordnance means munitions.")) == [
        "Explosive ordnance"
    ]
    assert _terms(example("# Article 2 Funds", "1. Financial and technical means are shared.")) == []


def test_a_use_is_found_in_either_number_and_never_in_its_own_definition() -> None:
    assert _used(example("1. “Mined area” means an area.", "2. All mined areas shall be marked.")) == [
        ("Mined area", "article-1", 1)
    ]


def test_where_one_term_is_part_of_another_the_longer_one_is_meant() -> None:
    text_ = example("1. “Mine” means a munition.", "2. “Mine action” means work.", "3. Mine action clears mines.")
    assert _used(text_) == [("Mine action", "article-1", 2), ("Mine", "article-1", 2)]


def test_a_party_to_a_conflict_is_no_party_where_the_text_writes_its_own_with_a_capital() -> None:
    text_ = example("1. “Party” means a State.", "2. Each Party shall aid a party to a conflict.", "3. For each Party,")
    assert [index for _, _, index in _used(text_)] == [1, 2]


@needs_corpus
def test_a_space_at_the_edge_puts_no_first_word_inside_a_sentence() -> None:
    spaced = ("2.  Party reports are public;", "3.  Party visits are not;")
    text_ = example("1. “Party” means a State.", *spaced, "4. Each party reports.")
    assert [index for _, _, index in _used(text_)] == [1, 2, 3]


@needs_corpus
def test_the_terms_of_real_treaties() -> None:
    found = {name: len(definitions(text(name))) for name in (
        "treaties/ccm-2008.en.txt", "treaties/ottawa-1997.en.txt", "treaties/ccw-p5-erw-2003.en.txt",
        "multilingual/bbnj-2023/en.txt", "multilingual/bbnj-2023/fr.txt", "multilingual/bbnj-2023/es.txt",
    )}  # fmt: skip
    assert list(found.values()) == [14, 4, 5, 14, 14, 14]
