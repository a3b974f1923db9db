"""The labels of a text beside those that Word prints, where it numbers paragraphs itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from instrument.formats.docx.revising.dressing import HEADING


class Tally(NamedTuple):
    """A paragraph of the new text: its kind, its label there, and what Word prints, "" where it prints none.

    `was` are the same two of the paragraph that it was.
    """

    kind: str
    said: str
    printed: str
    was: tuple[str, str] = ("", "")

    @property
    def differs(self) -> bool:
        """Whether Word prints another label; where it already did, the text must have changed its own."""
        said, printed = self.was
        return self.printed not in ("", self.said) and (said != self.said or said == printed)


def told(tallies: Iterable[Tally], name: str) -> Iterator[str]:
    """A sentence for every run of labels that Word prints otherwise than the text has them.

    >>> rows = [("Heading1", "Article 2", "Article 2"), ("Provision1", "3.", "4."), ("Provision2", "(a)", "(a)")]
    >>> tallies = [Tally(*row, row[1:2] * 2) for row in [*rows, ("Provision1", "4.", "5."), ("Provision1", "6.", "6.")]]
    >>> list(told(tallies, "issued.docx"))
    ['Word prints "4." to "5." where the text has "3." to "4.", in Article 2: issued.docx numbers paragraphs itself']
    """
    for run, heading in _runs(tallies):
        place = f", in {heading}" if heading else ""
        said, printed = _span([each.said for each in run]), _span([each.printed for each in run])
        yield f"Word prints {printed} where the text has {said}{place}: {name} numbers paragraphs itself"


def _span(labels: Sequence[str]) -> str:
    return " to ".join(f'"{each}"' if each else "no label" for each in dict.fromkeys((labels[0], labels[-1])))


def _runs(tallies: Iterable[Tally]) -> list[tuple[list[Tally], str]]:
    """What differs, with its heading: one kind together until one of that kind is right, or one above it comes.

    Kinds sort as they stand above one another: "Heading1", "Provision1", "Provision2".
    """
    found: list[tuple[list[Tally], str]] = []
    going: dict[str, list[Tally]] = {}
    heading = ""
    for tally in tallies:
        is_heading = tally.kind.startswith(HEADING)
        heading = tally.said if is_heading else heading
        going = {
            kind: run for kind, run in going.items() if kind < tally.kind or (kind == tally.kind and tally.differs)
        }
        if tally.differs and tally.kind not in going:
            going[tally.kind] = []
            found.append((going[tally.kind], "" if is_heading else heading))
        if tally.differs:
            going[tally.kind].append(tally)
    return found
