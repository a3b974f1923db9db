"""Where a new paragraph or table stands: behind what it follows, in the control of its own clause."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import w
from instrument.formats.docx.revising.cutting import PARAGRAPH, is_properties
from instrument.formats.docx.revising.flow import Control, Item, Line, is_same
from instrument.formats.docx.revising.weaving import Made

_CONTROL = w("sdt")
Follower = tuple[_Element, Item | None]


class Spot(NamedTuple):
    """A place in a container, behind an element of it or at its beginning.

    `known` is the last element before it that is in the new file too, with the control that it stands in there.
    """

    container: _Element
    before: _Element | None = None
    known: tuple[_Element, Control | None] | None = None

    def behind(self, element: _Element, item: Item | None) -> Spot:
        """The place behind an element, which the new file has as a paragraph or table, or has not."""
        return Spot(self.container, element, (element, item.control) if item else self.known)


def new_line(made: Made) -> Line | None:
    """The paragraph of the new file that a woven one is made of; none of one that another hand put in."""
    lines = (made.end.new, *(each.new for each in made.stretches))
    return next((line for line in lines if line and not line.runs_on), None)


def followers(
    elements: Sequence[_Element | None], mades: Sequence[Made], last: Follower | None
) -> list[Follower | None]:
    """What follows each woven paragraph of those that have an element already, and what that is in the new file.

    `last` is what follows all of them. Where something that belongs elsewhere comes between them, nothing is said of
    that: order goes before belonging.
    """
    found: list[Follower | None] = []
    current = last
    for element, made in zip(reversed(elements), reversed(mades), strict=True):
        found.append(current)
        line = new_line(made)
        if element is not None:
            current = element, line
        elif current and not (line and current[1] and is_same(line.control, current[1].control)):
            current = current[0], None
    return found[::-1]


def put(made: Made, spot: Spot, following: Follower | None) -> _Element:
    """A new paragraph's element, in its place."""
    element = spot.container.makeelement(PARAGRAPH)
    line = new_line(made)
    place(element, line.control if line else None, spot, following)
    return element


def place(element: _Element, control: Control | None, spot: Spot, following: Follower | None) -> None:
    """Put an element behind a spot, or before what follows: in the control of what it shares one with in the new file.

    Where it shares its control with neither, it is put in one like its own.
    """
    before = spot.before
    if (
        before is not None
        and spot.known
        and is_same(control, spot.known[1])
        and _around(before) is _around(spot.known[0])
    ):
        before.addnext(element)
    elif following and following[1] and is_same(control, following[1].control):
        following[0].addprevious(element)
    else:
        outer = _controlled(element, control[1]) if control else element
        if before is not None:
            _outermost(before, spot.container, following).addnext(outer)
        elif following:
            _outermost(following[0], spot.container, None).addprevious(outer)
        else:
            at = next((n for n, each in enumerate(spot.container) if not is_properties(each)), len(spot.container))
            spot.container.insert(at, outer)


def _around(element: _Element) -> _Element | None:
    """The nearest control around an element."""
    return next(element.iterancestors(_CONTROL), None)


def _outermost(element: _Element, container: _Element, following: Follower | None) -> _Element:
    """The element, or the outermost of the controls around it that what follows is not in as well."""
    shared = {container} if following is None else {container, *following[0].iterancestors()}
    return next(each for each in (element, *element.iterancestors()) if each.getparent() in shared)


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
