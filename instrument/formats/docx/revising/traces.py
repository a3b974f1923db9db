"""All that paragraphs are, without what Word writes for itself: of two alike to the last bit nothing changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from instrument.formats.docx.parts.markup import W
from instrument.formats.docx.parts.tree import w

_PARAGRAPH = w("p")
# Only in tags, which are what ends with the next angle bracket: those of the words are escaped, the words are kept.
_OWN = re.compile(rb' (?:w:rsid\w*|w14:paraId|w14:textId|xmlns:\w+)="[^"]*"(?=[^<>]*>)')
_TAG = re.compile(rb"<(/?)w:p(?: [^<>]*?)?(/?)>")


def traces(container: _Element) -> dict[_Element, bytes]:
    """The traces of all paragraphs under an element.

    >>> from instrument.formats.docx.parts.tree import fragment
    >>> [*traces(fragment('<w:tc><w:p w:rsidR="00A1"><w:r><w:t>No.</w:t></w:r></w:p><w:p/></w:tc>')).values()]
    [b'<w:p><w:r><w:t>No.</w:t></w:r></w:p>', b'<w:p/>']
    """
    paragraphs = container.iter(_PARAGRAPH)
    whole = etree.tostring(container, with_tail=False)
    if whole.count(b' xmlns:w="') == whole.count(f'="{W}"'.encode()) == 1 and container.prefix == "w":
        return dict(zip(paragraphs, _cut(_OWN.sub(b"", whole)), strict=True))
    # Where one name stands for two things, or one thing has two names, each paragraph is written out by itself.
    return {each: trace(each) for each in paragraphs}


def trace(element: _Element) -> bytes:
    """The trace of one element."""
    return _OWN.sub(b"", etree.tostring(element, with_tail=False))


def _cut(whole: bytes) -> Iterator[bytes]:
    """The paragraphs of what was written out at once: one by one, each would name every namespace of its part."""
    starts: list[int] = []
    ends: list[int] = []
    inside: list[int] = []
    for tag in _TAG.finditer(whole):
        closes, is_empty = tag.groups()
        if closes:
            ends[inside.pop()] = tag.end()
            continue
        if not is_empty:
            inside.append(len(starts))
        starts.append(tag.start())
        ends.append(tag.end())
    return (whole[start:end] for start, end in zip(starts, ends, strict=True))
