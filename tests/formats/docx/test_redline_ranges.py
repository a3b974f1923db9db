"""Comments and bookmarks of the new file in a redline: brought to their words, or said to be left."""

import re

import pytest

from instrument.formats.docx import revise
from instrument.formats.docx.lint import lint
from instrument.formats.docx.parts.markup import NAMESPACES
from instrument.formats.docx.parts.opened import opened
from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.parts.unpacking import unpack
from instrument.formats.docx.reading.reader import read
from tests.formats.docx.raw import document, paragraph, part, run, tie

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"


def comment(id: int, author: str, words: str, name: str = "") -> str:
    called = f' {W14} w14:paraId="{name}"' if name else ""
    return (
        f'<w:comment w:id="{id}" w:author="{author}" w:date="2026-03-10T09:00:00Z"><w:p{called}>'
        f"{run(words)}</w:p></w:comment>"
    )


def on(id: int, *inside: str) -> str:
    reference = f'<w:r><w:commentReference w:id="{id}"/></w:r>'
    return f'<w:commentRangeStart w:id="{id}"/>{"".join(inside)}<w:commentRangeEnd w:id="{id}"/>{reference}'


def bookmark(name: str, *inside: str, id: int = 1) -> str:
    return f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>{"".join(inside)}<w:bookmarkEnd w:id="{id}"/>'


def file(*blocks: str, comments: str = "", states: str = "", notes: str = "") -> bytes:
    parts, ties = {}, ""
    for kind, xml in (("comments", comments), ("footnotes", notes)):
        if xml:
            parts.update(part(kind, xml))
            ties += tie(kind, f"{kind}.xml")
    if states:
        parts["word/commentsExtended.xml"] = f"<w15:commentsEx {NAMESPACES}>{states}</w15:commentsEx>".encode()
        ties += tie(EXTENDED, "commentsExtended.xml", id="extended")
    return document(*blocks, parts=parts, relations=ties)


def marked(old: bytes, new: bytes):
    found = revise(old, new, author="Delegation C", date="2026-04-01T09:00:00Z")
    assert lint(found.value.data) == ()
    return found


def remarks(data: bytes, view: str = "accepted") -> list[str]:
    """The comments of a file, as its clauses keep them: who, when, on what, what."""
    text = read(data, "redline.docx", view).value
    found = [each for clause in text.clauses for provision in clause.provisions for each in provision.comments]
    return found


def starts(data: bytes, tag: str = "bookmarkStart") -> list[str]:
    return [attribute(each, "name" if "book" in tag else "id") for each in opened(data, "").document.iter(w(tag))]


PLAIN = file(paragraph(run("States shall mark mines.")))
