"""What a tracked file holds that its receipt says nothing of."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.receipts.stories import Stories
from instrument.formats.docx.walking.elements import LOOK_CHANGES, RECOMPUTED

_DRAWN, _BOX = (w("drawing"), w("pict"), w("object")), w("txbxContent")
# Nobody writes the number of a page, and every text has some.
_SHOWN = RECOMPUTED - {"PAGE", "NUMPAGES", "SECTIONPAGES"}


def unproven(stories: Stories) -> tuple[str, ...]:
    """The kinds of things in a file that no receipt proves, as far as there are any in it."""
    roots = [stories.root(part) for part in stories.parts]
    met = {
        "how words, tables and pages look": any(_has(root, *LOOK_CHANGES) for root in roots),
        "automatic numbers": _is_numbered(stories, roots),
        "what fields show that are counted anew": any(code in _SHOWN for root in roots for code in _fields(root)),
        "pictures": any(not _has(each, _BOX) for root in roots for each in root.iter(*_DRAWN)),
        "comments": any(_has(stories.file.root(part), w("comment")) for part in stories.file.related("comments")),
    }
    return tuple(kind for kind, is_met in met.items() if is_met)


def _has(root: _Element, *tags: str) -> bool:
    return next(root.iter(*tags), None) is not None


def _is_numbered(stories: Stories, roots: list[_Element]) -> bool:
    """Whether Word numbers any paragraph, for itself or by its style."""
    if any(_has(root, w("numPr")) for root in roots):
        return True
    styles = (each for part in stories.file.related("styles") for each in stories.file.root(part).iter(w("style")))
    numbering = {attribute(each, "styleId") for each in styles if _has(each, w("numPr"))}
    return bool(numbering) and any(attribute(each) in numbering for root in roots for each in root.iter(w("pStyle")))


def _fields(root: _Element) -> Iterator[str]:
    """The names of the fields under an element."""
    codes = [each.text or "" for each in root.iter(w("instrText"))]
    codes += [attribute(each, "instr") for each in root.iter(w("fldSimple"))]
    yield from (code.split()[0].upper() for code in codes if code.strip())
