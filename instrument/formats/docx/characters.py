"""What the children of a run stand for: characters, nothing, or something that is no text."""

from __future__ import annotations

from lxml.etree import _Element

from instrument.formats.docx.markup import LINE_BREAK
from instrument.formats.docx.tree import attribute, local, w

_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"

MATH = (f"{{{_MATH}}}oMath", f"{{{_MATH}}}oMathPara")
ALTERNATIVES = f"{{{_COMPATIBILITY}}}AlternateContent"

_FIXED = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): LINE_BREAK,
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
_SILENT = (
    "pPr rPr sdtPr sdtEndPr smartTagPr customXmlPr rubyPr tblPr tblGrid tblPrEx trPr tcPr sectPr proofErr "
    "permStart permEnd lastRenderedPageBreak footnoteRef endnoteRef annotationRef separator continuationSeparator "
    "commentRangeStart commentRangeEnd commentReference endnoteReference bookmarkEnd "
    "moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd"
)
# Properties, Word's own marks, the number a footnote repeats. Comments and endnotes are reported elsewhere, as a whole.
SILENT = {w(name) for name in _SILENT.split(" ")}
NAMES = {
    "drawing": "a picture or text box",
    "pict": "a picture or text box",
    "object": "an embedded object",
    "oMath": "a formula",
    "oMathPara": "a formula",
    "altChunk": "another file, put in whole,",
    "AlternateContent": "a drawing or text box",
    "sym": "a character of a symbol font",
    "rt": "a reading aid above the words",
}


def characters(element: _Element) -> str | None:
    """The characters that a child of a run stands for, or None where it is no text.

    A page or column break is no character: where pages end is not the text's business.
    """
    if element.tag == w("t"):
        return element.text or ""
    if element.tag == w("br"):
        return "" if attribute(element, "type") in ("page", "column") else LINE_BREAK
    return _FIXED.get(str(element.tag))


def words(element: _Element) -> str:
    """All words under an element, for a report: deleted and hidden ones too."""
    if element.tag == ALTERNATIVES and len(element):
        # The same thing twice, drawn in a new and an old way.
        element = element[0]
    pieces = []
    for each in element.iter():
        if each.tag == w("p"):
            pieces.append(" ")
        elif local(each) in ("t", "delText"):
            # The text of formulas and drawings too.
            pieces.append(each.text or "")
        else:
            pieces.append(characters(each) or "")
    return "".join(pieces).strip()
