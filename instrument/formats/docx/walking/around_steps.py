"""The steps of a walk around paragraphs: paragraphs themselves, tables, controls, notes, text boxes, drawings."""

from __future__ import annotations

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import attribute, local, w
from instrument.formats.docx.walking.blocks import Container, Kind, Revision, Revisions
from instrument.formats.docx.walking.characters import squeezed, texts, words, written
from instrument.formats.docx.walking.elements import ALTERNATIVES, CELL_LAYERS, CHOICE, FALLBACK, LAYERS, NAMES, OFFICE
from instrument.formats.docx.walking.formulas import signs
from instrument.formats.docx.walking.inside_steps import framed, of_kind, revision
from instrument.formats.docx.walking.walker import Leave, Walker, passed_by

_COMPARED = 2
_LOOK = w("rPr")
_ROW_LAYERS = {tag: layer for tag, layer in LAYERS.items() if tag in (w("ins"), w("del"))}


def paragraph(walker: Walker, element: _Element) -> Leave:
    if walker.open is not None:
        return _nested(walker, element)
    walker.begin(element)
    return walker.end


def _nested(walker: Walker, element: _Element) -> Leave:
    """A paragraph in a text box: the one that holds it goes on when it has ended."""
    outer = walker.open, walker.spans, walker.kind, walker.links, walker.run, walker.properties
    frames = [each.frame for each in walker.fields]
    walker.begin(element)
    walker.kind = Kind.WORDS

    def leave() -> None:
        walker.end()
        walker.open, walker.spans, walker.kind, links, walker.run, walker.properties = outer
        for each, frame in zip(walker.fields, frames, strict=False):
            each.frame = frame
        walker.reframe(links)

    return leave


def paragraph_properties(walker: Walker, element: _Element) -> None:
    here = walker.open
    if here is not None and here.properties is None:
        here.properties = element
        for child in element:
            if child.tag == _LOOK:
                # One of each is all that means something, and all that a hostile file gets.
                marks = {each.tag: revision(walker, each) for each in child if each.tag in LAYERS}
                here.mark += tuple(marks.values())


def contained(walker: Walker, element: _Element, kind: str, name: str = "", revisions: Revisions = ()) -> Leave:
    """An element that paragraphs stand in."""
    before = walker.container
    walker.container = Container(kind, element, before, name, before.revisions + revisions)

    def leave() -> None:
        walker.container = before

    return leave


def table(walker: Walker, element: _Element) -> Leave:
    return contained(walker, element, "table")


def row(walker: Walker, element: _Element) -> Leave:
    return contained(walker, element, "row", "", _changes(element.find(w("trPr"))))


def cell(walker: Walker, element: _Element) -> Leave:
    return contained(walker, element, "cell", "", _changes(element.find(w("tcPr"))))


def _changes(properties: _Element | None) -> Revisions:
    """How a row or a cell was changed as a whole."""
    layers = {**_ROW_LAYERS, **CELL_LAYERS}
    found = {str(each.tag): each for each in (() if properties is None else properties) if each.tag in layers}
    return tuple(
        Revision(layers[tag], attribute(each, "author"), attribute(each, "date"), attribute(each, "id"))
        for tag, each in found.items()
    )


def note(walker: Walker, element: _Element) -> Leave:
    return contained(walker, element, local(element), attribute(element, "id"))


def control(walker: Walker, element: _Element) -> Leave:
    properties = element.find(w("sdtPr"))
    tag = "" if properties is None else attribute(properties.find(w("tag")))
    if walker.open is not None:
        return framed(walker, element, "control", tag)
    gallery = None if properties is None else properties.find(f"{w('docPartObj')}/{w('docPartGallery')}")
    contents = attribute(gallery) == "Table of Contents"
    restore = contained(walker, element, "control", tag)
    walker.contents += contents

    def leave() -> None:
        walker.contents -= contents
        restore()

    return leave


def text_box(walker: Walker, element: _Element) -> Leave:
    return contained(walker, element, "text box")


def drawing(walker: Walker, element: _Element) -> Leave:
    """A drawing may hold text boxes; one that holds none is a picture."""
    before = len(walker.blocks), len(walker.spans)
    walker.drawings += 1
    if local(element) != "drawing" and local(element) != "pict":
        walker.note("embedded", NAMES[local(element)])

    def leave() -> None:
        walker.drawings -= 1
        if before == (len(walker.blocks), len(walker.spans)):
            # A picture in a picture was looked at with the outer one.
            walker.note("picture", NAMES[local(element)], "" if walker.drawings else _described(element))

    return leave


def _described(element: _Element) -> str:
    """What is said of a picture for those who cannot see it."""
    said = (str(each.get(key)) for each in element.iter() for key in ("descr", "alt") if each.get(key))
    return next(said, "")


def drawn_text(walker: Walker, element: _Element) -> None:
    walker.emit(written(element) or str(element.get("string", "")), Kind.DRAWN)


def formula(walker: Walker, element: _Element) -> Leave:
    return of_kind(walker, element, Kind.FORMULA)


def formula_part(walker: Walker, element: _Element) -> Leave | None:
    before, after = signs(element)
    if before:
        walker.emit(before, Kind.FORMULA)
    return (lambda: walker.emit(after, Kind.FORMULA)) if after else None


def alternatives(walker: Walker, element: _Element) -> Leave | None:
    """The same thing told in several ways, for newer and older programs: one is read, once."""
    branch = _branch(element)
    if branch is None:
        return None
    passed = [other for other in element.iterchildren(CHOICE, FALLBACK) if other is not branch]
    walker.unread -= sum(map(texts, passed))
    others = [said for other in passed if (said := words(other))]
    # Versions in versions are not compared: each level would go through all below it again.
    told = squeezed(words(branch)) if others and walker.versions < _COMPARED else ""
    for said in others:
        if squeezed(said) not in told:
            walker.note("other-branch", "another version of a drawing, for other programs,", said)
    walker.versions += 1
    walker.passed.update(passed)

    def leave() -> None:
        walker.versions -= 1
        walker.passed.difference_update(passed)

    return leave


def version(walker: Walker, element: _Element) -> Leave | None:
    if element in walker.passed:
        return passed_by
    parent = element.getparent()
    if parent is None or parent.tag != ALTERNATIVES:
        unknown(walker, element)
    return None


def _branch(element: _Element) -> _Element | None:
    """The branch that Word of today takes."""
    choices = [each for each in element if each.tag == CHOICE]
    for choice in choices:
        namespaces = [str(choice.nsmap.get(prefix, "")) for prefix in str(choice.get("Requires", "")).split()]
        if all(namespace.startswith(OFFICE) for namespace in namespaces):
            return choice
    fallback = element.find(FALLBACK)
    return fallback if fallback is not None else next(iter(choices), None)


def foreign(walker: Walker, element: _Element) -> None:
    """Another file, or another program's work, that stands for text."""
    walker.unread -= texts(element)
    walker.note("not-read", NAMES[local(element)], words(element))


def unknown(walker: Walker, element: _Element) -> None:
    """A wrapper that nobody has heard of still has words in it."""
    if not walker.drawings and walker.kind is not Kind.FORMULA and str(element.tag) not in walker.strange:
        walker.strange.add(str(element.tag))
        walker.note("unknown", f"something unknown ({local(element)}), whose words were read,")


def clear(walker: Walker, element: _Element) -> None:
    """What is what it wraps, and what is nothing at all."""
