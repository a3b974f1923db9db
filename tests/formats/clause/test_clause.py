"""The `.clause` format: every rule, every error with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from instrument.formats.clause import Front, read, read_instrument, write, write_instrument
from instrument.model import (
    Cell,
    Clause,
    Footnote,
    Holders,
    Instrument,
    Kind,
    Mark,
    Note,
    Provision,
    Reference,
    Run,
    plain,
    text,
)
from instrument.problem import Severity, render

ITALIC, BOLD = frozenset({Mark.ITALIC}), frozenset({Mark.BOLD})
SAMPLE = Path(__file__).parents[3] / "clauses"


def provisions(source: str) -> tuple[Provision, ...]:
    return read(source, "use.clause", "use").value.clause.provisions


def codes(source: str) -> list[tuple[str, int, int]]:
    found = read("## Article 1\n" + source, "use.clause", "use").problems
    return [(problem.code, problem.where.line - 1, problem.where.column) for problem in found]


def test_a_clause_of_every_feature_is_read() -> None:
    source = """## Article 4 — Clearance

%% for the Committee only
1. Each State Party shall clear, [soon]{base alt=1} [in ten years]{by="Delegation A; Delegation C" alt=1}: {#deadline}
  (a) *areas* of its own[^1]; and
  (b) see {@transparency} and {@clearance#deadline},
  and shall report.
[1 bis. No reservation.]{by="Delegation B"}

[^1]: Agreed **ad referendum**.
"""
    found = read(source, "clearance/x.clause", "clearance")
    assert found.problems == ()
    clause = found.value.clause
    assert (clause.kind, clause.label, clause.heading) == (Kind.ARTICLE, "Article 4", text("Clearance"))
    first, a, b, closing, bis = clause.provisions
    assert first.comments == ("for the Committee only",)
    assert (first.label, first.anchor) == ("1.", "deadline")
    assert Holders(("Delegation A", "Delegation C"), alternative="1") in first.text
    assert a.text == text(Run("areas", ITALIC), " of its own", Note("1"), "; and")
    assert Reference("clearance", "deadline") in b.text and Reference("transparency") in b.text
    assert (closing.depth, closing.label) == (1, "")
    assert (bis.label, plain(bis.text)) == ("[1 bis.", "No reservation.]")
    assert clause.notes == (Footnote("1", text("Agreed ", Run("ad referendum", BOLD), ".")),)
    assert write(clause) == source


@pytest.mark.parametrize(
    ("line", "kind", "label", "heading"),
    [
        ("# Draft convention", Kind.TITLE, "", "Draft convention"),
        ("## Preamble", Kind.PREAMBLE, "", "Preamble"),
        ("## Article", Kind.ARTICLE, "Article", ""),
        ("## Article 5 bis - Risk education", Kind.ARTICLE, "Article 5 bis", "Risk education"),
        ("### 第四条 — 清理", Kind.ARTICLE, "第四条", "清理"),
        ("## Annexe I — Formulaire — suite", Kind.ANNEX, "Annexe I", "Formulaire — suite"),
        ("## [Article 7 — Compliance]", Kind.ARTICLE, "[Article 7", "Compliance]"),
    ],
)
def test_a_heading_tells_kind_designation_and_words(line: str, kind: Kind, label: str, heading: str) -> None:
    clause = read(line, "x.clause", "x").value.clause
    assert (clause.kind, clause.label, plain(clause.heading)) == (kind, label, heading)


def test_a_line_separator_is_text_and_only_a_line_feed_ends_a_provision() -> None:
    (provision,) = provisions("## Article 1\nfirst\u2028second\u0085third\n")
    assert plain(provision.text) == "first\u2028second\u0085third"


def test_cells_of_a_table_row_are_split_at_the_bar() -> None:
    row, escaped = provisions("## Annex I\n| Year | Area \\| km\u00b2\n\\| not a cell\n")
    assert row.text == text(Cell(), "Year", Cell(), "Area | km\u00b2")
    assert escaped.text == text("| not a cell")


def test_braces_that_are_nothing_else_are_literal() -> None:
    (provision,) = provisions("## Article 1\nthe set {x} of {y}\n")
    assert plain(provision.text) == "the set {x} of {y}"


@pytest.mark.parametrize(
    ("written", "label", "words"),
    [
        ("1\\. Never.", "", "1. Never."), ("\\(a) Never.", "", "(a) Never."), ("\\# Never", "", "# Never"),
        ("\\%% no comment", "", "%% no comment"), ("\\[^1]: no note", "", "[^1]: no note"),
        ('{label="§ 5"} x', "§ 5", "x"),
        ('{label="1"} x', "1", "x"), ("\u00a0x", "", "\u00a0x"), ("\\ x\\ ", "", " x "), ("\\+++", "", "+++"),
    ],
)  # fmt: skip
def test_what_would_be_misread_is_escaped(written: str, label: str, words: str) -> None:
    clause = Clause("use", label="Article 1", provisions=(Provision(0, label, text(words)),))
    assert write(clause).split("\n")[2] == written
    assert provisions(write(clause)) == clause.provisions


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1. [shall", ("unbalanced-bracket", 1, 4)),
        ("1. shall]", ("unbalanced-bracket", 1, 9)),
        ("  (a) too deep", ("skipped-depth", 1, 3)),
        ("1. x\n   (a) odd", ("indent", 2, 4)),
        ("\t1. tab", ("indent", 1, 1)),
        ("1. an *open end", ("unclosed-emphasis", 1, 7)),
        ("1. C:\\temp", ("unknown-escape", 1, 6)),
        ("1. [x]{by=Delegation A}", ("bad-holders", 1, 7)),
        ('1. [x]{by="A;; B"}', ("bad-holders", 1, 7)),
        ('1. x {by="A"}', ("bad-holders", 1, 6)),
        ("1. under {@Bad}", ("bad-reference", 1, 10)),
        ("1. x {#Bad}", ("bad-anchor", 1, 6)),
        ("1. x {#a}\n2. y {#a}", ("anchor-twice", 2, 1)),
        ("1. x[^1]", ("no-note", 1, 5)),
        ("1. x\n[^1]: y", ("unmarked-note", 2, 1)),
        ("1. x[^1]\n[^1]: y\n[^1]: z", ("note-twice", 3, 1)),
        ("1. x  ", ("trailing-space", 1, 5)),
        ("1. x\x0c", ("control-character", 1, 5)),
        ("1. x\n## Article 2", ("late-heading", 2, 1)),
        ("1. ****x", ("too-many-asterisks", 1, 4)),
    ],
)
def test_every_slip_has_its_code_line_and_column(line: str, expected: tuple[str, int, int]) -> None:
    assert codes(line) == [expected]


def test_every_error_is_told_at_once_in_the_order_of_the_text() -> None:
    assert codes("1. [x\n   y\n2. *z") == [("unbalanced-bracket", 1, 4), ("indent", 2, 4), ("unclosed-emphasis", 3, 4)]


def test_an_error_shows_its_line_a_caret_and_what_to_do() -> None:
    problem = read("## Article 1\n\n1. The Party [shall{by=EU} …\n", "measures.clause", "measures").problems[0]
    assert render(problem) == (
        'measures.clause:3:14: warning: "[" is never closed [unbalanced-bracket]\n'
        "  3 | 1. The Party [shall{by=EU} …\n"
        "    |              ^\n"
        "  hint: every [ needs its ] in the same clause"
    )


def test_front_matter_says_what_the_heading_cannot() -> None:
    front = 'kind = "final"\nfrom = "clearance-paper"\nadopted = 2026-03-10\naudience = "participants"'
    source = f"+++\n{front}\n+++\nIn witness whereof\n"
    read_back = read(source, "x/y.clause", "x")
    assert read_back.problems == ()
    assert read_back.value.clause.kind is Kind.FINAL
    assert read_back.value.front.origin == "clearance-paper"
    assert write(read_back.value.clause, read_back.value.front) == source


@pytest.mark.parametrize(
    ("front", "code", "line"),
    [
        ('kind = "artcle"', "unknown-kind", 2),
        ('audience = "all"', "unknown-audience", 2),
        ("kind = final", "toml", 2),
        ('id = "other"', "front-matter-disagrees", 2),
        ('kynd = "final"', "unknown-key", 2),
        ("adopted = 3", "wrong-value", 2),
    ],
)
def test_broken_front_matter_is_located(front: str, code: str, line: int) -> None:
    found = read(f"+++\n{front}\n+++\n## Article 1\n", "use/x.clause", "use").problems
    assert [(problem.code, problem.where.line) for problem in found] == [(code, line)]


def test_front_matter_that_never_ends_is_an_error() -> None:
    found = read('+++\nkind = "final"\n1. x', "use/x.clause", "use").problems
    assert "front-matter" in {problem.code for problem in found}


def test_a_clause_that_says_no_kind_is_asked_for_one() -> None:
    found = read("In witness whereof", "x/y.clause", "x").problems
    assert [(problem.code, problem.severity) for problem in found] == [("no-kind", Severity.ERROR)]


def test_a_second_clause_in_a_file_of_one_is_reported() -> None:
    found = read('## Article 1\n\n+++\nid = "b"\n+++\n## Article 2\n', "a/x.clause", "a")
    assert [problem.code for problem in found.problems] == ["several-clauses"]


def test_many_clauses_in_one_file_need_their_own_ids() -> None:
    source = '+++\nid = "a"\n+++\n## Article 1\n\n+++\nid = "a"\n+++\n## Article 2\n\n+++\n+++\n## Article 3\n'
    assert [problem.code for problem in read_instrument(source, "x.clause").problems] == ["clause-id", "clause-id"]


def test_an_instrument_in_one_file_keeps_its_language() -> None:
    french = Instrument((Clause("a", label="Article premier"), Clause("b", Kind.FINAL)), "fr")
    assert read_instrument(write_instrument(french)).value == french


def test_comments_stay_with_their_lines_and_are_never_compared() -> None:
    source = "%% on the heading\n## Article 1\n\n1. x\n  %% on the item\n  (a) y\n"
    clause = read(source, "use.clause", "use").value.clause
    assert (clause.comments, clause.provisions[1].comments) == (("on the heading",), ("on the item",))
    assert write(clause) == source
    assert clause == read(source.replace("on the", "about the"), "use.clause", "use").value.clause


def test_where_no_heading_follows_a_blank_line_sets_the_comments_on_the_clause_apart() -> None:
    source = '+++\nkind = "final"\n+++\n%% on the clause\n\n%% on the line\nDone at Geneva.\n'
    found = read(source, "final.clause", "final").value
    assert (found.clause.comments, found.clause.provisions[0].comments) == (("on the clause",), ("on the line",))
    assert write(found.clause, found.front) == source


def test_no_line_of_a_comment_becomes_text() -> None:
    clause = Clause("use", label="Article 1", provisions=(Provision(0, "1.", text("x"), comments=("one\n2. two\n",)),))
    again = read(write(clause), "use.clause", "use").value.clause
    assert again == clause
    assert again.provisions[0].comments == ("one", "2. two", "")


def test_trailing_comments_are_not_lost() -> None:
    assert provisions("## Article 1\n1. x\n%% the end\n")[0].comments == ("the end",)


@pytest.mark.parametrize("path", sorted(SAMPLE.rglob("*.clause")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_sample_is_in_canonical_form(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    found = read(source, str(path), path.parent.name)
    assert found.problems == ()
    assert write(found.value.clause, found.value.front) == source


@given(st.text(st.sampled_from("[]{}*^#%+.()|\\ \n\"'=;@1aiA:byse\u00a0"), max_size=80))
def test_reading_any_text_never_fails_and_writing_it_settles(source: str) -> None:
    clause = read(source, "x.clause", "x").value.clause
    written = write(clause, Front())
    assert read(written, "x.clause", "x").value.clause == clause
