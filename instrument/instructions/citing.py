"""References in instructions: "article 5, paragraph 2 (a)", "2(c)", "Art. 5.2.a", "PP8bis", "the last two indents"."""

from __future__ import annotations

from typing import cast

from instrument.instructions.elements import CLAUSES, LAST, Step, Tag, Target, Unit
from instrument.instructions.lexicon import Words
from instrument.labels.label import SUFFIX_RANKS

_SUFFIXES = frozenset(word for word in SUFFIX_RANKS if word.isascii())
_JOINS = (Tag.COMMA, Tag.AND)
_WIDEST_ROMAN = 8
_DEGREES = ("°", "º")


def place(words: Words) -> list[Target] | None:
    """The provisions that the words name from here on, or None; the words are then where they were."""
    start, begins = words.at, words.tag(words.at)
    told = [_counted] if begins in (Tag.COUNT, Tag.LETTERS) else [_named] if begins is Tag.UNIT else []
    for read in (*told, _bare):
        found = read(words)
        if found:
            return found
        words.at = start
    return None


def _counted(words: Words) -> list[Target] | None:
    """ "the first, second and third paragraphs", "the last two indents", "third preambular paragraph"."""
    counts: list[tuple[int, int]] = []
    number = _amount(words)
    while (met := words.next()) and met[0].tag is Tag.COUNT:
        words.at = met[1]
        counts.append(_range(cast(int, met[0].value), number or _amount(words)))
        number = 0
        behind = words.at
        while words.tag(words.at) in _JOINS:
            words.at += 1
        if words.tag(words.at) is not Tag.COUNT:
            words.at = behind
    met = words.next()
    if not counts or met is None or met[0].tag is not Tag.UNIT:
        return None
    words.at = met[1]
    unit = cast(Unit, met[0].value)
    return [(Step(unit, count=first, through="" if last == first else last),) for first, last in counts]


def _amount(words: Words) -> int:
    met = words.next()
    if met and met[0].tag is Tag.LETTERS and words.tag(met[1]) in (Tag.COUNT, Tag.UNIT):
        words.at = met[1]
        return int(cast(str, met[0].value))
    return 0


def _range(count: int, number: int) -> tuple[int, int]:
    """The first and last that a count means: "last two" are the last but one and the last."""
    if number < 2:
        return count, count
    return (LAST - number + 1, LAST) if count == LAST else (count, count + number - 1)


def _named(words: Words) -> list[Target] | None:
    """ "article 5", "paragraphs 3 to 5 and 7", "the chapeau"."""
    met = words.next()
    if met is None or met[0].tag is not Tag.UNIT:
        return None
    words.at = met[1]
    unit = cast(Unit, met[0].value)
    return _list(words, unit) or [(Step(unit),)]


def _bare(words: Words) -> list[Target] | None:
    """A label without a word before it: "(a)", "2(c)"; in some languages "I", "1°" and "a)"."""
    if words.lexicon.bare_labels and _is_bare(words):
        return _list(words, Unit.LABEL)
    dotted = words.word(1) == "." and words.touches(words.at + 1) and words.word(2).isdigit()
    made = words.at > 0 and words.tag(words.at - 1) is Tag.NEW
    if words.word() != "(" and not (words.word().isdigit() and (words.word(1) == "(" or dotted or made)):
        return None
    return _list(words, Unit.PARAGRAPH if words.word().isdigit() else Unit.LABEL)


def _is_bare(words: Words) -> bool:
    """Whether a Roman number, "1°" or "a)" stands here."""
    word, behind = words.word(), words.word(1) if words.touches(words.at + 1) else ""
    if word.isdigit():
        return behind in _DEGREES
    written = words.chars[words.start : words.start + len(word)] if word.isalpha() else ""
    return (written.isupper() and set(word) <= set("ivxlc")) or (len(written) == 1 and behind == ")")


def _list(words: Words, unit: Unit) -> list[Target]:
    """The labels behind a word, and those that are joined on: "3 to 5", "2 (a) and (b)"."""
    found: list[Target] = []
    while True:
        start = words.at
        while found and words.tag(words.at) in _JOINS:
            words.at += 1
        if found and (words.at == start or words.tag(words.at) is Tag.UNIT):
            words.at = start
            return found
        path = _path(words, unit, found[-1] if found else ())
        if path is None:
            words.at = start
            return found
        found.append(_through(words, path))


def _through(words: Words, path: Target) -> Target:
    """A path, up to another label where one follows "to"."""
    met = words.next()
    if met is None or words.word() not in words.lexicon.through:
        return _inside(words, path)
    start, words.at = words.at, met[1]
    last = _path(words, path[-1].unit, path)
    if last is None:
        words.at = start
        return _inside(words, path)
    final = path[-1]
    return (*path[:-1], Step(final.unit, final.label, final.count, last[-1].label))


def _inside(words: Words, path: Target) -> Target:
    """A path with what stands behind it in parentheses: "178 (line 6)"."""
    start = words.at
    if words.word() == "(":
        words.at += 1
        met = words.next()
        if met and met[0].tag is Tag.FILLER:
            words.at = met[1]
            met = words.next()
        if met and met[0].tag is Tag.UNIT:
            words.at = met[1]
            label = _core(words)
            if label and words.word() == ")":
                words.at += 1
                return (*path, Step(cast(Unit, met[0].value), label))
    words.at = start
    return path


def _path(words: Words, unit: Unit, before: Target) -> Target | None:
    """A label and those inside it: "2 (a) (ii)", "5.2.a" of an article; "(b)" goes on from the path before it."""
    opened = words.word() == "("
    first = _parenthesised(words) if opened else _core(words, unit)
    if first is None:
        return None
    if opened and before and before[-1].unit in (Unit.LABEL, Unit.ITEM):
        steps = [*before[:-1], Step(before[-1].unit, first)]
    elif unit is Unit.ARTICLE and "." in first:
        article, *inner = first.split(".")
        steps = [Step(unit, article), *(Step(Unit.LABEL, label) for label in inner)]
    else:
        lettered = unit is Unit.LINEAR and not first[0].isdigit()
        steps = [Step(Unit.ITEM if lettered else unit, first)]
    while label := _parenthesised(words) if words.word() == "(" else _closed(words):
        steps.append(Step(Unit.LABEL, label))
    return tuple(steps)


def _parenthesised(words: Words) -> str | None:
    """The label in parentheses from here on."""
    start = words.at
    words.at += 1
    label = _core(words, Unit.LABEL, inside=True)
    if label is None or words.word() != ")":
        words.at = start
        return None
    words.at += 1
    return _suffixed(words, label)


def _closed(words: Words) -> str | None:
    """A letter or a Roman number with a parenthesis behind it only, behind a label: the "c) iii)" of "2 c) iii)"."""
    word = words.word()
    is_label = word.isalpha() and word.isascii() and (len(word) == 1 or set(word) <= set("ivxlc"))
    if not is_label or words.word(1) != ")" or not words.touches(words.at + 1):
        return None
    words.at += 2
    return words.chars[words.found[words.at - 2][1] : words.found[words.at - 2][2]]


def _core(words: Words, unit: Unit = Unit.LABEL, inside: bool = False) -> str | None:
    """One label without parentheses: a number with its points, a letter, a Roman number, a number word."""
    start = words.at
    word, met = words.word(), words.next()
    if word.isdigit():
        words.at += 1
        label = word + _points(words) + _letter(words)
    elif word.isalpha() and word.isascii() and _is_letters(words, unit, inside):
        label = words.chars[words.start : words.start + len(word)]
        words.at += 1
        label += _points(words)
    elif met and met[0].tag is Tag.COUNT and unit in CLAUSES and cast(int, met[0].value) > 0:
        label, words.at = str(met[0].value), met[1]  # "article premier"
    elif met and met[0].tag is Tag.LETTERS and not inside:
        label, words.at = cast(str, met[0].value), met[1]
    else:
        return None
    if not inside and words.word() == ")" and len(label) <= 3 and words.touches(words.at) and label.isalpha():
        words.at += 1
    if words.at == start:
        return None
    return _suffixed(words, label)


def _points(words: Words) -> str:
    """What is joined to a label by points: the ".2.a" of "5.2.a"."""
    said = ""
    while words.word() == "." and words.touches(words.at) and words.touches(words.at + 1):
        after = words.word(1)
        if not after.isdigit() and len(after) > 4:
            break
        said += "." + words.chars[words.found[words.at + 1][1] : words.found[words.at + 1][2]]
        words.at += 2
    if words.word() in (*_DEGREES, "er", "re") and words.touches(words.at):
        words.at += 1
    return said


def _letter(words: Words) -> str:
    """The letter that makes a number another one: the "A" of "4A", the " a" of "1 a (new)"."""
    word = words.word()
    if len(word) != 1 or not word.isalpha():
        return ""
    glued = words.touches(words.at) and not words.touches(words.at + 1)
    if glued or words.tag(words.at + 1) is Tag.NEW:
        words.at += 1
        return words.chars[words.found[words.at - 1][1] : words.end]
    return ""


def _is_letters(words: Words, unit: Unit, inside: bool) -> bool:
    """Whether a word is a label: one letter, or a Roman number; outside parentheses, only where no sentence goes on."""
    word = words.word()
    written = words.chars[words.start : words.start + len(word)]
    roman = set(word) <= set("ivxlc") and len(word) <= _WIDEST_ROMAN
    if inside:
        return len(word) == 1 or roman or (len(word) == 2 and word[0] == word[1])
    if roman and written.isupper():
        return True
    if len(word) != 1 or not written.isascii() or unit in (Unit.PREAMBLE, Unit.CHAPEAU, Unit.HEADING, Unit.SENTENCE):
        return False
    behind = words.word(1)
    return not behind or not behind.isalpha() or words.tag(words.at + 1) in (Tag.AND, Tag.ROLE, Tag.DONE)


def _suffixed(words: Words, label: str) -> str:
    """A label with what is hung on it: "3 bis", "6 alt 2"."""
    if words.word() in _SUFFIXES:
        label += f" {words.word()}"
        words.at += 1
    if words.word() in ("alt", "alternative"):
        label += " alt"
        words.at += 1
        if words.word() == "." and words.touches(words.at):
            words.at += 1
        if words.word().isdigit():
            label += f" {words.word()}"
            words.at += 1
    return label
