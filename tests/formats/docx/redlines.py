"""The law of a redline: with every change accepted it reads as the new file, with every change rejected as the old one.

Read here by our own walk, story by story: the body with its tables, the notes, the headers and footers, text boxes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from lxml import etree
from lxml.etree import _Element
from rapidfuzz.distance import Indel

from instrument.formats.docx.lint import lint
from instrument.formats.docx.parts.markup import R
from instrument.formats.docx.parts.opened import Opened, opened, resolved
from instrument.formats.docx.parts.package import pack
from instrument.formats.docx.parts.tree import attribute, local, w
from instrument.formats.docx.walking.blocks import Block, Container, Kind, Revision, Span
from instrument.formats.docx.walking.elements import ALTERNATIVES, CHOICE, FALLBACK, RECOMPUTED
from instrument.formats.docx.walking.view import Shown, View, is_gone, shown
from instrument.formats.docx.walking.walk import walk

NOTES = {Kind.FOOTNOTE: "footnotes", Kind.ENDNOTE: "endnotes"}
# What stands in a line for the mark of a note.
NOTED = "\ufffc"
TRACKS = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange")
CHANGED = ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange", "tblGridChange",
           "tblPrExChange")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as somebody reads it: where it stands, its words, how it is set, and how its words look.

    `around` is how the cell, row and table look that it stands in.
    """

    place: str
    words: str
    around: str
    setting: str
    looks: tuple[tuple[str, str], ...]


@lru_cache(64)
def lines(data: bytes, view: View) -> list[Line]:
    """Every paragraph of every story, with changes accepted or rejected."""
    file = opened(data, "the redline")
    noted: list[tuple[Kind, str]] = []
    body = shown(walk(file.document, file.main).blocks, view)
    found = told("body", body, view, noted)
    for story, part in edges(file, sections(file, body)).items():
        found += told(story, shown(walk(file.root(part), part).blocks, view), view, noted)
    for number, (kind, id) in enumerate(noted, 1):
        for part in file.related(NOTES[kind]):
            blocks = [each for each in walk(file.root(part), part).blocks if note_of(each) == id]
            found += told(f"{kind.name.lower()} {number}", shown(blocks, view), view, [])
    return found


def sections(file: Opened, body: Sequence[Shown]) -> list[_Element]:
    """What says how pages are set, where it is seen: at the paragraphs that end a section, and for the last pages."""
    ends = [each.standing.properties for each in body if not each.is_gone]
    found = [end.find(w("sectPr")) for end in ends if end is not None]
    last = [each for story in file.document for each in story.iterchildren(w("sectPr"))]
    return [each for each in (*found, *last) if each is not None]


def edges(file: Opened, given: Sequence[_Element]) -> dict[str, str]:
    """The headers and footers of some sections and their parts, each part once."""
    folder = file.main.rpartition("/")[0]
    targets = {tie.id: resolved(folder, tie.target) for tie in file.relations}
    found: dict[str, str] = {}
    for number, section in enumerate(given, 1):
        for edge in section.iterchildren(w("headerReference"), w("footerReference")):
            part = targets[str(edge.get(f"{{{R}}}id"))]
            if part not in found.values():
                found[f"section {number}, {attribute(edge, 'type')} {local(edge)}"] = part
    return found


def note_of(block: Block) -> str:
    holder = block.container.within("footnote") or block.container.within("endnote")
    return "" if holder is None else holder.name


def told(story: str, paragraphs: Sequence[Shown], view: View, noted: list[tuple[Kind, str]]) -> list[Line]:
    places: dict[Container, str] = {}
    counts: Counter[str] = Counter()
    found = []
    for each in paragraphs:
        if each.is_gone or each.standing.contents:
            continue
        spans = [span for block in each.blocks for span in block.spans if not is_gone(span.revisions, view)]
        noted += [(span.kind, span.chars) for span in spans if span.kind in NOTES]
        looks = tuple((text, look) for text, look in dressed(spans, view) if text)
        place = placed(each.standing.container, places, counts, story)
        around = held(each.standing.container, view)
        found.append(Line(place, "".join(text for text, _ in looks), around, setting(each.standing, view), looks))
    return found


def placed(container: Container, places: dict[Container, str], counts: Counter[str], story: str) -> str:
    """The way to what a paragraph stands in: "body, table 1, row 2, cell 1"."""
    if container in places:
        return places[container]
    if container.outer is None:
        return story
    outer = placed(container.outer, places, counts, story)
    place = outer
    if container.kind in ("table", "row", "cell", "text box"):
        counts[f"{outer}, {container.kind}"] += 1
        place = f"{outer}, {container.kind} {counts[f'{outer}, {container.kind}']}"
    places[container] = place
    return place


def dressed(spans: Sequence[Span], view: View) -> Iterator[tuple[str, str]]:
    """What spans say, with their looks; a counted field says what it counts, the mark of a note that it is one."""
    pieces = []
    seen = set()
    for span in spans:
        field = next((each for each in span.frames if each.kind == "field" and counted(each.what)), None)
        if span.kind is Kind.CODE:
            continue
        if field is None:
            pieces.append((NOTED if span.kind in NOTES else span.chars, look(span, view)))
        elif field.number not in seen:
            seen.add(field.number)
            pieces.append((f"{{{' '.join(field.what.split())}}}", ""))
    for worn, alike in groupby(pieces, key=lambda piece: piece[1]):
        yield "".join(text for text, _ in alike), worn


def counted(instruction: str) -> bool:
    return (instruction.split() or [""])[0].upper() in RECOMPUTED


def look(span: Span, view: View) -> str:
    return "" if span.properties is None else canonical(span.properties, "rPrChange", view)


def setting(block: Block, view: View) -> str:
    """How a paragraph is set, and how its mark looks."""
    if block.properties is None:
        return ""
    mark = block.properties.find(w("rPr"))
    worn = "" if mark is None else canonical(mark, "rPrChange", view)
    return f"{canonical(block.properties, 'pPrChange', view, 'rPr')}{worn and f' mark({worn})'}"


HOLDERS = {"cell": "tcPr", "row": "trPr", "table": "tblPr"}


def held(container: Container | None, view: View) -> str:
    """How all looks that a paragraph stands in."""
    found = []
    while container is not None:
        name = HOLDERS.get(container.kind, "")
        properties = container.element.find(w(name)) if name else None
        if properties is not None:
            # Which cells are one is said where it changed, not tracked: docs/word/revising.md tells why.
            found.append(f"{name}({canonical(properties, f'{name}Change', view, 'gridSpan', 'vMerge')})")
        container = container.outer
    return " ".join(each for each in found if "()" not in each)


def canonical(properties: _Element, change: str, view: View, *without: str) -> str:
    """Properties as a view has them, in one line."""
    former = properties.find(f"{w(change)}/{w(change.removesuffix('Change'))}")
    section = properties.find(w("sectPr"))
    found = list(properties if former is None or view is not View.REJECTED else former)
    if section is not None and section not in found:
        found.append(section)
    leave = {w(name) for name in (*without, *TRACKS, *CHANGED)}
    return " ".join(sorted(filter(None, (stated(each, view) for each in found if each.tag not in leave))))


def stated(element: _Element, view: View) -> str:
    if local(element) == "sectPr":
        return f"section({canonical(element, 'sectPrChange', view, 'headerReference', 'footerReference')})"
    values = (
        f"{etree.QName(key).localname}={value}" for key, value in element.attrib.items() if "rsid" not in str(key)
    )
    inside = " ".join(stated(each, view) for each in element if each.tag not in {w(name) for name in TRACKS})
    return f"{local(element)}[{' '.join(sorted(values))}{inside}]"


def last_pages(data: bytes, view: View) -> list[str]:
    """How the last pages are set; how others are is said with the paragraph that ends them."""
    return [stated(each, view) for each in sections(opened(data, "the redline"), ())]


def faults(old: bytes, new: bytes, tracked: bytes) -> list[str]:
    """Every breach of the law, as a sentence each."""
    found = []
    for doing, view, twin in (("accepted", View.ACCEPTED, new), ("rejected", View.REJECTED, old)):
        wrong = differing(doing, lines(twin, view), lines(tracked, view))
        if not wrong and (other := as_older_programs_see(tracked)) != tracked:
            older = lines(as_older_programs_see(twin), view)
            wrong = differing(f"{doing}, in older programs", older, lines(other, view))
        found += wrong
        # That a file says nothing of its pages is not what a tracked change can say.
        pages, wanted = last_pages(tracked, view), last_pages(twin, view)
        if pages != wanted and last_pages(old, view) and last_pages(new, view):
            found.append(f"{doing}, the last pages are set otherwise: {pages} for {wanted}")
    own = Counter(each.code for data in (old, new) for each in linted(data))
    beyond = Counter(each.code for each in linted(tracked)) - own
    return found + [f"{each.where.name}: {each.message}" for each in linted(tracked) if each.code in beyond]


# Files are judged more than once.
linted = lru_cache(16)(lint)


def differing(doing: str, wanted: Sequence[Line], found: Sequence[Line]) -> list[str]:
    """The first paragraph that is not as it should be, in its words, its place, or its looks."""
    for number, (want, have) in enumerate(zip(wanted, found, strict=False), 1):
        for what in ("words", "place", "around", "setting", "looks"):
            if getattr(want, what) != getattr(have, what):
                said = f"{getattr(have, what)!r} for {getattr(want, what)!r}"
                return [f"{doing}, paragraph {number} ({want.place}) has other {what}: {said}"]
    if len(wanted) != len(found):
        rest = (*wanted[len(found) :], *found[len(wanted) :])[0]
        return [f"{doing}, there are {len(found)} paragraphs for {len(wanted)}: {rest.place} {rest.words!r}"]
    return []


def as_older_programs_see(data: bytes) -> bytes:
    """The file with text boxes only in the version for older programs, which must say the same."""
    file = opened(data, "the redline")
    parts = dict(file.parts)
    for name in [each for each in parts if each.startswith("word/") and each.endswith(".xml")]:
        root = file.root(name)
        for versions in list(root.iter(ALTERNATIVES)):
            choice = versions.find(CHOICE)
            if choice is not None and versions.find(FALLBACK) is not None:
                versions.remove(choice)
                parts[name] = etree.tostring(root)
    return data if parts == file.parts else pack(parts)


# What is marked.


def revisions(data: bytes) -> list[tuple[str, str, str]]:
    """Every tracked change in a file: the name of its element, its author, the words in it."""
    file = opened(data, "the redline")
    tags = [w(name) for name in (*TRACKS, *CHANGED)]
    return [
        (local(each), attribute(each, "author"), "".join(map(str, each.itertext())))
        for part in sorted(file.parts)
        if part.startswith("word/") and part.endswith(".xml")
        for each in file.root(part).iter(*tags)
        if not branches_twice(each)
    ]


def branches_twice(element: _Element) -> bool:
    """Whether something stands in a version for older programs, and so was counted in the other one."""
    return next(element.iterancestors(FALLBACK), None) is not None


def marked(data: bytes) -> list[str]:
    """The words that are marked, each with "+" or "-" before it; the same one twice where it is both."""
    file = opened(data, "the redline")
    kinds = ("header", "footer", *NOTES.values())
    parts = [file.main, *(part for kind in kinds for part in file.related(kind))]
    return [
        f"{'+' if revision.layer.adds else '-'}{word}"
        for part in parts
        for block in walk(file.root(part), part).blocks
        for held, alike in groupby(block.spans, key=lambda span: (*block.container.revisions, *span.revisions))
        for revision in unlike(held)
        for word in split("".join(span.chars for span in alike_words(alike)))
    ]


def alike_words(spans: Iterator[Span]) -> list[Span]:
    return [span for span in spans if span.kind not in NOTES and span.kind is not Kind.CODE]


def unlike(held: tuple[Revision, ...]) -> list[Revision]:
    """One change of each direction: a word in a new row is marked once."""
    return list({revision.layer.adds: revision for revision in held}.values())


def split(words: str) -> list[str]:
    """Words as they are counted: what stands between spaces, and each bracket."""
    return re.findall(r"[\[\]]|[^ \t\u2028\ufffc\[\]]+", words)


def fewest(old: bytes, new: bytes) -> int:
    """How many words must be marked at least, as a longest common subsequence has it."""
    one, other = (
        [word for line in lines(data, view) for word in split(line.words)]
        for data, view in ((old, View.REJECTED), (new, View.ACCEPTED))
    )
    return int(Indel.distance(one, other))
