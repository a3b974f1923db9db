"""Characters as WordprocessingML: escaped, and as the text of runs."""

from __future__ import annotations

import re

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
