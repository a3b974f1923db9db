"""Comments and bookmarks of the new file in a redline: brought to their words, or said to be left."""

import re

import pytest

from instrument.formats.docx import revise
from instrument.formats.docx.lint import lint
from instrument.formats.docx.parts.markup import NAMESPACES
from instrument.formats.docx.parts.opened import opened
from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.parts.unpacking import unpack
from tests.formats.docx.pairs import EDITS, Edit
from tests.formats.docx.press import pressed
from tests.formats.docx.raw import document, paragraph, part, run, tie
from tests.formats.docx.treaties import treaty

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"


def comment(id: int, author: str, words: str, name: str = "") -> str:
    called = f' {W14} w14:paraId="{name}"' if name else ""
    return (
        f'<w:comment w:id="{id}" w:author="{author}" w:date="2026-03-10T09:00:00Z"><w:p{called}>'
        f"{run(words)}</w:p></w:comment>"
    )


def on(id: int, *inside: str) -> str:
    reference = f'<w:r><w:commentReference w:id="{id}"/></w:r>'
    return f'<w:commentRangeStart w:id="{id}"/>{"".join(inside)}<w:commentRangeEnd w:id="{id}"/>{reference}'


def bookmark(name: str, *inside: str, id: int = 1) -> str:
    return f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>{"".join(inside)}<w:bookmarkEnd w:id="{id}"/>'


def file(*blocks: str, comments: str = "", states: str = "", notes: str = "") -> bytes:
    parts, ties = {}, ""
    for kind, xml in (("comments", comments), ("footnotes", notes)):
        if xml:
            parts.update(part(kind, xml))
            ties += tie(kind, f"{kind}.xml")
    if states:
        parts["word/commentsExtended.xml"] = f"<w15:commentsEx {NAMESPACES}>{states}</w15:commentsEx>".encode()
        ties += tie(EXTENDED, "commentsExtended.xml", id="extended")
    return document(*blocks, parts=parts, relations=ties)


def marked(old: bytes, new: bytes):
    found = revise(old, new, author="Delegation C", date="2026-04-01T09:00:00Z")
    assert lint(found.value.data) == ()
    return found


def inside(data: bytes, kind: str, id: str) -> str:
    """The words in a range, those that are struck in angle brackets."""
    found, is_in = "", False
    for each in opened(data, "").document.iter():
        if each.tag in (w(f"{kind}Start"), w(f"{kind}End")) and attribute(each, "id") == id:
            is_in = each.tag == w(f"{kind}Start")
        elif is_in and each.tag in (w("t"), w("delText")):
            found += f"{each.text}" if each.tag == w("t") else f"<{each.text}>"
    return found


def said(data: bytes) -> list[tuple[str, str, str]]:
    """Every comment of a file: its author, the words that it is about, what it says."""
    if "word/comments.xml" not in unpack(data, ""):
        return []
    return [
        (attribute(each, "author"), inside(data, "commentRange", attribute(each, "id")), "".join(each.itertext()))
        for each in opened(data, "").root("word/comments.xml")
    ]


def bookmarks(data: bytes) -> dict[str, str]:
    """Every bookmark of a file, and what is in it."""
    found = opened(data, "").document.iter(w("bookmarkStart"))
    return {attribute(each, "name"): inside(data, "bookmark", attribute(each, "id")) for each in found}


def stand(words: str) -> str:
    """What is left of words when all is accepted."""
    return re.sub("<[^<>]*>", "", words)


@pytest.mark.parametrize("back", [False, True], ids=["there", "back"])
@pytest.mark.parametrize("given", EDITS, ids=lambda given: given.says)
def test_every_comment_and_bookmark_of_the_new_file_is_around_its_words(given: Edit, back: bool):
    old, new = map(pressed, reversed(given.pair(treaty())) if back else given.pair(treaty()))
    found = marked(old, new).value.data
    wanted, held = bookmarks(new), bookmarks(found)
    assert {name: stand(held[name]) for name in wanted} == {name: stand(words) for name, words in wanted.items()}
    have = {(who, stand(on), what) for who, on, what in said(found)}
    assert {(who, stand(on), what) for who, on, what in said(new)} <= have


PLAIN = file(paragraph(run("States shall mark mines.")))
A, B = "Delegation A", "Delegation B"


def test_a_comment_on_words_of_both_files_is_brought():
    new = file(paragraph(run("States "), on(4, run("shall mark")), run(" mines.")), comments=comment(4, B, "When?"))
    found = marked(PLAIN, new)
    assert said(found.value.data) == [(B, "shall mark", "When?")]
    assert (found.value.made, found.problems) == ({}, ())


def test_a_comment_on_new_words_stands_on_them_and_not_on_those_that_they_stand_for():
    new = file(paragraph(run("States "), on(4, run("will clear")), run(" mines.")), comments=comment(4, B, "When?"))
    assert said(marked(PLAIN, new).value.data) == [(B, "will clear", "When?")]


def test_comments_of_the_old_file_stay_and_those_of_the_new_one_come_to_them_under_other_numbers():
    old = file(paragraph(on(4, run("States")), run(" shall mark mines.")), comments=comment(4, A, "All?"))
    both = comment(7, A, "All?") + comment(4, B, "When?")
    new = file(paragraph(on(7, run("States")), run(" shall "), on(4, run("mark")), run(" mines.")), comments=both)
    assert said(marked(old, new).value.data) == [(A, "States", "All?"), (B, "mark", "When?")]


def test_a_comment_that_is_in_both_files_comes_once():
    old = file(paragraph(on(4, run("States")), run(" shall mark mines.")), comments=comment(4, A, "All?"))
    new = file(paragraph(on(9, run("States")), run(" shall clear mines.")), comments=comment(9, A, "All?"))
    assert said(marked(old, new).value.data) == [(A, "States", "All?")]


def test_a_comment_on_words_of_two_paragraphs_is_on_both():
    old = file(paragraph(run("States shall mark.")), paragraph(run("They shall fence.")))
    new = file(
        paragraph(run("States shall "), '<w:commentRangeStart w:id="4"/>', run("mark.")),
        paragraph(run("They shall"), '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>',
                  run(" fence.")),
        comments=comment(4, B, "When?"),
    )  # fmt: skip
    assert said(marked(old, new).value.data) == [(B, "mark.They shall", "When?")]


def test_who_answers_whom_and_what_is_done_comes_with_the_comments():
    state = '<w15:commentEx w15:paraId="{}"{} w15:done="{}"/>'
    old = file(paragraph(on(4, run("States")), run(" shall.")), comments=comment(4, A, "All?"))
    new = file(
        paragraph(on(4, on(5, run("States"))), run(" shall.")),
        comments=comment(4, A, "All?", "0000001A") + comment(5, B, "Most.", "0000000A"),
        states=state.format("0000001A", "", 0) + state.format("0000000A", ' w15:paraIdParent="0000001A"', 1),
    )
    found = marked(old, new).value.data
    assert said(found)[1] == (B, "States", "Most.")
    names = re.findall(r'paraId="(\w+)"', unpack(found, "")["word/comments.xml"].decode())
    (held,) = opened(found, "").root("word/commentsExtended.xml")
    assert [str(value) for value in held.attrib.values()] == [names[1], "1", names[0]]


def test_a_comment_that_can_be_fastened_nowhere_is_said_with_its_author_its_place_and_its_words():
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnote w:id="2">{paragraph(on(4, run("See document 5.")))}</w:footnote>'
    new = file(paragraph(run("States shall mark mines."), mark), comments=comment(4, B, "Which?"), notes=note)
    (problem,) = marked(PLAIN, new).problems
    assert problem.code == "comment-left"
    assert problem.message == f'a comment by "{B}" in a footnote of the new file is not in the marked one: "Which?"'


def test_a_file_compared_with_itself_gets_no_comment_twice():
    data = file(paragraph(on(4, bookmark("_Ref1", run("States")))), paragraph(), comments=comment(4, B, "All?"))
    assert unpack(marked(data, data).value.data, "") == unpack(data, "")


# Bookmarks.


def test_a_bookmark_around_words_put_into_a_paragraph_is_brought_with_a_number_of_its_own():
    old = file(paragraph(bookmark("_Ref1", run("States"), id=7), run(" shall mark mines.")))
    first, second = bookmark("_Ref1", run("States"), id=3), bookmark("_Ref2", run("at once"), id=7)
    new = file(paragraph(first, run(" shall "), second, run(" mark mines.")))
    found = marked(old, new).value.data
    assert bookmarks(found) == {"_Ref1": "States", "_Ref2": "at once"}
    assert len({attribute(each, "id") for each in opened(found, "").document.iter(w("bookmarkStart"))}) == 2


def test_a_bookmark_around_words_of_both_files_and_new_ones_holds_what_it_holds_in_the_new_one():
    new = file(paragraph(run("States "), bookmark("_Ref2", run("shall clear")), run(" mines.")))
    assert bookmarks(marked(PLAIN, new).value.data) == {"_Ref2": "shall <mark>clear"}


def test_a_bookmark_in_a_new_paragraph_stands_around_its_own_words():
    new = file(paragraph(run("First, "), bookmark("_Ref2", run("fence")), run(" them.")),
               paragraph(run("States shall mark mines.")))  # fmt: skip
    assert bookmarks(marked(PLAIN, new).value.data) == {"_Ref2": "fence"}


def test_a_bookmark_whose_words_are_struck_stays_around_them():
    old = file(paragraph(run("States "), bookmark("_Ref1", run("shall")), run(" mark mines.")))
    new = file(paragraph(run("States mark mines.")))
    found = marked(old, new)
    assert bookmarks(found.value.data) == {"_Ref1": "<shall>"}
    assert found.problems == ()


def test_a_bookmark_whose_words_went_elsewhere_cannot_stand_twice_and_it_is_said():
    rest = [paragraph(run(f"Each State shall {verb} and report on it.")) for verb in ("mark", "fence", "clear")]
    moved = paragraph(bookmark("_Ref1", run("Nothing in this affects the rights of coastal communities.")))
    found = marked(file(moved, *rest), file(*rest, moved))
    assert [(each.code, "_Ref1" in each.message) for each in found.problems] == [("bookmark-left", True)]


def test_where_word_opens_a_file_is_no_bookmark():
    new = file(paragraph(run("States "), bookmark("_GoBack"), run("shall mark mines.")))
    assert bookmarks(marked(PLAIN, new).value.data) == {}
