"""Amendments narrowed to some clauses change these as they did, and leave everything else as it was."""

from hypothesis import given
from hypothesis import strategies as st

from instrument.changes import Changes, apply, describe
from instrument.changes.items import Redesignate
from instrument.changes.pairing import Pairing
from instrument.changes.singles import singles
from instrument.difference.comparison import changes_of
from instrument.model import Clause, Instrument, text
from instrument.problem import Misuse
from instrument.proposals.amendment import Amendment
from instrument.proposals.narrowing import narrow
from instrument.proposals.proposal import Proposal, clauses_of
from tests import edits


@given(st.data())
def test_what_is_chosen_is_changed_as_before_and_nothing_else(data: st.DataObject) -> None:
    base = data.draw(edits.instruments())
    result, pairing = data.draw(edits.edited(base))
    changes = describe(base, result, pairing)
    ids = {clause.id for clause in base}
    changed = {id for item in singles(changes, base) for id in clauses_of(item)}
    if not changed:
        return
    chosen = data.draw(st.sets(st.sampled_from(sorted(changed)), min_size=1))
    narrowed = narrow([Amendment(changes, ("Delegation A",), symbol="P/1")], base, chosen)
    made = apply(narrowed.value[0].changes, base) if narrowed.value else base
    assert bool(narrowed.value) == (made != base)
    assert bool(narrowed.problems) == (chosen != changed)
    assert narrowed.problems or made == result
    assert all(made.clause(clause.id) == clause for clause in base if clause.id not in chosen)
    assert {clause.id for clause in made} - ids <= chosen | _renamed(changes, chosen)


@given(st.data())
def test_all_clauses_are_all_that_is_changed(data: st.DataObject) -> None:
    base = data.draw(edits.instruments())
    result, pairing = data.draw(edits.edited(base))
    changes = describe(base, result, pairing)
    everything = {clause.id for clause in (*base, *result)}
    apart = narrow([Amendment(changes, ("Delegation A",))], base, ())
    assert [each.changes for each in apart.value] == [changes]
    if changes.items:
        try:
            (whole,) = narrow([Amendment(changes, ("Delegation A",))], base, everything).value
        except Misuse as misuse:  # those that nobody changes are refused
            unchanged = str(misuse).partition(":")[0].split(", ")
            (whole,) = narrow([Amendment(changes, ("Delegation A",))], base, everything.difference(unchanged)).value
        assert whole.changes == changes


def _renamed(changes: Changes, chosen: set[str]) -> set[str]:
    """The ids that the chosen clauses are given."""
    return {item.new.id for item in changes.items if isinstance(item, Redesignate) and item.place.clause in chosen}


def test_a_proposal_that_strikes_two_articles_changes_both() -> None:
    base = Instrument((Clause("use"), Clause("aid"), Clause("review")))
    struck = changes_of(base, Instrument((Clause("review"),)))
    assert len(struck.items) == 1
    assert Proposal("Delete articles 1 and 2.", "first", changes=struck).clauses == ("use", "aid")


def test_a_new_article_left_out_beside_one_that_moves_is_named() -> None:
    base = Instrument((Clause("use"), Clause("aid")))
    both = Instrument((Clause("review", heading=text("Review")), Clause("aid"), Clause("use")))
    changes = describe(base, both, Pairing((("aid", "aid"), ("use", "use")), ()))
    narrowed = narrow([Amendment(changes, ("Delegation A",), symbol="CCM/12")], base, ["aid"])
    assert [clause.id for clause in apply(narrowed.value[0].changes, base)] == ["aid", "use"]
    (problem,) = narrowed.problems
    assert problem.message == "it is taken in part; left out: at the beginning: “Review” put in"
