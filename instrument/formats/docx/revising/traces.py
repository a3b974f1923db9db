"""All that paragraphs are, without what Word writes for itself: of two alike to the last bit nothing changed."""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element

from instrument.formats.docx.parts.markup import W
from instrument.formats.docx.parts.sessions import Bare, without_marks
from instrument.formats.docx.parts.tree import w

_PARAGRAPH = w("p")
_TAG = re.compile(rb"</?w:p(?: [^<>]*)?>")
_SPACES = re.compile(rb' xmlns:\w+="[^"]*"(?=[^<>]*>)')


def traces(container: _Element, source: bytes = b"") -> dict[_Element, bytes]:
    """The traces of all paragraphs under an element.

    `source` is the part that it was read from, if nothing was changed in it since; where it is bare, and no paragraph
    stands elsewhere in it, it need not be written out once more.

    >>> from instrument.formats.docx.parts.tree import fragment
    >>> [*traces(fragment('<w:tc><w:p w:rsidR="00A1"><w:r><w:t>No.</w:t></w:r></w:p><w:p/></w:tc>')).values()]
    [b'<w:p><w:r><w:t>No.</w:t></w:r></w:p>', b'<w:p/>']
    """
    paragraphs = list(container.iter(_PARAGRAPH))
    whole = source if isinstance(source, Bare) else without_marks(_written(container))
    if whole.count(b' xmlns:w="') == whole.count(f'="{W}"'.encode()) == 1 and container.prefix == "w":
        found = _cut(whole)
        if len(found) == len(paragraphs):
            return dict(zip(paragraphs, found, strict=True))
    # Where one name stands for two things, or one thing has two names, each paragraph is written out by itself.
    return {each: trace(each) for each in paragraphs}


def trace(element: _Element) -> bytes:
    """The trace of one element."""
    return _SPACES.sub(b"", without_marks(_written(element)))


def _written(element: _Element) -> bytes:
    return etree.tostring(element, with_tail=False, encoding="utf-8")


def _cut(whole: bytes) -> list[bytes]:
    """The paragraphs of what was written out at once: one by one, each would name every namespace of its part."""
    starts: list[int] = []
    ends: list[int] = []
    inside: list[int] = []
    for tag in _TAG.finditer(whole):
        start, end = tag.span()
        if whole.startswith(b"</", start):
            ends[inside.pop()] = end
            continue
        if not whole.endswith(b"/>", start, end):
            inside.append(len(starts))
        starts.append(start)
        ends.append(end)
    return [whole[start:end] for start, end in zip(starts, ends, strict=True)]
