"""Runs cut apart where a change begins or ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from copy import copy, deepcopy
from typing import NamedTuple

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import w
from instrument.formats.docx.revising.leaves import Leaf

RUN, LOOK, PARAGRAPH = w("r"), w("rPr"), w("p")
_NUMBER = w("id")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Piece(NamedTuple):
    """A leaf, or what was cut from one, from an offset in the paragraph; `child` holds it in its run."""

    start: int
    leaf: Leaf
    child: _Element | None

    @property
    def runs(self) -> list[_Element]:
        """The run it stands in, or all of a field's."""
        if self.child is not None:
            run = self.child.getparent()
            assert run is not None
            return [run]
        return between(self.leaf.run, self.leaf.last)


def cut(leaves: Sequence[Leaf], offsets: Iterable[int]) -> list[Piece]:
    """The pieces of a paragraph, its runs cut at offsets into its characters; no run goes across one.

    >>> from instrument.formats.docx.parts.tree import fragment
    >>> from instrument.formats.docx.revising.leaves import leaves
    >>> paragraph = fragment("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>shall never</w:t></w:r></w:p>")
    >>> [piece.runs[0].findtext(w("t")) for piece in cut(leaves(paragraph), [6])]
    ['shall ', 'never']
    """
    marked = set(offsets)
    cuts = sorted(marked)
    found: list[Piece] = []
    end = sum(len(leaf.chars) for leaf in leaves)
    for leaf in reversed(leaves):
        start = end - len(leaf.chars)
        for at in reversed(cuts[bisect_left(cuts, start + 1) : bisect_left(cuts, end)]):
            assert leaf.child is not None
            right = _cut_text(leaf.child, at - start)
            _cut_run(right)
            found.append(Piece(at, leaf, right))
        if leaf.child is not None and start in marked:
            _cut_run(leaf.child)
        found.append(Piece(start, leaf, leaf.child))
        end = start
    return found[::-1]


def _cut_text(child: _Element, at: int) -> _Element:
    """The right part of an element of text, cut off and put behind it."""
    chars = "".join(map(str, child.itertext()))
    for each in list(child):
        child.remove(each)
    child.set(_SPACE, "preserve")
    right = copy(child)
    right.tail = None
    child.text, right.text = chars[:at], chars[at:]
    child.addnext(right)
    return right


def _cut_run(child: _Element) -> None:
    """Give what stands in a run from a child on a run of its own."""
    run = child.getparent()
    assert run is not None
    before = child.getprevious()
    if before is None or before.tag == LOOK:
        return
    right = shell(run)
    look = run.find(LOOK)
    if look is not None:
        right.append(deepcopy(look))
    rest = [child, *child.itersiblings()]
    right.extend(rest)
    run.addnext(right)


def between(first: _Element, last: _Element) -> list[_Element]:
    """The runs from one to another in the same paragraph."""
    if first is last:
        return [*first.iter(RUN)] if first.tag == w("sdt") else [first]
    paragraph = next(first.iterancestors(PARAGRAPH))
    found: list[_Element] = []
    for run in paragraph.iter(RUN):
        if run is first or found:
            found.append(run)
        if run is last:
            break
    return found


def split_above(node: _Element, top: _Element) -> None:
    """Split what is around a node, up to one of its ancestors, so that nothing stands before it in any of them."""
    while (parent := node.getparent()) is not None and parent is not top:
        if _has_content_before(node):
            left = shell(parent)
            for each in list(node.itersiblings(preceding=True))[::-1]:
                left.append(_again(each) if is_properties(each) else each)
            parent.addprevious(left)
        node = parent


def _again(properties: _Element) -> _Element:
    """Properties for the other half, without the number that no two controls have."""
    made = deepcopy(properties)
    for number in made.findall(_NUMBER):
        made.remove(number)
    return made


def _has_content_before(node: _Element) -> bool:
    return any(not is_properties(each) for each in node.itersiblings(preceding=True))


def is_properties(element: _Element) -> bool:
    """Whether an element says something of the one it stands in, and holds none of its content."""
    return str(element.tag).endswith("Pr")


def shell(element: _Element) -> _Element:
    """An element of the same name and attributes, with nothing in it."""
    return element.makeelement(element.tag, {str(name): str(value) for name, value in element.items()})
