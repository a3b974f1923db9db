"""Every construct that words can stand in, one at a time: a document with a key word, and where it must turn up."""

from __future__ import annotations

from typing import NamedTuple

from tests.formats.docx.raw import (
    change,
    control,
    deleted,
    document,
    field,
    inserted,
    moved_from,
    moved_to,
    paragraph,
    part,
    row,
    run,
    table,
    tie,
)

KEY = "zymurgy"
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
WPS = (
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


class Construct(NamedTuple):
    """What it is, the document, and whether the key is read when changes are accepted, and when they are rejected."""

    name: str
    data: bytes
    accepted: bool = True
    rejected: bool = True


def inline(name: str, xml: str, accepted: bool = True, rejected: bool = True) -> Construct:
    return Construct(name, document(paragraph(run("before "), xml, run(" after"))), accepted, rejected)


def block(name: str, *xml: str, accepted: bool = True, rejected: bool = True) -> Construct:
    return Construct(name, document(paragraph(run("before")), *xml, paragraph(run("after"))), accepted, rejected)


def beside(name: str, kind: str, xml: str, mark: str = "", read: bool = True) -> Construct:
    """A document with a key in a part of its own."""
    body = paragraph(run("before"), mark)
    return Construct(name, document(body, parts=part(kind, xml), relations=tie(kind, f"{kind}.xml")), read, read)


def edge(name: str, kind: str, root: str) -> Construct:
    xml = paragraph(run(KEY))
    parts = {"word/edge.xml": part(root, xml)[f"word/{root}.xml"]}
    return Construct(
        name, document(paragraph(run("before")), parts=parts, relations=tie(kind, "edge.xml")), False, False
    )


WORD = run(KEY)
BOX = f"<w:txbxContent>{paragraph(WORD)}</w:txbxContent>"
DRAWN = f"<w:drawing {WPS}><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp>"
DRAWN += "</a:graphicData></a:graphic></wp:inline></w:drawing>"
VML = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"
BOTH = f'<mc:AlternateContent {WPS}><mc:Choice Requires="wps">{DRAWN}</mc:Choice><mc:Fallback>{VML}</mc:Fallback>'
BOTH += "</mc:AlternateContent>"
STRANGE = '<mc:AlternateContent xmlns:q="urn:q"><mc:Choice Requires="q"><w:t>other</w:t></mc:Choice>'
STRANGE += f"<mc:Fallback><w:t>{KEY}</w:t></mc:Fallback></mc:AlternateContent>"
STRAY = f"<w:r><w:rPr/><mc:Fallback><w:t>{KEY}</w:t></mc:Fallback></w:r>"
ALONE = f"<mc:AlternateContent><w:rPr/><mc:Fallback><w:t>{KEY}</w:t></mc:Fallback></mc:AlternateContent>"
BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))

INLINE = [
    inline("a run", WORD),
    inline("a word cut into runs", run(KEY[:3]) + run(KEY[3:], "<w:b/>")),
    inline("a text cut by a comment", f"<w:r><w:t>{KEY[:3]}<!-- no -->{KEY[3:]}</w:t></w:r>"),
    inline("a tracked insertion", inserted(KEY, "A"), rejected=False),
    inline("a tracked deletion", deleted(KEY, "A"), accepted=False),
    inline("a deletion of plain text", change("del", "A", WORD), accepted=False),
    inline("deleted text in no deletion", f"<w:r><w:delText>{KEY}</w:delText></w:r>", accepted=False),
    inline("a deletion in an insertion", inserted("", "A", deleted(KEY, "B")), accepted=False, rejected=False),
    inline("words moved here", moved_to(KEY, "A"), rejected=False),
    inline("words moved away", moved_from(KEY, "A"), accepted=False),
    *(inline(f"w:{tag}", f"<w:{tag}>{WORD}</w:{tag}>") for tag in ("smartTag", "customXml", "bdo", "dir", "unheardOf")),
    inline("wrappers in wrappers", f"<w:smartTag><w:bdo><w:customXml>{WORD}</w:customXml></w:bdo></w:smartTag>"),
    inline("a control", control(WORD)),
    inline("a control in a control", control(control(WORD))),
    inline("an insertion in a control", control(inserted(KEY, "A")), rejected=False),
    inline("a control in an insertion", inserted("", "A", control(WORD)), rejected=False),
    inline("a link", f'<w:hyperlink r:id="l">{WORD}</w:hyperlink>'),
    inline("an insertion in a link", f'<w:hyperlink w:anchor="l">{inserted(KEY, "A")}</w:hyperlink>', rejected=False),
    inline("a control in a link", f'<w:hyperlink w:anchor="l">{control(WORD)}</w:hyperlink>'),
    inline("a field", field("DATE", WORD)),
    inline("a field in a field", field("IF", field("DATE", WORD))),
    inline(
        "a field in the instruction of a field",
        f"{BEGIN}<w:r><w:instrText>IF </w:instrText></w:r>{field('DATE', WORD)}{SEPARATE}{run('yes')}{END}",
        False,
        False,
    ),
    inline("a simple field", f'<w:fldSimple w:instr="DATE">{WORD}</w:fldSimple>'),
    inline(
        "a deleted field", change("del", "A", field("DATE", f"<w:r><w:delText>{KEY}</w:delText></w:r>")), accepted=False
    ),
    inline("a field without a result", f"{BEGIN}<w:r><w:instrText>QUOTE {KEY}</w:instrText></w:r>{END}", False, False),
    inline(
        "words that a field draws", f"{BEGIN}<w:r><w:instrText>EQ \\o({KEY},-)</w:instrText></w:r>{END}", False, False
    ),
    inline("a field that never ends", f"{BEGIN}<w:r><w:instrText>DATE</w:instrText></w:r>{SEPARATE}{WORD}"),
    inline("a field that only begins", f"{BEGIN}{WORD}", False, False),
    inline("a permission", f'<w:permStart w:id="1"/>{WORD}<w:permEnd w:id="1"/>'),
    inline("a spelling mark", f'<w:proofErr w:type="spellStart"/>{WORD}<w:proofErr w:type="spellEnd"/>'),
    inline("the base of a ruby", f"<w:r><w:ruby><w:rt/><w:rubyBase>{WORD}</w:rubyBase></w:ruby></w:r>"),
    inline("the aid of a ruby", f"<w:r><w:ruby><w:rt>{WORD}</w:rt><w:rubyBase/></w:ruby></w:r>", False, False),
    inline("a formula", f"<m:oMath {M}><m:r><m:t>{KEY}</m:t></m:r></m:oMath>"),
    inline("a formula set apart", f"<m:oMathPara {M}><m:oMath><m:r><m:t>{KEY}</m:t></m:r></m:oMath></m:oMathPara>"),
    inline("a fraction", f"<m:oMath {M}><m:f><m:num><m:r><m:t>{KEY}</m:t></m:r></m:num><m:den/></m:f></m:oMath>"),
    inline("words in a formula", f"<m:oMath {M}><m:r><w:t>{KEY}</w:t></m:r></m:oMath>"),
    inline("hidden words", run(KEY, "<w:vanish/>"), False, False),
    inline("words that are not hidden", run(KEY, '<w:vanish w:val="0"/>')),
    inline("white words", run(KEY, '<w:color w:val="FFFFFF"/>')),
    inline("tiny words", run(KEY, '<w:sz w:val="1"/>')),
    inline("a text box", f"<w:r>{DRAWN}</w:r>"),
    inline("an old text box", f"<w:r>{VML}</w:r>"),
    inline("a text box told twice", f"<w:r>{BOTH}</w:r>"),
    inline("a text box in an insertion", change("ins", "A", f"<w:r>{DRAWN}</w:r>"), rejected=False),
    inline("a version nobody knows", f"<w:r>{STRANGE}</w:r>"),
    inline(
        "a version of nothing in the other version",
        f"<w:r>{STRANGE.replace(KEY, 'x').replace('<w:t>other</w:t>', STRAY)}</w:r>",
        False,
        False,
    ),
    inline(
        "an older version of nothing in the other version",
        f"<w:r>{STRANGE.replace(KEY, 'x').replace('<w:t>other</w:t>', ALONE)}</w:r>",
        False,
        False,
    ),
    inline("the other version", f"<w:r>{STRANGE.replace(KEY, 'x').replace('other', KEY)}</w:r>", False, False),
    inline(
        "a line drawn as letters",
        f'<w:r><w:pict><v:shape><v:textpath string="{KEY}"/></v:shape></w:pict></w:r>',
        False,
        False,
    ),
    inline("words drawn in a chart", f"<w:r><w:drawing {WPS}><a:t>{KEY}</a:t></w:drawing></w:r>", False, False),
    inline("what a picture shows", f'<w:r><w:drawing {WPS}><wp:docPr descr="{KEY}"/></w:drawing></w:r>', False, False),
    inline("another program's object", f"<w:object>{WORD}</w:object>"),
    inline("a run in a run", f"<w:r>{WORD}</w:r>"),
    inline("a word beside a run", f"<w:t>{KEY}</w:t>"),
    inline(
        "a word after tabs and breaks",
        f'<w:r><w:tab/><w:br/><w:cr/><w:ptab/><w:t>{KEY}</w:t><w:br w:type="page"/></w:r>',
    ),
]

BLOCK = [
    block("a paragraph", paragraph(WORD)),
    block("an inserted paragraph", paragraph(inserted(KEY, "A"), mark=change("ins", "A", "")), rejected=False),
    block("a deleted paragraph", paragraph(deleted(KEY, "A"), mark=change("del", "A", "")), accepted=False),
    block("an insertion around a paragraph", change("ins", "A", paragraph(WORD)), rejected=False),
    block("a deletion around a paragraph", change("del", "A", paragraph(WORD)), accepted=False),
    block("a control", control(paragraph(WORD))),
    block("a control in a control", control(control(paragraph(WORD)))),
    block("custom XML", f"<w:customXml>{paragraph(WORD)}</w:customXml>"),
    block("a wrapper nobody knows", f"<w:unheardOf>{paragraph(WORD)}</w:unheardOf>"),
    block("a table", table(row(KEY, "b"), row("c", "d"))),
    block("a table of one cell", table(row(KEY))),
    block("a table in a table", table(row(table(row(KEY, "x")) + paragraph(run("y")), "b"))),
    block("a row in a control", table(control(row(KEY, "b")))),
    block("a cell in a control", f"<w:tbl><w:tr>{control(f'<w:tc>{paragraph(WORD)}</w:tc>')}</w:tr></w:tbl>"),
    block("a row in custom XML", table(f"<w:customXml>{row(KEY, 'b')}</w:customXml>")),
    block("an inserted row", table(row(KEY, "b", change=change("ins", "A", "")), row("c", "d")), rejected=False),
    block("a deleted row", table(row(KEY, "b", change=change("del", "A", "")), row("c", "d")), accepted=False),
    block(
        "an inserted cell",
        f"<w:tbl><w:tr><w:tc>{paragraph()}</w:tc><w:tc><w:tcPr>{change('cellIns', 'A', '')}</w:tcPr>"
        f"{paragraph(WORD)}</w:tc></w:tr></w:tbl>",
        rejected=False,
    ),
    block(
        "a deleted cell",
        f"<w:tbl><w:tr><w:tc>{paragraph()}</w:tc><w:tc><w:tcPr>{change('cellDel', 'A', '')}</w:tcPr>"
        f"{paragraph(WORD)}</w:tc></w:tr></w:tbl>",
        accepted=False,
    ),
    block("a text box in a cell", table(row(paragraph(f"<w:r>{DRAWN}</w:r>"), "b"))),
    block(
        "a table of contents",
        control(
            paragraph(WORD), properties='<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        ),
        accepted=False,
        rejected=False,
    ),
    block("a run in no paragraph", WORD, accepted=False, rejected=False),
    block("a paragraph in a paragraph", paragraph(run("outer"), paragraph(WORD))),
    block("another file put in whole", f"<w:altChunk>{paragraph(WORD)}</w:altChunk>", accepted=False, rejected=False),
    block("a heading", paragraph(WORD, style="Heading1")),
    block(
        "a paragraph with an automatic number", paragraph(WORD, properties='<w:numPr><w:numId w:val="3"/></w:numPr>')
    ),
    block("a frame", paragraph(WORD, properties='<w:framePr w:w="1000"/>')),
]

NOTE = '<w:r><w:{}Reference w:id="5"/></w:r>'
BESIDE = [
    beside("a footnote", "footnotes", f'<w:footnote w:id="5">{paragraph(WORD)}</w:footnote>', NOTE.format("footnote")),
    beside("an endnote", "endnotes", f'<w:endnote w:id="5">{paragraph(WORD)}</w:endnote>', NOTE.format("endnote")),
    beside(
        "a table in a footnote",
        "footnotes",
        f'<w:footnote w:id="5">{table(row(KEY))}</w:footnote>',
        NOTE.format("footnote"),
    ),
    beside("a note without a mark", "footnotes", f'<w:footnote w:id="5">{paragraph(WORD)}</w:footnote>', read=False),
    beside(
        "the words that part notes",
        "footnotes",
        f'<w:footnote w:type="separator" w:id="-1">{paragraph(WORD)}</w:footnote>',
        read=False,
    ),
    beside("a comment", "comments", f'<w:comment w:id="5" w:author="A">{paragraph(WORD)}</w:comment>', read=False),
    edge("a header", "header", "hdr"),
    edge("a footer", "footer", "ftr"),
]

CONSTRUCTS = [*INLINE, *BLOCK, *BESIDE]
