"""The names of the elements in a Word file, by what they mean to somebody who reads."""

from __future__ import annotations

from instrument.formats.docx.parts.markup import LINE_BREAK
from instrument.formats.docx.parts.tree import w
from instrument.formats.docx.walking.blocks import Layer

MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_VML = "urn:schemas-microsoft-com:vml"
OFFICE = "http://schemas.microsoft.com/office/"
OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

ALTERNATIVES, CHOICE, FALLBACK = (f"{{{_MC}}}{name}" for name in ("AlternateContent", "Choice", "Fallback"))
MATH_TEXT, DRAWN_TEXT, TEXT_PATH = f"{{{MATH}}}t", f"{{{_DRAWING}}}t", f"{{{_VML}}}textpath"
FORMULA = f"{{{MATH}}}oMath"

FIXED = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): LINE_BREAK,
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
LAYERS = {
    w("ins"): Layer.INSERTED,
    w("del"): Layer.DELETED,
    w("moveTo"): Layer.MOVED_TO,
    w("moveFrom"): Layer.MOVED_FROM,
}
# What Word works out as it prints.
PRINTED = {w(name) for name in ("pgNum", "dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong")}
# Fields whose results a program works out anew: what they showed last is no text of the author's.
RECOMPUTED = frozenset({
    "AUTHOR", "CREATEDATE", "DATE", "DOCPROPERTY", "FILENAME", "LASTSAVEDBY", "NOTEREF", "NUMCHARS", "NUMPAGES",
    "NUMWORDS", "PAGE", "PAGEREF", "PRINTDATE", "REF", "REVNUM", "SAVEDATE", "SECTION", "SECTIONPAGES", "SEQ",
    "STYLEREF", "TIME", "TITLE", "TOC",
})  # fmt: skip
CELL_LAYERS = {w("cellIns"): Layer.INSERTED, w("cellDel"): Layer.DELETED}
# What keeps how something looked before somebody changed it.
LOOK_CHANGES = tuple(
    w(f"{name}Change") for name in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr")
)

_SILENT = (
    "pPr rPr sdtPr sdtEndPr smartTagPr customXmlPr rubyPr tblPr tblGrid tblPrEx trPr tcPr sectPr proofErr "
    "permStart permEnd lastRenderedPageBreak footnoteRef endnoteRef annotationRef separator continuationSeparator "
    "bookmarkEnd moveFromRangeEnd moveToRangeEnd movie background fldData "
    "customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd "
    "customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd"
)
_SILENT_IN_FORMULAS = (
    "ctrlPr rPr fPr accPr barPr boxPr borderBoxPr dPr eqArrPr funcPr groupChrPr limLowPr limUppPr mPr naryPr phantPr "
    "radPr sPrePr sSubPr sSubSupPr sSupPr oMathParaPr argPr"
)
_CLEAR = "body document smartTag customXml sdtContent bdo dir rubyBase hdr ftr footnotes endnotes comments"

# Properties; Word's own marks; the number that a note repeats; what is gathered elsewhere, as a whole.
SILENT = {w(name) for name in _SILENT.split(" ")} | {f"{{{MATH}}}{name}" for name in _SILENT_IN_FORMULAS.split(" ")}
# Wrappers that are what they wrap.
CLEAR = {w(name) for name in _CLEAR.split(" ")} | {f"{{{MATH}}}oMathPara"}
NAMES = {
    "drawing": "a picture or drawing",
    "pict": "a picture or drawing",
    "object": "an embedded object",
    "control": "a control of another program",
    "altChunk": "another file, put in whole,",
    "subDoc": "another document, tied in,",
    "contentPart": "handwriting",
}
