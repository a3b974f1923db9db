"""Headings in somebody's Word file: the designation, the words, and what kind of clause they head."""

from __future__ import annotations

import re
import unicodedata

from instrument.formats.docx.parts.markup import LINE_BREAK
from instrument.formats.docx.reading.lines import Line
from instrument.labels import designation
from instrument.model import Kind

STYLES = frozenset({"Title", *(f"heading {level}" for level in range(1, 10))})
_SEPARATORS = re.compile(rf"\s*[{LINE_BREAK}\t]\s*|\s+[–—-]\s+|[:.]\s+")
_LONGEST = 160


def is_heading(line: Line) -> bool:
    return line.style in STYLES and not line.is_blank


def designated(words: str, styled: bool = False) -> str:
    """The designation with which a line begins, "" where it begins with none.

    In a line with the style of a heading, words may follow it after nothing but a space.

    >>> designated("Article 4 – Clearance"), designated("Article 4 bis Clearance", styled=True)
    ('Article 4', 'Article 4 bis')
    >>> designated("Article 4 applies to clearance")
    ''
    """
    whole = words.strip()
    if len(whole) > _LONGEST:
        return ""
    candidates = [whole, _SEPARATORS.split(whole, maxsplit=1)[0]]
    if styled:
        candidates += [whole[: space.start()] for space in reversed(list(re.finditer(r"\s", whole)))]
    return next((each for each in candidates if each and designation(each)[0] is not None), "")


def kind_of(line: Line) -> Kind:
    """What a heading is the heading of, as far as it says."""
    if line.style == "Title":
        return Kind.TITLE
    return designation(designated(line.words, styled=True))[0] or Kind.ARTICLE


def slug(words: str) -> str:
    """Words as an id, "" where they have no Latin letters or digits to make one from.

    >>> slug("Article 4 bis"), slug("Assistance aux victimes (suite)"), slug("第四条")
    ('article-4-bis', 'assistance-aux-victimes-suite', '')
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:6])
