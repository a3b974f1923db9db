"""Comments in the margin of tracked changes."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence

from lxml.etree import _Element

from instrument.formats.docx.parts.markup import W
from instrument.formats.docx.parts.package import WORD
from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.revising.cutting import PARAGRAPH, RUN
from instrument.formats.docx.revising.ledger import Ledger, relation
from instrument.formats.docx.revising.revised import Speech
from instrument.formats.docx.revising.stamps import Stamps
from instrument.formats.docx.walking.elements import LAYERS
from instrument.problem import Problem, Severity, Where

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LONGEST_INITIALS = 9


def comment(
    ledger: Ledger, stamps: Stamps, firsts: Sequence[Sequence[_Element]], speeches: Sequence[Speech]
) -> Iterator[Problem]:
    """Put what is said to the first changes of each version, `firsts`; what finds no words there is reported."""
    places = {each: at for at, each in enumerate(ledger.tree(ledger.file.main).iter())} if speeches else {}
    for speech in speeches:
        found = sorted(
            {each for at in speech.versions for each in firsts[at] if each in places}, key=places.__getitem__
        )
        by_paragraph = {_paragraph(each): each for each in reversed(found)}
        words = speech.words
        for element in reversed(by_paragraph.values()):
            if words:
                _anchor(element, _said(ledger, stamps, speech, words))
            words = speech.again
        if not found and words:
            message = f'no changed words to comment on: what "{speech.author}" says is not in the margin'
            yield Problem("comment-left", Severity.WARNING, Where(ledger.file.name), message, words=words)


def _paragraph(element: _Element) -> _Element:
    return element if element.tag == PARAGRAPH else next(element.iterancestors(PARAGRAPH))


def _anchor(element: _Element, id: str) -> None:
    """Fasten a comment to changed words, those struck and those put in beside them, or to the end of a paragraph."""
    start, end = (element.makeelement(w(f"commentRange{name}"), {w("id"): id}) for name in ("Start", "End"))
    mark = element.makeelement(RUN)
    mark.append(mark.makeelement(w("commentReference"), {w("id"): id}))
    if element.tag == PARAGRAPH:
        element.extend([start, end, mark])
        return
    element.addprevious(start)
    last = element
    while (beside := last.getnext()) is not None and beside.tag in LAYERS and _is_alike(beside, element):
        last = beside
    last.addnext(end)
    end.addnext(mark)


def _is_alike(one: _Element, other: _Element) -> bool:
    return all(attribute(one, name) == attribute(other, name) for name in ("author", "date"))


def _said(ledger: Ledger, stamps: Stamps, speech: Speech, words: str) -> str:
    """A comment in its part; its number."""
    root = ledger.tree(_part(ledger))
    id = stamps.number()
    made = root.makeelement(w("comment"), {w("id"): id, w("author"): speech.author})
    if speech.date:
        made.set(w("date"), speech.date)
    made.set(w("initials"), "".join(word[0] for word in speech.author.split())[:_LONGEST_INITIALS])
    for line in words.splitlines():
        paragraph, run, chars = (made.makeelement(tag) for tag in (PARAGRAPH, RUN, w("t")))
        chars.text = line
        chars.set(_SPACE, "preserve")
        run.append(chars)
        paragraph.append(run)
        made.append(paragraph)
    root.append(made)
    return id


def _part(ledger: Ledger) -> str:
    """The part of the comments, put in where there is none."""
    part = ledger.related("comments")
    if not part:
        main = ledger.file.main
        part = ledger.free(posixpath.join(posixpath.dirname(main), "comments.xml"))
        ledger.add(part, f'<w:comments xmlns:w="{W}"/>'.encode(), f"{WORD}.comments+xml")
        ledger.tie(main, relation("comments"), part)
    return part
