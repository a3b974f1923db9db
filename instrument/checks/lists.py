"""The lists of a text as its rules read them: chapeau, items, what ends each of them, what comes after the last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from instrument.checks.values import Line
from instrument.labels import Label, parse, readings
from instrument.model import Clause, Kind
from instrument.outline import parents

# What joins the last item of a list to the others.
JOINTS = {
    "en": ("and", "or", "and/or"),
    "fr": ("et", "ou", "et/ou"),
    "es": ("y", "o", "e", "u", "y/o"),
    "ru": ("и", "или", "и/или"),
    "nl": ("en", "of", "en/of"),
    "ar": ("و", "أو"),
    "zh": ("和", "或", "以及"),
}
_STOPS = ";,.:!?…؛،。；，：、"
# What may stand behind the stop of a line and is no part of its sentence: quotation marks, brackets, notes.
_LONGEST = max(len(joint) for joints in JOINTS.values() for joint in joints)
_LAST_WORD = re.compile(r"[\w/]+\Z")
_TRAILING = " \t\u00a0\u202f\u2009\ufffc]}”»\"’'*)）"


@dataclass(frozen=True, slots=True)
class Ending:
    """How a line ends: its last stop at `at` (empty where there is none), and the "and" or "or" behind it."""

    stop: str
    at: int
    joint: str = ""
    joint_at: int = 0


def ending(chars: str, language: str) -> Ending:
    """How a line ends.

    >>> ending("use them; and", "en"), ending("[use them.]", "en").stop, ending("s’en servir\\u00a0;", "fr").stop
    (Ending(stop=';', at=8, joint='and', joint_at=10), '.', ';')
    """
    bare = chars.rstrip(_TRAILING)
    joint, joint_at = "", 0
    word = _LAST_WORD.search(bare, max(len(bare) - _LONGEST - 1, 0))  # of a longer word, more than any joint is left
    if word and word[0].casefold() in JOINTS.get(language, ()) and word.start():
        joint, joint_at = word[0], word.start()
        bare = bare[:joint_at].rstrip(_TRAILING)
    stop = bare[-1:] if bare[-1:] and bare[-1] in _STOPS else ""
    return Ending(stop, max(len(bare) - 1, 0), joint, joint_at)


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, and the line that it ends with: its own, or the last one below it."""

    line: Line
    last: Line

    @property
    def is_leaf(self) -> bool:
        return self.line is self.last


@dataclass(frozen=True, slots=True)
class Listing:
    """Labelled provisions side by side; `chapeau` leads them, `closing` follows them at their depth.

    `outer` is the list that the chapeau belongs to, `position` its place in it. The numbered paragraphs of a clause
    are a listing without a chapeau.
    """

    clause: Clause
    chapeau: Line | None
    items: tuple[Item, ...]
    closing: Line | None = None
    outer: Listing | None = None
    position: int = 0

    @property
    def family(self) -> tuple[str, str]:
        """What the listings under one chapeau, parted by words without a label, have in common."""
        return self.clause.id, self.chapeau.address if self.chapeau else ""

    @property
    def level(self) -> int:
        """How many lists it stands inside."""
        return 0 if self.outer is None else self.outer.level + 1

    @property
    def is_list(self) -> bool:
        """Whether this is a list inside a sentence: no paragraphs of a clause, no options to choose from."""
        if self.clause.kind not in (Kind.ARTICLE, Kind.ANNEX, Kind.FINAL):
            return False
        labels = [parse(item.line.label) for item in self.items]
        if any(label is None or label.word for label in labels):
            return False
        return self.chapeau is not None or self.system.endswith(("-letter", "-roman"))

    @property
    def system(self) -> str:
        """The numeral system of its labels."""
        return shared_system([readings(item.line.label) for item in self.items])

    @property
    def continues(self) -> bool:
        """Whether something of the same sentence follows: closing words, or another item of a list outside it."""
        if self.closing is not None:
            first = next(filter(str.isalpha, self.closing.chars), "")
            return not first.isupper()
        if self.outer is None or not self.outer.is_list:
            return False
        return self.position + 1 < len(self.outer.items) or self.outer.continues


def listings(clause: Clause, lines: Sequence[Line]) -> list[Listing]:
    """The lists of a clause, an outer one before those inside it; `lines` are those of its provisions.

    >>> from instrument.checks.examples import example
    >>> from instrument.checks.reading import Reading
    >>> reading = Reading(example("1. Each Party shall:", "  (a) look;", "  (b) meet;", "  and report.", "2. None."))
    >>> [(len(each.items), each.closing.chars if each.closing else "") for each in reading.lists]
    [(2, ''), (2, 'and report.')]
    """
    above = parents(clause.provisions)
    below: dict[int | None, list[int]] = {}
    for index, parent in enumerate(above):
        below.setdefault(parent, []).append(index)
    ends = _ends(above)
    made: list[Listing] = []
    at: dict[int, tuple[Listing, int]] = {}
    for parent in sorted(below, key=lambda index: -1 if index is None else index):
        listing = Listing(clause, None if parent is None else lines[parent], ())
        outer = _holder(parent, above, at)
        if outer is not None:
            listing = replace(listing, outer=outer[0], position=outer[1])
        for run, after in _runs(below[parent], lines):
            items = tuple(Item(lines[index], lines[ends[index]]) for index in run)
            made.append(replace(listing, items=items, closing=None if after is None else lines[after]))
            at |= {index: (made[-1], position) for position, index in enumerate(run)}
    return made


def _ends(above: Sequence[int | None]) -> list[int]:
    """The last provision below each one, itself where it has none."""
    ends = list(range(len(above)))
    for index in range(len(above) - 1, -1, -1):
        parent = above[index]
        if parent is not None:
            ends[parent] = max(ends[parent], ends[index])
    return ends


def _holder(
    index: int | None, above: Sequence[int | None], at: dict[int, tuple[Listing, int]]
) -> tuple[Listing, int] | None:
    """The list that a provision stands in, through levels without a label."""
    while index is not None and index not in at:
        index = above[index]
    return None if index is None else at[index]


def _runs(siblings: Sequence[int], lines: Sequence[Line]) -> Iterator[tuple[list[int], int | None]]:
    """Labelled neighbours, each run with the provision without a label that comes after it."""
    run: list[int] = []
    for index in siblings:
        if lines[index].label:
            run.append(index)
        elif run:
            yield run, index
            run = []
    if run:
        yield run, None


def shared_system(reads: Sequence[tuple[Label, ...]]) -> str:
    """The numeral system of labels side by side: one in which they begin with 1, else the likeliest; "" for none.

    >>> from instrument.labels import readings
    >>> shared_system([readings("(h)"), readings("(i)")]), shared_system([readings("(i)"), readings("(v)")])
    ('lower-letter', 'lower-roman')
    """
    shared = [
        label
        for label in (reads[0] if reads else ())
        if all(any(label.system == each.system for each in read) for read in reads)
    ]
    likeliest = shared[0].system if shared else ""
    return next((label.system for label in shared if label.numbers[-1] == 1), likeliest)
