"""What is asked, drafts and proposals, and what is answered: an origin for every word."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from instrument.changes.items import Changes, Place
from instrument.changes.tokens import read
from instrument.model import Instrument, Text, cut, length


@dataclass(frozen=True, slots=True)
class Credit:
    """A proposal: its name, whose it is, what became of it, and the decision that adopted it into a draft."""

    proposal: str
    sponsors: tuple[str, ...] = ()
    state: str = ""
    decision: str = ""
    draft: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """What a proposal does, as changes to one of the drafts, or to what the act that it amends makes of one."""

    changes: Changes
    credit: Credit
    amends: Act | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A text under its name; `taken` are clauses, by their ids, whose words it took from another branch."""

    name: str
    text: Instrument
    taken: tuple[tuple[str, Blame], ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a word comes from: the first draft in which it stood, and the proposals that it came with.

    It is recorded where a decision adopted the proposal; else comparing texts found it. `returned` is the draft in
    which a word stood again that had been taken out.
    """

    draft: str
    credits: tuple[Credit, ...] = ()
    returned: str = ""

    @property
    def is_recorded(self) -> bool:
        return any(credit.decision for credit in self.credits)


@dataclass(frozen=True, slots=True)
class Gone:
    """Words of one origin that were taken out, in which draft and by which proposals.

    They stood before the word `at` of the line they are told of; where a whole provision went, `is_whole` says so, and
    `label` with its first words how it was called.
    """

    at: int
    text: Text
    origin: Origin
    draft: str
    credits: tuple[Credit, ...] = ()
    label: str = ""
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A heading, provision or note: an origin for each of its words, in order, and what stood here and went.

    `proposals` are those that would have changed it and were not adopted.
    """

    place: Place
    text: Text
    origins: tuple[Origin, ...]
    gone: tuple[Gone, ...] = ()
    proposals: tuple[Credit, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """What is a word of a text, references and the marks of notes too; `origins` has one for each."""
        return read((self.text,)).said

    def runs(self, stops: Collection[int] = ()) -> Iterator[tuple[int, Text, Origin]]:
        """The text in runs of one origin, each with the number of its first word; joined they are the text.

        A run ends before each of the words whose numbers are `stops` as well.
        """
        reading = read((self.text,))
        ends = reading.ends[: len(reading.said)]
        start = first = 0
        for at in range(1, len(ends) + 1):
            if at == len(ends) or at in stops or self.origins[at] != self.origins[first]:
                end = length(self.text) if at == len(ends) else ends[at - 1]
                yield first, cut(self.text, start, end), self.origins[first]
                start, first = end, at


@dataclass(frozen=True, slots=True)
class Blame:
    """A text with the origin of every word, line by line in its order.

    `clauses` are those that went altogether, with their designations; `proposals` those not adopted that touch no line.
    """

    drafts: tuple[str, ...]
    text: Instrument
    lines: tuple[Line, ...]
    clauses: tuple[tuple[str, Gone], ...] = ()
    proposals: tuple[Credit, ...] = ()
