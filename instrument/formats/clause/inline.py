"""The words of one line, both ways: `shall *not*[^1] use {@definitions#remnants}` and its atoms."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from instrument import holders
from instrument.model import PLAIN, Atom, Cell, Holders, Mark, Marks, Note, Reference, Run, Text, text

NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
ESCAPED = r"\[\]{}*^#%+.()|\\ "
_TOKEN = re.compile(
    rf"""
      \\(?P<escaped>[{ESCAPED}])
    | (?P<backslash>\\)
    | (?P<stars>\*+)
    | \[\^(?P<note>[^\]\s\[^]+)\]
    | \{{@(?P<clause>{NAME})(?:\#(?P<anchor>{NAME}))?\}}
    | (?P<reference>\{{@)
    | (?P<holders>{holders.STARTS})
    | (?P<cell>[ ]?\|[ ]?)
    | (?P<bracket>[\[\]])
    | (?P<chars>(?:[^\\*\[\]{{| ]|[ ](?!\|))+|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_STARS: dict[int, Marks] = {
    1: frozenset({Mark.ITALIC}), 2: frozenset({Mark.BOLD}), 3: frozenset({Mark.ITALIC, Mark.BOLD}),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slip:
    """Something wrong in a line, `offset` characters in."""

    offset: int
    code: str
    message: str
    hint: str = ""


@dataclass(slots=True)
class Line:
    """What was read of a line: its atoms, its slips, and where in the source each bracket (by its offset in the text)
    and each note mark (by its name) stands."""

    atoms: list[Atom] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)
    brackets: dict[int, int] = field(default_factory=dict)
    notes: dict[str, int] = field(default_factory=dict)
    marks: Marks = PLAIN
    length: int = 0

    def add(self, atom: Atom, width: int = 1) -> None:
        self.atoms.append(atom)
        self.length += width

    @property
    def text(self) -> Text:
        return text(*self.atoms)


def read(source: str) -> Line:
    """Reads a line's words; what is wrong is kept as it stands and said in the slips."""
    line, position, opened = Line(), 0, 0
    while position < len(source):
        token = _TOKEN.match(source, position)
        assert token is not None  # the last alternative takes any character
        position = token.end()
        if token["stars"]:
            opened = token.start()
            _toggle(line, token)
        elif token["bracket"]:
            line.brackets[line.length] = token.start()
            line.add(Run(token["bracket"], line.marks))
        elif token["holders"]:
            position = _hold(line, source, token.start())
        else:
            _take(line, token)
    if line.marks:
        line.slips.append(Slip(opened, "unclosed-emphasis", "the emphasis is never closed", r"close it, or write \*"))
    return line


def _take(line: Line, token: re.Match[str]) -> None:
    if token["note"]:
        line.notes.setdefault(token["note"], token.start())
        line.add(Note(token["note"]))
    elif token["clause"]:
        line.add(Reference(token["clause"], token["anchor"] or "", line.marks))
    elif token["cell"]:
        line.add(Cell())
    else:
        chars = token["escaped"] or token[0]
        line.add(Run(chars, line.marks), len(chars))
    if token["backslash"]:
        line.slips.append(
            Slip(token.start(), "unknown-escape", r'"\" escapes nothing here', r"write \\ for a backslash")
        )
    if token["reference"]:
        hint = r"write {@clause-id} or {@clause-id#anchor}, or \{ for a brace"
        line.slips.append(Slip(token.start(), "bad-reference", "this is not a reference", hint))


def _toggle(line: Line, token: re.Match[str]) -> None:
    stars = len(token["stars"])
    if stars > 3:
        hint = r"write \* for an asterisk"
        line.slips.append(Slip(token.start(), "too-many-asterisks", f"{stars} asterisks are no emphasis", hint))
        line.add(Run(token["stars"], line.marks), stars)
    else:
        line.marks = line.marks ^ _STARS[stars]


def _hold(line: Line, source: str, start: int) -> int:
    last = line.atoms[-1] if line.atoms else None
    found, end = holders.read(source, start)
    if not isinstance(last, Run) or not last.chars.endswith("]"):
        found = 'holders stand right after the "]" they hold'
    if isinstance(found, Holders):
        line.add(found)
        return end
    hint = r'write {by="Delegation A; Delegation B"}, or \{ for a brace'
    line.slips.append(Slip(start, "bad-holders", found, hint))
    line.add(Run("{", line.marks))
    return start + 1


def write(content: Text) -> str:
    """The words of a text as a line has them, with what would be misread escaped.

    >>> write(text("shall ", Run("not", frozenset({Mark.ITALIC})), " use 2 * {@x}"))
    'shall *not* use 2 \\\\* \\\\{@x}'
    """
    written, marks = "", PLAIN
    for atom in content:
        wanted = atom.marks if isinstance(atom, Run | Reference) else marks
        written += _stars(marks ^ wanted)
        marks = wanted
        match atom:
            case Run(chars):
                written += _escape(chars)
            case Reference():
                written += f"{{@{atom.target}}}"
            case Note(name):
                written += f"[^{name}]"
            case Holders():
                written += holders.write(atom)
            case Cell():
                written += " | " if written else "| "
    if content and isinstance(content[-1], Cell):
        written = written.removesuffix(" ")
    return _guard(written + _stars(marks))


def _guard(written: str) -> str:
    """The spaces at either end escaped: at the edge of a line a plain space is no text."""
    if written.endswith(" "):
        written = written[:-1] + "\\ "
    return "\\" + written if written.startswith(" ") else written


def _stars(changed: Marks) -> str:
    return "*" * ((Mark.ITALIC in changed) + 2 * (Mark.BOLD in changed))


def _escape(chars: str) -> str:
    return re.sub(rf"[\\*|]|\[(?=\^)|\{{(?=[@#])|{holders.STARTS}", r"\\\g<0>", chars)
