"""What stands inside a paragraph and has paragraphs of its own: notes and text boxes."""

from __future__ import annotations

from lxml.etree import _Element

from instrument.formats.docx.parts.markup import R
from instrument.formats.docx.parts.tree import attribute, local, w
from instrument.formats.docx.revising.cutting import PARAGRAPH
from instrument.formats.docx.revising.edition import Edition
from instrument.formats.docx.revising.flow import Line
from instrument.formats.docx.revising.leaves import Leaf, Ties, leaves

_NAMES = frozenset(("footnoteReference", "endnoteReference"))  # by these leaves are compared
_NOTES = tuple(map(w, sorted(_NAMES)))
_BOX, _LINK = w("txbxContent"), w("hyperlink")
_SECTION = f"{w('pPr')}/{w('sectPr')}"
REFERENCES, TIE = (w("headerReference"), w("footerReference")), f"{{{R}}}id"


def meet(old: Leaf, new: Leaf, edition: Edition) -> None:
    """Keep for later what a thing that both files have holds."""
    if not old.key or old.child is None or new.child is None or old.child is new.child:
        return
    if old.child.tag in _NOTES:
        edition.notes.append((local(old.child), attribute(old.child, "id"), attribute(new.child, "id")))
    else:
        boxes = zip(old.child.iter(_BOX), new.child.iter(_BOX), strict=False)
        edition.boxes += [(mine, theirs, edition.parts) for mine, theirs in boxes]


def meet_links(old: Leaf, new: Leaf, edition: Edition) -> None:
    """Say where words that both files have lead elsewhere in the new one: no change of an address can be tracked."""
    if edition.grafts.is_dressed:
        return
    link = _link(old.run)
    here, there = _address(link, edition.ties), _address(_link(new.run), edition.new_ties)
    if here != there:
        words = old.chars if link is None else "".join(leaf.chars for leaf in leaves(link))
        message = (
            f'the link on "{words.strip()}" leads to {here or "nothing"}, and in the new file to {there or "nothing"}'
        )
        problem = ("link-left", f"{message}: it is left as it was", "set it anew when the changes are accepted")
        if all(each.message != problem[1] for each in edition.problems):
            edition.say(*problem)


def _link(run: _Element) -> _Element | None:
    parent = run.getparent()
    return None if parent is None or parent.tag == PARAGRAPH else next(run.iterancestors(_LINK), None)


def _address(link: _Element | None, ties: Ties) -> str:
    """Where a link leads: outside, to a place in the file, or both."""
    if link is None:
        return ""
    target = str(link.get(TIE, ""))
    return "#".join(filter(None, (ties.get(target, target), attribute(link, "anchor"))))


def meet_all(old: Line, new: Line, edition: Edition) -> None:
    """Keep for later the notes of paragraphs that are alike."""
    if b"noteReference" in old.trace:
        for mine, theirs in zip(old.element.iter(*_NOTES), new.element.iter(*_NOTES), strict=True):
            edition.notes.append((local(mine), attribute(mine, "id"), attribute(theirs, "id")))


def meet_notes(old: Line, new: Line, edition: Edition) -> None:
    """Keep for later the notes of a paragraph that stays as it is, and those that it has in the new text."""
    mine, theirs = ([leaf for leaf in line.leaves if leaf.key in _NAMES] for line in (old, new))
    if len(mine) == len(theirs):
        for here, there in zip(mine, theirs, strict=True):
            meet(here, there, edition)


def meet_sections(old: _Element, new: _Element, edition: Edition) -> None:
    """Keep for later the sections that end where a paragraph of both files does."""
    before, after = old.find(_SECTION), new.find(_SECTION)
    if before is not None and after is not None:
        edition.sections.append((before, after))
    elif before is not None or after is not None:
        edition.say(
            "section-breaks",
            f"only the {'new' if before is None else 'old'} file begins a section behind a paragraph that both have:"
            " pages are left as they were",
            "look at the pages of both files",
        )


def meet_new_section(properties: _Element, edition: Edition) -> None:
    """Keep for later which headers and footers a section has that ends with a new paragraph."""
    for section in properties.findall(w("sectPr")):
        for reference in list(section.iter(*REFERENCES)):
            section.remove(reference)
            edition.arrived.append((section, reference))


def leave(old: Leaf, edition: Edition) -> None:
    """Keep for later the note whose mark is struck."""
    if old.child is not None and old.child.tag in _NOTES:
        edition.notes.append((local(old.child), attribute(old.child, "id"), ""))
