"""The edits of one proposal belong together: who takes part of it is told what is left out, and where."""

import pytest

from instrument import brackets
from instrument.changes import apply
from instrument.difference.comparison import changes_of
from instrument.formats.clause import read
from instrument.model import Instrument
from instrument.problem import Severity
from instrument.proposals.amendment import Amendment
from instrument.proposals.linking import MUCH_OF_IT, WORD_FOR_WORD, left_behind
from instrument.proposals.merging import merge


def draft(*lines: str) -> Instrument:
    body = "\n".join(lines)
    return Instrument((read(f"## Article 1 — Use\n\n{body}\n", "use.clause", "use").value.clause,))


BASE = draft("1. States shall act soon.", "2. They shall report.", "3. They shall meet.")


def said(wanted: Instrument, made: Instrument, taken: tuple[object, ...] = WORD_FOR_WORD) -> list[str]:
    found = left_behind([("P/1", changes_of(BASE, wanted))], BASE, changes_of(BASE, made), taken)
    return [problem.message for problem in found]


def test_a_proposal_that_is_taken_as_a_whole_or_not_at_all_is_no_matter() -> None:
    wanted = draft("1. States may act soon.", "2. They may report.", "3. They shall meet.")
    assert said(wanted, wanted) == said(wanted, BASE) == []
    assert said(wanted, draft("1. States may act soon.", "2. They may report.", "3. They shall meet often.")) == []


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (("2. They may report.", "3. They shall meet."), "article 1, paragraph 2: “may” for “shall”"),
        (("2. They shall report often.", "3. They shall meet."), "article 1, paragraph 2: “often” put in"),
        (("2. They report.", "3. They shall meet."), "article 1, paragraph 2: “shall” struck"),
        (("3. They shall meet.",), "article 1, paragraph 2: “They shall report.” struck"),
        (
            ("2. They shall report.", "2 bis. Twice.", "3. They shall meet."),
            "after article 1, paragraph 2: “Twice.” put in",
        ),
        (
            ("2. They shall report.", "3. They shall meet.", "4. They shall rest."),
            "after article 1, paragraph 3: “They shall rest.” put in",
        ),
        (("4. They shall report.", "3. They shall meet."), "article 1, paragraph 2: “4.” for “2.”"),
    ],
)
def test_what_is_left_out_is_named_with_its_place_and_words(wanted: tuple[str, ...], told: str) -> None:
    made = draft("1. States may act soon.", "2. They shall report.", "3. They shall meet.")
    assert said(draft("1. States may act soon.", *wanted), made) == [f"it is taken in part; left out: {told}"]


def test_two_edits_of_one_paragraph_are_linked_too() -> None:
    wanted = draft("1. States may act at once.", "2. They shall report.", "3. They shall meet.")
    made = draft("1. States may act soon.", "2. They shall report.", "3. They shall meet.")
    assert said(wanted, made) == said(wanted, made, MUCH_OF_IT)
    assert said(wanted, made) == ["it is taken in part; left out: article 1, paragraph 1: “at once” for “soon”"]


def test_of_paragraphs_struck_together_each_is_an_edit() -> None:
    wanted = draft("1. States shall act soon.")
    assert said(wanted, draft("1. States shall act soon.", "3. They shall meet.")) == [
        "it is taken in part; left out: article 1, paragraph 3: “They shall meet.” struck"
    ]
    assert said(draft("1. States shall act soon.", "3. They shall meet."), wanted) == []


def test_a_new_article_and_a_first_paragraph_are_told_by_what_stands_before_them() -> None:
    aid = read("## Article — Aid\n\n1. Help.\n", "aid.clause", "aid").value.clause
    more = draft("0. First.", "1. States may act soon.", "2. They shall report.", "3. They shall meet.")
    made = draft("1. States may act soon.", "2. They shall report.", "3. They shall meet.")
    assert said(Instrument((*more.clauses, aid)), made) == [
        "it is taken in part; left out: after article 1: “Aid\nHelp.” put in; "
        "at the beginning of article 1: “First.” put in"
    ]


def test_a_proposal_on_another_text_is_left_aside() -> None:
    other = draft("1. Nothing.")
    assert [*left_behind([("P/1", changes_of(other, BASE))], BASE, changes_of(BASE, other))] == []


def test_an_alternative_accepted_in_a_rolling_text_names_the_edits_that_are_still_in_brackets() -> None:
    wanted = draft("1. States may act soon.", "2. They may report.", "3. They shall meet.")
    single = draft("1. States should act soon.", "2. They shall report.", "3. They shall meet.")
    amendments = [
        Amendment(changes_of(BASE, wanted), ("Delegation A",), symbol="P/1"),
        Amendment(changes_of(BASE, single), ("Delegation B",), symbol="P/2"),
    ]
    rolling = merge(BASE, amendments).value
    assert rolling.left_behind(rolling.text) == ()
    first = next(each for each in brackets.scan(rolling.text.clauses[0]).brackets if _is_by(each, "Delegation A"))
    accepted = apply(brackets.accept(rolling.text, "use", first), rolling.text)
    (problem,) = rolling.left_behind(accepted)
    assert (problem.code, problem.severity, problem.where.name) == (
        "taken-in-part", Severity.WARNING, "P/1 (Delegation A)",
    )  # fmt: skip
    assert "left out: article 1, paragraph 2: “may” for “shall”" in problem.message
    second = next(each for each in brackets.scan(accepted.clauses[0]).brackets if _is_by(each, "Delegation A"))
    assert rolling.left_behind(apply(brackets.accept(accepted, "use", second), accepted)) == ()
    assert rolling.left_behind(BASE) == ()


def test_brackets_that_the_text_had_before_are_no_edits_of_anybody() -> None:
    base = draft('1. States [shall]{base alt=1} [must]{by="Delegation C" alt=1} act soon.', "2. They shall report.")
    wanted = draft('1. States [shall]{base alt=1} [must]{by="Delegation C" alt=1} act now.', "2. They may report.")
    rolling = merge(base, [Amendment(changes_of(base, wanted), ("Delegation A",), symbol="P/1")]).value
    assert rolling.left_behind(rolling.text) == ()
    clause = rolling.text.clauses[0]
    second = next(each for each in brackets.scan(clause).brackets if _is_by(each, "Delegation A") and each.start.unit)
    accepted = apply(brackets.accept(rolling.text, "use", second), rolling.text)
    (problem,) = rolling.left_behind(accepted)
    assert "left out: article 1, paragraph 1: “now” for “soon”" in problem.message


def _is_by(bracket: brackets.Bracket, name: str) -> bool:
    return bracket.holders is not None and bracket.holders.by == (name,)
