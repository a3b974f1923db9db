"""Rules about terms, names and the words of a house."""

import pytest

from instrument.checks import check
from instrument.checks.examples import example
from instrument.model import Instrument


def _words(
    code: str, *lines: str, base: Instrument | None = None, profile: str = "un", language: str = "en"
) -> list[str]:
    found = check(example(*lines, language=language), base, profile=profile, select=(code,))
    return [problem.words for problem in found]


def test_a_term_that_only_its_own_definition_uses_is_unused() -> None:
    assert _words("definition-unused", "1. “Mine” means a device; a mine is laid by hand.", "2. None.") == ["Mine"]


def test_a_term_defined_twice_is_used_if_either_is() -> None:
    lines = ("1. “Mine” means a device.", "2. “Mine” means a device that is laid.", "3. No mine is laid.")
    assert _words("definition-unused", *lines) == []


def test_a_name_that_contains_the_term_does_not_define_it_by_itself() -> None:
    assert _words("definition-circular", "1. “Convention” means the Convention on the Law of the Sea.") == []
    assert _words("definition-circular", "1. “Party” means a Party to this Agreement.") == ["Party"]


def test_two_terms_that_explain_each_other_are_told_once() -> None:
    lines = ("1. “Bomb” means what holds bomblets, many bomblets.", "2. “Bomblet” means what a bomb holds.")
    assert _words("definition-circular", *lines) == ["bomblets"]


def test_the_plural_of_state_party_is_mended_and_a_possessive_left_alone() -> None:
    lines = ("1. Each State Party aids.", "2. State Parties aid.", "3. A State Party’s duty.")
    assert _words("party-name", *lines) == ["State Parties"]


def test_no_name_is_odd_where_none_is_usual() -> None:
    assert _words("party-name", "1. Each State Party.", "2. Each Contracting Party.") == []


@pytest.mark.parametrize("word", ["exercise", "otherwise", "advised", "comprising", "size", "prized", "supervision"])
def test_a_word_with_one_spelling_everywhere_is_left_alone(word: str) -> None:
    assert _words("spelling-profile", f"1. To {word} it.") == []
    assert _words("spelling-profile", f"1. To {word} it.", profile="ccm") == []


def test_the_name_of_an_organisation_keeps_its_spelling() -> None:
    assert _words("spelling-profile", "1. The World Health Organization helps.", profile="ccm") == []


def test_a_text_that_keeps_to_the_other_spelling_throughout_is_told_of_once() -> None:
    said = "Recognising, realising, organising, minimising, mobilising, utilising and authorising it."
    more = "2. To realise, authorise, recognise and to organize it."
    assert _words("spelling-profile", f"1. {said}") == ["Recognising"]
    assert _words("spelling-profile", f"1. {said}", more) == ["Recognising", "organize"]


def test_what_became_of_a_binding_word_is_told_in_french_too() -> None:
    old = example("1. Chaque Partie doit agir.", language="fr")
    found = check(example("1. Chaque Partie peut agir.", language="fr"), old, select=("modal-force",))
    assert [problem.message for problem in found] == ['"doit" became "peut"']


def test_a_change_that_binds_nobody_is_not_told() -> None:
    old = example("1. Each Party shall report in time.")
    assert _words("modal-force", "1. Each Party shall report soon.", base=old) == []


def test_a_term_given_up_in_one_place_is_told_and_one_given_up_everywhere_is_not() -> None:
    define = "1. “Remnant” means what is left."
    old = example(define, "2. Remnants are cleared.", "3. Remnants are marked.")
    assert _words("term-given-up", define, "2. Leftovers are cleared.", "3. Remnants are marked.", base=old) == [
        "Leftovers"
    ]
    assert _words("term-given-up", define, "2. Leftovers are cleared.", "3. Leftovers are marked.", base=old) == []


def test_an_article_cited_otherwise_than_the_others_is_mended_to_the_texts_own_way() -> None:
    heads = tuple(f"# Article {number} Use" for number in (1, 2, 3))
    found = _words("citation-style", *heads, "Under article 1, article 2 and then Article 3 of this text.")
    assert found == ["Article"]
    assert _words("citation-style", *heads, "Article 1 stands first. Article 2 is next, and article 3.") == []


def test_an_article_of_another_treaty_is_cited_as_that_one_does() -> None:
    heads = ("# Article 1 Use", "# Article 2 Aid")
    assert _words("citation-style", *heads, "Under article 1, article 2, and Article 51 of the Charter.") == []
