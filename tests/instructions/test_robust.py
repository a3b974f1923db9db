"""What holds of any words whatever that somebody sends, and of instructions among them."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import instrument
from instrument.changes import apply
from instrument.instructions import Amended, Status, amend
from instrument.model import Instrument, plain
from tests.corpus import needs_corpus, text

CLAUSES = Path(__file__).parents[2] / "clauses"

# Words of instructions, so that what is drawn is often nearly one.
WORDS = """delete replace insert with after before article 4 1 2 paragraph paragraphs (a) (c) the words and , . : ; new
    bis "remnants" 'area' “shall” « x » ‘y’ " ' “ ( ) [ ] in of to read as follows chapeau sentence first last move
    merge renumber accordingly square brackets around wherever it appears throughout text if because preamble third
    PP8bis annex I line 3 title footnote SUP* ADD MOD NOC as CCM/12 instead from existing becomes split Delegation A
    proposes reserves its position on (new) … (…) - • § 3.2.a XVII from to footnote part II section A is moved
    renumbered amended deleted replaced it Rationale: “تزيل الدول” supprimer remplacer déplacer par"""
PIECES = st.sampled_from(WORDS.split())
JOINTS = st.sampled_from([" ", " ", " ", " ", "\n", "\n\n", "\t", "\u00a0", ""])
NEARLY = st.lists(st.tuples(PIECES, JOINTS), max_size=40).map(lambda parts: "".join(a + b for a, b in parts))
ANY = st.text(max_size=200) | NEARLY

INDEPENDENT = [
    "In article 1, paragraph 5, replace “fall” with “lie”.",
    "Delete paragraph 8 of article 4.",
    "In article 3, insert a new paragraph 3 bis: “The extension is public.”",
    "In article 20, paragraph 1, after “encourage” insert “all”.",
    "Amend the title of article 5 to read “Victims”.",
    "Place paragraph 6 of article 1 in square brackets.",
    "In the third preambular paragraph, delete “safely”.",
]


@cache
def draft() -> Instrument:
    return instrument.open(CLAUSES).draft("first-draft")


def uncovered(words: str, amended: Amended) -> str:
    """What stands in no outcome."""
    inside = [False] * len(words)
    for outcome in amended.outcomes:
        inside[outcome.start : outcome.end] = [True] * (outcome.end - outcome.start)
    return "".join(
        char for char, is_in in zip(words, inside, strict=True) if not (is_in or char.isspace() or char == "\ufeff")
    )


def check(words: str, base: Instrument, language: str = "") -> Amended:
    amended = amend(base, words, language, others={"CCM/12": amend(base, "Delete article 3.").changes})
    assert uncovered(words, amended) == ""
    assert apply(amended.changes, base) == amended.instrument
    if not any(outcome.status in (Status.APPLIED, Status.CHECK) for outcome in amended.outcomes):
        assert amended.instrument == base and not amended.changes
    return amended


@given(ANY, st.sampled_from(["en", "fr"]))
@settings(max_examples=150)
def test_nothing_fails_and_nothing_is_lost_and_nothing_changes_unless_it_is_said(words: str, language: str) -> None:
    check(words, draft(), language)


@given(st.lists(st.sampled_from(INDEPENDENT), unique=True, min_size=2), st.randoms(use_true_random=False))
def test_the_order_of_independent_instructions_does_not_matter(asked: list[str], chance: random.Random) -> None:
    mixed = asked[:]
    chance.shuffle(mixed)
    one, other = amend(draft(), "\n".join(asked)), amend(draft(), "\n\n".join(mixed))
    assert {outcome.status for outcome in one.outcomes} == {Status.APPLIED}
    assert one.instrument == other.instrument


@pytest.mark.parametrize("asked", INDEPENDENT)
def test_the_same_instruction_twice_is_done_once_and_said(asked: str) -> None:
    twice = amend(draft(), f"{asked}\n\n{asked}")
    assert twice.instrument == amend(draft(), asked).instrument
    assert [str(outcome.status) for outcome in twice.outcomes] == ["applied", "applied, check"]
    assert twice.outcomes[1].problems[0].message == "line 1 does the same already"


@pytest.mark.parametrize("asked", INDEPENDENT)
def test_only_the_provision_that_is_named_changes(asked: str) -> None:
    amended = amend(draft(), asked)
    assert amended.instrument != draft()
    changed = [new for old, new in zip(draft(), amended.instrument, strict=True) if old != new]
    assert len(changed) == 1


@pytest.mark.parametrize("words", ["", " \n\n\t", "\ufeff", "\r\n\r\n"])
def test_nothing_received_is_nothing_done(words: str) -> None:
    amended = check(words, draft())
    assert amended.instrument == draft() and not [each for each in amended.outcomes if each.words.strip("\ufeff")]


@pytest.mark.parametrize(
    "words",
    [
        "\ufeffDelete paragraph 8 of article 4.",
        "Article 4\r\n\r\nDelete paragraph 8.\r\n",
        "Article 4\n\t•\tDelete paragraph 8.",
        "- Delete\u00a0paragraph\u00a08 of\u00a0article\u00a04.",
        "1) In article 4, delete paragraph 8.",
        "(a)  Delete paragraph 8 of Article 4;",
        "ARTICLE 4\nDELETE PARAGRAPH 8",
        "Art. 4, para. 8: delete.",
    ],
)
def test_how_a_page_is_typed_does_not_matter(words: str) -> None:
    amended = check(words, draft())
    assert amended.instrument == amend(draft(), "Delete paragraph 8 of article 4.").instrument, amended.outcomes


@pytest.mark.parametrize(
    "words",
    ["Delete “paragraph 8 of article 4", "Replace 'fall with 'lie' in article 1.", "“" * 50, "'" * 50, '"' * 51],
)
def test_a_quotation_that_is_never_closed_does_nothing(words: str) -> None:
    assert check(words, draft()).instrument == draft()


def test_what_follows_a_refused_step_is_looked_for_in_the_same_place() -> None:
    amended = check("In article 20, replace “nowhere” with “x” and replace “fall” with “lie”.", draft())
    assert [outcome.status for outcome in amended.outcomes] == [Status.REFUSED, Status.REFUSED]


def test_quotations_stand_in_quotations() -> None:
    amended = check("In article 2, paragraph 4, replace '“Dispenser” means' with '“Rack” means'.", draft())
    assert amended.outcomes[0].status is Status.APPLIED
    assert "“Rack” means" in "".join(plain(row.text) for clause in amended.instrument for row in clause.provisions)


@pytest.mark.parametrize(
    ("asked", "reads"),
    [
        ("In article 1, paragraph 5, after “Convention”, insert a footnote reading: “تزيل ‘الألغام’.”", "الألغام"),
        ("Move paragraph 5 of article 1 to the end of article 20 as paragraph 4; it shall read: “«الدول».”", "«الدول»"),
        ("Delete and replace paragraph 5 of article 1 with: “Mines «of ‘all’ \"kinds\"» fall outside.”", "«of ‘all’"),
    ],
)  # fmt: skip
def test_quotations_in_quotations_and_arabic_words_come_in_as_they_stand(asked: str, reads: str) -> None:
    amended = check(asked, draft())
    words = "".join(plain(each) for clause in amended.instrument for each in clause.texts)
    assert reads in words and [outcome.status for outcome in amended.outcomes] == [Status.APPLIED]


@needs_corpus
@pytest.mark.parametrize("language", ["ar", "zh", "ru", "es", "fr"])
def test_a_text_of_any_language_can_be_amended_in_english(language: str) -> None:
    base = text(f"multilingual/bbnj-2023/{language}.txt")
    amended = check("Delete article 3.\nIn article 5, paragraph 1, replace “xyz” with “abc”.", base, "en")
    assert [outcome.status for outcome in amended.outcomes] == [Status.APPLIED, Status.REFUSED]


@pytest.mark.parametrize(
    "words",
    [
        "a " * 10_000,
        "“" * 10_000,
        "' " * 10_000,
        "(" * 5_000,
        "article 4, " * 1_000,
        "delete " * 2_000,
        " " * 200_000,
        "\n" * 200_000,
        "1.1" * 10_000,
        "a. " * 3_000,
        "Delete “a” and " * 500,
        "Delegation A and " * 1_000,
        "Rationale: Delete article 3. " * 1_000,
        "Rationale: old.\n" * 2_000,
        "Note: old.\nDelete article 3.\n" * 500,
        "annex I, section A, " * 500,
        "Move “a” after “b” and " * 500,
    ],
    ids=lambda words: words[:12],
)
def test_words_without_end_are_read_in_proportion(words: str) -> None:
    check(words, draft())
