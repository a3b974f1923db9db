"""A receipt proved again: does the file still read so, and what was done to it since?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from instrument.formats.docx.parts.opened import Opened, opened
from instrument.formats.docx.receipts.beyond import unproven
from instrument.formats.docx.receipts.census import Tracked, census
from instrument.formats.docx.receipts.differing import Difference, differences, differing_pairs
from instrument.formats.docx.receipts.receipt import Changed, Kept, Receipt, Source, bare, gathered, stored, without
from instrument.formats.docx.receipts.stories import Stories
from instrument.formats.docx.receipts.transcript import Line, Transcript, short, transcribe
from instrument.formats.docx.walking.keeping import keeping
from instrument.formats.docx.walking.view import View


@dataclass(frozen=True, slots=True)
class Against:
    """A file that a reading is proved against: its name, its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says with all changes rejected, or accepted, and whether that is what it should say.

    `expected` is the hash of what it should say; "" where nothing tells. `differences` are the places where it says
    something else. `against` is the name of the file it was proved against, if it was: `is_known` says that the
    receipt, if there is one, has the hash of that text, `is_same_file` that the receipt was made from these very bytes.
    """

    transcript: Transcript
    expected: str = ""
    differences: tuple[Difference, ...] = ()
    is_known: bool = True
    is_same_file: bool = False
    against: str = ""

    @property
    def holds(self) -> bool:
        return bool(self.expected) and not self.differences and self.expected == self.transcript.digest


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a file proves today: its receipt, both readings, the changes that are tracked no longer, and since.

    `unproven` are the kinds of things in it that no receipt proves.
    """

    receipt: Receipt | None
    rejected: Reading
    accepted: Reading
    tracked: tuple[Changed, ...]
    unproven: tuple[str, ...] = ()
    gone: tuple[Changed, ...] = ()
    fresh: tuple[Tracked, ...] = ()

    @property
    def is_proven(self) -> bool:
        """Whether both texts are proved, and nothing was changed since the receipt."""
        readings = (self.rejected, self.accepted)
        return all(each.holds and each.is_known for each in readings) and not self.gone and not self.fresh

    @property
    def is_silent(self) -> bool:
        """Whether words were changed without a track: the base is altered, and all that was tracked still is."""
        altered = self.rejected.is_known and not self.rejected.holds
        return self.receipt is not None and altered and not self.gone

    @property
    def fate(self) -> str:
        """What became of the changes that are tracked no longer.

        Who accepts a change leaves the accepted reading as it was; who rejects one, the rejected reading.
        """
        if self.accepted.holds == self.rejected.holds:
            return "accepted, rejected or altered"
        return "accepted" if self.accepted.holds else "rejected"


def verify(data: bytes, name: str, base: Against | None = None, result: Against | None = None) -> Verdict:
    """What a file proves: against the files `base` and `result` where they are given, else against its receipt.

    Raises `CannotRead` for what is no Word file.
    """
    with keeping():
        return _verify(opened(data, name), base, result)


def _verify(file: Opened, base: Against | None, result: Against | None) -> Verdict:
    stories = Stories(file)
    receipt = stored(file)
    tracked = census(stories)
    rejected = _reading(transcribe(stories, View.REJECTED), _wanted(View.REJECTED, receipt, base))
    accepted = _reading(transcribe(stories, View.ACCEPTED), _wanted(View.ACCEPTED, receipt, result))
    if receipt is None:
        return Verdict(None, rejected, accepted, gathered(tracked), unproven(stories))
    now = Counter((each.kind, each.author, each.date, short(each.words)) for each in tracked)
    was = Counter((each.kind, each.author, each.date, words) for each in receipt.changes for words in each.words)
    fresh = tuple(without(tracked, was))
    gone = tuple(_gone(receipt, now))
    return Verdict(receipt, rejected, accepted, gathered(tracked), unproven(stories), gone, fresh)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a reading should be: what the receipt keeps of it, from which file, or a file that is at hand.

    `cause` is what was done to changes in a line that stands in this reading now and stood, as `other`, in the other.
    """

    kept: Kept | None
    source: Source | None
    against: Against | None
    view: View
    cause: str
    other: frozenset[str]


def _wanted(view: View, receipt: Receipt | None, against: Against | None) -> _Wanted:
    is_rejected = view is View.REJECTED
    cause = "accepted" if is_rejected else "rejected"
    if receipt is None:
        return _Wanted(None, None, against, view, cause, frozenset())
    kept, other = (receipt.rejected, receipt.accepted) if is_rejected else (receipt.accepted, receipt.rejected)
    source = receipt.base if is_rejected else receipt.result
    return _Wanted(kept, source, against, view, cause, frozenset(other.lines) - frozenset(kept.lines))


def _reading(found: Transcript, wanted: _Wanted) -> Reading:
    kept, against = wanted.kept, wanted.against
    if against is not None:
        transcript = transcribe(Stories(opened(against.data, against.name)), wanted.view)
        places = tuple(_caused(differences(transcript.lines, found.lines), wanted))
        is_known = kept is None or kept.sha256 == transcript.digest
        is_same_file = wanted.source is not None and wanted.source.sha256 == sha256(against.data).hexdigest()
        return Reading(found, transcript.digest, places, is_known, is_same_file, bare(against.name))
    if kept is None:
        return Reading(found)
    places = () if kept.sha256 == found.digest else tuple(_caused(_places(kept, found), wanted))
    return Reading(found, kept.sha256, places)


def _places(kept: Kept, found: Transcript) -> Iterator[Difference]:
    """Where a text is not the one a receipt was made of, of which only the hashes of its lines are known."""
    for was, now in differing_pairs(kept.lines, list(map(short, found.entries))):
        yield Difference(None, None if now is None else found.lines[now], is_known=was is None)


def _caused(places: Iterable[Difference], wanted: _Wanted) -> Iterator[Difference]:
    for place in places:
        is_other = place.now is not None and short(place.now.entry) in wanted.other
        yield place._replace(cause=wanted.cause) if is_other else place


def _gone(receipt: Receipt, now: Counter[tuple[str, str, str, str]]) -> Iterator[Changed]:
    """The changes of a receipt that are tracked no longer."""
    for each in receipt.changes:
        left: list[str] = []
        for words in each.words:
            key = each.kind, each.author, each.date, words
            if now[key]:
                now[key] -= 1
            else:
                left.append(words)
        if left:
            yield Changed(each.kind, each.author, each.date, tuple(left), min(len(left), each.count))


def told(line: Line) -> str:
    """Where a line stands, for people.

    >>> told(Line("footnote 2", "", "word/footnotes.xml", 3)), told(Line("", "", "word/document.xml", 7))
    ('footnote 2', 'paragraph 7')
    """
    return (
        line.place
        if line.place and "table" not in line.place
        else ", ".join(filter(None, (f"paragraph {line.number}", line.place)))
    )
