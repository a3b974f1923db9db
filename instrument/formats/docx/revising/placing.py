"""Where a new paragraph or table stands: behind what it follows, in the control of its own clause."""

from __future__ import annotations

from copy import deepcopy
from typing import NamedTuple

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.revising.cutting import PARAGRAPH, is_properties
from instrument.formats.docx.revising.weaving import Made

_CONTROL = w("sdt")
Control = tuple[str, _Element]


class Spot(NamedTuple):
    """A place in a container, behind an element of it or at its beginning."""

    container: _Element
    before: _Element | None = None


def put(made: Made, spot: Spot, following: _Element | None) -> _Element:
    """A new paragraph's element, in its place."""
    element = spot.container.makeelement(PARAGRAPH)
    line = made.end.new or next((each.new for each in made.stretches if each.new), None)
    place(element, line.control if line else None, spot, following)
    return element


def place(element: _Element, control: Control | None, spot: Spot, following: _Element | None) -> None:
    """Put an element behind a spot, or before what follows; where its control is neither's, in one like its own."""
    tag = control[0] if control else ""
    if spot.before is not None and _tag(spot.before, spot.container) == tag:
        spot.before.addnext(element)
    elif following is not None and _tag(following, spot.container) == tag:
        following.addprevious(element)
    else:
        outer = _controlled(element, control[1]) if control else element
        if spot.before is not None:
            _outermost(spot.before, spot.container).addnext(outer)
        elif following is not None:
            _outermost(following, spot.container).addprevious(outer)
        else:
            at = next((n for n, each in enumerate(spot.container) if not is_properties(each)), len(spot.container))
            spot.container.insert(at, outer)


def _tag(element: _Element, container: _Element) -> str:
    """The tag of the nearest control with one around an element."""
    for around in element.iterancestors():
        if around is container:
            break
        if around.tag == _CONTROL and (tag := attribute(around.find(f"{w('sdtPr')}/{w('tag')}"))):
            return tag
    return ""


def _outermost(element: _Element, container: _Element) -> _Element:
    return next(each for each in (element, *element.iterancestors()) if each.getparent() is container)


def _controlled(element: _Element, like: _Element) -> _Element:
    """An element in a control like another one, with a number of its own to be given by Word."""
    control = like.makeelement(_CONTROL)
    properties = deepcopy(like.find(w("sdtPr")))
    assert properties is not None
    for number in properties.findall(w("id")):
        properties.remove(number)
    content = control.makeelement(w("sdtContent"))
    content.append(element)
    control.extend([properties, content])
    return control
