"""The words of a Word file that stand beside its text: comments, endnotes, headers and footers. All are reported."""

from __future__ import annotations

from lxml.etree import _Element

from instrument.formats.docx.characters import words
from instrument.formats.docx.opened import Opened
from instrument.formats.docx.spans import Inside
from instrument.formats.docx.tree import attribute, w
from instrument.problem import Severity


def report_remarks(file: Opened, inside: Inside, *, ours: bool) -> None:
    """Report every comment and endnote; headers and footers too, unless they are our own."""
    inside.line = 0
    for comment in _all(file, "comments", "comment"):
        message = f'a comment by "{attribute(comment, "author")}" was not read: "{words(comment)}"'
        inside.report("comment", Severity.WARNING, message)
    for note in _all(file, "endnotes", "endnote"):
        if words(note):
            inside.report("endnote", Severity.ERROR, f'an endnote was not read: "{words(note)}"', "make it a footnote")
    if ours:
        return
    for kind, tag in (("header", "hdr"), ("footer", "ftr")):
        for part in _all(file, kind, tag):
            if words(part):
                inside.report("page-edge", Severity.WARNING, f'the {kind} of the pages was not read: "{words(part)}"')


def _all(file: Opened, kind: str, tag: str) -> list[_Element]:
    return [element for part in file.related(kind) for element in file.root(part).iter(w(tag))]
