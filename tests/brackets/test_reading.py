"""Square brackets over a clause: what is found of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from instrument.brackets import HEADING, Point, alternatives, scan, spans, walk
from instrument.model import Clause, Footnote, Holders, Mark, Provision, Run, text

A = Holders(by=("Delegation A",))


def clause(*lines: str | Provision, heading: str = "") -> Clause:
    provisions = tuple(line if isinstance(line, Provision) else Provision(0, "", text(line)) for line in lines)
    return Clause("use", label="Article 1", heading=text(heading), provisions=provisions)


def test_brackets_nest() -> None:
    outer = scan(clause("States [shall [as appropriate] clear] areas")).brackets[0]
    assert (outer.start, outer.end) == (Point(0, True, 7), Point(0, True, 36))
    assert [inner.start.offset for inner in outer.inside] == [14]


def test_a_bracket_may_cross_provisions_and_open_before_a_label() -> None:
    crossing = clause(Provision(0, "[1 bis.", text("The first.")), Provision(0, "2.", text("The second.]")))
    (bracket,) = scan(crossing).brackets
    assert (bracket.start, bracket.end) == (Point(0, False, 0), Point(1, True, 11))


def test_a_bracket_may_open_in_the_heading_and_cross_emphasis() -> None:
    italic = Provision(0, "", text("[", Run("Recalling]", frozenset({Mark.ITALIC}))))
    assert scan(clause("use]", heading="[Use")).brackets[0].start == Point(HEADING, True, 0)
    assert len(scan(clause(italic)).brackets) == 1


def test_holders_belong_to_the_bracket_that_closes_before_them() -> None:
    held = Provision(0, "", text("[a [b]", A, "] [c]"))
    outer, other = scan(clause(held)).brackets
    assert outer.holders is None and other.holders is None
    assert outer.inside[0].holders == A


def test_brackets_with_one_alternative_number_are_one_dispute() -> None:
    base = Holders(base=True, alternative="1")
    dispute = Provision(
        0, "", text("[five]", base, " [ten]", Holders(by=("Delegation A",), alternative="1"), " [x]", A)
    )
    (group,) = alternatives(scan(clause(dispute)).brackets)
    assert [bracket.holders.base for bracket in group if bracket.holders] == [True, False]


def test_a_bracket_without_a_partner_is_located_and_breaks_nothing() -> None:
    read = spans(clause("closes] nothing", Provision(0, "1.", text("[one] and [two"))))
    assert [(str(problem.where), problem.message) for problem in read.problems] == [
        ("use/~1:7", '"]" closes nothing'),
        ("use/1:11", '"[" is never closed'),
    ]
    assert len(read.value) == 1


def test_brackets_inside_one_that_never_closes_are_still_found() -> None:
    assert len(scan(clause("[a [b] c")).brackets) == 1


def test_a_footnote_stands_alone() -> None:
    noted = Clause("use", provisions=(Provision(0, "", text("[open")),), notes=(Footnote("1", text("closed]")),))
    assert [char for _, char in scan(noted).loose] == ["[", "]"]


@given(st.text("ab[]", max_size=30))
def test_every_bracket_is_in_a_span_or_reported(words: str) -> None:
    found = scan(clause(words))
    assert 2 * len(list(walk(found.brackets))) + len(found.loose) == words.count("[") + words.count("]")
