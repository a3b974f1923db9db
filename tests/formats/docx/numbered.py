"""Lists and numbered paragraphs made by hand, and what Word, or another program, prints before them."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from lxml import etree

from instrument.formats.docx.numbering import Label, Numbering
from instrument.formats.docx.parts.markup import NAMESPACES, R
from instrument.formats.docx.parts.tree import w

_CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def level(index: int, text: str, more: str = "", format: str = "decimal", start: int = 1) -> str:
    """The definition of a level; `more` is XML that goes into it."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(*inside: str, id: int = 1) -> str:
    return f'<w:abstractNum w:abstractNumId="{id}">{"".join(inside)}</w:abstractNum>'


def number(id: int, *overrides: str, abstract: int = 1) -> str:
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{abstract}"/>{"".join(overrides)}</w:num>'


def override(index: int, start: int | None = None, level: str = "") -> str:
    first = "" if start is None else f'<w:startOverride w:val="{start}"/>'
    return f'<w:lvlOverride w:ilvl="{index}">{first}{level}</w:lvlOverride>'


def listed(id: int | None = None, index: int | None = None) -> str:
    """A `w:numPr`, with whichever of the two it has."""
    inside = "" if index is None else f'<w:ilvl w:val="{index}"/>'
    inside += "" if id is None else f'<w:numId w:val="{id}"/>'
    return f"<w:numPr>{inside}</w:numPr>"


def styled(id: str, more: str = "") -> str:
    return f'<w:pStyle w:val="{id}"/>{more}'


def style(id: str, properties: str = "", based: str = "", kind: str = "paragraph", more: str = "") -> str:
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{id}"/>{parent}<w:pPr>{properties}</w:pPr>{more}'
        "</w:style>"
    )


THREE = abstract(level(0, "%1."), level(1, "%1.%2"), level(2, "%1.%2.%3"))


def root(name: str, inside: str) -> etree._Element:
    return etree.fromstring(f"<w:{name} {NAMESPACES}>{inside}</w:{name}>")


def numbering(lists: str, styles: str = "") -> Numbering:
    return Numbering(root("numbering", lists), root("styles", styles))


def labels(counter: Numbering, *paragraphs: str | tuple[int, int]) -> list[str | None]:
    """The labels of paragraphs, each given as (list, level) or as the inside of its `w:pPr`; None for none."""
    return [label.text if (label := shown(counter, each)) else None for each in paragraphs]


def shown(counter: Numbering, paragraph: str | tuple[int, int], counts: bool = True) -> Label | None:
    inside = paragraph if isinstance(paragraph, str) else listed(*paragraph)
    return counter.label(root("pPr", inside), counts)


def of_file(data: bytes) -> tuple[list[tuple[str, str]], Numbering]:
    """The label and the words of each paragraph of a file's body, deleted words too."""
    parts = roots(data)
    counter = Numbering(parts.get("numbering"), parts.get("styles"))
    return [
        (label.text if (label := counter.label(each.find(w("pPr")))) else "", words(each))
        for each in parts["document"].iter(w("p"))
    ], counter


def roots(data: bytes) -> dict[str, etree._Element]:
    """The parts of a file that labels come from, those that it has."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {
            part: etree.fromstring(file.read(name))
            for part in ("numbering", "styles", "document")
            if (name := f"word/{part}.xml") in file.namelist()
        }


def words(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(w("t"), w("delText")))


def document(lists: str, paragraphs: Iterable[str], styles: str = "", language: str = "en-US") -> bytes:
    """A Word file; paragraphs are the insides of `w:pPr`, and each says its own position, for a reader to print."""
    body = "".join(
        f"<w:p><w:pPr>{each}</w:pPr><w:r><w:t>|{place}</w:t></w:r></w:p>" for place, each in enumerate(paragraphs)
    )
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="{language}"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    kinds = {"document": "document.main", "numbering": "numbering", "styles": "styles"}
    types = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for part, kind in kinds.items()
    )
    ties = "".join(
        f'<Relationship Id="{part}" Type="{R}/{part}" Target="{part}.xml"/>' for part in ("numbering", "styles")
    )
    top = f'<Relationship Id="main" Type="{R}/officeDocument" Target="word/document.xml"/>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_CONTENT}"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">{top}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{ties}</Relationships>',
        "word/numbering.xml": f"<w:numbering {NAMESPACES}>{lists}</w:numbering>",
        "word/styles.xml": f"<w:styles {NAMESPACES}>{defaults}{styles}</w:styles>",
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return data.getvalue()


def as_libreoffice(data: bytes, folder: Path) -> list[str]:
    """The lines that LibreOffice reads in a file, labels and words."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not here")
    (folder / "lists.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    order = ["soffice", profile, "--headless", "--convert-to", "txt:Text", "--outdir", folder, folder / "lists.docx"]
    subprocess.run(order, capture_output=True, check=True, timeout=300)
    return (folder / "lists.txt").read_text("utf-8-sig").splitlines()


def labels_of_libreoffice(data: bytes, folder: Path) -> list[str]:
    """The labels that LibreOffice prints in a file that `document` made."""
    lines = [line.rpartition("|")[0].strip() for line in as_libreoffice(data, folder) if "|" in line]
    return [re.sub(r"\s+", " ", line) for line in lines]
