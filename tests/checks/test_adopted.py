"""What the rules say of adopted texts, which lawyers have read many times: almost nothing that is not so."""

from collections import Counter
from functools import cache

import pytest

from instrument.building.dictionary import unknown_words
from instrument.checks import CODES, check
from instrument.problem import Problem
from tests.corpus import needs_corpus, text

TEXTS = {
    "ccm": "treaties/ccm-2008.en.txt",
    "ottawa": "treaties/ottawa-1997.en.txt",
    "ccw": "treaties/ccw-1980.en.txt",
    "protocol": "treaties/ccw-p5-erw-2003.en.txt",
    **{language: f"multilingual/bbnj-2023/{language}.txt" for language in ("en", "fr", "es", "ru", "ar", "zh")},
}
# How often each rule speaks of each text. Every one of these was read: docs/check.md says what they are.
FINDINGS: dict[str, dict[str, int]] = {
    "reference-unresolved": {"protocol": 6, "en": 4, "fr": 3, "es": 4, "ru": 6, "ar": 72, "zh": 7},
    "term-undefined": {"ccm": 1, "ottawa": 1},
    "term-drift": {},
    "term-given-up": {},
    "definition-unused": {},
    "definition-circular": {"ccm": 3},
    "definition-late": {},
    "definition-changed": {},
    "numbering-continuous": {"ccm": 1, "es": 3, "ar": 1, "zh": 1},
    "bracket-left": {},
    "unbalanced": {"ottawa": 5, "ru": 1, "ar": 2},
    "lone-item": {"ccm": 1, "protocol": 1},
    "list-conjunction": {"ccm": 3, "ottawa": 2},
    "list-punctuation": {"protocol": 1, "es": 3, "ru": 1, "ar": 1},
    "item-grammar": {"es": 1, "ru": 1},
    "date-style": {},
    "figure-words": {},
    "doubled-words": {"fr": 1},
    "spacing": {"ru": 16, "ar": 14},
    "label-style": {},
    "and-or": {"en": 7, "fr": 7, "es": 2},
    "modal-force": {},
    "party-name": {"ottawa": 3},
    "spelling-profile": {"ccm": 1, "protocol": 1},
    "citation-style": {"ccm": 1, "ottawa": 1, "ccw": 1, "protocol": 1},
    "inclusive-terms": {},
    "foreign-italic": {},
    "odd-word": {"ccm": 5},
    "reference-shifted": {},
    "consequential": {},
    "heading-present": {"ar": 9, "zh": 1},
    "recital": {"ccw": 1, "protocol": 1},
    "entry-into-force": {},
    "final-clauses": {"ccw": 2},
    "final-clause-references": {},
    "contents-heading": {},
}


@cache
def _found(name: str) -> tuple[Problem, ...]:
    return check(text(TEXTS[name]), final=True, unknown=unknown_words)


@needs_corpus
@pytest.mark.parametrize("code", FINDINGS)
def test_a_rule_says_of_adopted_texts_what_it_said_when_all_of_it_was_read(code: str) -> None:
    counts = {name: Counter(problem.code for problem in _found(name))[code] for name in TEXTS}
    assert {name: often for name, often in counts.items() if often} == FINDINGS[code]


@needs_corpus
def test_the_known_slips_of_transcription_are_found() -> None:
    words = {problem.words for problem in _found("ccm")}
    assert {"publie", "to of", "toin", "rnonth", "intergovermental", "universalisation"} <= words


def test_every_rule_was_tried_on_adopted_texts() -> None:
    assert set(CODES) == set(FINDINGS)
