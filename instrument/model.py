"""The draft instrument as values: text, provisions, clauses, instruments.

Everything here is frozen, and nothing here knows a file, a format or a language's habits. A provision, a line of a
`.clause` file and a paragraph of a Word document have the same shape; the tree that a reader sees in the depths is
computed in `outline`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Mark(StrEnum):
    """Emphasis that is part of the wording as printed."""

    ITALIC = "italic"
    BOLD = "bold"


Marks = frozenset[Mark]
PLAIN: Marks = frozenset()


@dataclass(frozen=True, slots=True)
class Run:
    """Characters with one emphasis. Square brackets are characters; `brackets` reads their structure."""

    chars: str
    marks: Marks = PLAIN


@dataclass(frozen=True, slots=True)
class Reference:
    """A live cross-reference to a clause, or to the anchored provision in it; it prints the number of the day."""

    clause: str
    anchor: str = ""
    marks: Marks = PLAIN

    @property
    def target(self) -> str:
        return f"{self.clause}#{self.anchor}" if self.anchor else self.clause


@dataclass(frozen=True, slots=True)
class Note:
    """The mark of a footnote; its words are in the clause's `notes` under the same name."""

    name: str


@dataclass(frozen=True, slots=True)
class Holders:
    """Who holds the bracket that closes just before; it prints nothing by itself.

    `by` want the bracketed words, `base` says they stood in the base, `against` want them deleted; brackets with the
    same `alternative` are rivals in one dispute.
    """

    by: tuple[str, ...] = ()
    base: bool = False
    against: tuple[str, ...] = ()
    alternative: str = ""
    status: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """The boundary between two cells of a table row."""


Atom = Run | Reference | Note | Holders | Cell
Text = tuple[Atom, ...]


def text(*atoms: Atom | str) -> Text:
    """A text in its one normal form: no empty runs, equal neighbours joined.

    >>> text("shall ", "not", Run(" use", PLAIN))
    (Run(chars='shall not use', marks=frozenset()),)
    """
    joined: list[Atom] = []
    for atom in atoms:
        if isinstance(atom, str):
            atom = Run(atom)
        last = joined[-1] if joined else None
        if not isinstance(atom, Run):
            joined.append(atom)
        elif not atom.chars:
            continue
        elif isinstance(last, Run) and last.marks == atom.marks:
            joined[-1] = Run(last.chars + atom.chars, atom.marks)
        else:
            joined.append(atom)
    return tuple(joined)


def plain(content: Text) -> str:
    """The characters of a text alone, without references, notes and holders.

    >>> plain(text("under ", Reference("clearance"), " and"))
    'under  and'
    """
    return "".join(atom.chars for atom in content if isinstance(atom, Run))


def length(content: Text) -> int:
    """How many characters a text has; every atom that is not a run counts as one.

    >>> length(text("under ", Reference("clearance"), "."))
    8
    """
    return sum(len(atom.chars) if isinstance(atom, Run) else 1 for atom in content)


def cut(content: Text, start: int, end: int) -> Text:
    """The part of a text between two offsets, counted as `length` counts.

    >>> cut(text("under ", Reference("clearance"), "."), 4, 7)
    (Run(chars='r ', marks=frozenset()), Reference(clause='clearance', anchor='', marks=frozenset()))
    """
    kept: list[Atom] = []
    at = 0
    for atom in content:
        width = len(atom.chars) if isinstance(atom, Run) else 1
        if isinstance(atom, Run) and at < end and at + width > start:
            kept.append(Run(atom.chars[max(0, start - at) : end - at], atom.marks))
        elif start <= at < end:
            kept.append(atom)
        at += width
    return text(*kept)


@dataclass(frozen=True, slots=True)
class Provision:
    """One printed unit inside a clause: a recital, a paragraph, an item of a list, closing words, a row of a table.

    `depth` counts levels from 0; `label` is as printed ("3 bis.", "(a)", "[1 ter.") or empty; `anchor` is the name
    by which references find it. Comments, a line each, are what is said beside it: never published, never compared.
    """

    depth: int = 0
    label: str = ""
    text: Text = ()
    anchor: str = ""
    comments: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Footnote:
    """The words of a note, under the name its marks give."""

    name: str
    text: Text


class Kind(StrEnum):
    """What a clause is in the anatomy of a treaty; `PART` and `SECTION` are headings over the clauses that follow."""

    TITLE = "title"
    PREAMBLE = "preamble"
    PART = "part"
    SECTION = "section"
    ARTICLE = "article"
    ANNEX = "annex"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Clause:
    """One unit with a stable id: a title, the preamble, an article, an annex, the final formula, a part's heading.

    `label` is its designation as printed ("Article 4 bis", "PART I", "第四条"), empty where there is none and without
    a number ("Article") where the number is given at assembly.
    """

    id: str
    kind: Kind = Kind.ARTICLE
    label: str = ""
    heading: Text = ()
    provisions: tuple[Provision, ...] = ()
    notes: tuple[Footnote, ...] = ()
    comments: tuple[str, ...] = field(default=(), compare=False)

    @property
    def body(self) -> tuple[Text, ...]:
        """The heading and the provisions' texts, in their order; notes stand apart."""
        return (self.heading, *(provision.text for provision in self.provisions))

    @property
    def texts(self) -> tuple[Text, ...]:
        """All texts of the clause: its body, then the words of its notes."""
        return (*self.body, *(note.text for note in self.notes))

    def note(self, name: str) -> Footnote | None:
        return next((note for note in self.notes if note.name == name), None)


@dataclass(frozen=True, slots=True)
class Instrument:
    """The whole text under negotiation at one stage, in one language: its clauses in order."""

    clauses: tuple[Clause, ...] = ()
    language: str = "en"

    def __iter__(self) -> Iterator[Clause]:
        return iter(self.clauses)

    def __len__(self) -> int:
        return len(self.clauses)

    def clause(self, id: str) -> Clause | None:
        return next((clause for clause in self.clauses if clause.id == id), None)

    def with_clauses(self, clauses: Iterable[Clause]) -> Instrument:
        return replace(self, clauses=tuple(clauses))


def rename_notes(clause: Clause, names: Mapping[str, str]) -> Clause:
    """The clause with other names for its notes, where they have one; their marks follow.

    >>> clause = Clause("use", provisions=(Provision(text=text("mines", Note("2"))),), notes=(Footnote("2", ()),))
    >>> rename_notes(clause, {"2": "types"}).notes[0].name
    'types'
    """

    def renamed(words: Text) -> Text:
        return tuple(Note(names.get(atom.name, atom.name)) if isinstance(atom, Note) else atom for atom in words)

    return replace(
        clause,
        heading=renamed(clause.heading),
        provisions=tuple(replace(provision, text=renamed(provision.text)) for provision in clause.provisions),
        notes=tuple(replace(note, name=names.get(note.name, note.name)) for note in clause.notes),
    )
