"""What a paragraph says, place by place, so that any of it can be cut out and marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from instrument.comparison.readings import ATOM, Reading, Tokens
from instrument.formats.docx.parts.markup import LINE_BREAK, W
from instrument.formats.docx.parts.tree import attribute, local, w
from instrument.formats.docx.walking.blocks import Revision, Revisions
from instrument.formats.docx.walking.characters import words, written
from instrument.formats.docx.walking.elements import ALTERNATIVES, FIXED, LAYERS, MATH, RECOMPUTED, SILENT

_END = "\u00b6"  # the end of a paragraph, compared as a word
_CLEAR = frozenset(w(name) for name in ["smartTag", "customXml", "bdo", "dir", "hyperlink", "sdt", "sdtContent"])
_LIKE_RUNS = frozenset((w("fldSimple"), f"{{{MATH}}}oMath", f"{{{MATH}}}oMathPara"))
_NOTHING = SILENT | {w("commentReference"), w("instrText"), w("delInstrText")}
_TEXT = frozenset((w("t"), w("delText")))
HOLDERS = "holders:"  # the tag of a control that leads to who holds a bracket begins so
_RUN, _FIELD_CHARACTER, _BREAK, _CONTROL = w("r"), w("fldChar"), w("br"), w("sdt")
Ties = Mapping[str, str]
_NO_TIES: Ties = {}
# In a tag, not in words.
_TIE = re.compile(rb' r:(?:embed|link|id|pict)="([^"]*)"(?=[^<>]*>)')
_NUMBERS = re.compile(rb' (?:wp14:anchorId|wp14:editId|w:rsid\w*|id|name|o:spid)="[^"]*"')
_NOTES = frozenset((w("footnoteReference"), w("endnoteReference")))


class Leaf(NamedTuple):
    """Characters in one element of text, or one thing, for which a character stands; `key` is what a thing is.

    It begins in a run and, save for a field, ends in it; `child` is what holds it in the run, None for all of it.
    """

    chars: str
    key: str
    run: _Element
    last: _Element
    child: _Element | None
    revisions: Revisions


def leaves(paragraph: _Element, ties: Ties = _NO_TIES) -> list[Leaf]:
    """What stands in a paragraph, in order, whatever it is wrapped in; `ties` say what pictures refer to.

    >>> from instrument.formats.docx.parts.tree import fragment
    >>> run = '<w:r><w:t>shall</w:t><w:footnoteReference w:id="2"/></w:r>'
    >>> [leaf.chars == ATOM or leaf.chars for leaf in leaves(fragment(f"<w:p>{run}</w:p>"))]
    ['shall', True]
    """
    found: list[Leaf] = []
    runs = list(_runs(paragraph, ()))
    has_fields = next(paragraph.iter(_FIELD_CHARACTER), None) is not None
    at = 0
    while at < len(runs):
        run, revisions = runs[at]
        if run.tag == _RUN:
            end = _field_end(runs, at) if has_fields and run.find(_FIELD_CHARACTER) is not None else at
            if end > at:
                found.append(_field([each for each, _ in runs[at : end + 1]], revisions))
                at = end
            else:
                found += _in_run(run, revisions, ties)
        else:
            inner = next((each for _, each in _runs(run, revisions)), revisions) if run.tag == _CONTROL else revisions
            found.append(Leaf(ATOM, _like_run(run), run, run, None, inner))
        at += 1
    return found


def _runs(element: _Element, around: Revisions) -> Iterator[tuple[_Element, Revisions]]:
    """The runs under an element, and what stands where runs stand, each with the tracked changes around it."""
    for child in element:
        tag = child.tag
        if tag == _RUN or tag in _LIKE_RUNS or (tag == _CONTROL and holders(child)):
            yield child, around
        elif tag in LAYERS:
            yield from _runs(child, (*around, revision(child)))
        elif tag in _CLEAR:
            yield from _runs(child, around)


def holders(control: _Element) -> str:
    """The tag of a control that says who holds a bracket, "" of any other."""
    tag = attribute(control.find(f"{w('sdtPr')}/{w('tag')}"))
    return tag if tag.startswith(HOLDERS) else ""


def revision(element: _Element) -> Revision:
    """The tracked change that an element stands for."""
    author, date, id = (attribute(element, name) for name in ("author", "date", "id"))
    return Revision(LAYERS[str(element.tag)], author, date, id)


def _in_run(run: _Element, revisions: Revisions, ties: Ties = _NO_TIES) -> Iterator[Leaf]:
    for child in run:
        tag = child.tag
        if tag in _TEXT:
            if chars := written(child):
                yield Leaf(chars, "", run, run, child, revisions)
        elif tag in FIXED:
            yield Leaf(FIXED[str(tag)], "", run, run, child, revisions)
        elif tag == _BREAK and attribute(child, "type") not in ("page", "column"):
            yield Leaf(LINE_BREAK, "", run, run, child, revisions)
        elif tag not in _NOTHING:
            yield Leaf(ATOM, _thing(child, ties), run, run, child, revisions)


def _thing(child: _Element, ties: Ties) -> str:
    """What something in a run that is no text is compared by."""
    if child.tag in _NOTES:
        return local(child)
    if child.tag in (w("drawing"), w("pict"), w("object"), ALTERNATIVES):
        return (
            f"drawing {'with words' if next(child.iter(w('txbxContent')), None) is not None else _shape(child, ties)}"
        )
    if child.tag == _FIELD_CHARACTER:
        return f"mark of a field: {attribute(child, 'fldCharType')}"
    return f"{local(child)} {' '.join(map(str, child.attrib.values()))} {words(child)}"


def _shape(child: _Element, ties: Ties = _NO_TIES) -> str:
    """What is drawn, wherever the file keeps it and however it numbers it."""
    drawn = _NUMBERS.sub(b"", etree.tostring(child, method="c14n"))
    return tied(drawn, ties).decode()


def tied(xml: bytes, ties: Ties) -> bytes:
    """XML in which the ids of relations give way to what they stand for."""
    return _TIE.sub(lambda found: ties.get(found[1].decode(), found[1].decode()).encode(), xml)


def _field_end(runs: Sequence[tuple[_Element, Revisions]], start: int) -> int:
    """Where the field that begins in a run ends; the start itself where it begins or ends elsewhere."""
    depth = 0
    for at in range(start, len(runs)):
        for character in runs[at][0].iter(_FIELD_CHARACTER):
            kind = attribute(character, "fldCharType")
            depth += (kind == "begin") - (kind == "end")
            if depth < 0 or (at == start and depth == 0 and kind != "end"):
                return start
        if depth == 0:
            return at
    return start


def _field(runs: Sequence[_Element], revisions: Revisions) -> Leaf:
    instruction = "".join(written(each) for run in runs for each in run.iter(w("instrText"), w("delInstrText")))
    result = "".join(leaf.chars if not leaf.key else leaf.key for run in runs for leaf in _in_run(run, ()))
    return Leaf(ATOM, _field_key(instruction, result), runs[0], runs[-1], None, revisions)


def _field_key(instruction: str, result: str) -> str:
    name, *rest = instruction.split() or [""]
    shown = "" if name.upper() in RECOMPUTED else result
    return f"field {' '.join([name.upper(), *rest])} {shown}"


def _like_run(element: _Element) -> str:
    if element.tag == _CONTROL:
        return f"holders {words(element)}"
    if element.tag == w("fldSimple"):
        return _field_key(attribute(element, "instr"), words(element))
    return f"formula {_shape(element)}"


def reading(paragraphs: Sequence[Sequence[Leaf]]) -> Reading:
    """The words of paragraphs read on as one, the end of each but the last being a word too.

    No word crosses from one tracked change to the next.
    """
    tokens = Tokens()
    for number, found in enumerate(paragraphs):
        if number:
            tokens.thing(_END)
        for (is_thing, _), near in groupby(found, key=_sort):
            if not is_thing:
                tokens.text("".join([leaf.chars for leaf in near]))
            else:
                for leaf in near:
                    tokens.thing(leaf.key)
    return tokens.reading()


def _sort(leaf: Leaf) -> tuple[bool, Revisions]:
    return bool(leaf.key), leaf.revisions


def is_text(element: _Element) -> bool:
    return element.tag in _TEXT


def deletes(element: _Element) -> None:
    """Name an element of text as it is named in a deletion."""
    for each in element.iter(w("t"), w("instrText")):
        each.tag = f"{{{W}}}{'delText' if each.tag == w('t') else 'delInstrText'}"


def restores(element: _Element) -> None:
    """Name deleted text as text again."""
    for each in element.iter(w("delText"), w("delInstrText")):
        each.tag = f"{{{W}}}{'t' if each.tag == w('delText') else 'instrText'}"
