"""A treaty as somebody would describe it: what differs between two of them is known before any Word file is made."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace

TAB, BREAK, NBSP = "\t", "\u2028", "\u00a0"


@dataclass(frozen=True, slots=True)
class Words:
    """Words that look alike; `look` names switches of a run: "b", "b i", "rtl"."""

    chars: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, where its mark stands."""

    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A field and what it showed when it was last counted."""

    instruction: str
    result: str


@dataclass(frozen=True, slots=True)
class Around:
    """Words inside something: a "bookmark", a "comment", a "control", a "link", or a tracked "ins" or "del"."""

    kind: str
    what: str
    inside: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A text box in the line."""

    paragraphs: tuple[Paragraph, ...]


Inline = Words | Note | Field | Around | Box


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `kind` decides its style and its label, `look` is what else its properties say.

    `mark` is a tracked change of its end, as "ins Delegation A"; `section` says that a section ends with it, and
    `mark_look` how its mark looks.
    """

    kind: str
    inlines: tuple[Inline, ...] = ()
    style: str = ""
    look: str = ""
    mark: str = ""
    section: bool = False
    mark_look: str = ""


Cell = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """`look` is a switch of the row, `shade` the colour behind its cells."""

    cells: tuple[Cell, ...]
    mark: str = ""
    look: str = ""
    shade: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[Row, ...]
    lined: bool = False


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Treaty:
    """A whole document: numbered by Word or by hand, and `saved` so many times, each with other runs and numbers."""

    blocks: tuple[Block, ...]
    automatic: bool = False
    header: str = "Draft convention – for negotiation"
    footer: str = "Secretariat"
    landscape: bool = False
    saved: int = 0


def said(kind: str, *inlines: Inline | str, **rest: str) -> Paragraph:
    """A paragraph; words may be given bare."""
    return Paragraph(kind, tuple(Words(each) if isinstance(each, str) else each for each in inlines), **rest)


def note(*paragraphs: str) -> Note:
    return Note(tuple(said("note", each) for each in paragraphs))


def table(*rows: Iterable[str]) -> Table:
    """A table of words; a line break in a cell makes two paragraphs."""
    return Table(tuple(Row(tuple(cell(each) for each in row)) for row in rows))


def cell(words: str) -> Cell:
    return tuple(said("cell", each) for each in words.split("\n"))


def saved(given: Treaty) -> Treaty:
    return replace(given, saved=given.saved + 1)


TOP = (
    said("title", "Draft convention on the protection of the high seas"),
    said("text", "The States Parties to this Convention,"),
    said("text", Words("Recalling", "i"), " the principles called “the common heritage” – as the Assembly has them –,"),
    said("text", f"Considérant{NBSP}: «{NBSP}les océans{NBSP}» sont un bien commun{NBSP}; l’été, la mer y est libre,"),
    said("text", "Have agreed as follows:"),
    said("article", Around("bookmark", "_Ref100", (Words("Use of terms"),))),
    said("provision", "For the purposes of this Convention:"),
    said("item", "“", Words("Party", "b"), "” means a State that has consented to be bound;", note("See document 4.")),
    said("item", "“", Words("area", "b"), "” means the sea beyond jurisdiction;"),
    said(
        "item", "“", Words("effects", "b"), "” means any change in it", note("Delegation A reserved.", "So did B."), "."
    ),
    said(
        "provision", "Words used in article ", Field("REF _Ref100 \\r \\h", "1"), " on page ",
        Field("PAGEREF _Ref100 \\h", "2"), " have the same meaning throughout.",
    ),
    said("article", f"General{BREAK}obligations{TAB}and scope"),
    said("provision", "Each Party shall [take [appropriate] measures] to prevent and reduce pollution."),
    said(
        "provision", "The Parties shall ", Around("comment", "Delegation B", (Words("cooperate in good faith"),)),
        " with ", Around("control", "organ", (Words("the Authority"),)), ", as ",
        Around("link", "https://example.org/rules", (Words("its rules"),)), " provide.",
    ),
    said("provision", "Reserved."),
    said("provision", "Reserved."),
    said("provision", "Reserved."),
    said("text"),
    said("text", "The emblem is shown here: ", Box((said("text", "Emblem of the Authority, in blue."),)), " below."),
)  # fmt: skip
END = (
    said("article", "Languages"),
    said("provision", "缔约国应当采取措施,防止、减少和控制海洋污染。"),
    said("provision", Words("تتخذ الأطراف التدابير اللازمة لمنع التلوث.", "rtl"), look="bidi"),
    said("provision", "Le de\u0301po\u0302t se fait au sie\u0300ge; each Party shall notify it promptly."),
    said("text", "The time limits are as follows:"),
    table(("Article", "Time limit"), ("Clearance", "Ten years\nfrom entry into force"), ("Reports", "One year")),
    said("text", "Nothing in the table affects article 1."),
    said("text", section="Annex"),
    said("text", "The depositary shall keep the original."),
    said("text", "DONE at the seat of the Authority, this tenth day of March."),
)
CLAUSES = (
    "undertakes to {do} {what} under its jurisdiction or control",
    "shall, as soon as possible, {do} {what} in areas beyond national jurisdiction",
    "shall report to the Secretariat on how it means to {do} {what}",
    "may ask the Conference of the Parties for help to {do} {what}, and gives its reasons",
    "shall not be prevented by this article from any effort to {do} {what}",
    "shall, within ten years, {do} {what}, taking into account the best science",
)
DEEDS = ("conserve", "monitor", "restore", "map and mark", "clear and destroy", "share", "report on", "protect")
OBJECTS = (
    "marine genetic resources", "cluster munition remnants", "the results of assessments", "contaminated areas",
    "the rights of coastal communities", "marine biological diversity", "all data of common interest", "fish stocks",
)  # fmt: skip
TOPICS = ("Monitoring", "Assistance", "Transparency", "Finance", "Compliance", "Science", "Review", "Deposit")


def treaty(paragraphs: int = 25, automatic: bool = False) -> Treaty:
    """A treaty with everything in it, and as many plain articles in its middle as it takes."""
    middle: list[Block] = []
    while len(TOP) + len(middle) + len(END) < paragraphs:
        middle += article(len(middle))
    return Treaty((*TOP, *middle, *END), automatic)


def article(seed: int, provisions: int = 4) -> list[Paragraph]:
    """An article; the same seed gives the same one."""
    chance = random.Random(seed)
    found = [said("article", f"{chance.choice(TOPICS)} and {chance.choice(TOPICS).lower()} {seed}")]
    for number in range(provisions):
        found.append(provision(chance, "provision", f"Each State Party {sentence(chance)}."))
        if number == 1:
            found += [provision(chance, "item", f"a Party {sentence(chance)};") for _ in range(chance.randint(2, 4))]
    return found


def sentence(chance: random.Random) -> str:
    return chance.choice(CLAUSES).format(do=chance.choice(DEEDS), what=chance.choice(OBJECTS))


def provision(chance: random.Random, kind: str, words: str) -> Paragraph:
    """A paragraph with a defined term in bold in one of three, a footnote in one of nine."""
    start, space, rest = words.partition(" Party ")
    inlines: list[Inline] = [Words(words)]
    if chance.randrange(3) == 0:
        inlines = [Words(start), Words(space, "b"), Words(rest)]
    if chance.randrange(9) == 0:
        inlines.append(note(f"Proposal {chance.randrange(1000)}: {sentence(chance)}."))
    return Paragraph(kind, tuple(inlines))
