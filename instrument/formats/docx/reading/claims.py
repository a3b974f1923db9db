"""Who holds a bracket, as people type it: "[shall (Delegation A)]", "[Delegation A: shall]", in a footnote, a comment.

Whether words are names is a guess, and each one is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from instrument.formats.docx.reading.comment import Comment
from instrument.formats.docx.reading.naming import names
from instrument.formats.docx.reading.wording import Wording
from instrument.formats.docx.walking.characters import squeezed
from instrument.model import Atom, Holders, Note, Run, Text, cut, length, plain, text
from instrument.problem import Severity

_OTHER = "\ufffc"  # stands for an atom that is no run
_LAST = re.compile(rf"\s*[(（]([^()（）\[\]{_OTHER}]{{2,120}})[)）]\s*$")
_FIRST = re.compile(rf"\s*([^():：（）\[\]{_OTHER}]{{2,120}}?)\s*[:：]\s*")
# A list of names is shorter, and no paragraph has more brackets than this.
_LONGEST, _MOST = 200, 500


@dataclass(frozen=True, slots=True)
class _Claim:
    """What to take out of a text, and the holders to put in where the bracket has closed."""

    start: int
    end: int
    at: int
    holders: Holders
    typed: str


def claimed(content: Text, wording: Wording) -> Text:
    """A text whose typed names of holders are holders."""
    flat = "".join(atom.chars if isinstance(atom, Run) else _OTHER for atom in content)
    if not 0 < flat.count("[") <= _MOST:
        return content
    reading = wording.reading
    atoms = dict(_placed(content))
    remarks = reading.remarks.get(reading.line, [])
    found = [claim for pair in _pairs(flat) if (claim := _claim(flat, pair, atoms, wording.notes, remarks))]
    for claim in found:
        message = f'"{claim.typed}" at a bracket was taken for its holders: {"; ".join(claim.holders.by)}'
        reading.report("guessed-holders", Severity.GUESS, message)
        wording.used.update(atom.name for at, atom in atoms.items() if at == claim.start and isinstance(atom, Note))
    return _settled(content, found) if found else content


def _placed(content: Text) -> Iterator[tuple[int, Atom]]:
    at = 0
    for atom in content:
        yield at, atom
        at += length((atom,))


def _pairs(flat: str) -> list[tuple[int, int]]:
    """The places of brackets that open and close here."""
    opened: list[int] = []
    pairs = []
    for place, char in enumerate(flat):
        if char == "[":
            opened.append(place)
        elif char == "]" and opened:
            pairs.append((opened.pop(), place))
    return pairs


def _claim(
    flat: str,
    pair: tuple[int, int],
    atoms: Mapping[int, Atom],
    notes: Mapping[str, Text],
    remarks: list[Comment],
) -> _Claim | None:
    """What is typed at a bracket about its holders, if it is."""
    start, end = pair
    after = atoms.get(end + 1)
    if isinstance(after, Holders):
        return None
    tail = max(start + 1, end - _LONGEST)
    last, first = _LAST.search(flat[tail:end]), _FIRST.match(flat[start + 1 : min(end, start + _LONGEST)])
    if last and tail + last.start() > start + 1 and (by := names(last[1])):
        return _Claim(tail + last.start(), end, end + 1, Holders(by=by), last[1])
    if first and start + 1 + first.end() < end and (by := names(first[1])):
        return _Claim(start + 1, start + 1 + first.end(), end + 1, Holders(by=by), first[1])
    if isinstance(after, Note) and (by := names(said := plain(notes.get(after.name, ())))):
        return _Claim(end + 1, end + 2, end + 2, Holders(by=by), said)
    for remark in remarks:
        alike = len(remark.on) >= end - start and squeezed(remark.on) == squeezed(flat[start : end + 1])
        if alike and (by := names(remark.words)):
            return _Claim(end + 1, end + 1, end + 1, Holders(by=by), remark.words)
    return None


def _settled(content: Text, found: list[_Claim]) -> Text:
    """The text without what the claims take out, and with the holders they put in."""
    places = sorted({0, length(content)} | {place for claim in found for place in (claim.start, claim.end, claim.at)})
    kept: list[Atom] = []
    for start, end in zip(places, [*places[1:], places[-1]], strict=True):
        kept += [claim.holders for claim in found if claim.at == start]
        if not any(claim.start <= start < claim.end for claim in found):
            kept += cut(content, start, end)
    return text(*kept)
