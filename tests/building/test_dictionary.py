"""The list of words is the spelling checker's own."""

from spellchecker import SpellChecker

from instrument.building import dictionary


def test_every_word_of_the_checker_is_known_and_nothing_else() -> None:
    known = set(SpellChecker(language="en").word_frequency.dictionary)
    assert dictionary.unknown_words("en", known) == set()
    assert dictionary.unknown_words("en", {"rnonth", "publie"}) == {"rnonth", "publie"}
