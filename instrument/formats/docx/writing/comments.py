"""The part with what is said in the margin."""

from __future__ import annotations

from collections.abc import Iterable

from instrument.formats.docx.parts.markup import NAMESPACES, XML_HEADER, content

_AUTHOR = "Check"


def comments(said: Iterable[str]) -> str:
    """The comments in the order of their numbers, a paragraph a line, by nobody who has a name and on no date."""
    return f"{XML_HEADER}<w:comments {NAMESPACES}>{''.join(map(_comment, range(2**31), said))}</w:comments>\n"


def _comment(id: int, said: str) -> str:
    lines = "".join(f"<w:p><w:r>{content(line, False)}</w:r></w:p>" for line in said.split("\n"))
    return f'<w:comment w:id="{id}" w:author="{_AUTHOR}" w:initials="{_AUTHOR[0]}">{lines}</w:comment>'
