"""How clause ids travel in a Word document: control tags, hidden bookmarks, and a manifest part.

Word keeps all three, LibreOffice drops the tags, other converters drop more: whoever reads tries them in this order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST_BOOKMARK = 40
LONGEST_TAG = 64
PREFIX = "_cl_"
_AGAIN = "___"  # stands in no name of ours
_SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
_TARGET = re.compile(f"{_SLUG}(?:#{_SLUG})?")


def bookmark(target: str) -> str:
    """The name of the hidden bookmark for a target; one that would be too long, or ambiguous, is hashed.

    >>> bookmark("victim-assistance#extension")
    '_cl_victim_assistance__extension'
    >>> bookmark("Über alles")
    '_cl_x_fe363ae894a6'
    """
    if _TARGET.fullmatch(target) and not target.startswith("x-"):
        name = PREFIX + target.replace("-", "_").replace("#", "__")
        if len(again(name)) <= LONGEST_BOOKMARK:
            return name
    return f"{PREFIX}x_{_hash(target)}"


def target(name: str) -> str:
    """The target a bookmark's name spells out, or "" where it is not ours or was hashed.

    >>> target("_cl_victim_assistance__extension"), target("_GoBack"), target("_cl_x_fe363ae894a6")
    ('victim-assistance#extension', '', '')
    """
    if not name.startswith(PREFIX) or is_hashed(name):
        return ""
    return name.removeprefix(PREFIX).replace("__", "#").replace("_", "-")


def again(name: str) -> str:
    """The name of a second bookmark for the same target: a file whose changes are tracked may hold a text twice.

    >>> again("_cl_clearance__extension"), once(again("_cl_clearance__extension"))
    ('_cl_clearance__extension___', '_cl_clearance__extension')
    """
    return f"{name}{_AGAIN}"


def once(name: str) -> str:
    """The name of the bookmark that one stands for, which may be a second one."""
    return name.removesuffix(_AGAIN)


def is_hashed(name: str) -> bool:
    """Whether a bookmark is ours and only a manifest knows for what it stands."""
    return name.startswith(f"{PREFIX}x_")


def clause_tag(clause: str) -> str:
    """The tag of the control around a clause: its id, or its bookmark's name where the id is too long for a tag."""
    tag = f"clause:{clause}"
    return tag if len(tag) <= LONGEST_TAG else f"clause:{bookmark(clause)}"


def digest(lines: Iterable[str]) -> str:
    """A short hash of lines of text, to tell whether they are still what was written; all white space counts alike.

    >>> digest(["Article 4\\tClearance"]) == digest(["Article 4  Clearance "])
    True
    """
    return _hash("\n".join(" ".join(line.split()) for line in lines))


def _hash(text: str) -> str:
    from hashlib import sha256  # which only our own files need

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
