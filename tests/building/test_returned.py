"""A file that came back becomes changes of the text it was made from, each author's apart."""

import json
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from instrument import office
from instrument.building.returned import Remark, Returned, onto, read_returned, take, to_json
from instrument.changes import Changes, apply
from instrument.changes.items import Insert, Move, Replace
from instrument.formats import docx
from instrument.formats.docx.parts.markup import NAMESPACES
from instrument.model import Instrument, Provision, plain
from instrument.papers.setting import Holding
from instrument.problem import Read
from tests import edits, laws
from tests.building import tracking
from tests.building.tracking import A, B, C, after_paragraph, edited, issued, silent, stage, tracked, with_part, within
from tests.corpus import CORPUS, needs_corpus
from tests.formats.docx import raw

Edit = Callable[[str], str]
REVISIONS = sorted(path.name for path in CORPUS.glob("docx/revisions/*.docx"))


def returned(
    *changes: Edit, name: str = "first-draft", stages: Mapping[str, Instrument] | None = None
) -> Read[Returned]:
    """The first draft, as it was issued, edited, read against itself."""
    return take(docx.tracked(edited(issued("first-draft"), *changes), "returned.docx"), stage(name), stages=stages)


def words(changes: Changes) -> list[tuple[str, str, str]]:
    """Where words were replaced, and by which."""
    return [
        (item.place.clause, plain(item.old), plain(item.new)) for item in changes.items if isinstance(item, Replace)
    ]


@given(tracking.files())
def test_silent_edits_and_each_authors_changes_make_the_accepted_text(data: bytes) -> None:
    laws.a_returned_file_is_its_changes(docx.read(data, "", "rejected").value, data)


@given(tracking.files(), st.data())
def test_they_do_so_where_words_were_edited_in_silence_too(file: bytes, data: st.DataObject) -> None:
    base, _ = data.draw(edits.edited(docx.read(file, "", "rejected").value))
    laws.a_returned_file_is_its_changes(base, file)


@needs_corpus
@pytest.mark.parametrize("name", REVISIONS)
def test_a_real_file_is_its_changes(name: str) -> None:
    data = (CORPUS / "docx/revisions" / name).read_bytes()
    laws.a_returned_file_is_its_changes(docx.read(data, name, "rejected").value, data)


@pytest.mark.parametrize("holders", ["inline", "footnotes", "none"])
@pytest.mark.parametrize("name", ["first-draft", "second-draft", "second-draft.fr", "clearance-paper"])
def test_an_issued_text_that_nobody_touched_has_no_changes(name: str, holders: Holding) -> None:
    read = take(docx.tracked(issued(name, holders), "issued.docx"), stage(name))
    assert not read.value.silent and not read.value.together and read.value.authors == ()
    assert read.problems == ()


def test_a_tracked_replacement_stands_on_its_provision_under_its_author() -> None:
    changes = tracked("two thirds", "three quarters", A, "2026-03-11T10:00:00Z"), tracked("ninety", "sixty", A)
    (contribution,) = returned(*changes).value.authors
    assert contribution.author == A
    assert (contribution.first, contribution.last) == ("2026-03-10T09:00:00Z", "2026-03-11T10:00:00Z")
    assert words(contribution.changes) == [
        ("amendment", "ninety", "sixty"),
        ("amendment", "two thirds", "three quarters"),
    ]


def test_two_delegations_are_kept_apart_and_may_be_taken_together() -> None:
    value = returned(tracked("ninety", "sixty", B), tracked("two thirds", "three quarters", A)).value
    assert [(each.author, words(each.changes)) for each in value.authors] == [
        (B, [("amendment", "ninety", "sixty")]),
        (A, [("amendment", "two thirds", "three quarters")]),
    ]
    assert len(value.together.items) == 2


def test_an_edit_without_tracking_is_told_apart_from_the_tracked_ones() -> None:
    value = returned(tracked("two thirds", "three quarters", A), silent("ninety", "thirty")).value
    assert words(value.silent) == [("amendment", "ninety", "thirty")]
    assert words(value.authors[0].changes) == [("amendment", "two thirds", "three quarters")]
    assert value.authors[0].changes.base == value.silent.base


def test_a_tracked_change_of_words_that_were_edited_in_silence_is_reported() -> None:
    read = returned(
        within("ninety days", raw.run("thirty ") + raw.deleted("and a half ", A) + raw.run("days")),
    )
    (contribution,) = read.value.authors
    assert contribution.changes.items == ()
    assert words(contribution.after) == [("amendment", "and a half ", "")] or contribution.after
    (problem,) = [each for each in read.problems if each.code == "no-place"]
    assert A in problem.message and "and a half" in problem.message


def test_words_that_one_put_in_and_another_struck_change_a_proposal_and_not_the_base() -> None:
    early = raw.deleted("quarters ", B).replace("03-10", "03-09")  # by a clock that was wrong
    struck = raw.inserted("or three ", A, early)
    read = returned(within("thirds of", raw.run("thirds ") + struck + raw.run("of")))
    first, second = read.value.authors
    assert words(first.changes) == [("amendment", "", " or three quarters")]
    assert second.author == B and second.changes.items == () and second.upon == (A,)
    assert words(second.after) == [("amendment", " quarters", "")]
    (problem,) = [each for each in read.problems if each.code == "nested-change"]
    assert A in problem.message and B in problem.message and "quarters" in problem.message


def test_who_strikes_words_that_the_issued_file_had_put_in_changes_the_base() -> None:
    standing = raw.inserted("or three quarters ", A)
    before = docx.read(edited(issued("first-draft"), within("thirds of", f"{raw.run('thirds ')}{standing}")), "").value
    struck = raw.inserted("or three ", A, raw.deleted("quarters ", B))
    data = edited(issued("first-draft"), within("thirds of", f"{raw.run('thirds ')}{struck}"))
    read = take(docx.tracked(data, ""), before, standing=[(A, "2026-03-10T09:00:00Z")])
    (contribution,) = read.value.authors
    assert words(contribution.changes) == [("amendment", " quarters", "")]
    assert contribution.upon == () and not read.value.silent
    assert not [each for each in read.problems if each.code == "nested-change"]


def test_who_writes_on_in_anothers_new_paragraph_stands_on_it() -> None:
    new = raw.inserted("It shall do so openly.", A) + raw.inserted(" Each year.", B)
    fresh = raw.paragraph(new, mark=raw.end("ins", A), style="Flush1")
    first, second = returned(after_paragraph("a majority of those that were", fresh)).value.authors
    (item,) = first.changes.items
    assert isinstance(item, Insert) and item.gap.clause == "amendment"
    assert second.upon == (A,) and second.changes.items == () and len(second.after.items) == 1


def test_a_paragraph_put_in_and_one_struck_are_provisions() -> None:
    label = raw.inserted("", A, raw.run("3 bis.", '<w:rStyle w:val="Label"/>'), "<w:r><w:tab/></w:r>")
    fresh = raw.paragraph(label, raw.inserted("It shall be final.", A), mark=raw.end("ins", A), style="Provision1")
    (contribution,) = returned(after_paragraph("The conference may adopt", fresh)).value.authors
    (item,) = contribution.changes.items
    assert isinstance(item, Insert) and item.gap.position == 3
    assert [(each.label, plain(each.text)) for each in item.units if isinstance(each, Provision)] == [
        ("3 bis.", "It shall be final.")
    ]


def test_a_file_made_from_an_older_stage_is_known_by_its_manifest() -> None:
    stages = {name: stage(name) for name in ("first-draft", "second-draft", "final-draft")}
    read = returned(tracked("two thirds", "three quarters", A), name="second-draft", stages=stages)
    assert read.value.stage == "first-draft" and read.value.base == stages["first-draft"]
    assert not read.value.silent
    assert words(read.value.authors[0].changes) == [("amendment", "two thirds", "three quarters")]
    (problem,) = [each for each in read.problems if each.code == "other-stage"]
    assert '"first-draft"' in problem.message


def test_a_file_without_a_manifest_is_known_by_its_words() -> None:
    stages = {name: stage(name) for name in ("first-draft", "second-draft")}
    lines = [raw.paragraph(raw.run(plain(each.text))) for clause in stage("first-draft") for each in clause.provisions]
    read = take(docx.tracked(raw.document(*lines), "typed.docx"), stages["second-draft"], stages=stages)
    assert read.value.stage == "first-draft"


def test_the_text_asked_about_is_the_base_where_no_stage_is_nearer() -> None:
    stages = {"again": stage("first-draft"), "second-draft": stage("second-draft")}
    assert returned(tracked("ninety", "sixty", A), stages=stages).value.stage == ""


def test_changes_of_an_older_stage_are_carried_on_request_and_what_has_no_place_is_said() -> None:
    read = returned(tracked("two thirds", "three quarters", A), tracked("as a matter of urgency", "at once", B))
    carried = {each.author: onto(each.changes, read.value, stage("second-draft")) for each in read.value.authors}
    assert words(carried[A].value) == [("amendment", "two thirds", "three quarters")]
    assert all(apply(each.value, stage("second-draft")) for each in carried.values())


def test_json_holds_every_author_and_its_version() -> None:
    read = returned(tracked("ninety", "sixty", A), silent("two thirds", "half"))
    value = json.loads(json.dumps(to_json(read.value)))
    assert value["format"] == 1 and value["stage"] == ""
    (author,) = value["authors"]
    assert author["author"] == A and author["upon"] is None and author["changes"]["items"][0]["do"] == "replace"
    assert value["silent"]["items"]


def test_holders_that_a_page_does_not_print_are_not_struck_by_anybody() -> None:
    name = "second-draft"
    data = edited(issued(name, "none"), tracked("two thirds", "three quarters", A))
    value = take(docx.tracked(data, ""), stage(name)).value
    assert not value.silent
    assert words(value.authors[0].changes) == [("amendment", "two thirds", "three quarters")]


LAST = "An amendment shall enter into force"


@pytest.mark.parametrize("replaced", [[], [("amendment", "date", "day")]])
def test_a_moved_paragraph_is_a_move_and_one_edited_on_the_way_a_replacement_too(replaced: list[object]) -> None:
    def edit(words: str) -> str:
        return words.replace("date of deposit", "day of deposit") if replaced else words

    (contribution,) = returned(_moved_up(LAST, "The conference may adopt", edit)).value.authors
    (move,) = [item for item in contribution.changes.items if isinstance(item, Move)]
    assert (move.place.clause, move.count) == ("amendment", 1)
    assert words(contribution.changes) == replaced


def _moved_up(what: str, before: str, edit: Edit) -> Edit:
    """A paragraph that Word moved before another, edited where it arrived."""

    def move(xml: str) -> str:
        def bounds(words: str) -> tuple[int, int]:
            at = xml.index(words)
            return xml.rindex("<w:p>", 0, at), xml.index("</w:p>", at) + len("</w:p>")

        start, end = bounds(what)
        arrived, left = (_carried(xml[start:end], tag) for tag in ("moveTo", "moveFrom"))
        there = bounds(before)[0]
        return xml[:there] + edit(arrived) + xml[there:start] + left + xml[end:]

    return move


def _carried(paragraph: str, tag: str) -> str:
    """A paragraph all of which was moved, its end too."""
    properties, _, inside = paragraph.removesuffix("</w:p>").partition("</w:pPr>")
    inside = re.sub("<w:bookmark(Start|End)[^>]*>", "", inside) if tag == "moveTo" else inside
    return f"{properties}<w:rPr>{raw.end(tag, A)}</w:rPr></w:pPr>{raw.change(tag, A, inside)}</w:p>"


FASTENED = '<w:commentRangeStart w:id="7"/>{}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'


def commented(*changes: Edit) -> Returned:
    """The first draft with a comment numbered 7."""
    told = raw.paragraph(raw.run("Our capital asks for sixty."))
    comment = f'<w:comment w:id="7" w:author="{A}" w:date="2026-03-10T09:00:00Z">{told}</w:comment>'
    data = with_part(edited(issued("first-draft"), *changes), "comments", comment)
    return take(docx.tracked(data, ""), stage("first-draft")).value


def test_a_comment_is_a_view_on_a_provision_and_no_change() -> None:
    value = commented(within("ninety days", FASTENED.format(raw.run("ninety days"))))
    assert not value.together and value.authors == ()
    (remark,) = value.remarks
    assert remark == Remark(A, "2026-03-10T09:00:00Z", "amendment/2", "ninety days", "Our capital asks for sixty.")


def test_a_comment_on_struck_words_is_on_the_provision_they_stood_in() -> None:
    value = commented(within("ninety days", FASTENED.format(raw.deleted("ninety days", B))))
    assert [(each.address, each.on) for each in value.remarks] == [("amendment/2", "ninety days")]


def test_a_comment_on_a_new_paragraph_is_no_part_of_the_change_that_puts_it_in() -> None:
    words = FASTENED.format(raw.inserted("It shall do so openly.", A))
    fresh = raw.paragraph(words, mark=raw.end("ins", A), style="Flush1")
    value = commented(after_paragraph("The conference may adopt", fresh))
    (item,) = value.authors[0].changes.items
    assert isinstance(item, Insert)
    assert [unit.comments for unit in item.units if isinstance(unit, Provision)] == [()]
    assert [each.on for each in value.remarks] == ["It shall do so openly."]


def test_a_change_at_the_head_of_the_pages_is_reported_with_its_words() -> None:
    head = f"<w:hdr {NAMESPACES}>{raw.paragraph(raw.inserted('Revised', A))}</w:hdr>".encode()
    tie = raw.tie("header", "header.xml")
    data = raw.document(raw.paragraph(raw.run("x")), parts={"word/header.xml": head}, relations=tie)
    messages = [each.message for each in take(docx.tracked(data, ""), Instrument()).problems]
    assert any(A in message and "edge of the pages" in message and '"Revised"' in message for message in messages)


@pytest.mark.judge
@pytest.mark.parametrize("holders", ["inline", "none"])
def test_a_file_that_libreoffice_saved_brings_the_same_changes(tmp_path: Path, holders: Holding) -> None:
    if office.find_program() is None:
        pytest.skip("LibreOffice is not here")
    struck = raw.inserted("or three ", A, raw.deleted("quarters ", B))
    fresh = raw.paragraph(raw.inserted("It shall be final.", C), mark=raw.end("ins", C), style="Flush1")
    changes = tracked("ninety", "sixty", B), silent("observers", "guests"), after_paragraph("The conference may", fresh)
    data = edited(
        issued("second-draft", holders), *changes, within("thirds of", raw.run("thirds ") + struck + raw.run("of"))
    )
    (tmp_path / "returned.docx").write_bytes(data)
    command = [str(office.find_program()), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    subprocess.run([*command, "--convert-to", "odt", "--outdir", tmp_path, tmp_path / "returned.docx"], check=True)
    base = stage("second-draft")
    ours, theirs = (read_returned(tmp_path / f"returned.{ending}", base).value for ending in ("docx", "odt"))
    assert [each.author for each in theirs.authors] == [each.author for each in ours.authors]
    for one, two in zip(ours.authors, theirs.authors, strict=True):
        assert (one.changes, one.after.items, one.upon) == (two.changes, two.after.items, two.upon)
    assert words(theirs.silent) == words(ours.silent) == [("meetings", "observers", "guests")]
