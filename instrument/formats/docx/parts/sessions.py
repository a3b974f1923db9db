"""What a Word file keeps of those who worked on it: marks of editing sessions, settings that name people and paths."""

from __future__ import annotations

import re

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import w

# Settings that name people, machines and other files, or bind the document to them.
PERSONAL = {
    "attachedTemplate", "attachedSchema", "saveThroughXslt", "docVars", "mailMerge", "rsids", "docId",
    "readModeInkLockDown",
}  # fmt: skip
_HEAD = re.compile(rb'(?:\xef\xbb\xbf)?<\?xml version="1\.0" encoding="[Uu][Tt][Ff]-8"[^<>]*\?>')
# What a program that writes otherwise than we do has soon written.
_OTHERWISE = re.compile(rb" />|='|&#|&quot;|&apos;")
_SOON = 1 << 14
_MARK = rb'(?:w:rsid\w*|w14:paraId|w14:textId)="[^"<>]*"'
# Only in tags, which are what ends with the next angle bracket: those of the words are escaped, the words are kept.
_MARKS = re.compile(rb" %b(?: %b)*(?=[^<>]*>)" % (_MARK, _MARK))


class Bare(bytes):
    """A part without the marks of editing sessions, in which what has angle brackets is a tag and what is alike is so
    to the letter.

    Where that is mistaken, what is alike is only compared word by word.
    """


def bare(part: bytes) -> Bare | None:
    """A part made bare, if it is written as we write parts.

    >>> head = b'<?xml version="1.0" encoding="UTF-8"?>'
    >>> bare(head + b'<w:p w:rsidR="00A1"><w:t>w:rsidR="00A1"</w:t></w:p>').removeprefix(head)
    b'<w:p><w:t>w:rsidR="00A1"</w:t></w:p>'
    """
    head = _HEAD.match(part)
    if head is None or _OTHERWISE.search(part, head.end(), _SOON):
        return None
    if b"<!" in part or part.count(b"<?") > 1 or part.count(b"<") != part.count(b">"):
        return None
    return Bare(without_marks(part))


def without_marks(xml: bytes) -> bytes:
    """XML that we wrote without the marks of editing sessions."""
    return _MARKS.sub(b"", xml)


def drop_sessions(root: _Element) -> int:
    """Drop the marks of editing sessions from a part; how many there were."""
    dropped = 0
    for element in root.iter():
        for name in [name for name in element.attrib if "}rsid" in str(name)]:
            del element.attrib[name]
            dropped += 1
    for element in list(root.iter(w("rsid"), w("rsidRoot"))):
        drop(element)
        dropped += 1
    return dropped


def drop(element: _Element) -> None:
    """Take an element out of what it stands in."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
