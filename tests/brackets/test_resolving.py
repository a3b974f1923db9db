"""A text as each delegation wants it, and as nobody touched it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import instrument
from instrument.brackets import resolution, resolve, scan
from instrument.changes import apply, invert
from instrument.formats import clause as clause_format
from instrument.model import Clause, Holders, Instrument, Note, Provision, Run, Text, plain, text
from tests.strategies import instruments

A, B = "Delegation A", "Delegation B"


def rolling(source: str) -> Instrument:
    named = source.replace("=A", f'="{A}"').replace("=B", f'="{B}"')
    return Instrument((clause_format.read(named, "use.clause", "use").value.clause,))


def lines(source: str, holder: str | None) -> list[str]:
    resolved = resolve(rolling(source), holder).value
    return [
        "  " * provision.depth + f"{provision.label} {plain(provision.text)}".strip()
        for clause in resolved
        for provision in clause.provisions
    ]


@pytest.mark.parametrize(
    ("source", "base", "of_a", "of_b"),
    [
        ("all [affected]{by=A} areas", "all areas", "all affected areas", "all areas"),
        ("all[ affected]{by=A} areas", "all areas", "all affected areas", "all areas"),
        ("all [affected ]{by=A}areas", "all areas", "all affected areas", "all areas"),
        ("clear [soon]{by=A}, and", "clear, and", "clear soon, and", "clear, and"),
        ("clear, [soon]{base not=A}", "clear, soon", "clear,", "clear, soon"),
        ("[Soon]{by=A} after", "after", "Soon after", "after"),
        ("areas ([all]{by=A} known)", "areas (known)", "areas (all known)", "areas (known)"),
        ("[five]{base alt=1} [ten]{by=A alt=1} years", "five years", "ten years", "five years"),
        ("[five]{base alt=1} / [ten]{by=A alt=1} years", "five years", "ten years", "five years"),
        ("甲[乙]{base alt=1} [丙]{by=A alt=1}丁", "甲乙丁", "甲丙丁", "甲乙丁"),
        ("in [five]{by=A alt=1} [ten]{by=B alt=1} years", "in years", "in five years", "in ten years"),
        ("in [no]{base not=A alt=1} [ten]{by=B alt=1} years", "in no years", "in years", "in ten years"),
        ("a [b [c]{by=A}]{by=B} d", "a d", "a d", "a b d"),
        ("a [b [c]{by=A} [d]{base}]{base not=B} e", "a b d e", "a b c d e", "a e"),
        ("a  [b]{by=A} c", "a  c", "a  b c", "a  c"),
        ("a[  ]{base alt=1} [ x ]{by=A alt=1}b", "a  b", "a x b", "a  b"),
        ("x [a]{by=A}[b]{by=A} y", "x y", "x ab y", "x y"),
    ],
)
def test_each_has_its_text_and_no_space_too_many_or_too_few(source: str, base: str, of_a: str, of_b: str) -> None:
    assert [lines(source, holder) for holder in (None, A, B)] == [[base], [of_a], [of_b]]


def test_a_bracketed_provision_goes_with_its_label() -> None:
    source = "1. One.\n[1 bis. More.]{by=A}\n2. Two."
    assert lines(source, None) == ["1. One.", "2. Two."]
    assert lines(source, A) == ["1. One.", "1 bis. More.", "2. Two."]


def test_a_label_without_words_goes_too_unless_what_stands_below_it_stays() -> None:
    assert lines("1. One.\n1 bis. [More.]{by=A}", None) == ["1. One."]
    assert lines("1. [The following:]{by=A}\n  (a) one.", None) == ["1.", "  (a) one."]


def test_a_bracket_over_provisions_takes_the_ends_of_paragraphs_with_it() -> None:
    source = "1. It holds:\n  (a) [nothing]{base alt=1} [no more than:\n    (i) one; or\n    (ii) two]{by=A alt=1}; and"
    assert lines(source, None) == ["1. It holds:", "  (a) nothing; and"]
    assert lines(source, A) == ["1. It holds:", "  (a) no more than:", "    (i) one; or", "    (ii) two; and"]


def test_provisions_that_are_rivals_stand_for_one_another() -> None:
    source = "[1. The old.]{base alt=1}\n[1. The new.]{by=A alt=1}"
    assert (lines(source, None), lines(source, A)) == (["1. The old."], ["1. The new."])


def test_a_whole_article_goes_with_its_heading_and_notes() -> None:
    held = Holders(by=(A,))
    one = Clause("fund", label="[Article 5", heading=text("Fund"), provisions=(Provision(0, "1.", text("It.]", held)),))
    both = Instrument((one, Clause("use", label="Article 6", provisions=(Provision(0, "", text("Use.")),))))
    assert [clause.id for clause in resolve(both, None).value] == ["use"]
    assert [clause.label for clause in resolve(both, A).value] == ["Article 5", "Article 6"]


def test_a_note_goes_with_its_last_mark() -> None:
    source = "Use[ of a fund[^1]]{by=A}.\n\n[^1]: Voluntary."
    assert [len(resolve(rolling(source), holder).value.clauses[0].notes) for holder in (None, A)] == [0, 1]


@pytest.mark.parametrize("source", ["a [b] c", "a [b]{not=A} c", 'a [b]{status="agreed"} c', "a [b]{by=B not=B} c"])
def test_brackets_that_do_not_say_whose_they_are_stay_and_are_reported(source: str) -> None:
    read = resolve(rolling(source), B)
    assert read.value == rolling(source)
    assert [(problem.code, str(problem.where)) for problem in read.problems] == [("undecided-bracket", "use/~1:3")]


def test_a_bracket_without_a_partner_stays_and_is_reported() -> None:
    read = resolve(rolling("a [b [c]{by=A} d"), None)
    assert plain(read.value.clauses[0].provisions[0].text) == "a [b d"
    assert [problem.code for problem in read.problems] == ["unbalanced-bracket"]


WORDING = st.text(st.sampled_from("ab ,.;甲("), max_size=6)


@given(WORDING, WORDING, WORDING, WORDING)
def test_any_difference_can_be_written_as_a_dispute(before: str, old: str, new: str, after: str) -> None:
    ours, theirs = Holders(base=True, alternative="1"), Holders(by=(A,), alternative="1")
    words = text(f"x{before}[{old}]", ours, f" [{new}]", theirs, f"{after}y")
    merged = Instrument((Clause("use", provisions=(Provision(0, "1.", words),)),))
    for holder, chosen in ((None, old), (A, new), (B, old)):
        assert resolve(merged, holder).value.clauses[0].provisions[0].text == text(f"x{before}{chosen}{after}y")


@given(instruments(), st.sampled_from([None, A, B]))
def test_a_resolution_is_changes_that_can_be_applied_and_undone(rolled: Instrument, holder: str | None) -> None:
    changes = resolution(rolled, holder).value
    resolved = resolve(rolled, holder).value
    assert apply(changes, rolled) == resolved
    assert apply(invert(changes, rolled), resolved) == rolled


@given(instruments(), st.sampled_from([None, A, B]))
def test_what_is_resolved_stays_resolved(rolled: Instrument, holder: str | None) -> None:
    once = resolve(rolled, holder).value
    assert resolve(once, holder).value == once


def test_a_provision_of_which_a_stop_is_left_is_reported() -> None:
    read = resolve(rolling("1. One:\n  (a) [two]{by=A};\n  (b) three."), None)
    assert [(problem.code, str(problem.where)) for problem in read.problems] == [("bare-provision", "use/1/a")]
    assert lines("1. One:\n  (a) [two]{by=A};\n  (b) three.", None) == ["1. One:", "  (a) ;", "  (b) three."]


def printed(words: Text) -> str:
    return "".join(atom.chars if isinstance(atom, Run) else "" if isinstance(atom, Note) else "x" for atom in words)


def test_the_sample_reads_well_for_every_delegation() -> None:
    draft = instrument.open(Path(__file__).parents[2] / "clauses").draft("second-draft")
    for holder in (None, *(f"Delegation {letter}" for letter in "ABCDEFGH")):
        resolved = resolve(draft, holder).value
        assert not any(scan(clause).loose for clause in resolved)
        for clause in resolved:
            for words in map(printed, clause.texts):
                assert "  " not in words
                assert words == words.strip()
                assert " ," not in words
