"""Holders known by nothing but what a page of ours printed for them: "Delegation A; Delegation B – issue 1"."""

from __future__ import annotations

from instrument.formats.docx.reading.naming import names
from instrument.model import Holders
from instrument.papers.house import HOUSES, House, print_holders


def reprinted(chars: str) -> Holders | None:
    """The holders that a page would name in these characters, None where there are none, or more than one choice.

    >>> reprinted(" (base text – delete: Delegation C – issue 1)")
    Holders(by=(), base=True, against=('Delegation C',), alternative='1', status='', note='')
    >>> reprinted(" (as appropriate – or not – at all)")
    """
    found = {
        holders
        for words in HOUSES.values()
        for inside in {chars, _within(chars, words.holders)}
        if (holders := _holders(inside.split(" – "), words)) and print_holders(holders, words) == inside
    }
    # What one language has a word for is a status in another.
    least = min(map(_unsaid, found), default=0)
    told = [holders for holders in found if _unsaid(holders) == least]
    return told[0] if len(told) == 1 else None


def _unsaid(holders: Holders) -> int:
    return (holders.status not in ("", "deletion")) + bool(holders.note)


def _holders(parts: list[str], words: House) -> Holders | None:
    """The parts of what was printed, each for what it looks like; at most a status and a note look like nothing."""
    base = parts[0] == words.base
    by: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    alternative, deletion, rest = "", "", list[str]()
    for part in parts[base:]:
        if struck := _names(_within(part, words.against), words):
            against = struck
        elif issue := _within(part, words.issue):
            alternative = issue
        elif part == words.deletion:
            deletion = "deletion"
        elif not by and _names(part, words):
            by = _names(part, words)
        else:
            rest.append(part)
    if len(rest) > 2:
        return None
    if deletion:
        return Holders(by, base, against, alternative, deletion, *rest) if len(rest) < 2 else None
    # A page prints a status and a note alike, and only the former is short.
    status, note = rest if len(rest) == 2 else ("", *rest) if rest and len(rest[0].split()) > 3 else (*rest, "", "")[:2]
    return Holders(by, base, against, alternative, status, note) if base or by or against or alternative else None


def _names(part: str, words: House) -> tuple[str, ...]:
    """The names in a part, as far as only the house's own sign stands between them."""
    found = tuple(part.split(words.between))
    return found if found == names(part) else ()


def _within(chars: str, frame: str) -> str:
    """What stands in a frame such as "issue {}", "" where the characters are not in it."""
    before, _, after = frame.partition("{}")
    inside = chars.removeprefix(before).removesuffix(after)
    return inside if f"{before}{inside}{after}" == chars else ""
