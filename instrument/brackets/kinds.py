"""What brackets are for, as documents write them: alternatives, options, blanks to be filled in, plain words."""

from __future__ import annotations

import re
from enum import StrEnum

from instrument.brackets.legend import Meaning
from instrument.brackets.reading import Bracket, Point
from instrument.labels import parse, split
from instrument.model import Clause, Holders, Run


class BracketKind(StrEnum):
    """What a bracket is for; `ALTERNATIVE` and `OPTION` offer a choice, `PLACEHOLDER` and `EMPTY` wait for words.

    `DELETION` has words that stand, and that somebody wants out.
    """

    PLAIN = "plain"
    ALTERNATIVE = "alternative"
    OPTION = "option"
    PLACEHOLDER = "placeholder"
    EMPTY = "empty"
    DELETION = "deletion"


_WAITS = "completed|inserted|added|determined|decided|confirmed|elaborated|developed|discussed|agreed|defined|specified"
_PLACEHOLDER = re.compile(
    r"[XYNxn]{1,4}|[X\u2013\u2014_-]{2,}|_+|\?+|TB[CD]|date|day|month|year|place|name|number|title|symbol"
    rf"|(?:\w+ ){{0,3}}to be (?:{_WAITS})(?: \w+){{0,4}}|insert\b.{{0,60}}|\{{?placeholder\b.*"
    r"|jour|mois|année|lieu|nom|nombre|numéro|titre|à (?:compléter|déterminer|préciser|insérer)"
    r"|fecha|lugar|nombre|número|por (?:completar|determinar)",
    re.IGNORECASE | re.DOTALL,
)
_NOTHING = re.compile(r"[\s.…·]*")
_SLASH = re.compile(r"\s+/\s+|(?<=[^\W\d_])/(?=[^\W\d_])")
_JOINT = "and|or|et|ou|y|o|he|she|his|her|him"  # "and/or" and "his/her" offer no choice
_NO_CHOICE = re.compile(rf"(?:{_JOINT})(?:/(?:{_JOINT}))+", re.IGNORECASE)


def kind(clause: Clause, bracket: Bracket) -> BracketKind:
    """What a bracket is for, by its words and by what is said behind it.

    >>> from instrument.brackets.reading import scan
    >>> from instrument.model import Provision, text
    >>> clause = Clause("x", provisions=(Provision(text=text("[may] [shall / may] [XX] [date] [...] [Option 1: no]")),))
    >>> [kind(clause, bracket).value for bracket in scan(clause).brackets]
    ['plain', 'alternative', 'placeholder', 'placeholder', 'empty', 'option']
    """
    if bracket.holders and bracket.holders.status == Meaning.DELETION:
        return BracketKind.DELETION
    words = words_in(clause, bracket)
    if _NOTHING.fullmatch(words):
        return BracketKind.EMPTY
    if _PLACEHOLDER.fullmatch(words.strip()):
        return BracketKind.PLACEHOLDER
    if is_option(words.lstrip(" [*")):
        return BracketKind.OPTION
    if (bracket.holders and bracket.holders.alternative) or len(choices(words)) > 1:
        return BracketKind.ALTERNATIVE
    return BracketKind.PLAIN


def is_option(words: str) -> bool:
    """Whether words begin as an option does.

    >>> is_option("Option 1: No State"), is_option("Alt. 2"), is_option("Optional")
    (True, True, False)
    """
    found = parse(split(words)[0])
    return found is not None and bool(found.word)


def choices(words: str) -> tuple[str, ...]:
    """The alternatives that slashes part, outside inner brackets; one where nothing is to choose.

    >>> choices("shall/should/may"), choices("decision 1/CP.17"), choices("and/or"), choices("a / [b / c]")
    (('shall', 'should', 'may'), ('decision 1/CP.17',), ('and/or',), ('a', '[b / c]'))
    """
    spans = choice_spans(words)
    return tuple(words[start:end].strip() for start, end in spans) if len(spans) > 1 else (words,)


def choice_spans(words: str) -> list[tuple[int, int]]:
    """Where the alternatives stand that slashes part.

    >>> choice_spans("shall / may")
    [(0, 5), (8, 11)]
    """
    if _NO_CHOICE.fullmatch(words.strip()):
        return [(0, len(words))]
    depth, start = 0, 0
    found: list[tuple[int, int]] = []
    slashes = {each.start(): each.end() for each in _SLASH.finditer(words)}
    for at, char in enumerate(words):
        depth += (char == "[") - (char == "]")
        if depth == 0 and at in slashes:
            found.append((start, at))
            start = slashes[at]
    return [*found, (start, len(words))]


def words_in(clause: Clause, bracket: Bracket) -> str:
    """The words between "[" and "]", labels too, each provision on its line."""
    start, end = bracket.start, bracket.end
    texts, labels = clause.texts, (clause.label, *(provision.label for provision in clause.provisions))
    lines = []
    for unit in range(start.unit, end.unit + 1):
        label = labels[unit + 1] if unit + 1 < len(labels) else ""
        seen = "".join(
            atom.chars if isinstance(atom, Run) else "\ufeff" if isinstance(atom, Holders) else "\ufffc"
            for atom in texts[unit + 1]
        )
        lines.append(" ".join(filter(None, (_within(label, unit, False, bracket), _within(seen, unit, True, bracket)))))
    return "\n".join(lines).replace("\ufeff", "")


def _within(chars: str, unit: int, in_text: bool, bracket: Bracket) -> str:
    inside = (char for at, char in enumerate(chars) if bracket.start < Point(unit, in_text, at) < bracket.end)
    return "".join(inside)
