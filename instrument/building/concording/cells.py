"""The words of a filled cell as the text of a unit: its label, references, notes, holders and cells found again.

A translator sees what is printed; what stands behind it is taken from the original, and what cannot be is said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from instrument.concord.style import rendered
from instrument.concord.units import Unit
from instrument.labels import designate, designation, number, readings, split
from instrument.model import Atom, Cell, Clause, Holders, Note, Reference, Run, Text, cut, plain, text
from instrument.papers.translation import CELL_GAP
from instrument.problem import Problem, Severity, Where

_NOTE = re.compile(r"\[\^([^\]\s]+)\]")
Cite = Callable[[Reference], str]


@dataclass(slots=True)
class Filling:
    """A cell while it is read: its place in the table, its language, and how references print there."""

    where: str
    language: str
    cite: Cite
    problems: list[Problem] = field(default_factory=list)

    def say(self, code: str, message: str, hint: str = "", severity: Severity = Severity.WARNING) -> None:
        self.problems.append(Problem(code, severity, Where(self.where), message, hint))

    def labelled(self, content: Text, unit: Unit) -> tuple[str, Text]:
        """The label of a provision and its words; one that is not written is that of the original, as written here."""
        own = rendered(unit.label, self.language, unit.cited)
        chars = plain(content)
        if own and chars.startswith(own):
            return own, cut(content, _after(chars, len(own)), len(chars) + len(content))
        typed, _ = split(chars)
        if not typed:
            return own, content
        if not any(str(each.numbers[-1]) in unit.cited for each in readings(typed.strip("[]"))):
            wanted = f'"{unit.label}"' if unit.label else "none"
            self.say("label", f'the label "{typed}" was written where the original has {wanted}', "see which is meant")
        return typed, cut(content, _after(chars, len(typed)), len(chars) + len(content))

    def designated(self, content: Text, clause: Clause) -> tuple[str, Text]:
        """The designation of a clause and its heading, in the language of the cell."""
        kind, printed = designation(clause.label)
        if not clause.label or kind is None:
            return clause.label, content
        chars, own = plain(content), designate(kind, printed, self.language)
        ends = [found.end() for found in re.finditer(r"[^\s—–:]+", chars)][:4]
        for end in sorted({*ends, len(own) if chars.startswith(own) else 0}, reverse=True):
            said, theirs = designation(chars[:end])
            if end and said is kind and number(theirs) is not None and _same(theirs, printed):
                rest = re.compile(r"[\s—–:]*").match(chars, end)
                return chars[:end], cut(content, rest.end() if rest else end, len(chars) + len(content))
        return own, content

    def filled(self, content: Text, original: Text, notes: Mapping[str, object]) -> Text:
        """The words with what stands behind them in the original: references, notes, cells, holders."""
        found = text(*self._notes(content, original, notes))
        found = text(*self._references(found, original))
        return text(*self._holders(text(*self._cells(found, original)), original))

    def _notes(self, content: Text, original: Text, notes: Mapping[str, object]) -> Iterator[Atom]:
        marked = Counter(atom.name for atom in original if isinstance(atom, Note))
        for atom in content:
            if not isinstance(atom, Run):
                yield atom
                continue
            for at, part in enumerate(_NOTE.split(atom.chars)):
                if at % 2 == 0:
                    yield Run(part, atom.marks)
                elif part in notes:
                    marked[part] -= 1
                    yield Note(part)
                else:
                    self.say("note", f'"[^{part}]" marks no note of the original; it stands as words')
                    yield Run(f"[^{part}]", atom.marks)
        for name in +marked:
            self.say("note", f'the note "{name}" is not marked', f"write [^{name}] where it belongs")

    def _references(self, content: Text, original: Text) -> Iterator[Atom]:
        """Live references where the words print what those of the original print, as often as there."""
        wanted = Counter(atom for atom in original if isinstance(atom, Reference))
        cites: dict[str, Reference] = {}
        chars = plain(content)
        for reference in sorted(wanted, key=lambda each: -len(self.cite(each))):
            cited = self.cite(reference)
            times = len(re.findall(rf"{re.escape(cited)}(?!\w)", chars)) if cited else 0
            if times == wanted[reference]:
                cites[cited] = reference
            else:
                much = "does not stand in the words" if not times else f"stands in the words {times} times"
                message = f'"{cited}", which leads to {reference.target}, {much}: no reference is live there'
                self.say("reference", message)
            chars = chars.replace(cited, "\0") if cited else chars
        pattern = "|".join(rf"{re.escape(each)}(?!\w)" for each in cites)
        for atom in content:
            if not cites or not isinstance(atom, Run):
                yield atom
                continue
            for part in re.split(f"({pattern})", atom.chars):
                known = cites.get(part)
                yield Reference(known.clause, known.anchor, atom.marks) if known else Run(part, atom.marks)

    def _cells(self, content: Text, original: Text) -> Iterator[Atom]:
        wanted = sum(isinstance(atom, Cell) for atom in original)
        if not wanted:
            yield from content
            return
        if plain(content).count(CELL_GAP) != wanted:
            message = f"the row has {wanted + 1} cells in the original, and another number here"
            self.say("cells", message, f'part the cells by "{CELL_GAP}"', Severity.ERROR)
        for atom in content:
            if not isinstance(atom, Run):
                yield atom
                continue
            for at, part in enumerate(atom.chars.split(CELL_GAP)):
                yield from (Cell(),) if at else ()
                yield Run(part, atom.marks)

    def _holders(self, content: Text, original: Text) -> Iterator[Atom]:
        """Holders after the brackets, in the order of the original."""
        held = _held(original)
        typed = [atom for atom in content if isinstance(atom, Holders)]
        if typed and typed != [each for each in held if each]:
            names = "; ".join(name for each in typed for name in (*each.by, *each.against))
            self.say("holders", f"the brackets are held as it was written, by {names}, and otherwise in the original")
        if typed or not any(held):
            yield from content
            return
        if plain(content).count("]") != len(held):
            names = "; ".join(dict.fromkeys(name for each in held if each for name in (*each.by, *each.against)))
            message = f"{len(held)} brackets close in the original and {plain(content).count(']')} here"
            self.say("holders", f"{message}: who holds which is not known", f"name them by hand: {names}")
            yield from content
            return
        if len(set(held)) > 1:
            self.say("holders", "the brackets took their holders in the order of the original", severity=Severity.GUESS)
        left = iter(held)
        for atom in content:
            if not isinstance(atom, Run):
                yield atom
                continue
            for part in re.split(r"(\])", atom.chars):
                yield Run(part, atom.marks)
                if part == "]" and (holders := next(left)):
                    yield holders


def _held(content: Text) -> list[Holders | None]:
    """Who holds each bracket that closes, in order."""
    found: list[Holders | None] = []
    for atom in content:
        if isinstance(atom, Run):
            found += [None] * atom.chars.count("]")
        elif isinstance(atom, Holders) and found:
            found[-1] = atom
    return found


def _after(chars: str, at: int) -> int:
    """Where the words begin that follow a label."""
    return at + len(chars[at:]) - len(chars[at:].lstrip())


def _same(one: str, other: str) -> bool:
    read = [number(each) for each in (one, other)]
    return bool(read[0] and read[1] and (read[0].numbers, read[0].suffix) == (read[1].numbers, read[1].suffix))
