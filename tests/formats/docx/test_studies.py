"""The studies in docs/word are true: every specimen in them is read as the lines below it say.

A specimen is a block of XML. It is the body of a document, or its parts, each after a comment with the part's name. The
list right below says what becomes of it, in the notation of `.clause` files, a `line` for a line:

- Read, Rejected, Marked: the text in that view.
- Reported: the codes of all problems in the accepted view, save that clauses are guessed.
- Clauses: the ids of the clauses.
- Refused: a part of the sentence that refuses the file.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from instrument.formats.clause import write
from instrument.formats.clause.front import FENCE
from instrument.formats.docx import read
from instrument.formats.docx.parts.markup import NAMESPACES
from instrument.formats.docx.parts.tree import w
from instrument.formats.docx.reading import dangers, findings
from instrument.formats.docx.walking import elements, walk
from instrument.problem import CannotRead
from tests.formats.docx.raw import MAIN, NORMAL, document, tie

ROOT = Path(__file__).parents[3]
STUDIES = sorted((ROOT / "docs/word").glob("*.md"))
SPECIMEN = re.compile(r"^```xml\n(.*?)^```\n\n?((?:- [A-Z]\w+: [^\n]*\n)*)", re.MULTILINE | re.DOTALL)
PART = re.compile(r"<!-- (word/\S+) -->\n")
TIES = "word/_rels/document.xml.rels"
ROOTS = {"header1": "hdr", "footer1": "ftr"}
MORE = (
    f'{NAMESPACES} xmlns:m="{elements.MATH}"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


class Specimen(NamedTuple):
    """A block of XML, where it stands, and what is said of it."""

    place: str
    xml: str
    claims: dict[str, list[str]]


def specimens() -> list[Specimen]:
    found = []
    for page in STUDIES:
        text = page.read_text("utf-8")
        for block in SPECIMEN.finditer(text):
            claims = (line.removeprefix("- ").partition(": ") for line in block[2].splitlines())
            said = {name: re.findall("`([^`]*)`", values) for name, _, values in claims}
            found.append(Specimen(f"{page.name}:{text.count(chr(10), 0, block.start()) + 1}", block[1], said))
    return found


SPECIMENS = specimens()


def file(xml: str) -> bytes:
    """A document with the parts of a specimen."""
    _, *named = PART.split(xml) if xml.startswith("<!-- word/") else ("", MAIN, xml)
    given = dict(zip(named[::2], named[1::2], strict=True))
    ties = given.pop(TIES, "")
    parts = {name: part(name, inside) for name, inside in given.items()}
    kinds = {name.removeprefix("word/").removesuffix(".xml") for name in parts} - {"document", "styles"}
    return document(
        parts={MAIN: part(MAIN, ""), **parts},
        relations=ties + "".join(tie(kind.rstrip("1"), f"{kind}.xml", kind) for kind in sorted(kinds)),
    )


def part(name: str, inside: str) -> bytes:
    """A part as the specimen has it, whole or without its root."""
    kind = name.removeprefix("word/").removesuffix(".xml")
    root = ROOTS.get(kind, kind)
    if re.match(rf"<!DOCTYPE|<w:{root}[\s>]", inside):
        return inside.encode()
    inside = f"<w:body>{inside}</w:body>" if name == MAIN else NORMAL + inside if kind == "styles" else inside
    return f"<w:{root} {MORE}>{inside}</w:{root}>".encode()


def lines(data: bytes, view: str) -> list[str]:
    """The text as `.clause` files hold it, without what stands at their heads."""
    clauses = (write(clause).rpartition(f"{FENCE}\n")[2] for clause in read(data, "returned.docx", view).value)
    return [line for clause in clauses for line in clause.splitlines() if line.strip()]


@pytest.mark.parametrize("specimen", [pytest.param(each, id=each.place) for each in SPECIMENS])
def test_a_specimen_is_read_as_its_study_says(specimen: Specimen) -> None:
    data, claims = file(specimen.xml), specimen.claims
    if "Refused" in claims:
        with pytest.raises(CannotRead, match=re.escape(claims["Refused"][0])):
            read(data, "returned.docx")
        return
    found = read(data, "returned.docx")
    assert {problem.code for problem in found.problems} - {"guessed-clause"} == set(claims.get("Reported", []))
    for name, view in (("Read", "accepted"), ("Rejected", "rejected"), ("Marked", "marked")):
        assert name not in claims or lines(data, view) == claims[name], name
    assert "Clauses" not in claims or [clause.id for clause in found.value] == claims["Clauses"]
    assert {"Read", "Clauses"} & claims.keys()


PAGES = "".join(page.read_text("utf-8") for page in STUDIES)


def test_every_specimen_is_found() -> None:
    assert len(SPECIMENS) == PAGES.count("```xml")


def test_every_element_that_means_something_has_a_study() -> None:
    roots = {w(name) for name in ("body", "document", "hdr", "ftr", "footnotes", "endnotes", "comments")}
    names = {str(tag) for tag in (*walk._TAKEN, *walk._ENTERED)} - elements.SILENT - elements.PRINTED - roots
    shown = set(re.findall(r"\bw:(\w+)", PAGES))
    assert {name for name in names if name.startswith(w("")) and name.rpartition("}")[2] not in shown} == set()


def test_every_code_has_a_study() -> None:
    reading = "".join(path.read_text("utf-8") for path in (ROOT / "instrument/formats/docx").glob("**/*.py"))
    codes = set(re.findall(r'(?:report|quote|Problem)\(\s*"([a-z]+(?:-[a-z]+)*)"', reading))
    codes |= findings._MET | {code for code, _ in dangers._CARRIED.values()}
    assert {code for code in codes if f"`{code}`" not in PAGES} == set()
