"""The paper of a comparison: both texts in one, nothing lost, every change named for what it is."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import instrument as api
from instrument.difference.comparison import Comparison, diff
from instrument.model import Clause, Footnote, Instrument, Kind, Mark, Note, Provision, Reference, Run, text
from instrument.paper import Chars, Inline, Layout, Link, NoteMark, Paper, Paragraph, Style, Table
from instrument.papers.comparison import compare
from instrument.papers.labelling import parted
from instrument.problem import Misuse
from tests import edits
from tests.papers.both import columns_of_both, words_of_both
from tests.papers.reading import paragraphs_of

CORPUS = Path(os.environ.get("INSTRUMENT_CORPUS") or Path(__file__).parents[2] / "../shared/corpus")
PAIRS = (
    ("treaties/ottawa-1997.en.txt", "treaties/ccm-2008.en.txt"),
    ("drafts/paris-agreement/2015-10-23.md", "drafts/paris-agreement/2015-12-04.md"),
    ("drafts/paris-convention/1900.fr.txt", "drafts/paris-convention/1911.fr.txt"),
    ("drafts/bbnj-prepcom-report/2026-04-02.en.txt", "drafts/bbnj-prepcom-report/2026-05-04.en.txt"),
)
LONG = "Each State Party shall report once a year to the Depositary on the measures that it has taken."


def article(*provisions: Provision, id: str = "use", label: str = "Article 1", **more: object) -> Clause:
    return Clause(id, Kind.ARTICLE, label, text("Words"), provisions, **more)


def numbered(*lines: str) -> tuple[Provision, ...]:
    return tuple(Provision(0, f"{number}.", text(line)) for number, line in enumerate(lines, start=1))


def compared(old: Instrument | Clause, new: Instrument | Clause, **how: object) -> Paper:
    old, new = (Instrument((side,)) if isinstance(side, Clause) else side for side in (old, new))
    return compare(diff(old, new), **how).value


def lines(paper: Paper) -> list[str]:
    """The paragraphs of the two texts as `git diff --word-diff` would mark them, with what happened to each."""
    found = [paragraph for block in paper.blocks for paragraph in paragraphs_of(block) if paragraph.change]
    return [f"{p.change}: {' '.join(filter(None, map(marked, parted(p))))}" for p in found]


def marked(inlines: tuple[Inline, ...]) -> str:
    signs = {"insert": "{+%s+}", "delete": "[-%s-]"}
    return "".join(
        signs[i.revision.kind] % i.chars if i.revision else i.chars for i in inlines if not isinstance(i, NoteMark)
    )


def weights(paper: Paper) -> list[tuple[str, str]]:
    inlines = [i for block in paper.blocks for p in paragraphs_of(block) if p.change for i in p.inlines]
    return [(i.chars, i.revision.weight) for i in inlines if i.revision and i.revision.weight]


@settings(max_examples=60)
@given(st.data())
def test_the_paper_has_the_words_of_both_texts(data: st.DataObject) -> None:
    base = data.draw(edits.instruments())
    comparison = diff(base, data.draw(edits.edited(base))[0])
    words_of_both(compare(comparison).value, comparison)
    columns_of_both(compare(comparison, form="columns").value, comparison)


@pytest.mark.parametrize("lost", ["word", "deletion", "paragraph"])
def test_a_lost_word_is_caught(lost: str) -> None:
    old, new = article(*numbered("No State shall use them.", LONG)), article(*numbered("No State may use them.", LONG))
    comparison = diff(Instrument((old,)), Instrument((new,)))
    paper = compare(comparison).value
    *others, changed, last = paper.blocks
    assert isinstance(changed, Paragraph)
    broken = {
        "word": (*others, changed, replace(last, inlines=())),
        "deletion": (
            *others,
            replace(changed, inlines=tuple(i for i in changed.inlines if marked((i,))[0] != "[")),
            last,
        ),
        "paragraph": (*others, last),
    }
    words_of_both(paper, comparison)
    with pytest.raises((AssertionError, ValueError)):
        words_of_both(replace(paper, blocks=broken[lost]), comparison)


def test_changed_words_stand_where_they_stood_with_what_came_in_their_place() -> None:
    paper = compared(article(*numbered("No State shall use them.")), article(*numbered("No State may use them.")))
    assert lines(paper) == ["same: Article 1 Words", "changed: 1. No State [-shall-]{+may+} use them."]
    assert weights(paper) == [("shall", "force"), ("may", "force")]


def test_of_a_label_only_what_changed_is_marked() -> None:
    old = article(*numbered("First of them all.", LONG))
    new = article(
        Provision(0, "1.", text("First of them all.")),
        Provision(0, "1 bis.", text("Quite new.")),
        Provision(0, "12.", text(LONG)),
    )
    assert lines(compared(old, new))[2:] == [
        "inserted: {+1 bis.+} {+Quite new.+}",
        f"renumbered: [-2-]{{+12+}}. {LONG}",
    ]


def test_a_label_that_stayed_is_a_label() -> None:
    paper = compared(article(*numbered("Old words of it.")), article(*numbered("New words of it.")))
    assert [block.label for block in paper.blocks if isinstance(block, Paragraph) and block.change] == [
        "Article 1",
        "1.",
    ]


def test_a_moved_provision_stands_at_its_new_place_and_is_named_at_the_old_one() -> None:
    other = "The Depositary shall inform all States of the entry into force."
    old = Instrument(
        (article(*numbered("One line stays.", LONG)), article(*numbered(other), id="end", label="Article 2"))
    )
    new = Instrument(
        (
            article(*numbered("One line stays.")),
            article(*numbered(other, LONG.replace("once", "twice")), id="end", label="Article 2"),
        )
    )
    assert lines(compared(old, new)) == [
        "same: Article 1 Words",
        "same: 1. One line stays.",
        "left: 2. (moved to article 2, paragraph 2)",
        "same: Article 2 Words",
        f"same: 1. {other}",
        "remark: (moved from article 1, paragraph 2)",
        f"moved: 2. {LONG.replace('once', '[-once-]{+twice+}')}",
    ]


def test_what_moves_along_with_a_provision_is_not_named_again() -> None:
    items = (
        Provision(1, "(a)", text("the first of these measures")),
        Provision(1, "(b)", text("the second of these measures")),
    )
    moving = (Provision(0, "1.", text(LONG)), *items)
    staying = tuple(
        Provision(0, f"{n}.", text(f"Line {n} stays where it is. {LONG.replace('report', word)}"))
        for n, word in enumerate(("speak", "write", "tell"), 2)
    )
    paper = compared(article(*moving, *staying), article(*staying, *moving))
    assert [line for line in lines(paper) if "(moved" in line] == [
        "left: 1. (moved to article 1, paragraph 1)",
        "remark: (moved from article 1, paragraph 1)",
    ]


def test_joined_and_split_provisions_say_of_what() -> None:
    one, two = LONG, "It shall make the report public within thirty days of submitting it."
    apart, together = article(*numbered(one, two)), article(*numbered(f"{one} {two}"))
    assert lines(compared(apart, together))[1:] == [
        "remark: (joined from article 1, paragraph 1 + article 1, paragraph 2)",
        f"changed: 1. {one}{{+ +}}{two}",
    ]
    split = lines(compared(together, apart))
    assert split[1::2] == ["remark: (split from article 1, paragraph 1)"] * 2
    assert split[4].startswith("changed: {+2.+} ")


def test_a_reference_whose_number_followed_a_renumbering_is_consequential() -> None:
    aid = article(*numbered(LONG), id="aid", label="Article 2")
    use = article(Provision(0, "1.", text("Under ", Reference("aid"), ".")))
    old, new = Instrument((use, aid)), Instrument((use, replace(aid, label="Article 3")))
    assert "consequential: 1. Under [-article 2-]{+article 3+}." in lines(compared(old, new))
    folded = lines(compared(old, new, fold_consequential=True))
    assert folded[1] == "same: 1. Under article 3."
    assert "renumbered: Article [-2-]{+3+} Words" in folded
    columns = lines(compared(old, new, fold_consequential=True, form="columns"))
    assert [line for line in columns if "Under" in line] == ["same: 1. Under article 2.", "same: 1. Under article 3."]


def test_a_whole_clause_is_new_gone_or_moved() -> None:
    one, two, three = (
        article(*numbered(f"{word}: {LONG}"), id=word, label=f"Article {n}")
        for n, word in enumerate(("one", "two", "three"), 1)
    )
    shown = lines(compared(Instrument((one, two, three)), Instrument((three, one))))
    assert "deleted: [-Article 2-] [-Words-]" in shown
    assert [line for line in shown if line.startswith("remark")] == ["remark: (moved: stood after Article 2)"]


def test_a_clause_that_is_gone_shares_no_id_with_a_new_one() -> None:
    old = article(*numbered("Quite another matter, of stocks and their destruction."), id="article-1")
    new = article(*numbered("The Conference of the Parties meets once a year."), id="article-1")
    new = replace(new, heading=text("Conference"))
    targets = [block.target for block in compared(old, new).blocks if isinstance(block, Paragraph) and block.target]
    assert sorted(targets) in (["article-1"], ["article-1", "was-article-1"])


def test_emphasis_and_level_that_changed_are_remarked() -> None:
    old, new = (
        Provision(0, "1.", text("save ", "mutatis mutandis")),
        Provision(1, "1.", text("save ", Run("mutatis mutandis", frozenset({Mark.ITALIC})))),
    )
    assert lines(compared(article(old), article(new)))[1] == (
        "remark: (set at another level; emphasis changed: “mutatis mutandis”)"
    )


def test_notes_stand_under_their_clause_and_are_compared_too() -> None:
    marked_line = Provision(0, "1.", text("By year", Note("1"), "."))
    old, new = (article(marked_line, notes=(Footnote("1", text(words)),)) for words in ("In full.", "In part."))
    assert lines(compared(old, new))[1:] == ["same: 1. By year¹.", "changed: ¹ In [-full-]{+part+}."]


def test_only_what_changed_keeps_its_neighbours_and_what_it_stands_under() -> None:
    items = [Provision(1, f"({letter})", text(f"the {letter} measure among those listed")) for letter in "abcdefg"]
    old = (Provision(0, "1.", text(LONG)), *items, *numbered(*"12")[:0])
    new = (*old[:5], replace(old[5], text=text("the e measure among those named")), *old[6:])
    calm = [
        article(*numbered(f"{word}, and nothing else in it."), id=word, label=f"Article {n}")
        for n, word in enumerate(("two", "three"), 2)
    ]
    shown = lines(compared(Instrument((article(*old), *calm)), Instrument((article(*new), *calm)), only_changed=True))
    assert [line.partition(" ")[2][:24] for line in shown] == [
        "Article 1 Words", "1. " + LONG[:21], "… unchanged paragraphs: ",
        "(d) the d measure among ", "(e) the e measure among ", "(f) the f measure among ",
        "… unchanged paragraphs: ", "… unchanged: Article 2 –",
    ]  # fmt: skip


def test_changes_of_force_and_figures_are_listed_first() -> None:
    old = article(*numbered("Each State Party shall, within five years of that date, destroy all of its stocks.", LONG))
    new = article(*numbered("Each State Party shall, within ten years of that date, destroy all of its stocks.", LONG))
    table = next(block for block in compared(old, new).blocks if isinstance(block, Table))
    cells = [[marked(paragraph.inlines) for cell in row for paragraph in cell] for row in table.rows]
    assert cells == [
        ["Place", "Touches", "Old words", "New words"],
        [
            "article 1, paragraph 1",
            "figures",
            "Each State Party shall, within [-five-] years of that date, …",
            "Each State Party shall, within {+ten+} years of that date, …",
        ],
    ]
    assert table.rows[1][0][0].inlines == (Link("article 1, paragraph 1", "use"),)
    assert not any(isinstance(block, Table) for block in compared(old, old).blocks)


def test_the_page_begins_with_title_summary_and_legend() -> None:
    old, new = (article(*numbered(words)) for words in ("No State shall use them.", "No State may use them."))
    first, second, third, *_ = compared(old, new, names=("one", "two")).blocks
    assert isinstance(first, Paragraph) and isinstance(second, Paragraph) and isinstance(third, Paragraph)
    assert (first.style, marked(first.inlines)) == (Style.TITLE, "Comparison of one and two")
    assert "1 replacement in article 1" in marked(second.inlines)
    assert marked(third.inlines) == "Marks: {+words put in+}, [-words taken out-], {+a change of force+}."


def test_two_columns_lie_across_the_page_and_their_head_repeats() -> None:
    old, new = (article(*numbered(words)) for words in ("No State shall use them.", "No State may use them."))
    paper = compared(old, new, form="columns", names=("one", "two"), layout=Layout("Letter"))
    table = paper.blocks[-1]
    assert isinstance(table, Table) and table.header == 1 and paper.layout == Layout("Letter", landscape=True)
    assert [[marked(p.inlines) for p in cell] for cell in table.rows[0]] == [["one"], ["two"]]
    assert [[marked(p.inlines) for p in cell] for cell in table.rows[2]] == [
        ["No State [-shall-] use them."],
        ["No State {+may+} use them."],
    ]


def test_references_that_lead_nowhere_are_reported_once() -> None:
    lost = article(Provision(0, "1.", text("Under ", Reference("gone"), ".")))
    read = compare(diff(Instrument((lost,)), Instrument((lost,))))
    assert [(problem.code, str(problem.where)) for problem in read.problems] == [("unresolved-reference", "use/1")]


def test_a_form_that_does_not_exist_is_refused() -> None:
    with pytest.raises(Misuse, match="three"):
        compared(article(), article(), form="three")


def test_the_page_speaks_the_language_of_the_text() -> None:
    old, new = (
        Instrument((replace(article(*numbered(words)), label="Article 1"),), "fr")
        for words in ("Il doit agir.", "Il peut agir.")
    )
    first = compared(old, new).blocks[0]
    assert (
        isinstance(first, Paragraph) and marked(first.inlines) == "Comparaison entre l’ancien texte et le nouveau texte"
    )


@pytest.mark.parametrize(
    "pair", [("first-draft", "second-draft"), ("second-draft", "final-draft"), ("first-draft", "final-draft")]
)
def test_the_sample_is_compared_without_loss(pair: tuple[str, str]) -> None:
    library = api.open(Path(__file__).parents[2] / "clauses")
    _check(diff(library.draft(pair[0]), library.draft(pair[1])))


@pytest.mark.slow
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real texts is not beside this checkout")
@pytest.mark.parametrize("pair", PAIRS)
def test_real_texts_are_compared_without_loss(pair: tuple[str, str]) -> None:
    _check(diff(*(api.read(CORPUS / name).value for name in pair)))


def _check(comparison: Comparison) -> None:
    words_of_both(compare(comparison).value, comparison)
    columns_of_both(compare(comparison, form="columns").value, comparison)


def test_a_line_break_in_words_that_changed_is_no_end_of_a_label() -> None:
    paragraph = Paragraph(Style.TITLE, (Chars("Draft"), Chars("\u2028"), Chars("Convention")), change="changed")
    assert parted(paragraph) == ((), paragraph.inlines)
