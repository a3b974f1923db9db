"""One Word file's differences to another, written into it as tracked changes."""

import re
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest

import instrument
from instrument.building import render
from instrument.formats.docx import Care, read, revise
from instrument.formats.docx.lint import lint
from instrument.formats.docx.parts.opened import opened
from instrument.formats.docx.parts.tree import w
from instrument.formats.docx.walking.blocks import Kind
from instrument.formats.docx.walking.view import View, is_gone, shown
from instrument.formats.docx.walking.walk import walk
from instrument.model import Clause, Instrument, Provision, text
from instrument.model import Kind as ClauseKind
from tests.corpus import CORPUS, needs_corpus
from tests.formats.docx.raw import deleted, document, inserted, paragraph, part, row, run, table, tie

ROOT = Path(__file__).parents[3]
PAIRS = CORPUS / "docx/compare"
VERBS = ("clears", "marks", "lists", "reports")
NOTES = (Kind.FOOTNOTE, Kind.ENDNOTE)


def said(data: bytes, view: View) -> list[str]:
    """The paragraphs of a document's body as a view shows them."""
    file = opened(data, "marked.docx")
    return [
        "".join(
            "*" if span.kind in NOTES else span.chars
            for block in each.blocks
            for span in block.spans
            if not is_gone(span.revisions, view)
        )
        for each in shown(walk(file.document, file.main).blocks, view)
        if not each.is_gone
    ]


def marked(old: bytes, new: bytes, moves: bool = False) -> str:
    """The body of the old file with its differences to the new one, which reads as both."""
    data = revise(old, new, author="Delegation A", date="2026-03-10T09:00:00Z", care=Care(moves=moves)).value.data
    assert lint(data) == ()
    assert said(data, View.REJECTED) == said(old, View.REJECTED)
    assert said(data, View.ACCEPTED) == said(new, View.ACCEPTED)
    return opened(data, "marked.docx").parts["word/document.xml"].decode()


def words(tag: str, xml: str) -> list[str]:
    """What stands in each tracked change of a kind."""
    found = re.findall(rf"<w:{tag} [^>]*[^/]>(.*?)</w:{tag}>", xml)
    return ["".join(re.findall(r"<w:(?:t|delText)[^>]*>([^<]*)", inside)) for inside in found]


def plain(*paragraphs: str) -> bytes:
    return document(*(paragraph(run(each)) for each in paragraphs))


def test_a_paragraph_that_goes_on_much_longer_keeps_what_it_said() -> None:
    more = " The delegations that want the words are named after the closing bracket, and those that want the base text"
    old, new = (plain("Draft", f"Not agreed: brackets.{rest}", "Use") for rest in ("", f"{more} are named with it."))
    assert words("ins", marked(old, new)) == [f"{more} are named with it."]
    assert words("del", marked(new, old)) == [f"{more} are named with it."]


def test_paragraphs_that_begin_alike_by_chance_are_two() -> None:
    old, new = plain("Draft", "Not agreed", "Use"), plain("Draft", "Not agreed are the words of the other kind", "Use")
    assert words("del", marked(old, new)) == ["Not agreed"]


def test_an_alternative_beside_a_bracket_marks_nothing_but_itself() -> None:
    xml = marked(plain("A State [shall] act."), plain("A State [shall][should] act."))
    assert words("ins", xml) == ["[should]"]
    assert words("del", xml) == []


def test_a_number_that_changed_is_marked_without_its_point() -> None:
    xml = marked(plain("2.\tNo State shall."), plain("3.\tNo State shall."))
    assert words("ins", xml) == ["3"]
    assert words("del", xml) == ["2"]


def test_a_paragraph_cut_in_two_marks_nothing_but_its_end() -> None:
    old, new = plain("Never use. Never keep."), plain("Never use. ", "Never keep.")
    assert words("ins", marked(old, new)) == words("del", marked(old, new)) == []
    assert words("ins", marked(new, old)) == words("del", marked(new, old)) == []


def test_words_put_in_on_both_sides_of_an_end_that_stays_are_dated_apart() -> None:
    """LibreOffice takes them for one insertion otherwise, and whoever rejects it loses the end between them."""
    xml = marked(plain("One stays", "goes too."), plain("One stays here", "and goes too."))
    assert words("ins", xml) == [" here", "and "]
    assert re.findall(r'<w:ins [^>]*w:date="2026-03-10T([^"]*)Z"', xml) == ["09:00:00", "09:02:00"]


def test_the_last_paragraph_goes_with_the_end_of_the_one_before() -> None:
    xml = marked(plain("One stays here.", "Two goes away."), plain("One stays here."))
    assert words("del", xml) == ["Two goes away."]
    assert xml.count("<w:rPr><w:del ") == 1
    assert xml.index("<w:rPr><w:del ") < xml.index("One stays here.")


@pytest.mark.parametrize("change", ["party to Party", '“a” to "a"', "1–2 to 1-2", "5 kg to 5\u00a0kg"])
def test_what_looks_alike_is_not_the_same(change: str) -> None:
    before, after = change.split(" to ")
    xml = marked(plain(f"The {before} here."), plain(f"The {after} here."))
    assert words("ins", xml)
    assert words("del", xml)


def test_words_that_look_like_a_mark_of_words_own_are_words() -> None:
    xml = marked(plain('See w:rsidR="00AB" there.'), plain('See w:rsidR="00AC" there.'))
    assert words("ins", xml) != []


def test_a_picture_that_was_replaced_under_the_same_name_is_marked() -> None:
    old, new = (
        document(
            paragraph(run("The area:")),
            paragraph('<w:r><w:pict><v:shape><v:imagedata r:id="image"/></v:shape></w:pict></w:r>'),
            parts={"word/media/image1.png": shown},
            relations=tie("image", "media/image1.png"),
        )
        for shown in (b"the north", b"the south")
    )
    assert marked(old, old).count("<w:pict>") == 1
    assert marked(old, new).count("<w:pict>") == 2


def test_the_same_words_in_other_runs_are_no_change() -> None:
    assert "Delegation A" not in marked(plain("Never use."), document(paragraph(run("Never "), run("use."))))


def test_bold_alone_is_a_change_of_formatting() -> None:
    xml = marked(plain("Never use."), document(paragraph(run("Never "), run("use", "<w:b/>"), run("."))))
    assert words("ins", xml) == words("del", xml) == []
    assert xml.count("<w:rPrChange ") == 1


def test_a_row_that_is_new_is_a_tracked_row() -> None:
    old, new = document(table(row("A", "B"))), document(table(row("A", "B"), row("C", "D")))
    assert "<w:trPr><w:ins " in marked(old, new)
    assert "<w:trPr><w:del " in marked(new, old)


def test_a_column_that_is_new_is_tracked_cell_by_cell() -> None:
    old = document(table(row("State", "Date"), row("A", "May")))
    new = document(table(row("State", "Year", "Date"), row("A", "2026", "May")))
    assert marked(old, new).count("<w:cellIns ") == 2
    assert marked(new, old).count("<w:cellDel ") == 2


def test_changes_of_others_stay_theirs_and_silent_ones_are_told_apart() -> None:
    issued = plain("Each State shall destroy all stockpiles.")
    returned = document(
        paragraph(
            run("Each State shall "), inserted("promptly ", "Norway"), deleted("destroy", "Norway"),
            inserted("remove", "Norway"), run(" its stockpiles."),
        )
    )  # fmt: skip
    xml = marked(issued, returned)
    by = re.findall(r'<w:(?:ins|del) [^>]*w:author="([^"]+)".*?<w:(t|delText)[^>]*>([^<]+)', xml)
    assert by == [
        ("Norway", "t", "promptly "),
        ("Norway", "delText", "destroy"),
        ("Delegation A", "delText", " all"),
        ("Norway", "t", "remove"),
        ("Delegation A", "t", " its"),
    ]


def test_words_put_in_by_one_and_taken_out_by_another_keep_both_names() -> None:
    issued = document(paragraph(run("Each State shall "), inserted("promptly ", "Norway"), run("act.")))
    xml = marked(issued, plain("Each State shall act."))
    assert re.search(r'<w:ins [^>]*"Norway"[^>]*><w:del [^>]*"Delegation A"', xml)


def noted(*words: str) -> bytes:
    """A document whose paragraphs each have a note, which says of what it is the note."""
    marks = (f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' for number in range(2, len(words) + 2))
    notes = (f'<w:footnote w:id="{id}">{paragraph(run(f"On {each}"))}</w:footnote>' for id, each in enumerate(words, 2))
    lines = '<w:footnote w:type="separator" w:id="1"><w:p/></w:footnote>'
    return document(
        *(paragraph(run(each), mark) for each, mark in zip(words, marks, strict=True)),
        parts=part("footnotes", lines + "".join(notes)),
        relations=tie("footnotes", "footnotes.xml"),
    )


def test_notes_are_listed_and_numbered_as_their_marks_follow_one_another() -> None:
    old = noted("The area is marked.", "It is fenced.")
    new = noted("The Parties,", "The area is marked.", "It is fenced.", "End.")
    parts = opened(revise(old, new, author="Delegation A").value.data, "marked.docx").parts
    assert re.findall(r'footnoteReference w:id="(.)"', parts["word/document.xml"].decode()) == list("2345")
    listed = re.findall(r'<w:footnote w:id="(.)">(.*?)</w:footnote>', parts["word/footnotes.xml"].decode(), re.DOTALL)
    assert [(id, re.sub("<[^>]*>", "", note)) for id, note in listed] == [
        ("2", "On The Parties,"),
        ("3", "On The area is marked."),
        ("4", "On It is fenced."),
        ("5", "On End."),
    ]


ARTICLES = [
    [f"Article {number}", *(f"{place}. Each State {verb} {thing} without delay." for place, verb in enumerate(VERBS))]
    for number, thing in enumerate(("mines", "stocks", "records", "victims"), 1)
]


def test_an_article_that_moved_is_one_move_with_a_name() -> None:
    first, second, third, fourth = ARTICLES
    xml = marked(plain(*first, *second, *third, *fourth), plain(*first, *third, *second, *fourth), moves=True)
    names = re.findall(r'<w:(moveFrom|moveTo)RangeStart [^>]*w:name="([^"]+)"', xml)
    assert sorted(side for side, _ in names) == ["moveFrom", "moveTo"]
    assert len({name for _, name in names}) == 1
    assert words("ins", xml) == words("del", xml) == []


def test_a_paragraph_that_moved_and_was_edited_is_still_one_that_moved() -> None:
    first, second, third, _ = ARTICLES
    edited = [second[1].replace("without delay", "without any delay"), *second[2:]]
    xml = marked(plain(*first, *second, *third), plain(*first, *third, second[0], *edited, "End."), moves=True)
    assert words("ins", xml)[0].strip() == "any"
    assert "moveTo" in xml


def test_nothing_is_a_move_unless_it_is_asked_for() -> None:
    first, second, third, fourth = ARTICLES
    assert "move" not in marked(plain(*first, *second, *third, *fourth), plain(*first, *third, *second, *fourth))


@needs_corpus
@pytest.mark.parametrize("name", sorted(path.name for path in PAIRS.glob("*.docx")))
def test_each_real_file_becomes_each_of_its_kin(name: str) -> None:
    for other in sorted(PAIRS.glob(f"{name[:5]}*.docx")):
        marked((PAIRS / name).read_bytes(), other.read_bytes())


@pytest.mark.parametrize(("old", "new"), list(permutations(("first-draft", "second-draft", "final-draft"), 2)))
def test_a_document_of_ours_reads_back_as_either_text_whole(old: str, new: str) -> None:
    library = instrument.open(ROOT / "clauses")
    files = [render(library.draft(stage), ".docx").value for stage in (old, new)]
    data = revise(*files, author="Delegation A").value.data
    for view, file in zip(("rejected", "accepted"), files, strict=True):
        assert read(data, "marked.docx", view).value == read(file, "built.docx").value


def test_a_paragraph_put_in_at_the_end_of_a_clause_stays_in_it_where_the_next_clause_loses_its_first() -> None:
    def written(texts: Sequence[str], formula: Sequence[str]) -> bytes:
        kinds = {"texts": (ClauseKind.ARTICLE, texts), "formula": (ClauseKind.FINAL, formula)}
        clauses = (
            Clause(id, kind, provisions=tuple(Provision(0, "", text(words)) for words in said))
            for id, (kind, said) in kinds.items()
        )
        return render(Instrument(tuple(clauses)), ".docx").value

    kept, signed, done = "One original is kept.", "In witness whereof we sign.", "Done at Geneva."
    old, new = written([kept], [signed, done]), written([kept, "Copies go to all States."], [done])
    data = revise(old, new, author="Delegation A").value.data
    for view, file in (("rejected", old), ("accepted", new)):
        assert read(data, "marked.docx", view).value == read(file, "built.docx").value


@pytest.mark.parametrize(
    ("care", "marks"),
    [
        (Care(), (["must"], ["shall"])),
        (Care(grain="sentences"), (["Each State must mark them. "], ["Each State shall mark them. "])),
        (
            Care(grain="paragraphs"),
            (["Clear it. Each State must mark them. End."], ["Clear it. Each State shall mark them. End."]),
        ),
    ],
    ids=["words", "sentences", "paragraphs"],
)
def test_as_much_is_marked_as_was_asked_for(care: Care, marks: tuple[list[str], list[str]]) -> None:
    old, new = (plain(f"Clear it. Each State {verb} mark them. End.") for verb in ("shall", "must"))
    xml = opened(revise(old, new, author="A", care=care).value.data, "a").parts["word/document.xml"].decode()
    assert (words("ins", xml), words("del", xml)) == marks


def test_capitals_are_left_aside_where_that_was_asked_for() -> None:
    old, new = plain("A State party shall act."), plain("A State Party must act.")
    data = revise(old, new, author="A", care=Care(case=False)).value.data
    assert words("ins", opened(data, "a").parts["word/document.xml"].decode()) == ["must"]


def linked(address: str, words: str) -> bytes:
    """A document with a link."""
    inside = (run("See "), f'<w:hyperlink r:id="rId9">{run(words)}</w:hyperlink>', run(" for more."))
    return document(paragraph(*inside), relations=tie("hyperlink", address, "rId9", external=True))


@pytest.mark.parametrize("words", ["the portal", "the new portal"])
def test_a_link_that_leads_elsewhere_is_said_by_its_words_and_both_addresses(words: str):
    old, new = linked("https://a.example/1", "the portal"), linked("https://a.example/2", words)
    found = revise(old, new, "A", names=("old.docx", "new.docx"))
    (problem,) = found.problems
    assert (problem.code, problem.where.name) == ("link-left", "old.docx")
    assert all(each in problem.message for each in ('"the portal"', "https://a.example/1", "https://a.example/2"))
    assert said(found.value.data, View.ACCEPTED) == [f"See {words} for more."]
    assert said(found.value.data, View.REJECTED) == ["See the portal for more."]


def test_words_put_in_among_those_of_a_link_stand_in_that_link():
    found = revise(linked("https://a.example/1", "the portal"), linked("https://a.example/1", "the new portal"), "A")
    links = list(opened(found.value.data, "").document.iter(w("hyperlink")))
    assert ["".join(map(str, link.itertext())) for link in links] == ["the new portal"]
    assert found.problems == ()


def test_a_control_that_is_cut_in_two_is_two_controls_with_numbers_of_their_own():
    held = '<w:sdt><w:sdtPr><w:tag w:val="t"/><w:id w:val="77"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    whole, *halves = (run(words) for words in ("Clear all mines and report.", "Clear all mines", "and report."))
    old = document(f"<w:p>{held.format(whole)}</w:p>", paragraph(run("End")))
    new = document(*map(paragraph, halves), paragraph(run("End")))
    marked = revise(old, new, "A", "2026-03-10T09:00:00Z").value.data
    assert said(marked, View.ACCEPTED) == ["Clear all mines", "and report.", "End"]
    assert said(marked, View.REJECTED) == ["Clear all mines and report.", "End"]
    assert lint(marked) == ()
