"""What is told of words as drafters know them: adopted, bracketed, moved, taken out, put back, taken over."""

import json
from dataclasses import replace

import pytest

from instrument.difference.comparison import changes_of
from instrument.history import Act, Blame, Credit, Draft, Line, blame
from instrument.history.json import to_json
from instrument.model import Clause, Footnote, Instrument, Note, Provision, plain, text
from instrument.problem import Misuse
from tests.history.drafting import written

BASE = "Each State Party shall clear the mines in the areas under its control within five years"
ITEMS = (
    "The danger to human life and to the health of those who live near the areas concerned, women and men;",
    "Access to water, farmland, housing, schools and health care for all who live in the areas concerned;",
)


def draft(*paragraphs: str, clause: str = "clearance") -> Instrument:
    provisions = (Provision(0, f"{number}.", text(words)) for number, words in enumerate(paragraphs, 1))
    return Instrument((Clause(clause, label="Article 4", provisions=tuple(provisions)),))


def drafts(*texts: Instrument) -> list[Draft]:
    return [Draft(name, each) for name, each in zip(("first", "second", "third", "fourth"), texts, strict=False)]


def act(base: Instrument, result: Instrument, name: str = "P/1", decision: str = "", stage: str = "") -> Act:
    state = "adopted" if decision else "rejected"
    return Act(changes_of(base, result), Credit(name, ("Delegation A",), state, decision, stage))


def runs(blamed: Blame, line: int = 1) -> list[tuple[str, str]]:
    return [(plain(piece).strip(), origin.draft) for _, piece, origin in blamed.lines[line].runs()]


def gone(line: Line) -> list[tuple[str, str, str]]:
    return [(plain(each.text), each.origin.draft, each.draft) for each in line.gone]


def credited(blamed: Blame) -> dict[str, list[str]]:
    return {
        plain(piece).strip(): [credit.proposal for credit in origin.credits]
        for line in blamed.lines for _, piece, origin in line.runs() if origin.credits
    }  # fmt: skip


def test_what_was_adopted_is_recorded_with_its_proposal_and_decision() -> None:
    first, second = draft(BASE), draft(BASE.replace("within five years", "as soon as possible"))
    blamed = blame(drafts(first, second), [act(first, second, decision="Decision 1", stage="second")])
    assert runs(blamed) == [(BASE.replace(" within five years", ""), "first"), ("as soon as possible", "second")]
    *_, (_, _, origin) = blamed.lines[1].runs()
    assert origin.is_recorded and origin.credits[0].decision == "Decision 1"
    (each,) = blamed.lines[1].gone
    assert plain(each.text) == "within five years" and each.credits == origin.credits
    assert blamed.lines[1].proposals == ()


def test_without_a_decision_the_same_words_are_inferred() -> None:
    first, second = draft(BASE), draft(BASE.replace("five", "ten"))
    blamed = blame(drafts(first, second))
    assert runs(blamed)[1] == ("ten", "second")
    assert not any(origin.is_recorded for line in blamed.lines for origin in line.origins)


def test_words_in_brackets_are_those_of_the_proposals_that_proposed_them() -> None:
    first, second = draft(BASE), draft(BASE.replace("five", "[five] [ten]"))
    ten = draft(BASE.replace("five", "ten"))
    blamed = blame(drafts(first, second), [act(first, ten, "P/1"), act(first, ten, "P/2")])
    assert credited(blamed) == {"ten": ["P/1", "P/2"]}
    assert not any(origin.is_recorded for line in blamed.lines for origin in line.origins)
    assert [credit.proposal for credit in blamed.lines[1].proposals] == ["P/1", "P/2"]


def test_bracketed_words_that_are_adopted_later_keep_the_draft_they_first_stood_in() -> None:
    first, second, third = (draft(BASE.replace("five", words)) for words in ("five", "[five] [ten]", "ten"))
    blamed = blame(drafts(first, second, third), [act(first, third, decision="Decision 4", stage="third")])
    (_, _, origin) = list(blamed.lines[1].runs())[1]
    assert (origin.draft, origin.credits[0].decision) == ("second", "Decision 4")
    five = next(each for each in blamed.lines[1].gone if plain(each.text) == "five")
    assert (five.draft, [credit.decision for credit in five.credits]) == ("third", ["Decision 4"])


def test_a_proposal_is_not_given_words_that_stood_before_it() -> None:
    first = draft(BASE)
    second = draft(BASE.replace("five", "ten"))
    blamed = blame(drafts(first, second, second), [act(second, draft(BASE.replace("five", "[ten]")), "P/2", "", "")])
    assert credited(blamed) == {}


def test_a_rejected_proposal_is_told_of_beside_the_provision_it_would_have_changed_whatever_its_number() -> None:
    first, second = draft(ITEMS[0], BASE), draft("A new paragraph about reports that are due every year.", *ITEMS, BASE)
    blamed = blame(drafts(first, second), [act(first, draft(ITEMS[0], BASE.replace("five", "ten")))])
    assert [[credit.proposal for credit in line.proposals] for line in blamed.lines[1:]] == [[], [], [], ["P/1"]]


def test_a_proposal_whose_provision_is_gone_is_told_of_with_the_clause() -> None:
    first, second = draft(ITEMS[0], BASE), draft(ITEMS[0])
    blamed = blame(drafts(first, second), [act(first, draft(ITEMS[0], BASE.replace("five", "ten")))])
    assert [len(line.proposals) for line in blamed.lines] == [1, 0]


def test_words_that_moved_to_another_provision_are_the_same_words() -> None:
    passage = " and shall report on the progress that it has made to the Meeting of the States Parties every year"
    blamed = blame(drafts(draft(BASE + passage, ITEMS[0]), draft(BASE, ITEMS[0] + passage)))
    assert {origin.draft for line in blamed.lines for origin in line.origins} == {"first"}
    assert all(line.gone == () for line in blamed.lines)


def test_fewer_words_than_twelve_that_turn_up_elsewhere_are_new() -> None:
    passage = " and shall report every year"
    blamed = blame(drafts(draft(BASE + passage, ITEMS[0]), draft(BASE, ITEMS[0] + passage)))
    assert runs(blamed, 2) == [(ITEMS[0], "first"), (passage.strip(), "second")]
    assert gone(blamed.lines[1]) == [(passage.strip(), "first", "second")]


def test_a_provision_that_comes_back_is_the_old_one_however_short() -> None:
    blamed = blame(drafts(draft(BASE, "Mines;", *ITEMS), draft(BASE, *ITEMS), draft(*ITEMS, "Mines;", BASE)))
    assert runs(blamed, 3) == [("Mines;", "first")]
    assert {origin.returned for origin in blamed.lines[3].origins} == {"third"}


def test_a_heading_and_a_paragraph_that_are_the_same_mark_come_back_each_as_itself() -> None:
    def marked(heading: bool, paragraph: bool) -> Instrument:
        mark = text(Note("1"))
        provisions = (Provision(0, "", mark),) if paragraph else ()
        return Instrument((Clause("use", heading=mark if heading else (), provisions=provisions),))

    both, neither = marked(True, True), marked(False, False)
    undone = blame(drafts(both, neither, both))
    assert [origin.draft for line in undone.lines for origin in line.origins] == ["first", "first"]
    (heading,) = blame(drafts(both, neither, marked(True, False))).lines
    assert [(each.is_whole, each.draft) for each in heading.gone] == [(True, "second")]


def test_of_two_lines_that_read_the_same_the_older_comes_back() -> None:
    def noted(name: str, *paragraphs: str) -> Instrument:
        use = Clause("use", provisions=(Provision(0, "1.", text(BASE)),), notes=(Footnote(name, text("See annex I.")),))
        return Instrument((use, *draft(*paragraphs)))

    first, second = noted("1"), noted("2", "See annex I.")
    assert [origin for _, origin in runs(blame(drafts(first, second, first)), 2)] == ["first"]


def test_of_a_passage_and_its_copy_that_both_went_the_older_comes_back() -> None:
    passage = " and shall report on the progress that it has made to the Meeting of the States Parties every year"
    whole, bare, copied = draft(BASE + passage, *ITEMS), draft(BASE, *ITEMS), draft(BASE, *(i + passage for i in ITEMS))
    blamed = blame(drafts(whole, copied, bare, whole))
    assert {origin.draft for line in blamed.lines for origin in line.origins} == {"first"}


def test_a_provision_that_went_is_told_of_behind_the_one_before_it() -> None:
    blamed = blame(drafts(draft(ITEMS[0], BASE, ITEMS[1]), draft(*ITEMS)))
    (each,) = blamed.lines[1].gone
    assert (each.label, each.is_whole, plain(each.text)) == ("2.", True, BASE)
    assert each.at == len(blamed.lines[1].words)


def test_a_clause_that_went_is_told_of_by_its_designation() -> None:
    both = Instrument((*draft(BASE), *draft("Delegates may leave it.", clause="withdrawal")))
    blamed = blame(drafts(both, draft(BASE)))
    assert [(name, plain(each.text)) for name, each in blamed.clauses] == [("Article 4", "Delegates may leave it.")]


def test_words_taken_from_another_branch_come_from_it() -> None:
    first, paper = draft(BASE), draft(BASE.replace("within five years", "by the date that it has declared"))
    branch = blame([Draft("first", first), Draft("paper", paper)])
    taken = [
        Draft("first", first),
        Draft("second", draft(BASE + " at most")),
        Draft("third", paper, (("clearance", branch),)),
    ]
    assert runs(blame(taken))[-1] == ("by the date that it has declared", "paper")


def test_the_words_of_a_note_have_origins_too() -> None:
    def noted(words: str) -> Instrument:
        provision = Provision(0, "1.", text("Mines", Note("1"), " shall be cleared."))
        return Instrument((Clause("use", provisions=(provision,), notes=(Footnote("1", text(words)),)),))

    blamed = blame(drafts(noted("See annex I"), noted("See annex II")))
    assert runs(blamed, 2) == [("See annex", "first"), ("II", "second")]
    assert "[^1]" in [word["word"] for word in to_json(blamed, blamed.lines)["lines"][1]["words"]]


def test_a_text_set_anew_in_articles_of_other_numbers_keeps_its_words() -> None:
    terms = "This is about the use of terms alone."
    old = Instrument((*draft(BASE, clause="article-1"), *draft(*ITEMS, clause="article-2")))
    new = Instrument(
        (
            *draft(terms, clause="article-1"),
            *draft(BASE, clause="article-2"),
            *draft(*ITEMS, clause="article-3"),
        )
    )
    told = [(plain(piece), origin.draft) for line in blame(drafts(old, new)).lines for _, piece, origin in line.runs()]
    assert told == [(terms, "second"), (BASE, "first"), *((item, "first") for item in ITEMS)]


def test_json_has_every_word_once_in_order_and_survives() -> None:
    first, second = draft(BASE), draft(BASE.replace("five", "[five] [ten]"))
    blamed = blame(drafts(first, second), [act(first, draft(BASE.replace("five", "ten")))])
    value = json.loads(json.dumps(to_json(blamed, blamed.lines)))
    assert [each["word"] for each in value["lines"][1]["words"]] == list(blamed.lines[1].words)
    assert value["format"] == 1
    assert {value["origins"][each["origin"]]["draft"] for each in value["lines"][1]["words"]} == {"first", "second"}


def test_two_drafts_of_one_name_and_no_draft_at_all_are_refused() -> None:
    with pytest.raises(Misuse, match='two drafts are called "first"'):
        blame([Draft("first", draft(BASE)), Draft("first", draft(BASE))])
    with pytest.raises(Misuse, match="there is no draft"):
        blame([])


@pytest.mark.parametrize(("words", "least"), [(6_000, 0.99)])
def test_nine_drafts_whose_truth_is_known_are_told_rightly(words: int, least: float) -> None:
    texts, truth = written(7, words, 9)
    found = [int(origin.draft) for line in blame(texts).lines for origin in line.origins]
    assert sum(one == other for one, other in zip(found, truth, strict=True)) / len(truth) >= least


def test_a_passage_that_went_once_comes_back_once() -> None:
    passage = " and shall report on the progress that it has made to the Meeting of the States Parties every year"
    blamed = blame(drafts(draft(BASE + passage, *ITEMS), draft(BASE, ITEMS[0] + passage, ITEMS[1] + passage)))
    found = [origin.draft for line in blamed.lines[1:] for origin in line.origins[-1:]]
    assert sorted(found) == ["first", "first", "second"]


def test_words_that_went_from_where_a_paragraph_is_split_later_are_told_of_once() -> None:
    one, two = f"{BASE}.", f"{ITEMS[0]}"
    texts = [draft(f"{one} It shall do so soon. {two}"), draft(f"{one} {two}"), draft(one, two)]
    blamed = blame(drafts(*texts))
    assert [gone(line) for line in blamed.lines] == [[], [("It shall do so soon.", "first", "second")], []]


def test_words_that_went_from_the_beginning_of_a_paragraph_are_told_of_once_where_all_it_says_moves_below_it() -> None:
    def anchored(*paragraphs: str) -> Instrument:
        first, *rest = (Provision(0, "", text(words) if words else ()) for words in paragraphs)
        return Instrument((Clause("use", provisions=(replace(first, anchor="duty"), *rest)),))

    blamed = blame(drafts(anchored(f"However, {BASE}"), anchored(BASE), anchored("", BASE)))
    assert [gone(line) for line in blamed.lines] == [[], [("However,", "first", "second")], []]


def test_adopted_words_that_the_adopted_text_does_not_have_never_stood_in_a_draft() -> None:
    first, second = draft(BASE), draft(f"{BASE} and three months")
    blamed = blame(drafts(first, first), [act(first, second, decision="Decision 1", stage="second")])
    assert runs(blamed) == [(BASE, "first")]
    assert gone(blamed.lines[1]) == []


def test_an_adopted_proposal_is_not_credited_with_words_that_stood_before_it() -> None:
    first = draft(*ITEMS, BASE)
    second = draft(*ITEMS, f"{BASE} at most")
    third = draft(ITEMS[1], f"{BASE} at most", ITEMS[0])
    repeated = draft(*ITEMS, BASE, ITEMS[0])
    blamed = blame(drafts(first, second, third), [act(first, repeated, decision="Decision 1", stage="third")])
    assert [(words, origin) for words, origin in runs(blamed, 3)] == [(ITEMS[0], "first")]
    assert credited(blamed) == {}
