"""What stands inside a paragraph: words, cross-references, marks of notes, holders, tracked changes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from instrument.formats.html.tint import Tint, escape
from instrument.languages import RIGHT_TO_LEFT
from instrument.model import Mark, Marks
from instrument.paper import Inline, Link, NoteMark, Revision

_TAGS = {Mark.BOLD: "strong", Mark.ITALIC: "em"}


def inlines(items: Iterable[Inline], tint: Tint) -> str:
    """Inlines as phrasing content.

    >>> from instrument.paper import Chars
    >>> inlines([Chars("never", frozenset({Mark.ITALIC})), Link(" under article 1", "use")], Tint(iter(())))
    '<em>never</em><a href="#use"> under article 1</a>'
    """
    return "".join(
        _revised("".join(_inline(item, tint) for item in alike), revision)
        for revision, alike in groupby(items, key=lambda item: item.revision)
    )


def identifier(target: str) -> str:
    """The id of a target; a colon parts clause and anchor, since an address takes only one "#".

    >>> identifier("clearance#extension")
    'clearance:extension'
    """
    return escape(target.replace("#", ":"))


def spoken(language: str) -> str:
    """The attributes that say a language and its direction.

    >>> spoken("ar")
    'lang="ar" dir="rtl"'
    """
    return f'lang="{escape(language)}" dir="{"rtl" if language in RIGHT_TO_LEFT else "ltr"}"'


def note_identifier(index: int, at: str) -> str:
    """The ids of a note and of its mark; no clause's id begins with a colon."""
    return f":{at}-{index + 1}"


def _inline(item: Inline, tint: Tint) -> str:
    if isinstance(item, NoteMark):
        note, mark = note_identifier(item.index, "note"), note_identifier(item.index, "mark")
        return f'<sup><a href="#{note}" id="{mark}" role="doc-noteref">{item.index + 1}</a></sup>'
    words = _marked(tint.ink(item.chars), item.marks)
    if item.aside:
        words = f'<span class="told t{item.tone}" title="{escape(item.aside)}">{words}</span>'
    if isinstance(item, Link):
        return f'<a href="#{identifier(item.target)}">{words}</a>'
    return f'<bdi class="holders">{words}</bdi>' if item.holders else words


def _marked(words: str, marks: Marks) -> str:
    for mark in sorted(marks):
        words = f"<{_TAGS[mark]}>{words}</{_TAGS[mark]}>"
    return words


def _revised(words: str, revision: Revision | None) -> str:
    if revision is None:
        return words
    tag = {"insert": "ins", "delete": "del"}[revision.kind]
    said = (("class", revision.weight), ("title", revision.author), ("datetime", revision.date))
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in said if value)
    return f"<{tag}{attributes}>{words}</{tag}>"
