"""Changes: made, applied, undone, put in sequence, carried to a text that moved on."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from instrument.changes import (
    Changes,
    Clash,
    apply,
    carry,
    compose,
    describe,
    digest,
    from_json,
    invert,
    overlap,
    to_json,
)
from instrument.changes.items import Delete, Gap, Insert, Join, Move, Part, Place, Relabel, Replace, Restyle, Split
from instrument.changes.pairing import Pairing, Strand
from instrument.difference.comparison import diff
from instrument.model import Clause, Footnote, Instrument, Mark, Provision, Run, plain, text
from instrument.problem import CannotRead, Misuse
from tests import edits, laws

FIRST = Place("use", Part.PROVISION, 0)


def article(*lines: str, id: str = "use", labels: tuple[str, ...] = ()) -> Clause:
    labels = labels or tuple(f"{number}." for number in range(1, len(lines) + 1))
    return Clause(
        id,
        label="Article 1",
        provisions=tuple(Provision(0, label, text(line)) for label, line in zip(labels, lines, strict=True)),
    )


def one(*lines: str, labels: tuple[str, ...] = ()) -> Instrument:
    return Instrument((article(*lines, labels=labels),))


def made(base: Instrument, result: Instrument) -> tuple[object, ...]:
    """The items of the difference between two texts."""
    return diff(base, result).changes.items


LINE = "Each State Party shall clear the areas under its control within five years."


def test_replaced_words_are_the_words_alone() -> None:
    assert made(one(LINE), one(LINE.replace("five", "ten"))) == (
        Replace(FIRST, LINE.index("five"), text("five"), text("ten")),
    )


def test_a_bracket_put_beside_a_bracket_marks_the_new_one_alone() -> None:
    old, new = (
        "States [shall] clear the areas that they control.",
        "States [shall][should] clear the areas that they control.",
    )
    assert made(one(old), one(new)) == (Replace(FIRST, 14, (), text("[should]")),)


def test_a_dot_of_a_blank_is_never_taken_for_the_full_stop() -> None:
    old, new = "States may hold them.", "States may hold them[, in a number not exceeding [...]]."
    assert made(one(old), one(new)) == (Replace(FIRST, 20, (), text("[, in a number not exceeding [...]]")),)


def test_a_non_breaking_space_a_dash_and_a_capital_count() -> None:
    for before, after in ((" five", "\u00a0five"), ("-", "–"), ("party", "Party")):
        old = f"Each State{before} shall clear the areas under its control."
        (item,) = made(one(old), one(old.replace(before, after)))
        assert isinstance(item, Replace)


def test_emphasis_alone_is_a_change_of_emphasis() -> None:
    italic = text("Never under ", Run("any", frozenset({Mark.ITALIC})), " circumstances, whatever they are.")
    upright = one("Never under any circumstances, whatever they are.")
    result = Instrument((replace(upright.clauses[0], provisions=(Provision(0, "1.", italic),)),))
    (item,) = made(upright, result)
    assert isinstance(item, Restyle) and item.start == 12


def test_a_paragraph_that_only_changed_its_number_is_relabelled() -> None:
    other = "Nothing in this Convention affects the rights of victims under national law."
    base, result = one(LINE, other), one(LINE, "A new paragraph about something else entirely.", other)
    insertion, relabelling = made(base, result)
    assert isinstance(insertion, Insert) and insertion.gap == Gap("use", Part.PROVISION, 1)
    assert isinstance(relabelling, Relabel) and (relabelling.old.label, relabelling.new.label) == ("2.", "3.")


def test_a_split_is_a_paragraph_mark_and_a_space() -> None:
    tail = "It shall report on the work every year to the Meeting of States Parties."
    base, result = one(f"{LINE} {tail}"), one(LINE, tail)
    space, split = made(base, result)
    assert space == Replace(FIRST, len(LINE), text(" "), ())
    assert isinstance(split, Split) and (split.offset, split.head.label) == (len(LINE), "2.")
    joining = made(result, base)
    assert [type(item) for item in joining] == [Join, Replace]


def test_a_moved_paragraph_is_one_move_and_its_edit_is_inside_it() -> None:
    lines = [
        f"{word} parties shall, as a matter of urgency, {word} their own areas."
        for word in ("clear", "mark", "map", "fence")
    ]
    base = one(*lines, labels=("(a)", "(b)", "(c)", "(d)"))
    moved = one(lines[3].replace("urgency", "priority"), *lines[:3], labels=("(d)", "(a)", "(b)", "(c)"))
    items = made(base, moved)
    assert [item for item in items if isinstance(item, Move)] == [
        Move(Place("use", Part.PROVISION, 3), 1, Gap("use", Part.PROVISION, 0))
    ]
    assert [item.place.index for item in items if isinstance(item, Replace)] == [3]


def test_notes_and_their_words_are_compared_by_name() -> None:
    base = Instrument(
        (
            replace(
                article(LINE),
                notes=(Footnote("1", text("Agreed.")), Footnote("2", text("Gone."))),
            ),
        )
    )
    result = Instrument(
        (
            replace(
                article(LINE),
                notes=(Footnote("1", text("Agreed now.")),),
            ),
        )
    )
    deletion, replacement = made(base, result)
    assert isinstance(deletion, Delete) and deletion.place == Place("use", Part.NOTE, 1)
    assert isinstance(replacement, Replace) and replacement.new == text(" now")


def test_changes_refuse_another_base() -> None:
    changes = diff(one(LINE), one(LINE + " Always.")).changes
    with pytest.raises(Misuse, match="another text"):
        apply(changes, one("Something else."))


def test_changes_whose_words_do_not_stand_there_are_refused() -> None:
    base = one(LINE)
    with pytest.raises(Misuse, match="do not stand at character 0 of use"):
        apply(Changes(digest(base), "", (Replace(FIRST, 0, text("No"), text("Every")),)), base)


@pytest.mark.parametrize(
    "value", [{}, {"format": 2}, {"format": 1, "base": "", "result": "", "items": [{"do": "dance"}]}]
)
def test_what_is_not_changes_is_not_read(value: dict[str, object]) -> None:
    with pytest.raises(CannotRead):
        from_json(value)


@settings(max_examples=50)
@given(st.data())
def test_changes_lead_to_the_result_and_back_and_survive_json(data: st.DataObject) -> None:
    base = data.draw(edits.instruments())
    result, pairing = data.draw(edits.edited(base))
    laws.changes_lead_there_and_back(base, result, pairing)


@settings(max_examples=50)
@given(st.data())
def test_two_changes_in_turn_are_one(data: st.DataObject) -> None:
    base = data.draw(edits.instruments())
    middle, first = data.draw(edits.edited(base))
    end, second = data.draw(edits.edited(middle))
    composed = compose(describe(base, middle, first), describe(middle, end, second), base)
    assert apply(composed, base) == end


@settings(max_examples=50)
@given(st.data())
def test_changes_that_do_not_meet_can_be_made_in_either_order(data: st.DataObject) -> None:
    base = data.draw(edits.instruments())
    (mine, one_pairing), (theirs, other_pairing) = (data.draw(edits.edited(base)) for _ in range(2))
    first, second = describe(base, mine, one_pairing), describe(base, theirs, other_pairing)
    carried, back = carry(first, second, base), carry(second, first, base)
    assert bool(carried.met) == bool(back.met)
    results = apply(carried.changes, theirs), apply(back.changes, mine)
    if not carried.met:
        assert results[0] == results[1]


def test_an_edit_is_carried_over_one_that_stands_elsewhere() -> None:
    base = one(LINE, "A second paragraph about the reports that are due each year.")
    mine = diff(
        base, one(LINE.replace("five", "ten"), "A second paragraph about the reports that are due each year.")
    ).changes
    theirs = one("Urgently, each" + LINE.removeprefix("Each"), "A second paragraph about the reports due each year.")
    carried = carry(mine, diff(base, theirs).changes, base)
    assert carried.met == ()
    assert apply(carried.changes, theirs).clauses[0].provisions[0].text == text(
        "Urgently, each State Party shall clear the areas under its control within ten years."
    )


def test_an_edit_follows_its_words_into_the_paragraph_that_they_were_split_off_into() -> None:
    tail = "It shall report on the work every year to the Meeting of States Parties."
    base = one(f"{LINE} {tail}")
    mine = diff(base, one(f"{LINE} {tail.replace('every year', 'twice a year')}")).changes
    theirs = one(LINE, tail)
    carried = apply(carry(mine, diff(base, theirs).changes, base).changes, theirs)
    assert [plain(provision.text) for provision in carried.clauses[0].provisions] == [
        LINE, tail.replace("every year", "twice a year"),
    ]  # fmt: skip


def test_an_edit_follows_its_words_into_the_paragraph_that_they_were_joined_to() -> None:
    tail = "It shall report on the work every year to the Meeting of States Parties."
    base = one(LINE, tail)
    mine = diff(base, one(LINE, tail.replace("every year", "twice a year"))).changes
    theirs = one(f"{LINE} {tail}")
    carried = apply(carry(mine, diff(base, theirs).changes, base).changes, theirs)
    assert plain(carried.clauses[0].provisions[0].text) == f"{LINE} {tail.replace('every year', 'twice a year')}"


@pytest.mark.parametrize(
    ("mine", "theirs", "clash"),
    [
        (LINE.replace("five", "ten"), LINE.replace("five", "ten"), Clash.SAME),
        (LINE.replace("five", "ten"), LINE.replace("five", "six"), Clash.CONTRARY),
        (LINE.replace("clear", "quickly clear"), LINE.replace("clear", "safely clear"), Clash.BESIDE),
    ],
)
def test_edits_of_the_same_words_meet(mine: str, theirs: str, clash: Clash) -> None:
    base = one(LINE)
    (meeting,) = overlap(diff(base, one(mine)).changes, diff(base, one(theirs)).changes)
    assert meeting.clash is clash


def test_a_word_put_into_what_another_deletes_is_a_contradiction() -> None:
    second = "A second paragraph about the reports that are due each year."
    base = one(LINE, second)
    mine = diff(base, one(LINE.replace("clear", "quickly clear"), second)).changes
    theirs = diff(base, one(second, labels=("2.",))).changes
    carried = carry(mine, theirs, base)
    assert [meeting.clash for meeting in carried.met] == [Clash.CONTRARY]
    assert carried.contrary == mine.items and not carried.changes


def test_a_clause_that_two_bring_in_under_one_id_is_a_contradiction() -> None:
    base = one(LINE)
    bis, other = (
        Clause("aid", label="Article 2", provisions=(Provision(0, "1.", text(w)),)) for w in ("Help.", "Aid.")
    )
    pairing = Pairing((("use", "use"),), (Strand((("use", 0),), (("use", 0),)),))
    mine, theirs = (describe(base, base.with_clauses((*base, clause)), pairing) for clause in (bis, other))
    assert Clash.CONTRARY in {meeting.clash for meeting in overlap(mine, theirs)}


def test_a_planted_fault_in_the_changes_is_caught_by_the_law() -> None:
    base, result = one(LINE), one(LINE.replace("five", "ten"))
    changes = diff(base, result).changes
    (item,) = changes.items
    assert isinstance(item, Replace)
    broken = replace(changes, items=(replace(item, new=text("two")),))
    assert apply(broken, base) != result
    assert from_json(json.loads(json.dumps(to_json(changes)))) == changes
    assert apply(invert(changes, base), result) == base
