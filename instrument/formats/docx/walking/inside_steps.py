"""The steps of a walk inside a paragraph: runs, words, tracked changes, fields, links, marks of notes."""

from __future__ import annotations

from lxml.etree import _Element

from instrument.formats.docx.parts.markup import LINE_BREAK
from instrument.formats.docx.parts.tree import OFF, attribute, local, w
from instrument.formats.docx.walking.blocks import OWN_MARK, Frame, Kind, Layer, Range, Revision
from instrument.formats.docx.walking.characters import symbol, written
from instrument.formats.docx.walking.elements import FIXED, LAYERS, OFFICE_RELATIONS
from instrument.formats.docx.walking.walker import Field, Leave, Walker

_ID = f"{{{OFFICE_RELATIONS}}}id"
# Fields whose words come from another file or program, and those that run something.
_OUTSIDE = {
    "DDE", "DDEAUTO", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "IMPORT", "DATABASE", "RD", "MACROBUTTON",
    "EMBED", "GOTOBUTTON", "ADDIN",
}  # fmt: skip
# Fields that show nothing, and need no result.
_INVISIBLE = {"XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "NEXT", "NEXTIF", "SKIPIF", "ADVANCE", "BIBLIOGRAPHY"}
# Fields whose result Word works out each time it shows them, and writes nowhere.
_PRINTING = {"LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "EQ", "SYMBOL"}
# Word itself stops at 20.
_DEEPEST = 50
# An instruction is a name, a target and some switches.
_LONGEST = 1000


def run(walker: Walker, element: _Element) -> None:
    walker.run, walker.properties = element, None
    walker.runs += 1


def look(walker: Walker, element: _Element) -> None:
    """The properties of a run; those in something else are no look of words."""
    if element.getparent() is walker.run:
        walker.properties = element


def text(walker: Walker, element: _Element) -> None:
    if chars := written(element):
        walker.emit(chars, walker.kind)


def fixed(walker: Walker, element: _Element) -> None:
    walker.emit(FIXED[str(element.tag)], walker.kind)


def deleted_text(walker: Walker, element: _Element) -> None:
    """Deleted words; outside of a deletion nobody says who deleted them."""
    before = walker.revisions
    if all(revision.layer.adds for revision in before):
        walker.revisions = (*before, Revision(Layer.DELETED))
    text(walker, element)
    walker.revisions = before


def line_break(walker: Walker, element: _Element) -> None:
    """A page or column break is no character: where pages end is not the text's business."""
    if attribute(element, "type") not in ("page", "column"):
        walker.emit(LINE_BREAK, walker.kind)


def of_symbol_font(walker: Walker, element: _Element) -> None:
    walker.emit(symbol(element), Kind.SYMBOL)


def revised(walker: Walker, element: _Element) -> Leave:
    before = walker.revisions
    walker.revisions = (*before, revision(walker, element))

    def leave() -> None:
        walker.revisions = before

    return leave


def revision(walker: Walker, element: _Element) -> Revision:
    """The tracked change that an element stands for."""
    layer = LAYERS[str(element.tag)]
    author, date, id = (attribute(element, name) for name in ("author", "date", "id"))
    return Revision(layer, author, date, id, walker.moves.get(layer, ""))


def move_begins(walker: Walker, element: _Element) -> None:
    layer = Layer.MOVED_FROM if element.tag == w("moveFromRangeStart") else Layer.MOVED_TO
    walker.moves[layer] = attribute(element, "name")


def link(walker: Walker, element: _Element) -> Leave:
    anchor = attribute(element, "anchor")
    return framed(walker, element, "link" if anchor else "address", anchor or str(element.get(_ID, "")))


def framed(walker: Walker, element: _Element, kind: str, what: str) -> Leave:
    """An element whose words stand in a frame."""
    before = walker.links
    walker.reframe((*before, walker.frame(kind, what)))

    def leave() -> None:
        walker.reframe(before)

    return leave


def simple_field(walker: Walker, element: _Element) -> Leave:
    given = Field(0, 0, attribute(element, "instr"), shows=True, start=walker.here())
    leave_frame = framed(walker, element, "field", given.instruction)

    def leave() -> None:
        leave_frame()
        _report_ended(walker, given)

    return leave


def field_character(walker: Walker, element: _Element) -> None:
    kind = attribute(element, "fldCharType")
    if kind == "begin":
        if len(walker.fields) >= _DEEPEST:
            del walker.fields[0]
            walker.note("field-unbalanced", "a field in more fields than Word allows")
        walker.framed += 1
        walker.fields.append(Field(walker.framed, walker.here()[0]))
        walker.instructing = True
    elif not walker.fields:
        walker.note("field-unbalanced", f"the {kind or 'nameless'} mark of a field that has not begun")
    elif kind == "separate":
        begun = walker.fields[-1]
        begun.shows, begun.start = True, walker.here()
        if begun.block == walker.here()[0]:
            begun.frame = Frame("field", begun.instruction, begun.number)
        walker.reframe(walker.links)
    elif kind == "end":
        ended = walker.fields.pop()
        walker.reframe(walker.links)
        _report_ended(walker, ended)


def _report_ended(walker: Walker, ended: Field) -> None:
    """Report a field that shows nothing, or what stands elsewhere."""
    _report_outside(walker, ended)
    if ended.name in _PRINTING and (not ended.shows or ended.start == walker.here()):
        walker.emit(ended.instruction.strip(), Kind.PRINTED)
    elif not ended.shows and ended.name and ended.name not in _INVISIBLE | _OUTSIDE:
        walker.note("field-empty", "a field that shows nothing", ended.instruction.strip())


def _report_outside(walker: Walker, given: Field) -> None:
    if given.name in _OUTSIDE:
        walker.note("field-outside", f"a field that reaches outside the document ({given.name})", given.instruction)


def printed(walker: Walker, element: _Element) -> None:
    """The number of the page, or a part of today's date, as Word once wrote them."""
    walker.emit(local(element), Kind.PRINTED)


def instruction(walker: Walker, element: _Element) -> None:
    if walker.fields and len(walker.fields[-1].instruction) < _LONGEST:
        walker.fields[-1].instruction += written(element)[:_LONGEST]


def footnote(walker: Walker, element: _Element) -> None:
    _refer(walker, element, Kind.FOOTNOTE)


def endnote(walker: Walker, element: _Element) -> None:
    _refer(walker, element, Kind.ENDNOTE)


def _refer(walker: Walker, element: _Element, kind: Kind) -> None:
    before = walker.frames
    if attribute(element, "customMarkFollows") not in {"", *OFF}:
        walker.frames = (*before, walker.frame(OWN_MARK, ""))
    walker.emit(attribute(element, "id"), kind)
    walker.frames = before


def bookmark(walker: Walker, element: _Element) -> None:
    name = attribute(element, "name")
    (walker.waiting if walker.open is None else walker.open.bookmarks).append(name)


def comment_begins(walker: Walker, element: _Element) -> None:
    walker.starts[attribute(element, "id")] = walker.here()


def comment_ends(walker: Walker, element: _Element) -> None:
    """The end of a comment's range, or its own mark, which is all there is of one that has no range."""
    id = attribute(element, "id")
    walker.ranges.setdefault(id, Range(walker.starts.get(id, walker.here()), walker.here()))


def ruby(walker: Walker, element: _Element) -> Leave:
    return of_kind(walker, element, walker.kind)


def reading_aid(walker: Walker, element: _Element) -> Leave:
    return of_kind(walker, element, Kind.AID)


def of_kind(walker: Walker, element: _Element, kind: Kind) -> Leave:
    """An element whose words are of a kind, in runs of their own."""
    before = walker.kind, walker.run, walker.properties
    walker.kind, walker.run, walker.properties = kind, element, None
    walker.runs += 1

    def leave() -> None:
        walker.kind, walker.run, walker.properties = before
        walker.runs += 1

    return leave
