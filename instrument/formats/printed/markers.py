"""Labels in printed lines: at their start, with or without a space behind, and within a line that runs on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from instrument import labels
from instrument.labels.vocabulary import OPTIONS

# "1)Celui", "1.Explosive", "（一）“Tool”", "1°.Les", "Option 3:Building": a label with no space behind it.
_GLUED = re.compile(r"\[*(?:[^\W\d_]{3,12} )?[(（]?[^\W_]{1,8}[°º]?[)）]?[.．:、]?")
_QUOTES = "“”\"«‘'„[《（("
_NEXT = re.compile(
    r"[;:.。；：،؛](?: (?:and|or|et|ou|y|o|u|и|или|en|of|و|أو))? +(?P<label>[(（]?[^\W_]{1,5}[)）]|\d{1,2}\.)(?= )"
)
_LONGEST = 60
_DASHED = re.compile(r"[.:؛،] +(?=-? ?(?P<number>\d{1,2}) ?-? )")


def opening(chars: str, start: int = 0) -> tuple[str, int]:
    """The label that a line has at a position, and where its text begins.

    >>> opening("(a) To use mines"), opening("1)Celui qui"), opening("e.g. mines")
    (('(a)', 4), ('1)', 2), ('', 0))
    """
    line = chars[start : start + _LONGEST]
    first = line.split(" ", 1)[0]
    if first.isalpha() and first not in OPTIONS:
        return "", start
    label, rest = labels.split(line)
    if not label:
        label, rest = _glued(line)
    return (label, start + len(line) - len(rest)) if label else ("", start)


def within(chars: str, start: int) -> Iterator[tuple[str, int, int]]:
    """What may be labels within a line: each with where it begins and where the text after it does."""
    for found in _NEXT.finditer(chars, start):
        if labels.parse(found["label"]):
            yield found["label"], found.start("label"), found.end("label") + 1


def dashed(chars: str, start: int) -> Iterator[tuple[int, int]]:
    """The numbers of paragraphs as Arabic text read by machine has them, "- 2", with where each stands."""
    for found in _DASHED.finditer(chars, start):
        yield int(found["number"]), found.end()


def _glued(line: str) -> tuple[str, str]:
    found = _GLUED.match(line)
    if not found:
        return "", line
    label, rest = found[0], line[found.end() :]
    if not rest or not _is_glued(label, rest[0]) or labels.split(f"{label} x")[0] != label:
        return "", line
    return label, rest


def _is_glued(label: str, after: str) -> bool:
    """Whether the dress of a label, and what follows it, leave no doubt: "e.g." and "1.5" are no labels."""
    if after.isspace():
        return True
    if label[-1] in ")）、．°" or label[-2:] in ("°.", ")."):
        return after.isalnum() or after in _QUOTES
    if label[-1] == ".":
        number = label[:-1].strip("[")
        sure = number[:1].isdigit() or (len(number) == 1 and number.islower())
        return sure and (after.isupper() or after in _QUOTES or after > "\u2e7f")
    return label[-1] == ":" and " " in label and (after.isalnum() or after in _QUOTES)
