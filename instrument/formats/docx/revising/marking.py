"""Runs and paragraph ends marked as put in or struck."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.revising.cutting import LOOK, split_above
from instrument.formats.docx.revising.leaves import deletes, restores
from instrument.formats.docx.revising.stamps import Stamps
from instrument.formats.docx.walking.blocks import Revision, Revisions
from instrument.formats.docx.walking.elements import LAYERS

_PROPERTIES = w("pPr")
_STRUCK = frozenset((w("del"), w("moveFrom")))
# What a run may stand in that another run beside it does not.
WRAPPERS = frozenset(LAYERS)


def stands(revisions: Revisions) -> bool:
    """Whether words are there once every change is accepted."""
    return not revisions or all(revision.layer.adds for revision in revisions)


def stood(revisions: Revisions) -> bool:
    """Whether words were there before every change."""
    return not revisions or not any(revision.layer.adds for revision in revisions)


def strike(runs: Iterable[_Element], revision: Revision, stamps: Stamps) -> None:
    """Mark runs as deleted, those that follow one another together."""
    for run in runs:
        if all(each.tag not in _STRUCK for each in run.iterancestors()):
            _wrap(run, revision, stamps)
            if not revision.move:
                deletes(run)


def cover(runs: Iterable[_Element], revision: Revision, stamps: Stamps) -> None:
    """Mark runs as put in, whatever changes of others are around them."""
    for run in runs:
        node = run
        for each in run.iterancestors():
            if each.tag not in WRAPPERS:
                break
            node = each
        if node.tag != w("ins"):
            _wrap(node, revision, stamps)


def _wrap(node: _Element, revision: Revision, stamps: Stamps) -> None:
    """Put what stands for a change around an element, or the element to its neighbour's in the same one."""
    before = node.getprevious()
    made = stamps.element(revision)
    if before is not None and before.tag == made.tag and _is_by(before, revision):
        before.append(node)
    else:
        node.addprevious(made)
        made.append(node)


def restore(runs: Iterable[_Element]) -> None:
    """Take back the deletion of runs."""
    for run in runs:
        for wrapper in [each for each in run.iterancestors() if each.tag in _STRUCK]:
            split_above(run, _parent(wrapper))
            _parent(run).addprevious(run)
            if not len(wrapper):
                _parent(wrapper).remove(wrapper)
        restores(run)


def wrapped(runs: Sequence[_Element], revisions: Revisions, stamps: Stamps) -> _Element:
    """Runs from elsewhere in the elements of tracked changes, the outermost of which is returned."""
    first, *rest = revisions
    outer = inner = stamps.element(first)
    for revision in rest:
        inner.append(deeper := stamps.element(revision))
        inner = deeper
    inner.extend(runs)
    for run in runs:
        (restores if stands(revisions) else deletes)(run)
    return outer


def settle(element: _Element, top: _Element) -> _Element:
    """What to put something behind that is to stand behind an element, and not in a tracked change around it.

    Around the last element of a link or a control the place is behind that.
    """
    here = element
    while (parent := here.getparent()) is not None and parent is not top:
        following = here.getnext()
        if parent.tag in WRAPPERS and following is not None:
            split_above(following, _parent(parent))
            left = parent.getprevious()
            assert left is not None
            here = left
        elif parent.tag in WRAPPERS or following is None:
            here = parent
        else:
            break
    return here


def mark_end(paragraph: _Element, revision: Revision, stamps: Stamps) -> None:
    """Mark the end of a paragraph as put in or struck."""
    look = _mark_look(paragraph)
    made = stamps.element(revision)
    # The schema wants an insertion before a deletion, and both before anything else.
    at = 1 if len(look) and look[0].tag == w("ins") else 0
    look.insert(at, made)


def clear_end(paragraph: _Element, layers: Iterable[str] = tuple(WRAPPERS)) -> None:
    """Take tracked changes off the end of a paragraph."""
    look = paragraph.find(f"{_PROPERTIES}/{LOOK}")
    for each in [] if look is None else [each for each in look if each.tag in layers]:
        _parent(each).remove(each)


def restore_end(paragraph: _Element) -> None:
    clear_end(paragraph, _STRUCK)


def _mark_look(paragraph: _Element) -> _Element:
    look = paragraph.find(f"{_PROPERTIES}/{LOOK}")
    if look is None:
        look = paragraph.makeelement(LOOK)
        put_mark(paragraph, look)
    return look


def put_mark(paragraph: _Element, look: _Element) -> None:
    """Put how the mark of a paragraph looks into its properties, where the schema wants it."""
    properties = paragraph.find(_PROPERTIES)
    if properties is None:
        properties = paragraph.makeelement(_PROPERTIES)
        paragraph.insert(0, properties)
    after = next((each for each in properties if each.tag in (w("sectPr"), w("pPrChange"))), None)
    properties.append(look) if after is None else after.addprevious(look)


def _is_by(element: _Element, revision: Revision) -> bool:
    return attribute(element, "author") == revision.author and attribute(element, "date") == revision.date


def _parent(element: _Element) -> _Element:
    parent = element.getparent()
    assert parent is not None
    return parent
