"""The user's own Word file worn as a template: its styles, headers and pages, and nothing that says who made it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from lxml.etree import _Element

from instrument.formats.docx.parts.markup import R
from instrument.formats.docx.parts.opened import Opened, opened, relations, resolved
from instrument.formats.docx.parts.package import CONTENT_TYPES, WORD, Package
from instrument.formats.docx.parts.stylesheet import stylesheet
from instrument.formats.docx.parts.template import template
from instrument.formats.docx.parts.tree import attribute, fragment, parse, serialized, w
from instrument.formats.docx.writing.dress import Dress, script
from instrument.formats.docx.writing.header import first_header, footer, other_header, watermark
from instrument.formats.docx.writing.ours import LINE_NUMBERS, page
from instrument.formats.docx.writing.scrubbing import scrub, scrub_settings
from instrument.formats.docx.writing.wardrobe import dressed
from instrument.paper import Paper
from instrument.problem import CannotRead, CannotWrite

_NAME = "the template"
# What a template is worn for. All else stays behind: its text, comments, people, properties, data, macros.
_WORN = {f"{R}/{kind}" for kind in ("styles", "theme", "fontTable", "numbering", "settings", "header", "footer")}
_BEFORE_LINE_NUMBERS = [w(name) for name in ("pgBorders", "paperSrc", "pgMar", "pgSz")]


def house(data: bytes, paper: Paper) -> tuple[Package, Dress, str]:
    """The package without its main document, the dress, and the section with which that document will end.

    Raises `CannotRead` for a template that is no Word document, `CannotWrite` for one that cannot be worn as it is.
    """
    file = opened(data, _NAME)
    package = _worn(file)
    styles = next(iter(file.related("styles")), "")
    if not styles:
        raise CannotRead("the template has no styles: open it in Word and save it again")
    root = parse(package.parts[styles], _NAME, styles)
    ids = dressed(root, paper.language)
    package.parts[styles] = serialized(root)
    _wear_settings(package, file)
    section = _section(file, paper)
    sheet = stylesheet(root)
    numbered = frozenset(name for name, id in ids.items() if id in sheet.numbered)
    dress = Dress(ids, script(paper.language), _width(section), numbered, house=True)
    _complete(package, section, paper, dress)
    return package, dress, serialized(section).partition(b"?>\n")[2].decode()


def _worn(file: Opened) -> Package:
    """The parts that are worn, with what they need in turn, scrubbed."""
    types = dict(_types(file))
    package = Package(file.main)
    package.relations = [tie for tie in file.relations if tie.type in _WORN and not tie.external]
    waiting = [resolved(posixpath.dirname(file.main), tie.target) for tie in package.relations]
    while waiting:
        part = waiting.pop()
        if part in package.parts or part not in file.parts:
            continue
        package.parts[part], package.types[part] = file.parts[part], types.get(part, "application/xml")
        if part.endswith(".xml"):
            root = file.root(part)
            scrub(root, part)
            package.parts[part] = serialized(root)
        if part in file.related("settings"):
            continue
        folder, base = posixpath.split(part)
        for tie in relations(file.parts, part, _NAME):
            if not tie.external:
                waiting.append(resolved(folder, tie.target))
            elif not tie.type.endswith("/hyperlink"):
                raise CannotWrite(
                    f"the template's {part} shows a file from elsewhere, {tie.target}: embed it or remove it"
                )
            listed = f"{folder}/_rels/{base}.rels"
            package.parts[listed] = file.parts[listed]
    return package


def _types(file: Opened) -> Iterator[tuple[str, str]]:
    root = file.root(CONTENT_TYPES)
    defaults = {
        each.get("Extension", "").lower(): each.get("ContentType", "") for each in root if each.get("Extension")
    }
    for part in file.parts:
        yield part, defaults.get(part.rpartition(".")[2].lower(), "application/octet-stream")
    for each in root:
        if each.get("PartName"):
            yield each.get("PartName", "").lstrip("/"), each.get("ContentType", "")


def _wear_settings(package: Package, file: Opened) -> None:
    part = next(iter(file.related("settings")), "")
    ours = template("settings.xml")
    if not part:
        package.add("word/settings.xml", ours, f"{WORD}.settings+xml", "settings")
        return
    root = parse(package.parts[part], _NAME, part)
    footnotes = parse(ours.encode(), _NAME, part).find(w("footnotePr"))
    if footnotes is not None:
        scrub_settings(root, footnotes)
    package.parts[part] = serialized(root)


def _section(file: Opened, paper: Paper) -> _Element:
    """The template's last section, with the headers that it goes on with from the sections before."""
    found = list(file.document.iter(w("sectPr")))
    section = found[-1] if found else fragment(f"<w:sectPr>{page(paper.layout)}</w:sectPr>")
    scrub(section, file.main)
    for tag in ("headerReference", "footerReference"):
        taken = {attribute(each, "type") for each in section.iter(w(tag))}
        for earlier in reversed(found[:-1]):
            for reference in list(earlier.iter(w(tag))):
                if attribute(reference, "type") not in taken:
                    taken.add(attribute(reference, "type"))
                    section.insert(0, reference)
    for old in list(section.iter(w("lnNumType"))):
        section.remove(old)
    if paper.layout.line_numbers:
        before = next((each for tag in _BEFORE_LINE_NUMBERS if (each := section.find(tag)) is not None), None)
        place = 0 if before is None else list(section).index(before) + 1
        section.insert(place, fragment(LINE_NUMBERS))
    return section


def _width(section: _Element) -> int:
    """The room between the margins."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    taken = sum(int(attribute(margins, side) or 0) for side in ("left", "right", "gutter"))
    return max(1000, int(attribute(size, "w") or 11906) - taken)


def _complete(package: Package, section: _Element, paper: Paper, dress: Dress) -> None:
    """Give the pages what the template leaves out: a symbol, a page number, the watermark."""
    for part in [part for part, type in package.types.items() if type == f"{WORD}.header+xml"]:
        if paper.layout.watermark:
            _wear_watermark(package, part, paper.layout.watermark)
    wanted = [("footer", "default", footer(dress))]
    if paper.layout.watermark or (paper.masthead and paper.masthead.symbol):
        wanted.append(("header", "default", other_header(paper, dress)))
    if paper.layout.watermark and section.find(w("titlePg")) is not None:
        wanted.append(("header", "first", first_header(replace(paper, masthead=None), dress)))
    for kind, type, xml in wanted:
        if type not in {attribute(each, "type") for each in section.iter(w(f"{kind}Reference"))}:
            part = next(name for n in count(1) if (name := f"word/{kind}{n}.xml") not in package.parts)
            id = package.add(part, xml, f"{WORD}.{kind}+xml", kind)
            section.insert(0, fragment(f'<w:{kind}Reference w:type="{type}" r:id="{id}"/>'))


def _wear_watermark(package: Package, part: str, words: str) -> None:
    """Draw the watermark from the header's first paragraph."""
    root = parse(package.parts[part], _NAME, part)
    paragraph = next(root.iter(w("p")), None)
    if paragraph is not None:
        number = sum(package.types[each] == package.types[part] and each <= part for each in package.types)
        paragraph.append(fragment(watermark(words, number)))
        package.parts[part] = serialized(root)
