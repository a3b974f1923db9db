"""Faults of a Word document that validators pass over and Word stumbles on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from lxml.etree import _Element

from instrument.formats.docx.parts.carriers import LONGEST_BOOKMARK, LONGEST_TAG
from instrument.formats.docx.parts.tree import attribute, local, parse, w
from instrument.formats.docx.parts.unpacking import unpack
from instrument.formats.docx.walking.elements import FALLBACK
from instrument.problem import Problem, Severity, Where

# What is wrong, and the element it is wrong at.
Fault = tuple[str, _Element]
# Rules look at one part; some need to look something up in the others.
Rule = Callable[[_Element, Mapping[str, _Element]], Iterator[Fault]]

_STYLES, _NUMBERING = "word/styles.xml", "word/numbering.xml"
_BLOCKS = {w("p"), w("tbl"), w("sdt"), w("customXml")}
_WRAPPERS = {w("sdt"), w("sdtContent"), w("customXml")}
_MARKS = tuple(map(w, ("ins", "del", "moveFrom", "moveTo")))
_CHANGES = ["rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr"]
_REVISIONS = (
    *_MARKS,
    *map(w, ("moveFromRangeStart", "moveToRangeStart", "cellIns", "cellDel", "cellMerge")),
    *(w(f"{name}Change") for name in _CHANGES),
)
# What says that a row or a cell is put in or taken out.
_WHOLE = tuple(f"{w(f'{place}Pr')}/{w(mark)}" for place, mark in (
    ("tr", "ins"), ("tr", "del"), ("tc", "cellIns"), ("tc", "cellDel")
))  # fmt: skip
_PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"


def lint(data: bytes) -> tuple[Problem, ...]:
    """The faults in a .docx file, each with its part.

    >>> from instrument.formats.docx import write
    >>> from instrument.paper import Chars, Paper, Paragraph, Style
    >>> lint(write(Paper("Convention", "en", (Paragraph(Style.TITLE, (Chars("Convention"),)),))))
    ()
    """
    parts = {part: xml for part, xml in unpack(data, "").items() if part.startswith("word/") and part.endswith(".xml")}
    roots = {part: parse(xml, "the document", part) for part, xml in parts.items()}
    return tuple(
        Problem(code, Severity.ERROR, Where(part), message)
        for code, rule in RULES.items()
        for part, root in roots.items()
        for message, element in rule(root, roots)
    )


def text_in_deletion(root: _Element, roots: Mapping[str, _Element]) -> Iterator[Fault]:
    """Deleted words are `w:delText`; Word shows a `w:t` in a deletion as if nobody had deleted it."""
    for text in root.iter(w("t"), w("instrText")):
        if _inside(text, "del"):
            yield f"deleted words stand as plain text: {(text.text or '')[:40]!r}", text


def deletion_outside(root: _Element, roots: Mapping[str, _Element]) -> Iterator[Fault]:
    """`w:delText` outside a deletion shows nowhere; what moved away is not deleted."""
    for text in root.iter(w("delText"), w("delInstrText")):
        if next(text.iterancestors(w("del")), None) is None:
            yield f"words marked as deleted stand in no deletion: {(text.text or '')[:40]!r}", text


def nested_revision(root: _Element, roots: Mapping[str, _Element]) -> Iterator[Fault]:
    """An insertion in an insertion, a deletion in a deletion: only a deletion in an insertion means something."""
    for kind in ("ins", "del"):
        for element in root.iter(w(kind)):
            if _inside(element, kind):
                yield f"a w:{kind} stands in a w:{kind}", element


def revision_ids(root: _Element, roots: Mapping[str, _Element]) -> Iterator[Fault]:
    """No two tracked changes have one id, in whatever parts they stand, save in the two versions of one drawing."""
    ids = Counter(attribute(change, "id") for each in roots.values() for change in _told_once(each, *_REVISIONS))
    for change in _told_once(root, *_REVISIONS):
        if ids[attribute(change, "id")] > 1:
            yield f"several tracked changes have the id {attribute(change, 'id')}", change


def last_ends(root: _Element, roots: Mapping[str, _Element]) -> Iterator[Fault]:
    """The last paragraph of a cell, a box or a story keeps its end: Word can neither take it away nor put it in."""
    for place in root.iter(w("body"), w("tc"), w("txbxContent"), w("hdr"), w("ftr")):
        last = None if _comes_or_goes(place) else _last_block(place)
        marks = None if last is None else last.find(f"{w('pPr')}/{w('rPr')}")
        for mark in [] if marks is None else marks.iterchildren(*_MARKS):
            yield f"the end of the last paragraph of a w:{local(place)} is in a w:{local(mark)}", mark


def paragraph_ids(root: _Element, roots: Mapping[str, _Element]) -> Iterator[Fault]:
    """No two paragraphs of a part have one id, save in the two versions of one drawing."""
    given = _told_once(root, w("p"))
    ids = Counter(each.get(_PARAGRAPH_ID) for each in given)
    for paragraph in given:
        id = paragraph.get(_PARAGRAPH_ID)
        if id and ids[id] > 1:
            yield f"several paragraphs have the id {id}", paragraph


def bookmark_names(root: _Element, roots: Mapping[str, _Element]) -> Iterator[Fault]:
    """A bookmark's name occurs once, and Word cuts it after 40 characters."""
    seen = set()
    for start in root.iter(w("bookmarkStart")):
        name = attribute(start, "name")
        if name in seen:
            yield f'two bookmarks are named "{name}"', start
        if len(name) > LONGEST_BOOKMARK:
            yield f'the bookmark "{name}" has more than {LONGEST_BOOKMARK} characters', start
        seen.add(name)


def bookmark_ends(root: _Element, roots: Mapping[str, _Element]) -> Iterator[Fault]:
    """A bookmark that starts ends, once."""
    starts = {attribute(each, "id"): each for each in root.iter(w("bookmarkStart"))}
    ends = {attribute(each, "id"): each for each in root.iter(w("bookmarkEnd"))}
    for id in starts.keys() - ends.keys():
        yield f'the bookmark "{attribute(starts[id], "name")}" has no end', starts[id]
    for id in ends.keys() - starts.keys():
        yield f"a bookmark ends that never started: {id}", ends[id]


def control_content(root: _Element, roots: Mapping[str, _Element]) -> Iterator[Fault]:
    """A content control has content."""
    for control in root.iter(w("sdt")):
        if control.find(w("sdtContent")) is None:
            yield "a content control has no content", control


def control_ids(root: _Element, roots: Mapping[str, _Element]) -> Iterator[Fault]:
    """Two content controls never have one id, in whatever parts they stand."""
    path = f"{w('sdtPr')}/{w('id')}"
    ids = Counter(attribute(control.find(path)) for each in roots.values() for control in each.iter(w("sdt")))
    for control in root.iter(w("sdt")):
        id = attribute(control.find(path))
        if id and ids[id] > 1:
            yield f"several content controls have the id {id}", control


def control_tags(root: _Element, roots: Mapping[str, _Element]) -> Iterator[Fault]:
    """Word cuts a tag after 64 characters."""
    for tag in root.iter(w("tag")):
        if len(attribute(tag)) > LONGEST_TAG:
            yield f'the tag "{attribute(tag)}" has more than {LONGEST_TAG} characters', tag


def field_characters(root: _Element, roots: Mapping[str, _Element]) -> Iterator[Fault]:
    """Fields begin, may separate, and end, one inside another."""
    open_fields: list[_Element] = []
    for character in root.iter(w("fldChar")):
        kind = attribute(character, "fldCharType")
        if kind == "begin":
            open_fields.append(character)
        elif not open_fields:
            yield f"a field's {kind} stands where no field is open", character
        elif kind == "end":
            open_fields.pop()
    for character in open_fields:
        yield "a field begins and never ends", character


def move_ranges(root: _Element, roots: Mapping[str, _Element]) -> Iterator[Fault]:
    """Moved words stand between the start and the end of a range that names the move."""
    for kind in ("moveFrom", "moveTo"):
        within = 0
        for element in root.iter(w(kind), w(f"{kind}RangeStart"), w(f"{kind}RangeEnd")):
            if element.tag == w(f"{kind}RangeStart"):
                within += 1
            elif element.tag == w(f"{kind}RangeEnd"):
                within -= 1
            elif not within and not _is_mark(element):
                yield f"a w:{kind} stands in no range of a move", element


def move_ends(root: _Element, roots: Mapping[str, _Element]) -> Iterator[Fault]:
    """The range of a move that starts ends, once."""
    for kind in ("moveFrom", "moveTo"):
        starts, ends = root.iter(w(f"{kind}RangeStart")), root.iter(w(f"{kind}RangeEnd"))
        unmatched = Counter(attribute(each, "id") for each in starts)
        unmatched.subtract(attribute(each, "id") for each in ends)
        for id, left in unmatched.items():
            if left:
                yield f"the {kind} {id} starts {'and never ends' if left > 0 else 'nowhere'}", root


def move_names(root: _Element, roots: Mapping[str, _Element]) -> Iterator[Fault]:
    """What moved away under a name came somewhere under that name, once."""
    names = [
        Counter(attribute(each, "name") for part in roots.values() for each in part.iter(w(f"{kind}RangeStart")))
        for kind in ("moveFrom", "moveTo")
    ]
    for start in root.iter(w("moveFromRangeStart"), w("moveToRangeStart")):
        name = attribute(start, "name")
        if any(counted[name] != 1 for counted in names):
            yield f'the move "{name}" has not one place to leave and one to come to', start


def cell_ends(root: _Element, roots: Mapping[str, _Element]) -> Iterator[Fault]:
    """A cell ends in a paragraph: without one, or after a table, Word calls the file damaged."""
    for cell in root.iter(w("tc")):
        blocks = [child for child in cell if child.tag in _BLOCKS]
        if not blocks:
            yield "a cell of a table is empty", cell
        elif blocks[-1].tag == w("tbl"):
            yield "a cell of a table ends in a table, not in a paragraph", cell


def empty_rows(root: _Element, roots: Mapping[str, _Element]) -> Iterator[Fault]:
    """A row has cells."""
    for row in root.iter(w("tr")):
        if next(row.iter(w("tc")), None) is None:
            yield "a row of a table has no cells", row


def unknown_styles(root: _Element, roots: Mapping[str, _Element]) -> Iterator[Fault]:
    """A style that is worn is defined."""
    known = {attribute(style, "styleId") for style in roots[_STYLES].iter(w("style"))} if _STYLES in roots else set()
    for element in root.iter(w("pStyle"), w("rStyle"), w("tblStyle"), w("basedOn"), w("next"), w("link")):
        if attribute(element) not in known:
            yield f'the style "{attribute(element)}" is not defined', element


def unknown_numbers(root: _Element, roots: Mapping[str, _Element]) -> Iterator[Fault]:
    """A numbering that is used is defined; number 0 switches numbering off."""
    known = {attribute(each, "numId") for each in roots[_NUMBERING].iter(w("num"))} if _NUMBERING in roots else set()
    for element in root.iter(w("numId")):
        if attribute(element) not in known | {"0"}:
            yield f"the numbering {attribute(element)} is not defined", element


def _inside(element: _Element, name: str) -> bool:
    """Whether an element stands in another one; what is in a text box stands there, not where the box does."""
    outer = next(element.iterancestors(w(name), w("txbxContent")), None)
    return outer is not None and outer.tag == w(name)


def _told_once(root: _Element, *tags: str) -> list[_Element]:
    """Elements, without those that say for older programs what is said already."""
    return [each for each in root.iter(*tags) if next(each.iterancestors(FALLBACK), None) is None]


def _last_block(place: _Element) -> _Element | None:
    """What stands last in a place, in whatever controls."""
    blocks = [child for child in place if child.tag in _BLOCKS | {w("sdtContent")}]
    if blocks and blocks[-1].tag in _WRAPPERS:
        return _last_block(blocks[-1])
    return blocks[-1] if blocks else None


def _comes_or_goes(place: _Element) -> bool:
    """Whether a cell is put in or taken out as a whole, or its row is."""
    around = (place, *place.iterancestors(w("tr")))
    return any(each.find(path) is not None for each in around for path in _WHOLE)


def _is_mark(element: _Element) -> bool:
    """Whether a revision is of a paragraph mark, which needs no range around itself."""
    parent = element.getparent()
    return parent is not None and parent.tag == w("rPr")


RULES: Mapping[str, Rule] = {
    "text-in-deletion": text_in_deletion,
    "deletion-outside": deletion_outside,
    "nested-revision": nested_revision,
    "revision-id": revision_ids,
    "last-end": last_ends,
    "paragraph-id": paragraph_ids,
    "bookmark-name": bookmark_names,
    "bookmark-end": bookmark_ends,
    "control-content": control_content,
    "control-id": control_ids,
    "control-tag": control_tags,
    "field-characters": field_characters,
    "move-range": move_ranges,
    "move-end": move_ends,
    "move-name": move_names,
    "cell-end": cell_ends,
    "empty-row": empty_rows,
    "unknown-style": unknown_styles,
    "unknown-numbering": unknown_numbers,
}
