"""Brackets put, lifted, struck, accepted and split."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from instrument.brackets import Bracket, Point, accept, lift, put, resolve, scan, split, strike, walk
from instrument.brackets.deciding import levels
from instrument.changes import Changes, apply, invert
from instrument.formats import clause as clause_format
from instrument.model import Clause, Holders, Instrument, length, plain, text
from instrument.problem import Misuse
from tests.strategies import clauses

A, B = "Delegation A", "Delegation B"
HELD = Holders(by=(A, B))


def instrument(source: str) -> Instrument:
    return Instrument((clause_format.read(source, "use.clause", "use").value.clause,))


def found(base: Instrument) -> list[Bracket]:
    return list(walk(scan(base.clauses[0]).brackets))


def words(changes: Changes, base: Instrument) -> str:
    return clause_format.write(apply(changes, base).clauses[0]).split("+++\n")[-1].strip()


def test_brackets_are_put_around_a_whole_provision_with_its_label() -> None:
    base = instrument("1. Use ends.")
    changes = put(base, "use", Point(0, False, 0), Point(0, True, 8), Holders(by=("A",)))
    assert words(changes, base) == '[1. Use ends.]{by="A"}'


def test_brackets_that_would_cross_others_are_refused() -> None:
    base = instrument('a [b c]{by="A"} d')
    for first, last in ((0, 3), (3, 8), (8, 10)):
        with pytest.raises(Misuse):
            put(base, "use", Point(0, True, first), Point(0, True, last))
    assert words(put(base, "use", Point(0, True, 0), Point(0, True, 6)), base) == '[a [b c]{by="A"}] d'


def test_a_lifted_bracket_leaves_its_words() -> None:
    base = instrument('a [b [c]{by="A"}]{by="B"} d')
    outer, inner = found(base)
    assert words(lift(base, "use", outer), base) == 'a b [c]{by="A"} d'
    assert words(lift(base, "use", outer, inner), base) == "a b c d"


def test_a_struck_bracket_goes_with_its_words_and_one_space() -> None:
    base = instrument('all [affected]{by="A"} areas')
    assert words(strike(base, "use", *found(base)), base) == "all areas"


def test_an_accepted_alternative_stands_bare() -> None:
    base = instrument("in [five]{base alt=1} [ten]{by=A alt=1} [two]{by=B alt=1} years, [if able]{by=C}")
    assert words(accept(base, "use", found(base)[1]), base) == 'in ten years, [if able]{by="C"}'
    with pytest.raises(Misuse):
        accept(base, "use", found(base)[3])


def test_a_bracket_of_two_becomes_one_of_each() -> None:
    base = instrument('in [ten]{by="A; B" alt=1} years[ or less]{by="A; B"}.')
    one, other = found(base)
    assert words(split(base, "use", one), base) == (
        'in [ten]{by="A" alt=1} [ten]{by="B" alt=1} years[ or less]{by="A; B"}.'
    )
    both = apply(split(base, "use", other), base)
    assert [resolve(both, holder).value for holder in (None, "A", "B")] == [
        resolve(base, holder).value for holder in (None, "A", "B")
    ]


def test_a_bracket_of_another_text_is_refused() -> None:
    with pytest.raises(Misuse):
        lift(instrument("no bracket"), "use", *found(instrument("a [b]")))


def loose(clause: Clause) -> list[str]:
    return [char for _, char in scan(clause).loose]


@given(clauses(), st.data())
def test_what_is_put_is_lifted_again(clause: Clause, data: st.DataObject) -> None:
    base = Instrument((clause,))
    assume(any(length(provision.text) for provision in clause.provisions))
    unit = data.draw(st.sampled_from([at for at, one in enumerate(clause.provisions) if length(one.text)]))
    places = st.integers(0, length(clause.provisions[unit].text) - 1)
    start, end = sorted((data.draw(places), data.draw(places)))
    in_label = bool(clause.provisions[unit].label) and data.draw(st.booleans())
    first = Point(unit, not in_label, 0 if in_label else start)
    try:
        changes = put(base, clause.id, first, Point(unit, True, end), HELD)
    except Misuse:
        assume(False)
    bracketed = apply(changes, base)
    (new,) = [one for one in found(bracketed) if one.start == first]
    assert apply(lift(bracketed, clause.id, new), bracketed) == base
    assert apply(invert(changes, base), bracketed) == base


@given(clauses().filter(lambda clause: bool(clause.provisions)), st.data())
def test_every_operation_leaves_the_other_brackets_and_can_be_undone(clause: Clause, data: st.DataObject) -> None:
    held = [replace(one, text=text("[", *one.text, "] [b]", HELD)) for one in clause.provisions]
    clause = replace(clause, provisions=tuple(held))
    base = Instrument((clause,))
    bracket = data.draw(st.sampled_from(found(base)))
    for operation in (lift, strike):
        changes = operation(base, clause.id, bracket)
        after = apply(changes, base)
        assert apply(invert(changes, base), after) == base
        gone = 1 if operation is lift else len(list(walk((bracket,))))
        if after.clauses and len(after.clauses[0].notes) == len(clause.notes):
            assert len(found(after)) == len(found(base)) - gone
            assert loose(after.clauses[0]) == loose(clause)


BRACKETED = st.recursive(
    st.text(st.sampled_from("ab ,."), max_size=4),
    lambda inner: st.lists(st.one_of(inner, inner.map(lambda words: f"[{words}]")), max_size=4).map("".join),
    max_leaves=8,
)


@given(BRACKETED, st.data())
def test_inside_out_is_outside_in(source: str, data: st.DataObject) -> None:
    base = instrument(f"1. x{source}y")
    verdicts = [data.draw(st.booleans()) for _ in found(base)]

    def carried_out(now: Instrument, choose: int, left: list[bool]) -> Instrument:
        while brackets := found(now):
            outermost = levels(now.clauses[0])[0][0]
            at = 0 if choose == 0 else next(at for at, one in enumerate(brackets) if not one.inside)
            assert choose or brackets[0] == outermost
            operation = lift if left[at] else strike
            gone = 1 if left[at] else len(list(walk((brackets[at],))))
            now = apply(operation(now, "use", brackets[at]), now)
            left = left[:at] + left[at + gone :]
        return now

    one, other = carried_out(base, 0, verdicts), carried_out(base, 1, verdicts)
    assert [plain(words) for words in one.clauses[0].body] == [plain(words) for words in other.clauses[0].body]
