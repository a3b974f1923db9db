"""Words set off in an instruction as provisions: a label at the head of each line, its depth by its kind."""

from __future__ import annotations

from dataclasses import replace

from instrument import labels
from instrument.labels import Label
from instrument.model import Provision, text

_OPENING = tuple('«“„"')
UNQUOTED = "the words around are in quotation marks, and the new ones are not"
TAKEN = "there is {} already: say whether to renumber, or whether it is an alternative"


def provisions(words: str, depth: int, is_labelled: bool = True) -> list[Provision]:
    """The provisions that the lines of a passage are, the first at a depth.

    >>> [(p.depth, p.label) for p in provisions("2. States shall:\\n(a) clear;\\n(b) report,\\nin time.", 0)]
    [(0, '2.'), (1, '(a)'), (1, '(b)'), (1, '')]
    """
    made: list[Provision] = []
    levels: list[tuple[int, Label | None]] = []
    for line in words.split("\n"):
        label, rest = labels.split(line.strip()) if is_labelled else ("", line.strip())
        if not rest and label:
            label, rest = "", label
        at = _depth(label, levels, depth)
        made.append(Provision(at, label, text(rest)))
    return made


def _depth(label: str, levels: list[tuple[int, Label | None]], depth: int) -> int:
    """How deep a line stands: beside the last label that it goes on from, else below the line before."""
    if not levels:
        levels.append((depth, labels.parse(label) if label else None))
        return depth
    if not label:
        return levels[-1][0]
    for index in range(len(levels) - 1, -1, -1):
        before = levels[index][1]
        if before and any(_goes_on(before, reading) for reading in labels.readings(label)):
            del levels[index + 1 :]
            levels[index] = (levels[index][0], _reading(label, before))
            return levels[index][0]
    deeper = levels[-1][0] + (levels[-1][1] is not None or len(levels) == 1)
    levels.append((deeper, labels.parse(label)))
    return deeper


def _goes_on(before: Label, reading: Label) -> bool:
    dress = (before.system, before.before, before.after) == (reading.system, reading.before, reading.after)
    return dress and reading.numbers >= before.numbers


def _reading(label: str, before: Label) -> Label | None:
    return next((each for each in labels.readings(label) if _goes_on(before, each)), labels.parse(label))


def is_unquoted(words: str, around: str) -> bool:
    """Whether words without a quotation mark come where one begins the paragraph.

    >>> is_unquoted("States shall clear.", "« States shall report. »")
    True
    """
    return around.lstrip().startswith(_OPENING) and not words.lstrip().startswith(_OPENING)


def labelled(made: list[Provision], label: str) -> list[Provision]:
    """Provisions of which the first has a label, its own if it brought one."""
    return [made[0] if made[0].label else replace(made[0], label=label), *made[1:]] if made else made


def dressed(number: str, like: str) -> str:
    """A label as its neighbours wear theirs.

    >>> dressed("3 bis", "3."), dressed("c", "(b)")
    ('3 bis.', '(c)')
    """
    parsed, other = labels.parse(number), labels.parse(like)
    if parsed is None or other is None:
        return number
    return labels.show(replace(parsed, before=other.before, after=other.after))
