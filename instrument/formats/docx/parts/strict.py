"""A file saved as "Strict Open XML" under the names that every other Word file uses."""

from __future__ import annotations

import re
from collections.abc import Mapping

STRICT = b"http://purl.oclc.org/ooxml/"
# Only where a namespace is declared, or a relation has its type: the words of a treaty are never touched.
_NAMED = re.compile(rb"""((?:\sxmlns(?::[^\s=<>]+)?|\sType)\s*=\s*["'])""" + STRICT + rb"""([^"'/]+)/?([^"'<>]*)""")


def transitional(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts with the transitional namespaces in place of the strict ones.

    >>> transitional({"a.xml": b'<a xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'})
    {'a.xml': b'<a xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'}
    """
    return {part: _NAMED.sub(_renamed, xml) if STRICT in xml else xml for part, xml in parts.items()}


def _renamed(found: re.Match[bytes]) -> bytes:
    return found[1] + b"http://schemas.openxmlformats.org/" + found[2] + b"/2006/" + found[3]
