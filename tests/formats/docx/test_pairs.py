"""The law of a redline judges: it sees every edit that nobody tracked, and passes what tracks it by hand."""

import pytest

from tests.formats.docx.pairs import EDITS, Edit, named
from tests.formats.docx.press import pressed
from tests.formats.docx.raw import change, deleted, document, end, inserted, paragraph, row, run, table
from tests.formats.docx.redlines import faults, fewest, marked, revisions
from tests.formats.docx.treaties import treaty


def files(given: Edit, automatic: bool = False) -> tuple[bytes, bytes]:
    before, after = given.pair(treaty(automatic=automatic))
    return pressed(before), pressed(after)


def test_the_same_treaty_is_the_same_file():
    assert pressed(treaty(250)) == pressed(treaty(250))


@pytest.mark.parametrize("automatic", [False, True], ids=["numbered by hand", "numbered by Word"])
@pytest.mark.parametrize("given", EDITS, ids=lambda given: given.says)
def test_an_edit_that_nobody_tracked_breaks_the_law(given: Edit, automatic: bool):
    old, new = files(given, automatic)
    assert old != new
    assert faults(old, old, old) == faults(new, new, new) == []
    seen = not given.silent and given.says not in ("a comment is taken out", "a comment is put to words")
    assert bool(faults(old, new, old)) is seen
    assert bool(faults(old, new, new)) is (seen and given.says not in TRACKED)


# Edits that their authors tracked, or that stand in what they put in.
TRACKED = {
    "a file comes back with tracked changes of two delegations",
    "the words of a tracked insertion are edited and nobody tracks it",
}


def test_what_is_saved_again_has_other_runs_and_no_other_words():
    old, new = files(named("it was only saved again, with other runs"))
    assert fewest(old, new) == 0
    assert len(new) > len(old)


OLD = document(paragraph(run("Each Party shall act.")), table(row("a", "b")), paragraph(run("End")))
NEW = document(paragraph(run("Each Party should act.")), table(row("a", "b"), row("c", "d")), paragraph(run("End")))


def redline(word: str, mark: str) -> bytes:
    words = paragraph(run("Each Party "), deleted("shall", "A"), inserted(word, "A"), run(" act."))
    new = row(*(paragraph(inserted(each, "A")) for each in "cd"), change=mark)
    return document(words, table(row("a", "b"), new), paragraph(run("End")))


def test_a_redline_made_by_hand_keeps_the_law():
    tracked = redline("should", end("ins", "A"))
    assert faults(OLD, NEW, tracked) == []
    assert sorted(marked(tracked)) == ["+c", "+d", "+should", "-shall"]
    assert fewest(OLD, NEW) == 4
    assert [(kind, author) for kind, author, _ in revisions(tracked)][:2] == [("del", "A"), ("ins", "A")]


def test_a_redline_with_another_word_or_without_the_mark_of_a_row_breaks_it():
    assert "other words" in faults(OLD, NEW, redline("must", end("ins", "A")))[0]
    assert "rejected" in faults(OLD, NEW, redline("should", ""))[0]


def test_a_look_that_nobody_tracked_breaks_the_law():
    old, new = (document(paragraph(run("act", look))) for look in ("", "<w:b/>"))
    tracked = document(paragraph(run("act", f"<w:b/>{change('rPrChange', 'A', '<w:rPr/>')}")))
    assert "other looks" in faults(old, new, new)[0]
    assert faults(old, new, tracked) == []
