"""Characters as WordprocessingML: escaped text, runs, and the properties that dress them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from instrument.model import Mark, Marks

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:w10="urn:schemas-microsoft-com:office:word"'
    f' xmlns:w15="{W15}" mc:Ignorable="w15"'
)
LINE_BREAK = "\u2028"
XML_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# What XML 1.0 has no room for; a line feed is not a character of a paragraph, and Word would fold it into a space.
_NEVER = "[\x00-\x08\x0a-\x1f\ud800-\udfff\ufffe\uffff]"
_UNWRITABLE = re.compile(_NEVER)
_SPECIAL = re.compile(f"[&<>\t{LINE_BREAK}]|{_NEVER}")
_BREAKS = re.compile(f"([\t{LINE_BREAK}])")


class Unwritable(ValueError):
    """A character that no Word document can carry."""


class Script(NamedTuple):
    """What a language's writing asks of every run and paragraph."""

    right_to_left: bool = False
    east_asian: bool = False


SCRIPTS = {"ar": Script(right_to_left=True), "he": Script(right_to_left=True), "fa": Script(right_to_left=True),
           "ur": Script(right_to_left=True), "zh": Script(east_asian=True), "ja": Script(east_asian=True),
           "ko": Script(east_asian=True)}  # fmt: skip


def escaped(chars: str) -> str:
    """Characters as XML text or as the inside of an attribute.

    >>> escaped('Annex "A" & <B>')
    'Annex &quot;A&quot; &amp; &lt;B&gt;'
    """
    found = _UNWRITABLE.search(chars)
    if found:
        raise Unwritable(f"U+{ord(found[0]):04X}")
    return chars.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def quoted(chars: str) -> str:
    """Characters as an attribute's value, with its quotation marks."""
    return f'"{escaped(chars)}"'.replace("\t", "&#9;")


def content(chars: str, deleted: bool = False) -> str:
    """Characters as the children of a run: text, tabs and line breaks.

    >>> content("a\\tb")
    '<w:t xml:space="preserve">a</w:t><w:tab/><w:t xml:space="preserve">b</w:t>'
    """
    tag = "w:delText" if deleted else "w:t"
    if not chars:
        return ""
    if not _SPECIAL.search(chars):
        return f'<{tag} xml:space="preserve">{chars}</{tag}>'
    pieces = []
    for piece in _BREAKS.split(chars):
        if piece == "\t":
            pieces.append("<w:tab/>")
        elif piece == LINE_BREAK:
            pieces.append("<w:br/>")
        elif piece:
            pieces.append(f'<{tag} xml:space="preserve">{escaped(piece)}</{tag}>')
    return "".join(pieces)


@cache
def run_properties(
    script: Script, marks: Marks = frozenset(), style: str = "", size: int = 0, printed: str = ""
) -> str:
    """The look of a run, in the order the schema wants; both the plain and the complex-script switch of each mark.

    `style` is a character style's id, `size` is in half-points; `printed` is "insert" or "delete" for words that are
    underlined or struck through.
    """
    found = [f'<w:rStyle w:val="{style}"/>'] if style else []
    if script.east_asian:
        found.append('<w:rFonts w:hint="eastAsia"/>')
    if Mark.BOLD in marks:
        found.append("<w:b/><w:bCs/>")
    if Mark.ITALIC in marks:
        found.append("<w:i/><w:iCs/>")
    if printed == "delete":
        found.append("<w:strike/>")
    if size:
        found.append(f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>')
    if printed == "insert":
        found.append('<w:u w:val="single"/>')
    if script.right_to_left:
        found.append("<w:rtl/>")
    return f"<w:rPr>{''.join(found)}</w:rPr>" if found else ""
