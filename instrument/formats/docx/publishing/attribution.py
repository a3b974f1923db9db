"""Who changed and remarked what, and which clause is which: kept for a delegation, taken away where all is to go."""

from __future__ import annotations

import re

from lxml.etree import _Element

from instrument.formats.docx.parts.carriers import PREFIX
from instrument.formats.docx.parts.sessions import drop, drop_sessions
from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.publishing.scrubbing import Scrubbing

AUTHOR, INITIALS = "Author", "A"
_TAG = re.compile(r"(?:clause|holders):")
_INSTRUCTIONS = (w("instrText"), w("delInstrText"))
_NAMING = (w("bookmarkStart"), w("hyperlink"), w("fldSimple"), *_INSTRUCTIONS)
_NAME = re.compile(rf"\b{PREFIX}\w+")


def scrub_sessions(work: Scrubbing) -> None:
    """Drop the marks that tell what was typed in one sitting from what was typed in another."""
    for part in work.word_parts(b"rsid"):
        root = work.root(part)
        if dropped := drop_sessions(root):
            work.report(part, f"removed: marks of editing sessions ({dropped})")
            work.put(part, root)


def scrub_people(work: Scrubbing) -> None:
    """Drop the accounts of those who changed and remarked; their names stay where they did so."""
    for part in list(work.tied(work.file.main, "people")):
        work.drop(part, "presenceInfo", "accounts of those who changed the text")


def report_authors(work: Scrubbing) -> None:
    """Say whose names stay."""
    names = {name for part in work.word_parts(b"author") for name in _authors(work, part)}
    if names:
        message = f"changes and comments keep their authors: {', '.join(sorted(names))}"
        work.report(work.file.main, message, "left", "scrub with --all to remove these too")


def scrub_authors(work: Scrubbing) -> None:
    """Name nobody: every change and comment is by "Author"."""
    work.remove(list(work.tied(work.file.main, "people")), "the list of those who changed the text")
    for part in work.word_parts(b"author"):
        names = _authors(work, part)
        root = work.root(part)
        for element in root.iter():
            for key, value in ((w("author"), AUTHOR), (w("initials"), INITIALS)):
                if element.get(key) is not None:
                    element.set(key, value)
        if names:
            work.put(part, root)
            work.report(part, f"removed: authors, {', '.join(sorted(names))}")


def scrub_ids(work: Scrubbing) -> None:
    """Take away the ids of clauses: the tags of controls, and the names of bookmarks, which links follow."""
    names: dict[str, str] = {}
    for part in work.word_parts(PREFIX.encode(), b"clause:", b"holders:"):
        root = work.root(part)
        tags = [tag for tag in root.iter(w("tag")) if _TAG.match(attribute(tag))]
        for tag in tags:
            drop(tag)
        renamed = sum([_rename(element, names) for element in root.iter(*_NAMING)])
        if tags or renamed:
            work.put(part, root)
            work.report(part, f"removed: tags that name clauses ({len(tags)}), and such names of bookmarks ({renamed})")


def _rename(element: _Element, names: dict[str, str]) -> int:
    """Give the bookmarks that an element names other names; how many there were."""

    def name(found: re.Match[str]) -> str:
        return names.setdefault(found[0], f"_Ref{len(names) + 1:09}")

    renamed = 0
    for key in (w("name"), w("anchor"), w("instr")):
        if element.get(key) is not None:
            words, times = _NAME.subn(name, str(element.get(key)))
            element.set(key, words)
            renamed += times
    if element.tag in _INSTRUCTIONS:
        element.text, times = _NAME.subn(name, element.text or "")
        renamed += times
    return renamed


def _authors(work: Scrubbing, part: str) -> set[str]:
    return {str(each.get(w("author"))) for each in work.root(part).iter() if each.get(w("author"))}
