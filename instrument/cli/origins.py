"""A history on a terminal: a letter in the margin for each line, in braces for words that come from elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from instrument.changes.items import Part
from instrument.cli.diffing.wrapping import Span, isolated, wrap
from instrument.difference.names import clause_name
from instrument.history import Gone, Line, Origin
from instrument.model import Clause, Text
from instrument.papers.assembly import number_articles
from instrument.problem import columns
from instrument.references import printed

if TYPE_CHECKING:
    from instrument.building.blaming import Told

_MARGIN = 4
_LEAST = 20  # columns for words, however deep they stand
_COLOURS = ("green", "magenta", "cyan", "yellow", "blue", "red")
Key = Origin | tuple[str, str]  # words that went are known by what is said of them


@dataclass(slots=True)
class _Keys:
    """A letter for each origin, in the order in which they are met."""

    letters: dict[Key, str] = field(default_factory=dict)

    def letter(self, key: Key) -> str:
        if key not in self.letters:
            number, name = len(self.letters), ""
            while number >= 0:
                number, rest = divmod(number, 26)
                name, number = chr(ord("a") + rest) + name, number - 1
            self.letters[key] = name
        return self.letters[key]


def lines(told: Told, width: int) -> Iterator[str]:
    """The lines of a history, and what its letters mean."""
    page = _Page(told, width)
    yield from page.lines()
    yield from page.legend()


@dataclass(slots=True)
class _Page:
    told: Told
    width: int
    keys: _Keys = field(default_factory=_Keys)

    def lines(self) -> Iterator[str]:
        text = number_articles(self.told.blame.text)
        self.keys.letter(Origin(self.told.blame.drafts[0]))
        last = ""
        for line in self.told.lines:
            clause = text.clause(line.place.clause)
            assert clause is not None
            if clause.id != last:
                yield from [""] if last else []
                yield click.style(clause_name(clause, text.language, self.told.profile), bold=True)
                last = clause.id
            yield from self._line(line, clause)
        if len(self.told.lines) == len(self.told.blame.lines):
            yield from self._rest()

    def legend(self) -> Iterator[str]:
        teller = self.told.teller
        yield ""
        for key, letter in self.keys.letters.items():
            said = teller.origin(key) if isinstance(key, Origin) else key[1]
            yield from self._hung(f"{letter:{_MARGIN}}", [("", said)], letter)

    def _line(self, line: Line, clause: Clause) -> Iterator[str]:
        counts = Counter(self.keys.letter(origin) for origin in line.origins)
        main = counts.most_common(1)[0][0] if counts else ""
        provision = clause.provisions[line.place.index] if line.place.part is Part.PROVISION else None
        note = f"[{clause.notes[line.place.index].name}] " if line.place.part is Part.NOTE else ""
        label = f"{provision.label} " if provision and provision.label else note
        indent = "  " * provision.depth if provision else ""
        spans = list(self._spans(line, clause.id, main))
        if spans:
            yield from self._hung(f"{main:{_MARGIN}}{indent}{isolated(label)}", spans, main)
        if line.proposals:
            said = self.told.teller.beside(line.proposals)
            yield from self._hung(" " * _MARGIN + indent, [("quiet", said)])

    def _spans(self, line: Line, at: str, main: str) -> Iterator[Span]:
        """The words in runs of one origin, those that went in their places."""
        for first, piece, origin in line.runs({gone.at for gone in line.gone}):
            yield from self._gone(line, first, at)
            chars, letter = self._printed(piece, at), self.keys.letter(origin)
            bare = chars.lstrip()
            yield "", chars[: len(chars) - len(bare)]
            yield (letter, f"{{{letter} {bare}}}") if letter != main and bare else ("", bare)
        yield from self._gone(line, len(line.origins), at)

    def _gone(self, line: Line, before: int, at: str) -> Iterator[Span]:
        for gone in line.gone:
            if gone.at == before and (chars := self._printed(gone.text, at)):
                yield "gone", f" [-{self._key(gone)} {gone.label + ' ' if gone.label else ''}{chars}-]"
                yield "", " " if before == 0 else ""

    def _key(self, gone: Gone) -> str:
        teller = self.told.teller
        return self.keys.letter(("gone", f"{teller.origin(gone.origin)} – {teller.gone(gone)}"))

    def _printed(self, content: Text, at: str) -> str:
        return printed(content, self.told.blame.text, at, self.told.profile)

    def _rest(self) -> Iterator[str]:
        teller, blame = self.told.teller, self.told.blame
        if blame.clauses:
            yield from ("", click.style(teller.words.clauses, bold=True))
        for name, gone in blame.clauses:
            words = f"[-{self._key(gone)} {gone.label + ' ' if gone.label else ''}{self._printed(gone.text, '')}-]"
            yield from self._hung(" " * _MARGIN + f"{name} ", [("gone", words)])
        if blame.proposals:
            yield ""
            yield from self._hung("", [("quiet", teller.beside(blame.proposals))])

    def _hung(self, head: str, spans: list[Span], letter: str = "") -> Iterator[str]:
        """Words beside their margin; what wraps hangs under them."""
        size = columns(head)
        for number, line in enumerate(wrap(spans, max(self.width - size, _LEAST))):
            margin = click.style(head, fg=_colour(letter)) if letter and not number else " " * size if number else head
            yield (margin + "".join(_painted(*span) for span in line)).rstrip()


def _painted(style: str, chars: str) -> str:
    if not style:
        return chars
    if style == "quiet":
        return click.style(chars, dim=True)
    return (
        click.style(chars, fg="red", strikethrough=True) if style == "gone" else click.style(chars, fg=_colour(style))
    )


def _colour(letter: str) -> str | None:
    """Letters have colours, but for the first."""
    number = sum((ord(char) - ord("a") + 1) * 26**place for place, char in enumerate(reversed(letter))) - 1
    return _COLOURS[(number - 1) % len(_COLOURS)] if number > 0 else None
