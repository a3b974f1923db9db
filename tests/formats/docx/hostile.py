"""Files that somebody made to do harm, and files that are merely broken: one of each kind."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

from instrument.formats.docx.parts.markup import NAMESPACES, W15
from tests.formats.docx.raw import MAIN, control, document, field, paragraph, part, related, run, tie

ONE = paragraph(run("Each State Party undertakes never to use mines."))
SOUND = document(ONE)
MEGABYTE = 1 << 20
ENTITY = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = "<!DOCTYPE w:document [<!ENTITY a0 'ha'>{}]>".format(
    "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
)


def body(inside: str, before: str = "") -> bytes:
    return f"{before}<w:document {NAMESPACES}><w:body>{inside}</w:body></w:document>".encode()


def with_main(xml: bytes) -> bytes:
    return document(parts={MAIN: xml})


def zipped(entries: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as file:
        for name, content in entries:
            file.writestr(zipfile.ZipInfo(name), content, method)
    return target.getvalue()


def entries(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return [(name, file.read(name)) for name in file.namelist()]


def with_entry(name: str, content: bytes = b"<x/>") -> bytes:
    return zipped([*entries(SOUND), (name, content)])


def lying() -> bytes:
    """A part of 60 MB that says of itself, in the list of the file, that it is small."""
    data = bytearray(with_entry("word/media/image1.bin", bytes(60 * MEGABYTE)))
    place = data.rindex(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 100)
    return bytes(data)


def locked() -> bytes:
    """A zip file whose first part is encrypted."""
    data = bytearray(SOUND)
    data[data.index(b"PK\x01\x02") + 8] |= 1
    data[6] |= 1
    return bytes(data)


def noise(size: int) -> Iterator[str]:
    """Words that do not pack well."""
    number = 1
    for _ in range(size):
        number = number * 6364136223846793005 + 1442695040888963407 & (1 << 64) - 1
        yield f"{number:x}"


def swollen() -> bytes:
    """218 KB that become 68 MB: 300,000 paragraphs."""
    return with_main(
        body('<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:t>never again</w:t></w:r></w:p>' * 800_000)
    )


def styled(styles: str) -> bytes:
    return document(ONE, parts=part("styles", styles))


def chained(count: int) -> str:
    """Styles, each based on the one before; the first on the last."""
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{(n or count) - 1}"/></w:style>'
        for n in range(count)
    )


def external(kind: str) -> bytes:
    return document(ONE, relations=tie(kind, "http://198.51.100.7/x", external=True))


# What it is, the file, and a part of the sentence that refuses it.
REFUSED: list[tuple[str, Callable[[], bytes], str]] = [
    ("51 MB", lambda: bytes(51 * MEGABYTE), "larger than 50 MB"),
    ("nothing", lambda: b"", "no Word document"),
    ("text", lambda: b"1. Each State Party", "no Word document"),
    (
        "an old .doc, or an encrypted file",
        lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4096),
        "locked with a pass",
    ),
    ("a locked zip", locked, "locked with a password"),
    ("half a file", lambda: SOUND[: len(SOUND) // 2], "no Word document"),
    ("a zip of something else", lambda: zipped([("readme.txt", b"hello")]), "without a Word document"),
    ("a workbook", lambda: with_main(b'<workbook xmlns="x"/>'), "no Word document"),
    (
        "a file read from the disk",
        lambda: with_main(body("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", ENTITY)),
        "document ty",
    ),
    ("the same in UTF-16", lambda: with_main(body(ONE, ENTITY).decode().encode("utf-16")), "document type"),
    (
        "an entity in an attribute",
        lambda: with_main(body('<w:p w:x="&x;"/>', ENTITY.replace("SYSTEM", ""))),
        "document ty",
    ),
    (
        "a billion laughs",
        lambda: with_main(body("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", LAUGHS)),
        "document type|damaged",
    ),
    (
        "an entity in the types",
        lambda: with_entry("docProps/core.xml", f"{ENTITY}<a>&x;</a>".encode()),
        "docProps/core.xml",
    ),
    (
        "an entity in a part nobody reads",
        lambda: with_entry("customXml/item9.xml", f"{ENTITY}<a/>".encode()),
        "item9.xml",
    ),
    (
        "a text of 11 MB",
        lambda: with_main(body(paragraph(run(" ".join(noise(700_000)))))),
        "damaged in its part word/doc",
    ),
    ("5,000 controls in one another", lambda: with_main(body(nested(5_000))), "nested deeper than 256"),
    ("68 MB in 218 KB", swollen, "too large when unpacked"),
    ("60 MB that say they are small", lying, "too large|damaged"),
    ("200 MB in four parts", lambda: zipped([(f"word/{n}.bin", bytes(49 * MEGABYTE)) for n in range(4)]), "too large"),
    ("more parts than anybody needs", lambda: zipped([(f"{n}.xml", b"") for n in range(2001)]), "more than 2000 parts"),
    ("too many elements", lambda: with_main(body(elements(1_600_000))), "more than 3,000,000 elements"),
    ("two parts of one name", lambda: with_entry(MAIN), "false name"),
    ("two parts but for a capital", lambda: with_entry("Word/Document.xml"), "false name"),
    ("a part that climbs out", lambda: with_entry("../../evil.xml"), "false name"),
    ("a part with an absolute name", lambda: with_entry("/etc/passwd"), "false name"),
    ("a part on a drive", lambda: with_entry("C:/evil.xml"), "false name"),
    ("a part with backslashes", lambda: with_entry("word\\document2.xml"), "false name"),
    ("XML that breaks off", lambda: with_main(b"<w:document"), "damaged in its part word/document.xml"),
    ("an encoding nobody knows", lambda: with_main(b'<?xml version="1.0" encoding="x-none"?><a/>'), "damaged"),
    (
        "a main document that is not there",
        lambda: document(ONE, parts={"_rels/.rels": related(tie("officeDocument", "NULL"))}),
        "without a Word document",
    ),
    (
        "styles that break off",
        lambda: document(ONE, parts={"word/styles.xml": b"<w:styles"}),
        "damaged in its part word/sty",
    ),
]


def nested(depth: int) -> str:
    return "<w:sdt><w:sdtContent>" * depth + ONE + "</w:sdtContent></w:sdt>" * depth


def elements(count: int) -> str:
    """Empty elements that do not pack too well."""
    words = list(noise(2_000))
    return "".join(f"<w:p/><{'abcdefgh'[int(words[n % 2000][n % 8], 16) % 8]}/>" for n in range(count))


# What it is, the file, and a code in the report.
REPORTED: list[tuple[str, Callable[[], bytes], str]] = [
    (
        "a cell of 20 million columns",
        lambda: document(
            f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="20000000"/></w:tcPr>{ONE}</w:tc></w:tr></w:tbl>'
        ),
        "",
    ),
    (
        "numbers too large for anything",
        lambda: document(
            f'<w:tbl><w:tblPr><w:tblInd w:w="{"9" * 5000}"/></w:tblPr><w:tr><w:tc>{ONE}</w:tc></w:tr></w:tbl>'
        ),
        "",
    ),
    (
        "macros",
        lambda: document(
            ONE, relations=tie("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin")
        ),
        "macros",
    ),
    (
        "a template elsewhere",
        lambda: document(
            ONE,
            parts={
                "word/_rels/settings.xml.rels": related(
                    tie("attachedTemplate", "//198.51.100.7/x.dotm", external=True)
                ),
                "word/settings.xml": b"<a/>",
            },
        ),
        "attached-template",
    ),
    ("a picture elsewhere", lambda: external("image"), "outside"),
    ("an object elsewhere", lambda: external("oleObject"), "outside"),
    ("a subdocument elsewhere", lambda: external("subDocument"), "outside"),
    ("a link", lambda: external("hyperlink"), "link"),
    ("an object of another program", lambda: document(ONE, relations=tie("oleObject", "x.bin")), "embedded"),
    (
        "another file put in whole",
        lambda: document(ONE, '<w:altChunk r:id="c"/>', relations=tie("aFChunk", "c.html", "c")),
        "not-read",
    ),
    (
        "a DDE field",
        lambda: document(paragraph(run("never"), field("DDEAUTO c:\\\\\\\\x.exe", run("x")))),
        "field-outside",
    ),
    (
        "a DDE field in pieces",
        lambda: document(paragraph(run("never"), field("D</w:instrText></w:r><w:r><w:instrText>DE x", run("x")))),
        "field-outside",
    ),
    (
        "a text from elsewhere",
        lambda: document(paragraph(run("never"), field("INCLUDETEXT x.docx", run("x")))),
        "field-outside",
    ),
    (
        "a simple field from elsewhere",
        lambda: document(paragraph(run("never"), '<w:fldSimple w:instr="INCLUDEPICTURE x.png"/>')),
        "field-outside",
    ),
    ("hidden words", lambda: document(paragraph(run("never"), run("ever", "<w:vanish/>"))), "hidden-words"),
    (
        "words hidden by a style",
        lambda: document(
            paragraph(run("never"), run("ever", '<w:rStyle w:val="h"/>')),
            parts=part("styles", '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'),
        ),
        "hidden-words",
    ),
    ("white words", lambda: document(paragraph(run("never", '<w:color w:val="FFFFFF"/>'))), "faint-words"),
    ("tiny words", lambda: document(paragraph(run("never", '<w:sz w:val="2"/>'))), "faint-words"),
    ("styles that go in a circle", lambda: styled(chained(3)), ""),
    (
        "no styles at all",
        lambda: document(ONE, parts={"word/_rels/document.xml.rels": related(tie("styles", "NULL"))}),
        "",
    ),
    (
        "a contents that never ends",
        lambda: document(
            paragraph(field("TOC", "").rpartition("<w:r>")[0]),
            ONE,
        ),
        "field-unbalanced",
    ),
    (
        "a note marked twice",
        lambda: document(
            paragraph(run("never"), '<w:r><w:footnoteReference w:id="1"/></w:r>' * 2),
            parts=part("footnotes", f'<w:footnote w:id="1">{ONE}</w:footnote>'),
            relations=tie("footnotes", "footnotes.xml"),
        ),
        "note-twice",
    ),
    (
        "250 tables in one another",
        lambda: document("<w:tbl><w:tr><w:tc>" * 80 + ONE + "</w:tc></w:tr></w:tbl>" * 80),
        "",
    ),
]

# What would take forever if each step looked at all the others.
SLOW: list[tuple[str, Callable[[], bytes]]] = [
    ("styles in a long chain", lambda: styled(chained(5_000))),
    ("fields in fields", lambda: document(*[paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>')] * 10_000, ONE)),
    (
        "a long instruction",
        lambda: document(
            paragraph(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
                "<w:r><w:instrText>0123456789</w:instrText></w:r>" * 20_000,
            )
        ),
    ),
    ("bookmarks between paragraphs", lambda: document('<w:bookmarkStart w:name="x"/>' * 50_000, ONE)),
    (
        "a row changed again and again",
        lambda: document(
            "<w:tbl><w:tr><w:trPr>"
            + '<w:ins w:author="A"/>' * 20_000
            + "</w:trPr>"
            + f"<w:tc>{paragraph(run('x'))}</w:tc>" * 4_000
            + "</w:tr></w:tbl>"
        ),
    ),
    ("a word in 20,000 runs", lambda: document(paragraph("<w:r><w:t>0123456789</w:t></w:r>" * 20_000))),
    ("headings of one name", lambda: document(paragraph(run("Article 1")) * 6_000)),
    (
        "one long note marked again and again",
        lambda: document(
            paragraph('<w:r><w:footnoteReference w:id="1"/></w:r>' * 3_000),
            parts=part("footnotes", f'<w:footnote w:id="1">{paragraph(*[run("never ")] * 3_000)}</w:footnote>'),
            relations=tie("footnotes", "footnotes.xml"),
        ),
    ),
    ("thousands of comments on the same words, each an answer to the one before", lambda: remarked(3_000)),
    ("versions in versions", lambda: document(paragraph(versions(60, "<w:r><w:t>x</w:t></w:r>" * 5_000)))),
    (
        "wrappers nobody knows",
        lambda: document(
            paragraph(
                "".join(f"<w:x{n}>" for n in range(200))
                + run("x") * 5_000
                + "".join(f"</w:x{n}>" for n in reversed(range(200)))
            )
        ),
    ),
    (
        "controls in controls",
        lambda: document(control(control(control(ONE, "clause:a"), "clause:b"), "clause:c") * 3_000),
    ),
]


def remarked(count: int) -> bytes:
    """Comments that all begin at the first word and end at the last, which answer one another."""
    w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    w15 = f'xmlns:w15="{W15}"'
    extended = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    marks = ["".join(f'<w:comment{kind} w:id="{n}"/>' for n in range(count)) for kind in ("RangeStart", "RangeEnd")]
    said = "".join(f'<w:comment w:id="{n}"><w:p {w14} w14:paraId="{n + 1}"/></w:comment>' for n in range(count))
    ties = "".join(f'<w15:commentEx w15:paraId="{n + 2}" w15:paraIdParent="{n + 1}"/>' for n in range(count))
    return document(
        paragraph(marks[0], run("[never] ") * 3_000, marks[1]),
        parts={**part("comments", said), "word/extended.xml": f"<w15:x {w15}>{ties}</w15:x>".encode()},
        relations=tie("comments", "comments.xml") + tie(extended, "extended.xml"),
    )


def versions(depth: int, inside: str) -> str:
    """The same told in two ways, inside one of two ways, and so on."""
    before = '<mc:AlternateContent><mc:Choice Requires="">' * depth
    after = f"</mc:Choice><mc:Fallback>{run('y')}</mc:Fallback></mc:AlternateContent>" * depth
    return before + inside + after
