"""A redline accepted is the new text, rejected the old one, and marks no more than was changed."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from instrument.formats.docx import Care, revise
from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.parts.unpacking import unpack
from tests.formats.docx.pairs import EDITS, A, B, named, with_articles
from tests.formats.docx.papers import body
from tests.formats.docx.press import pressed
from tests.formats.docx.raw import document, end, inserted, paragraph, row, run, table
from tests.formats.docx.redlines import faults, fewest, marked, revisions
from tests.formats.docx.treaties import Treaty, treaty

OURS, DATE = "Delegation C", "2026-04-01T09:00:00Z"
SAID = [each.says for each in EDITS]


class Pair(NamedTuple):
    old: bytes
    new: bytes
    tracked: bytes

    @property
    def kinds(self) -> list[str]:
        """The names of the elements of its tracked changes."""
        return [kind for kind, _, _ in revisions(self.tracked)]


@cache
def redline(says: str, automatic: bool = False, back: bool = False, moves: bool = False) -> Pair:
    before, after = named(says).pair(treaty(automatic=automatic))
    return revised(after, before, moves) if back else revised(before, after, moves)


def revised(before: Treaty, after: Treaty, moves: bool = False) -> Pair:
    old, new = pressed(before), pressed(after)
    return Pair(old, new, revise(old, new, author=OURS, date=DATE, care=Care(moves=moves)).value.data)


def root(data: bytes):
    from lxml import etree

    return etree.fromstring(unpack(data, "")["word/document.xml"])


@pytest.mark.parametrize("back", [False, True], ids=["there", "back"])
@pytest.mark.parametrize("automatic", [False, True], ids=["numbered by hand", "numbered by Word"])
@pytest.mark.parametrize("says", SAID)
def test_accepted_it_is_the_new_text_and_rejected_the_old_one(says: str, automatic: bool, back: bool):
    assert faults(*redline(says, automatic, back)) == []


@pytest.mark.parametrize("back", [False, True], ids=["there", "back"])
@pytest.mark.parametrize("automatic", [False, True], ids=["numbered by hand", "numbered by Word"])
@pytest.mark.parametrize("says", [each for each in SAID if "moved" in each or "places" in each])
def test_so_it_is_with_moves_shown_as_moves(says: str, automatic: bool, back: bool):
    found = redline(says, automatic, back, moves=True)
    assert faults(*found) == []
    assert "moveFrom" in found.kinds


@pytest.mark.parametrize("automatic", [False, True])
def test_so_it_is_in_a_treaty_of_250_paragraphs(automatic: bool):
    given = treaty(250, automatic)
    for at in range(0, 30, 10):
        found = revised(given, named("everything at once").change(given, at))
        assert faults(*found) == []


@pytest.mark.slow
@pytest.mark.parametrize("automatic", [False, True])
def test_so_it_is_in_a_treaty_of_2500_paragraphs(automatic: bool):
    after = given = treaty(2500, automatic)
    for at in range(0, 300, 10):
        for says in ("one word stands for another", "an article is put in, and those after it are renumbered",
                     "a paragraph is taken out", "an alternative is added in brackets"):  # fmt: skip
            after = named(says).change(after, at)
    for found in (revised(given, after), revised(after, given)):
        assert faults(*found) == []


def test_so_it_is_where_an_insertion_is_gone_before_an_empty_paragraph_and_a_table():
    grid = table(row("Article", "Time limit"))
    gone = paragraph(inserted("So shall any observer.", A), mark=end("ins", A))
    old = document(paragraph(run("Each Party.")), gone, paragraph(), grid, paragraph(run("Done.")))
    new = document(paragraph(run("Each Party.")), paragraph(), paragraph(run("Limits:")), grid, paragraph(run("Done.")))
    assert faults(old, new, revise(old, new, author=OURS, date=DATE).value.data) == []


EDITING = st.lists(st.tuples(st.sampled_from(SAID), st.integers(0, 40)), max_size=6)


Edits = list[tuple[str, int]]


def edited(given: Treaty, edits: Edits) -> Treaty:
    for says, at in edits:
        given = named(says).change(given, at)
    return given


@settings(max_examples=40)
@example([], [("the end of a section is taken out", 0), ("a comment is put to new words", 0)], False, False, False)
@given(EDITING, EDITING, st.booleans(), st.booleans(), st.booleans())
def test_so_it_is_whatever_is_edited_together(first: Edits, then: Edits, automatic: bool, back: bool, moves: bool):
    before = edited(with_articles(treaty(automatic=automatic)), first)
    after = edited(before, then)
    assert faults(*(revised(after, before, moves) if back else revised(before, after, moves))) == []


@pytest.mark.slow
@settings(max_examples=1500)
@given(EDITING, EDITING, st.booleans(), st.booleans(), st.booleans())
def test_so_it_is_whatever_is_edited_together_many_times(
    first: Edits, then: Edits, automatic: bool, back: bool, moves: bool
):
    before = edited(with_articles(treaty(automatic=automatic)), first)
    after = edited(before, then)
    assert faults(*(revised(after, before, moves) if back else revised(before, after, moves))) == []


# What is marked.


@pytest.mark.parametrize("automatic", [False, True], ids=["numbered by hand", "numbered by Word"])
@pytest.mark.parametrize("says", [each.says for each in EDITS if each.silent])
def test_what_nobody_wrote_is_not_marked_and_the_file_stays_as_it_was(says: str, automatic: bool):
    found = redline(says, automatic)
    assert found.kinds == []
    assert unpack(found.tracked, "") == unpack(found.old, "")


def test_a_file_compared_with_itself_is_that_file():
    data = pressed(treaty(250))
    assert unpack(revise(data, data, author=OURS, date=DATE).value.data, "") == unpack(data, "")


BRACKETS = {
    "an alternative is added in brackets": "+[ +] +[ +should +]",
    "an alternative is added to one in brackets": "+[ +make +]",
    "a bracket in a bracket is opened and its words changed": "-appropriate +all +[ +necessary +]",
    "brackets are lifted": "-[ -[ -] -]",
}


@pytest.mark.parametrize(("says", "marks"), BRACKETS.items())
def test_of_brackets_only_what_is_new_is_marked(says: str, marks: str):
    there, back = redline(says), redline(says, back=True)
    assert sorted(marked(there.tracked)) == sorted(marks.split())
    assert len(marked(back.tracked)) == len(marks.split())


def test_of_a_label_that_changes_only_the_digits_are_marked():
    found = redline("an article is put in, and those after it are renumbered")
    assert {word[1:].isdigit() for word in marked(found.tracked) if word.startswith("-")} == {True}


@pytest.mark.parametrize("says", SAID[: SAID.index("a paragraph is written anew")])
def test_no_more_words_are_marked_than_must_be(says: str):
    found = redline(says)
    assert len(marked(found.tracked)) <= fewest(found.old, found.new)


def test_over_all_edits_hardly_more_words_are_marked_than_must_be():
    """Numbered by Word: a label written by hand may stay where a paragraph comes before it, as no redline shows it."""
    said = [each for each in SAID if "tracked" not in each and each != "everything at once"]
    found = [redline(says, True, back) for says in said for back in (False, True)]
    assert sum(len(marked(each.tracked)) for each in found) <= 1.02 * sum(fewest(each.old, each.new) for each in found)


@pytest.mark.parametrize("says", ["a paragraph is split in two", "an empty paragraph is put in"])
def test_where_only_an_end_is_new_only_an_end_is_marked(says: str):
    found, back = redline(says), redline(says, back=True)
    assert (found.kinds, marked(found.tracked)) == (["ins"], [])
    assert (back.kinds, marked(back.tracked)) == (["del"], [])


def test_two_numbered_halves_are_a_new_end_and_a_new_label():
    assert marked(redline("a numbered paragraph is split in two, both numbered", automatic=True).tracked) == []


LOOKS = {
    "words become bold": {"rPrChange"},
    "words are no longer in italics": {"rPrChange"},
    "a paragraph wears another style": {"pPrChange"},
    "a paragraph begins a page": {"pPrChange"},
    "an item becomes a paragraph of its own": {"pPrChange"},
    "a paragraph becomes an item": {"pPrChange"},
    "the pages are turned": {"sectPrChange"},
    "the mark of a paragraph becomes bold": {"rPrChange"},
    "a paragraph and its mark look otherwise": {"pPrChange", "rPrChange"},
    "a table is given lines": {"tblPrChange"},
    "a row becomes a heading of the table": {"trPrChange"},
    "a row is shaded": {"tcPrChange"},
}


@pytest.mark.parametrize("back", [False, True], ids=["there", "back"])
@pytest.mark.parametrize(("says", "kinds"), LOOKS.items())
def test_what_only_looks_otherwise_is_a_change_of_looks(says: str, kinds: set[str], back: bool):
    found = redline(says, automatic=True, back=back)
    assert (set(found.kinds), marked(found.tracked)) == (kinds, [])


def test_a_new_row_is_a_row_put_in_and_a_word_in_a_cell_is_a_word():
    rows = [
        each for each in root(redline("a row is put in").tracked).iter(w("trPr")) if each.find(w("ins")) is not None
    ]
    assert len(rows) == 1
    assert sorted(marked(redline("a word in a cell is another").tracked)) == ["+mines", "+of"]


@pytest.mark.parametrize("back", [False, True], ids=["there", "back"])
def test_a_moved_article_of_thirty_paragraphs_is_one_move_under_one_name(back: bool):
    found = redline("an article of thirty paragraphs is moved", automatic=True, back=back, moves=True)
    tree = root(found.tracked)
    for kind in ("moveFrom", "moveTo"):
        assert len({attribute(each, "name") for each in tree.iter(w(f"{kind}RangeStart"))}) == 1
    assert not [word for kind, _, word in revisions(found.tracked) if kind in ("ins", "del") and word]


def test_a_moved_and_edited_article_is_one_move_with_its_edits():
    found = redline("an article of thirty paragraphs is moved and edited", automatic=True, moves=True)
    assert len(list(root(found.tracked).iter(w("moveFromRangeStart")))) == 1
    assert {words for kind, _, words in revisions(found.tracked) if kind == "ins" and words} == {"Without delay, "}


def test_moves_are_deletions_and_insertions_unless_they_are_asked_for():
    assert not [kind for kind in redline("a paragraph is moved").kinds if kind.startswith("move")]


# What is kept.


@pytest.mark.parametrize("says", SAID)
def test_what_did_not_change_stays_byte_for_byte(says: str):
    found = redline(says)
    old, new, tracked = (unpack(each, "") for each in found)
    assert old.keys() <= tracked.keys()
    same = [part for part in old if old[part] == new.get(part)]
    assert [part for part in same if tracked[part] != old[part]] == []


@pytest.mark.parametrize("says", SAID)
def test_bookmarks_comments_controls_links_and_fields_are_kept(says: str):
    found = redline(says)
    if says in ("a comment is taken out", "a text box is taken out"):
        return
    old, tracked = root(found.old), root(found.tracked)
    for name in ("bookmarkStart", "commentRangeStart", "commentReference", "sdt", "hyperlink", "fldChar", "drawing"):
        had, has = (len(list(tree.iter(w(name)))) for tree in (old, tracked))
        assert has >= had, name


def test_a_comment_keeps_its_words_and_its_place():
    found = redline("words in a comment's range are changed")
    assert unpack(found.tracked, "")["word/comments.xml"] == unpack(found.old, "")["word/comments.xml"]
    xml = body(found.tracked)
    assert xml.index("commentRangeStart") < xml.index("the best of") < xml.index("commentRangeEnd")


def test_it_is_ours_and_has_its_date():
    for says in SAID:
        for kind, author, _ in revisions(redline(says).tracked):
            assert author in {OURS, A, B}, (says, kind)
    assert f'w:author="{OURS}" w:date="{DATE}"' in body(redline("words are put in").tracked)


def test_the_same_two_files_give_the_same_bytes():
    old, new = redline("everything at once")[:2]
    assert len({revise(old, new, author=OURS, date=DATE).value.data for _ in range(2)}) == 1


# Files that come back.

RETURNED = "a file comes back with tracked changes of two delegations"
ON_TOP = "a file comes back with tracked changes and with edits that nobody tracked"


def held(given: Pair, author: str) -> list[str]:
    return [words for kind, who, words in revisions(given.tracked) if who == author and words]


def test_what_delegations_tracked_stays_theirs():
    found = redline(RETURNED, automatic=True)
    assert held(found, A) == ["promptly ", "So shall any observer."]
    assert held(found, B) == [" it promptly", " the depositary"]
    assert held(found, OURS) == []


def test_what_nobody_tracked_is_told_apart_from_it():
    found = redline(ON_TOP, automatic=True)
    assert held(found, A) == ["promptly ", "So shall any observer."]
    assert held(found, B) == [" it promptly", " the depositary"]
    assert sorted(" ".join(held(found, OURS)).split()) == ["At", "its", "its", "seat,", "the"]


def test_what_stood_tracked_in_the_old_file_stays_its_authors():
    found = redline("a tracked file is edited on and nobody tracks it", automatic=True)
    assert held(found, A) == ["promptly ", "So shall any observer."]
    assert held(found, OURS) == [" At once."]
