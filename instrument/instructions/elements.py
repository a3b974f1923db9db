"""What the words of an instruction mean: verbs, places, passages, and the little words between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Op(StrEnum):
    """What is to be done."""

    REPLACE = "replace"
    DELETE = "delete"
    INSERT = "insert"
    COMPLETE = "complete"  # insert at the end
    PRECEDE = "precede"  # insert at the beginning
    AMEND = "amend"  # to read as a whole
    MODIFY = "modify"  # the same, or in ways that are told below
    MOVE = "move"
    MERGE = "merge"
    SPLIT = "split"
    RENUMBER = "renumber"
    BRACKET = "bracket"
    KEEP = "keep"
    RESERVE = "reserve"
    REPEAT = "repeat"  # the same as before, at another place


class Unit(StrEnum):
    """What a reference names."""

    ARTICLE = "article"
    ANNEX = "annex"
    PART = "part"
    SECTION = "section"
    PREAMBLE = "preamble"
    TITLE = "title"
    FINAL = "final formula"
    RECITAL = "preambular paragraph"
    PARAGRAPH = "paragraph"
    LINEAR = "alinéa"  # every paragraph counts, labelled or not
    ITEM = "subparagraph"
    LABEL = "label"  # a bare "(a)"
    CHAPEAU = "chapeau"
    CLOSING = "closing words"
    HEADING = "heading"
    FOOTNOTE = "footnote"
    SENTENCE = "sentence"
    LINE = "line"


CLAUSES = (Unit.ARTICLE, Unit.ANNEX, Unit.PART, Unit.SECTION, Unit.PREAMBLE, Unit.TITLE, Unit.FINAL)
_BLOCKS = (Unit.RECITAL, Unit.PARAGRAPH, Unit.LINEAR)
PARTS = (Unit.CHAPEAU, Unit.CLOSING, Unit.HEADING, Unit.FOOTNOTE)
# What may stand in what: "annex I, part B, section 1", "part II, article 4".
CONTAINERS = (Unit.ANNEX, Unit.PART, Unit.SECTION)
_DEPTHS = {
    **dict.fromkeys(CLAUSES, 0), Unit.PART: 0.1, Unit.SECTION: 0.2, Unit.ARTICLE: 0.3,
    **dict.fromkeys(_BLOCKS, 1), Unit.ITEM: 2, Unit.LABEL: 2,
    **dict.fromkeys(PARTS, 3), Unit.SENTENCE: 4, Unit.LINE: 5,
}  # fmt: skip


LAST = -1


@dataclass(frozen=True, slots=True)
class Step:
    """One level of a reference: by label ("2", "a", "3 bis"), by count from 1 (`LAST` from the end), or neither.

    `through` is the label or count of the last of a range. A step without either means the one in hand ("this
    article"), or the only one there is.
    """

    unit: Unit
    label: str = ""
    count: int = 0
    through: str | int = ""

    def __str__(self) -> str:
        name = self.label or (f"no. {self.count}" if self.count > 0 else "last" if self.count else "")
        return f"{self.unit} {name}".strip() + (f" to {self.through}" if self.through else "")


Target = tuple[Step, ...]


def depth(step: Step) -> float:
    """How far inside a reference a step stands: an article outermost, a line innermost.

    A subparagraph that is named stands inside one that is only labelled: "28 (1), first subparagraph".
    """
    return _DEPTHS[step.unit] + (0.5 if step.unit is Unit.ITEM else 0)


class Role(StrEnum):
    """How a place or a passage stands to the verb."""

    BARE = ""
    IN = "in"
    AFTER = "after"
    BEFORE = "before"
    BETWEEN = "between"
    END = "at the end of"
    START = "at the beginning of"
    WITH = "with"
    FOR = "for"
    FROM = "from"
    TO = "to"
    AS = "as"
    AROUND = "around"


class Tag(StrEnum):
    """What kind of element a word or phrase is."""

    VERB = "a verb"
    DONE = "a verb in the passive"
    ROLE = "a preposition"
    UNIT = "a provision"
    PLACE = "a place"
    QUOTE = "a quoted passage"
    WORDS = "the words"
    SIGN = "a punctuation mark"
    COUNT = "a count"
    NEW = "new"
    FOLLOWING = "the following"
    READS = "to read"
    ASSERTED = "so that it reads"
    EVERYWHERE = "wherever it appears"
    OCCURRENCE = "occurrence"
    REST = "the remainder"
    ACCORDINGLY = "and renumber"
    BRACKETS = "square brackets"
    EXISTING = "the existing text"
    TITLED = "entitled"
    TIMES = "times"
    AND = "and"
    SEMICOLON = ";"
    COMMA = ","
    COLON = ":"
    STOP = "."
    LIKE = "as in"
    REASON = "a reason"
    CONDITION = "a condition"
    PERSON = "what a person must decide"
    FILLER = "nothing"
    HYPHEN = "-"
    OPEN = "("
    CLOSE = ")"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class Element:
    """A word, phrase or passage of an instruction and what it means, from `start` to `end` of what was received."""

    tag: Tag
    start: int
    end: int
    value: object = None
