"""What stands inside a paragraph: words, cross-references, marks of notes, holders, tracked changes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from instrument.formats.docx.parts.carriers import clause_tag
from instrument.formats.docx.parts.markup import content, escaped, quoted
from instrument.formats.docx.writing.dress import language_tags
from instrument.formats.docx.writing.galley import Galley
from instrument.formats.docx.writing.looks import run_properties
from instrument.model import PLAIN, Marks
from instrument.paper import Chars, Inline, Link, NoteMark, Revision
from instrument.problem import CannotWrite


def inlines(galley: Galley, given: Iterable[Inline]) -> str:
    """Inlines as runs, fields and controls, in their order; what is said of them stands in the margin."""
    found = []
    for aside, group in groupby(given, lambda each: "" if isinstance(each, NoteMark) else each.aside):
        runs = "".join([_inline(galley, each) for each in group])
        found.append(_commented(galley, aside, runs) if aside and runs else runs)
    return "".join(found)


def _commented(galley: Galley, aside: str, runs: str) -> str:
    """Runs with a comment on them."""
    galley.said.append(aside)
    id = f'w:id="{len(galley.said) - 1}"'
    mark = f"<w:r><w:commentReference {id}/></w:r>"
    return f"<w:commentRangeStart {id}/>{runs}<w:commentRangeEnd {id}/>{mark}"


def _inline(galley: Galley, given: Inline) -> str:
    tracked = galley.paper.layout.marks == "tracked"
    deleted = tracked and given.revision is not None and given.revision.kind == "delete"
    match given:
        case Chars(chars, marks, holders=attributes):
            style = "Holders" if attributes else "Lead" if given.house else ""
            marks = PLAIN if given.house else marks
            words = _revised(galley, given.revision, content(chars, deleted), marks, style) if chars else ""
            return _held(galley, given, words) if attributes else words
        case Link():
            return _reference(galley, given, deleted)
        case NoteMark():
            return _tracked(galley, given.revision, _note_mark(galley, given.index))


def run(galley: Galley, inside: str, marks: Marks = PLAIN, style: str = "", printed: str = "") -> str:
    """A run, in the character style of a name if one is given; `printed` marks a revision on paper."""
    id = galley.dress.ids[style] if style else ""
    tags = language_tags(galley.dress.language) if galley.dress.language else ""
    return f"<w:r>{run_properties(galley.dress.script, marks, id, printed=printed, tags=tags)}{inside}</w:r>"


def _revised(galley: Galley, revision: Revision | None, inside: str, marks: Marks, style: str = "") -> str:
    """A run with its revision: tracked, or underlined and struck through for paper."""
    if revision is None or galley.paper.layout.marks == "tracked":
        return _tracked(galley, revision, run(galley, inside, marks, style))
    return run(galley, inside, marks, style, revision.kind)


def field(galley: Galley, instruction: str, result: str) -> str:
    """A field with the result that is shown until somebody updates it; `result` is runs."""
    return field_start(galley, instruction) + result + field_end(galley)


def field_start(galley: Galley, instruction: str) -> str:
    return (
        run(galley, '<w:fldChar w:fldCharType="begin"/>')
        + run(galley, f'<w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText>')
        + run(galley, '<w:fldChar w:fldCharType="separate"/>')
    )


def field_end(galley: Galley) -> str:
    return run(galley, '<w:fldChar w:fldCharType="end"/>')


def _reference(galley: Galley, link: Link, deleted: bool) -> str:
    """A printed cross-reference as a field that leads to its bookmark and shows the words of the day.

    HYPERLINK and not REF: whoever updates a REF, and LibreOffice does so on opening, gets all the words that the
    bookmark marks.
    """
    words = _revised(galley, link.revision, content(link.chars, deleted), link.marks)
    name = galley.names.get(link.target)
    if not name or not link.chars or deleted:
        return words
    return field(galley, f'HYPERLINK \\l "{name}"', words)


def linked(name: str, runs: str) -> str:
    """Runs that lead to a bookmark."""
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{runs}</w:hyperlink>'


def _note_mark(galley: Galley, index: int) -> str:
    if not 0 <= index < len(galley.paper.notes):
        raise CannotWrite(f"a note is marked that the paper does not have: number {index + 1}")
    galley.noted.append(index)
    galley.marked_in[index] = galley
    return run(galley, f'<w:footnoteReference w:id="{len(galley.noted)}"/>', style="footnote reference")


def _held(galley: Galley, chars: Chars, words: str) -> str:
    """Characters that say who holds a bracket, in a control that leads to who that is."""
    galley.holders.append((chars.holders, chars.chars))
    return _control(galley, f"holders:{len(galley.holders) - 1}", "", words)


def clause_control(galley: Galley, clause: str, blocks: str) -> str:
    """The blocks of a clause in a control with its id.

    Called a document part, as Word calls its own contents and cover pages: LibreOffice takes a block control without
    a type for a form field, and runs its words together.
    """
    kind = '<w:docPartObj><w:docPartGallery w:val="Quick Parts"/></w:docPartObj>'
    return _control(galley, clause_tag(clause), kind, blocks)


def _control(galley: Galley, tag: str, kind: str, inside: str) -> str:
    """Content in a content control that shows no frame."""
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val={quoted(tag)}/><w:id w:val="{next(galley.controls)}"/>'
        f'<w15:appearance w15:val="hidden"/>{kind}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'
    )


def _tracked(galley: Galley, revision: Revision | None, runs: str) -> str:
    if revision is None or not runs:
        return runs
    tag = "w:del" if revision.kind == "delete" else "w:ins"
    day = revision.date if "T" in revision.date or not revision.date else f"{revision.date}T00:00:00Z"
    date = f" w:date={quoted(day)}" if day else ""
    return f'<{tag} w:id="{next(galley.ids)}" w:author={quoted(revision.author)}{date}>{runs}</{tag}>'
