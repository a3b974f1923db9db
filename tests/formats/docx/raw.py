"""Word documents as others write them, put together from bare XML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import count

from instrument.formats.docx.parts.markup import NAMESPACES, R
from instrument.formats.docx.parts.package import WORD, pack

MAIN = "word/document.xml"
CHANGE = re.compile(rb'(?<!comment )w:id="9" w:author=')
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
STYLES = f"<w:styles {NAMESPACES}>{NORMAL}</w:styles>"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def document(*blocks: str, parts: Mapping[str, bytes] | None = None, relations: str = "", root: str = "") -> bytes:
    """A .docx with these blocks in its body; `relations` are more ties of the main document, `root` of the package."""
    body = f"<w:document {NAMESPACES}><w:body>{''.join(blocks)}<w:sectPr/></w:body></w:document>"
    found = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": related(tie("officeDocument", MAIN) + root),
        "word/_rels/document.xml.rels": related(tie("styles", "styles.xml") + relations),
        "word/styles.xml": STYLES.encode(),
        MAIN: body.encode(),
    }
    return pack(numbered({**found, **(parts or {})}))


def numbered(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts with an id of its own for each tracked change in them."""
    ids = count(9)
    return {name: CHANGE.sub(lambda _: b'w:id="%d" w:author=' % next(ids), xml) for name, xml in parts.items()}


def content_types() -> bytes:
    """Enough for Word to know its parts."""
    return (
        f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{MAIN}" ContentType="{WORD}.document.main+xml"/></Types>'
    ).encode()


def related(ties: str) -> bytes:
    return f'<Relationships xmlns="{RELATIONS}">{ties}</Relationships>'.encode()


def tie(kind: str, target: str, id: str = "", external: bool = False) -> str:
    """A relation to a part, or to somewhere outside."""
    mode = ' TargetMode="External"' if external else ""
    type = kind if "/" in kind else f"{R}/{kind}"
    return f'<Relationship Id="{id or kind.rpartition("/")[2]}" Type="{type}" Target="{target}"{mode}/>'


def part(kind: str, xml: str) -> dict[str, bytes]:
    """A part of notes or comments, under its usual name."""
    return {f"word/{kind}.xml": f"<w:{kind} {NAMESPACES}>{xml}</w:{kind}>".encode()}


def run(words: str, properties: str = "") -> str:
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*inside: str, style: str = "", mark: str = "", properties: str = "") -> str:
    worn = f'<w:pStyle w:val="{style}"/>' if style else ""
    changed = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{worn}{properties}{changed}</w:pPr>{''.join(inside)}</w:p>"


def change(tag: str, author: str, inside: str) -> str:
    return f'<w:{tag} w:id="9" w:author="{author}" w:date="2026-03-10T09:00:00Z">{inside}</w:{tag}>'


def end(tag: str, author: str) -> str:
    """The mark of a tracked change where it has nothing in it: the end of a paragraph, a row."""
    return change(tag, author, "")


def inserted(words: str, author: str, *inside: str) -> str:
    return change("ins", author, (run(words) if words else "") + "".join(inside))


def deleted(words: str, author: str) -> str:
    return change("del", author, f'<w:r><w:delText xml:space="preserve">{words}</w:delText></w:r>')


def moved_from(words: str, author: str) -> str:
    return change("moveFrom", author, run(words))


def moved_to(words: str, author: str) -> str:
    return change("moveTo", author, run(words))


def row(*cells: str, change: str = "") -> str:
    changed = f"<w:trPr>{change}</w:trPr>" if change else ""
    inside = "".join(f"<w:tc>{cell if cell.startswith('<') else paragraph(run(cell))}</w:tc>" for cell in cells)
    return f"<w:tr>{changed}{inside}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def control(inside: str, tag: str = "", properties: str = "") -> str:
    named = f'<w:tag w:val="{tag}"/>' if tag else ""
    return f"<w:sdt><w:sdtPr>{named}{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def field(instruction: str, result: str) -> str:
    """A field as Word writes most of them, in three marks."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
