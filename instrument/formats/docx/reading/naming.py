"""Whether words are the names of delegations, which is a guess."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"\s*[;,؛；，、/]\s*|\s+(?:and|et|y|и|&)\s+|和|以及")
_BY = re.compile(r"(?:proposed|proposal|text|supported|wanted) (?:by|from|of)\s+", re.IGNORECASE)
_LINKS = {"of", "the", "de", "du", "des", "del", "la", "le", "les", "los", "and", "for", "on", "behalf", "in"}
# What stands before a colon or in parentheses and holds nothing.
_NO_NAMES = {
    "option", "alternative", "alt", "variant", "variante", "opción", "article", "artículo", "annex", "annexe", "part",
    "section", "chapter", "paragraph", "note", "title", "placeholder", "state", "states", "party", "parties", "see",
    "convention", "protocol", "treaty", "bis", "ter",
}  # fmt: skip


def names(typed: str) -> tuple[str, ...]:
    """The names in a list of names, none where it does not look like one.

    >>> names("Delegation A; Delegation B"), names("the Group of 77 and China"), names("as appropriate")
    (('Delegation A', 'Delegation B'), ('the Group of 77', 'China'), ())
    """
    listed = _BETWEEN.split(_BY.sub("", typed.strip().rstrip(".")))
    return tuple(listed) if listed and all(map(_is_name, listed)) else ()


def _is_name(typed: str) -> bool:
    if "代表团" in typed or typed.startswith("وفد"):
        return True
    given = [word for word in typed.split() if word.lower() not in _LINKS]
    if not given or len(given) > 6 or given[0].lower().rstrip(".") in _NO_NAMES:
        return False
    return given[0][0].isupper() and all(word[0].isupper() or word.isdecimal() for word in given)
