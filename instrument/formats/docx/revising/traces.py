"""All that paragraphs are, without what Word writes for itself: of two alike to the last bit nothing changed."""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element

from instrument.formats.docx.parts.markup import W
from instrument.formats.docx.parts.tree import w

_PARAGRAPH = w("p")
_OWN_NAME = rb'(?:w:rsid\w*|w14:paraId|w14:textId|xmlns:\w+)="[^"<>]*"'
# Only in tags, which are what ends with the next angle bracket: those of the words are escaped, the words are kept.
_OWN = re.compile(rb" %b(?: %b)*(?=[^<>]*>)" % (_OWN_NAME, _OWN_NAME))
_TAG = re.compile(rb"</?w:p(?: [^<>]*)?>")
_HEAD = re.compile(rb'(?:\xef\xbb\xbf)?<\?xml version="1\.0" encoding="[Uu][Tt][Ff]-8"[^<>]*\?>')
# What a program that writes otherwise than we do has soon written.
_OTHERWISE = re.compile(rb" />|='|&#|&quot;|&apos;")
_SOON = 1 << 14


def traces(container: _Element, source: bytes = b"") -> dict[_Element, bytes]:
    """The traces of all paragraphs under an element.

    `source` is the part that it was read from, if nothing was changed in it since and no paragraph stands elsewhere in
    it: as a rule it says all just as we would, and need not be written out once more.

    >>> from instrument.formats.docx.parts.tree import fragment
    >>> [*traces(fragment('<w:tc><w:p w:rsidR="00A1"><w:r><w:t>No.</w:t></w:r></w:p><w:p/></w:tc>')).values()]
    [b'<w:p><w:r><w:t>No.</w:t></w:r></w:p>', b'<w:p/>']
    """
    paragraphs = list(container.iter(_PARAGRAPH))
    whole = source if _is_ours(source) else etree.tostring(container, with_tail=False, encoding="utf-8")
    if whole.count(b' xmlns:w="') == whole.count(f'="{W}"'.encode()) == 1 and container.prefix == "w":
        found = _cut(_OWN.sub(b"", whole))
        if len(found) == len(paragraphs):
            return dict(zip(paragraphs, found, strict=True))
    # Where one name stands for two things, or one thing has two names, each paragraph is written out by itself.
    return {each: trace(each) for each in paragraphs}


def _is_ours(source: bytes) -> bool:
    """Whether a part is written as we write it: what is no tag has no angle brackets, and alike is alike to the letter.

    Where that is mistaken further on, what is alike is only compared word by word.
    """
    head = _HEAD.match(source)
    if head is None or _OTHERWISE.search(source, head.end(), _SOON):
        return False
    return b"<!" not in source and source.count(b"<?") == 1 and source.count(b"<") == source.count(b">")


def trace(element: _Element) -> bytes:
    """The trace of one element."""
    return _OWN.sub(b"", etree.tostring(element, with_tail=False, encoding="utf-8"))


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
