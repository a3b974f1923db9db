"""What says who made a file is taken away and reported; what delegations did, and every word, stays."""

from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname

import pytest

from instrument.formats.docx import read, write
from instrument.formats.docx.lint import lint
from instrument.formats.docx.parts.markup import NAMESPACES
from instrument.formats.docx.parts.opened import opened, resolved
from instrument.formats.docx.parts.package import CONTENT_TYPES, pack
from instrument.formats.docx.parts.unpacking import unpack
from instrument.formats.docx.publishing.remains import refuse_unfinished
from instrument.formats.docx.publishing.scrub import scrub
from instrument.formats.docx.receipts.proving import prove
from instrument.formats.docx.receipts.sealing import seal
from instrument.formats.docx.receipts.stories import Stories
from instrument.formats.docx.receipts.transcript import transcribe
from instrument.formats.docx.receipts.verifying import verify
from instrument.formats.docx.walking.view import View
from instrument.paper import Chars, Link, Paper, Paragraph, Style
from instrument.problem import CannotWrite
from tests.corpus import CORPUS, needs_corpus
from tests.formats.docx.raw import (
    deleted,
    document,
    end,
    field,
    inserted,
    moved_from,
    paragraph,
    part,
    related,
    row,
    run,
    table,
    tie,
)
from tests.formats.docx.test_judges import assert_valid

A = "Delegation A"
PEOPLE = "http://schemas.microsoft.com/office/2011/relationships/people"
W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
PROPERTIES = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Draft</dc:title><dc:creator>J. Officer</dc:creator>'
    "<cp:lastModifiedBy>K. Officer</cp:lastModifiedBy></cp:coreProperties>"
)
APPLICATION = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Template>Mission.dotm</Template><Manager>The chief</Manager><Company>The mission</Company><Pages>3</Pages>"
    "</Properties>"
)
SETTINGS = (
    f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:attachedTemplate r:id="t"/><w:trackRevisions/>'
    '<w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids></w:settings>'
)
COMMENT = f'<w:comment w:id="1" w:author="{A}" w:initials="DA">{paragraph(run("Why?"))}</w:comment>'
LINK = '<w:hyperlink r:id="minutes"><w:r><w:t>minutes</w:t></w:r></w:hyperlink>'
OTHER = b'<data xmlns="urn:somebody">K. Officer</data>'
STORE = '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{1}"/>'
SECRETS = [
    b"J. Officer", b"K. Officer", b"The chief", b"The mission", b"Mission.dotm", b"C:", b"server", b"rsid", b"00AB12CD",
    b"j.officer@", b"dataBinding", b"\x89PNG", b"printer",
]  # fmt: skip
BOUND = (
    '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/data" w:storeItemID="{1}"/></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>bound</w:t></w:r></w:sdtContent></w:sdt>"
)


def told_all() -> bytes:
    """A file that says all it can of those who made it."""
    changed = paragraph(run("shall "), deleted("not ", A), inserted("never ", A), LINK, BOUND)
    changed = changed.replace("<w:p>", '<w:p w:rsidR="00AB12CD">')
    section = paragraph(properties='<w:sectPr><w:printerSettings r:id="printer"/></w:sectPr>')
    path = "file:///C:\\Users\\officer\\Mission.dotm"
    ties = (
        tie("settings", "settings.xml") + tie("comments", "comments.xml") + tie(PEOPLE, "people.xml")
        + tie("hyperlink", "file:///\\\\server\\desk\\minutes%20of%20May.docx", "minutes", external=True)
        + tie("printerSettings", "printerSettings1.bin", "printer") + tie("customXml", "../customXml/item1.xml")
    )  # fmt: skip
    parts = {
        **part("comments", COMMENT),
        "docProps/core.xml": CORE.encode(),
        "docProps/app.xml": APPLICATION.encode(),
        "docProps/custom.xml": b"<Properties>K. Officer</Properties>",
        "docProps/thumbnail.jpeg": b"\x89PNG",
        "word/settings.xml": SETTINGS.encode(),
        "word/_rels/settings.xml.rels": related(tie("attachedTemplate", path, "t", external=True)),
        "word/people.xml": f'<w15:people {W15}><w15:person w15:author="{A}"><w15:presenceInfo w15:providerId="AD" '
        'w15:userId="j.officer@mission"/></w15:person></w15:people>'.encode(),
        "word/printerSettings1.bin": b"printer",
        "customXml/item1.xml": OTHER,
        "customXml/itemProps1.xml": STORE.encode(),
        "customXml/_rels/item1.xml.rels": related(tie("customXmlProps", "itemProps1.xml")),
    }
    root = (
        tie(PROPERTIES, "docProps/core.xml") + tie("extended-properties", "docProps/app.xml")
        + tie("custom-properties", "docProps/custom.xml") + tie(THUMBNAIL, "docProps/thumbnail.jpeg")
    )  # fmt: skip
    return document(changed, section, parts=parts, relations=ties, root=root)


def whole(data: bytes) -> bytes:
    """All that stands in a file, under its own name or another."""
    return b"\n".join([name.encode() + xml for name, xml in unpack(data, "").items()])


def words(data: bytes) -> list[str]:
    stories = Stories(opened(data, ""))
    return [line.entry for view in (View.REJECTED, View.ACCEPTED) for line in transcribe(stories, view).lines]


def messages(data: bytes, all: bool = False) -> Iterator[tuple[str, str]]:
    for problem in scrub(data, "a.docx", all).problems:
        yield problem.where.name.removeprefix("a.docx/"), problem.message


@pytest.mark.parametrize("secret", SECRETS)
def test_nothing_is_left_of_names_paths_and_traces(secret: bytes) -> None:
    assert secret in whole(told_all())
    assert secret not in whole(scrub(told_all()).value)


def test_delegations_stay_named_and_no_word_is_touched() -> None:
    done = scrub(told_all()).value
    assert whole(done).count(A.encode()) == whole(told_all()).count(A.encode())
    assert words(done) == words(told_all())
    assert b'r:id="minutes"' in whole(done) and b'Target="minutes%20of%20May.docx"' in whole(done)


def test_what_was_removed_is_said_part_by_part() -> None:
    assert list(messages(told_all())) == [
        ("docProps/core.xml", 'removed: the author, "J. Officer"'),
        ("docProps/core.xml", 'removed: who saved it last, "K. Officer"'),
        ("docProps/app.xml", 'removed: the template\'s name, "Mission.dotm"'),
        ("docProps/app.xml", 'removed: the manager, "The chief"'),
        ("docProps/app.xml", 'removed: the company, "The mission"'),
        ("docProps/thumbnail.jpeg", "removed: the picture of its first page"),
        ("docProps/custom.xml", "removed: properties that other programs set"),
        ("word/settings.xml", "removed: the setting attachedTemplate"),
        ("word/settings.xml", "removed: the setting rsids"),
        ("word/printerSettings1.bin", "removed: the settings of a printer"),
        ("customXml/item1.xml", "removed: data of another program"),
        ("customXml/itemProps1.xml", "removed: data of another program"),
        ("word/document.xml", "removed: what ties controls to data, without their words (1)"),
        ("word/document.xml", "removed: marks of editing sessions (1)"),
        ("word/people.xml", "removed: accounts of those who changed the text (1)"),
        ("word/document.xml", "changes and comments keep their authors: Delegation A"),
        (
            "word/document.xml",
            "a path was cut down to minutes of May.docx: file:///\\\\server\\desk\\minutes%20of%20May.docx",
        ),
    ]


def test_nothing_leads_to_what_is_gone() -> None:
    for everything in (False, True):
        done = scrub(told_all(), all=everything).value
        parts = unpack(done, "")
        for source, each in opened(done, "").every_relation():
            assert each.external or resolved(dirname(source), each.target) in parts, each
        assert b"custom.xml" not in parts[CONTENT_TYPES]
        assert lint(done) == ()


def test_a_scrubbed_file_is_scrubbed() -> None:
    once = scrub(told_all())
    twice = scrub(once.value)
    assert twice.value == once.value
    assert {problem.code for problem in twice.problems} == {"left"}


def test_all_takes_the_delegations_away_too() -> None:
    done = scrub(told_all(), all=True)
    assert A.encode() not in whole(done.value)
    assert words(done.value) == words(told_all())
    assert whole(done.value).count(b'w:author="Author"') == 3
    assert any("removed: authors, Delegation A" in problem.message for problem in done.problems)


def test_what_we_wrote_keeps_its_ids_and_a_file_its_receipt_unless_all_goes() -> None:
    data = ours()
    data = seal(data, prove(data, data, data))
    kept = scrub(data).value
    assert read(kept, "").value == read(data, "").value
    assert verify(kept, "").is_proven
    gone = scrub(data, all=True).value
    assert verify(gone, "").receipt is None
    assert words(gone) == words(data)
    for id in (b"_cl_", b"clause:", b"urn:instrument", b"clearance"):
        assert id not in whole(gone)


def ours() -> bytes:
    """Two articles, the second with a reference to the first."""
    heading = Paragraph(Style.ARTICLE, (Chars("Clearance"),), "Article 1", target="clearance", clause="clearance")
    leads = Paragraph(Style.PROVISION, (Chars("Under "), Link("article 1", "clearance")), "1.", clause="transparency")
    return write(Paper("", "en", (heading, leads)))


def test_references_still_lead_where_they_led_when_the_ids_are_gone() -> None:
    text = unpack(scrub(ours(), all=True).value, "")["word/document.xml"]
    assert b'w:name="_Ref000000001"' in text
    assert b'HYPERLINK \\l "_Ref000000001"' in text


def test_a_part_in_another_encoding_is_scrubbed_too() -> None:
    parts = unpack(told_all(), "")
    wide = parts["word/document.xml"].decode().encode("utf-16")
    done = scrub(pack(parts | {"word/document.xml": wide}), all=True).value
    assert words(done) == words(told_all())
    assert A.encode() not in whole(done) and b"rsid" not in whole(done) and A.encode("utf-16-le") not in whole(done)


def test_a_field_that_shows_a_name_is_reported_and_left() -> None:
    data = document(paragraph(run("By "), field("AUTHOR", run("J. Officer"))))
    (problem,) = scrub(data).problems
    assert (problem.code, problem.message) == ("left", "a field was left as it is: AUTHOR")
    assert words(scrub(data).value) == words(data)


@pytest.mark.slow
@needs_corpus
def test_no_real_word_file_loses_a_word_or_a_delegation() -> None:
    for path in sorted(CORPUS.glob("docx/*/*.docx")):
        data = path.read_bytes()
        for everything in (False, True):
            done = scrub(data, path.name, everything).value
            assert words(done) == words(data), path.name
            assert len(lint(done)) <= len(lint(data)), path.name
            assert b"rsidR=" not in whole(done)


def test_a_final_text_is_written() -> None:
    refuse_unfinished(document(paragraph(run("shall"))), "final.docx")


def test_what_is_not_final_is_refused_with_every_place_in_the_order_of_the_document() -> None:
    hidden = paragraph(run("shall"), run("secret", "<w:vanish/>"))
    bold = paragraph(run("never", f'<w:b/><w:rPrChange w:id="1" w:author="{A}"><w:rPr/></w:rPrChange>'))
    noted = paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>')
    notes = part("footnotes", f'<w:footnote w:id="2">{paragraph(inserted("so", A))}</w:footnote>')
    parts = part("comments", COMMENT) | notes
    ties = tie("comments", "comments.xml") + tie("footnotes", "footnotes.xml")
    told = "1 formatting change and 1 insertion by Delegation A; 1 comment; 1 hidden passage: accept"
    with pytest.raises(CannotWrite, match=told) as refused:
        refuse_unfinished(document(hidden, bold, noted, parts=parts, relations=ties), "a.docx")
    assert [(str(problem.where), problem.message) for problem in refused.value.problems] == [
        ("a.docx/word/document.xml:1", 'hidden words: "secret"'),
        ("a.docx/word/document.xml:2", 'formatting change by "Delegation A"'),
        ("a.docx/word/footnotes.xml:1", 'insertion by "Delegation A": "so"'),
        ("a.docx/word/comments.xml", 'a comment by "Delegation A": "Why?"'),
    ]


def test_a_row_that_was_put_in_stands_where_it_is_in_the_document() -> None:
    blocks = paragraph(inserted("before", A)), table(row(paragraph(run("in"))), row(paragraph(), change=end("ins", A)))
    with pytest.raises(CannotWrite) as refused:
        refuse_unfinished(document(*blocks, paragraph(inserted("behind", A))), "a.docx")
    assert [problem.where.line for problem in refused.value.problems] == [1, 3, 4]


def test_words_that_moved_away_and_arrived_nowhere_are_counted() -> None:
    with pytest.raises(CannotWrite, match="it still has 1 move: accept"):
        refuse_unfinished(document(paragraph(moved_from("Done", A))), "a.docx")


def test_words_that_a_style_hides_are_found() -> None:
    style = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="H"/><w:rPr><w:vanish/></w:rPr></w:style>'
    styles = {"word/styles.xml": f"<w:styles {NAMESPACES}>{style}</w:styles>".encode()}
    with pytest.raises(CannotWrite):
        refuse_unfinished(document(paragraph(run("secret"), style="H"), parts=styles), "a.docx")


@pytest.mark.judge
def test_the_validator_of_microsoft_finds_nothing_new(tmp_path: Path) -> None:
    for everything in (False, True):
        (tmp_path / "scrubbed.docx").write_bytes(scrub(ours(), all=everything).value)
        assert_valid(tmp_path / "scrubbed.docx")
