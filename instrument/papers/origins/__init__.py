"""A text that says of its words where they come from: in footnotes, or beside the words where a page can do that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from instrument.changes.items import Part
from instrument.history.values import Blame, Gone, Line, Origin
from instrument.model import Clause, Reference, Text, plain
from instrument.paper import Block, Chars, Inline, Link, NoteMark, Paper, Paragraph, Revision, Style, Table
from instrument.papers.assembly import number_articles
from instrument.papers.blocks import blocks
from instrument.papers.house import HOUSES
from instrument.papers.origins.telling import Teller
from instrument.papers.setting import Setting
from instrument.problem import Read
from instrument.references import printed
from instrument.words import words

_FEW = 10  # so many words are quoted whole
TONES = 8  # so many tints tell the drafts apart; more begin again


def paper(
    blamed: Blame, lines: Sequence[Line], teller: Teller, name: str, *,
    noted: bool = True, profile: str = "un", audience: str = "internal",
) -> Read[Paper]:  # fmt: skip
    """Lines of a text with the origin of their words, in footnotes where `noted`, else beside the words.

    Where they stand beside the words, words that were taken out stand struck through in their places. Delegations are
    named as sponsors of proposals alone, not as holders of brackets.
    """
    numbered = number_articles(blamed.text)
    house = HOUSES.get(teller.language, HOUSES["en"])
    press = _Press(numbered, house, profile, "none", blamed=blamed, teller=teller, noted=noted)
    for line in lines:
        press.lines.setdefault((line.place.clause, line.place.part), []).append(line)
    title = teller.words.title.format(name)
    said = teller.words.legend.format(teller.draft(blamed.drafts[0])) + (teller.words.noted if noted else "")
    body = [block for clause in numbered for block in press.clause(clause)]
    rest = press.rest() if len(lines) == len(blamed.lines) else ()
    tones = () if noted else tuple(_tones(blamed, lines, teller))
    head = (Paragraph(Style.TITLE, (Chars(title),)), Paragraph(Style.LEGEND, (Chars(said), *tones)))
    told = Paper(title, blamed.text.language, (*head, *body, *rest), tuple(press.notes), audience=audience)
    return Read(told, tuple(press.problems))


def _tones(blamed: Blame, lines: Sequence[Line], teller: Teller) -> Iterator[Chars]:
    """Which tone tells of which draft, line by line, the oldest first and those of other branches last."""
    found = {origin.draft: None for line in lines for origin in line.origins}
    for draft in sorted(found, key=lambda draft: _order(blamed, draft)):
        if draft != blamed.drafts[0]:
            said = teller.words.first.format(teller.draft(draft))
            yield Chars("\u2028")
            yield Chars(teller.draft(draft), aside=said, tone=_tone(blamed, draft))


def _order(blamed: Blame, draft: str) -> int:
    return blamed.drafts.index(draft) if draft in blamed.drafts else len(blamed.drafts)


def _tone(blamed: Blame, draft: str) -> int:
    """The tone of a draft; those of another branch share the last."""
    return _order(blamed, draft) % TONES if draft in blamed.drafts else TONES - 1


@dataclass(slots=True)
class _Press(Setting):
    """Sets the words of lines in runs of one origin; `lines` are those that are told of, by clause and part."""

    blamed: Blame = field(kw_only=True)
    teller: Teller = field(kw_only=True)
    noted: bool = field(kw_only=True)
    lines: dict[tuple[str, Part], list[Line]] = field(default_factory=dict)
    _cells: dict[tuple[str, int | None], int] = field(default_factory=dict)  # the words of a row that are set already

    def clause(self, clause: Clause) -> Iterator[Block]:
        """The blocks of those of a clause's lines that are told of; what is said of a whole line follows it."""
        headings, provisions, notes = (
            self.lines.get((clause.id, part), []) for part in (Part.HEADING, Part.PROVISION, Part.NOTE)
        )
        if not (headings or provisions or notes):
            return
        shown = tuple(clause.provisions[line.place.index] for line in provisions)
        heading = clause.heading if headings else ()
        said = iter([*(headings[:1] if clause.label or heading else []), *provisions])
        for block in blocks(replace(clause, heading=heading, provisions=shown), self):
            yield block
            if isinstance(block, Paragraph) and (headings or block.style not in (Style.ARTICLE, Style.PART)):
                yield from self._beside(next(said))
            elif isinstance(block, Table):
                for _ in block.rows:
                    yield from self._beside(next(said))
        for line in notes:
            yield from self._note(line, clause)

    def set(self, content: Text, clause: Clause, place: int | None = None) -> tuple[Inline, ...]:
        lines = self.lines.get((clause.id, Part.HEADING if place is None else Part.PROVISION), [])
        if not lines:
            return Setting.set(self, content, clause, place)
        line, done = lines[place or 0], self._cells.get((clause.id, place), 0)
        cell = replace(line, text=content)
        size = len(cell.words)
        self._cells[clause.id, place] = done + size + 1
        gone = tuple(replace(each, at=each.at - done) for each in line.gone if done <= each.at <= done + size)
        return tuple(self._inlines(replace(cell, origins=line.origins[done : done + size], gone=gone), clause, place))

    def rest(self) -> Iterator[Block]:
        """The clauses that are gone, and the proposals that touch nothing that stands."""
        if self.blamed.clauses:
            yield Paragraph(Style.ARTICLE, (Chars(self.teller.words.clauses),))
        for name, pieces in groupby(self.blamed.clauses, key=lambda each: each[0]):
            said = ". ".join(self._quoted(gone, "") for _, gone in pieces)
            yield Paragraph(Style.NOTE, (Chars(f"{name}: {said}."),))
        if self.blamed.proposals:
            yield Paragraph(Style.NOTE, (Chars(self.teller.beside(self.blamed.proposals)),))

    def _inlines(self, line: Line, clause: Clause, place: int | None) -> Iterator[Inline]:
        if not line.words:
            yield from Setting.set(self, line.text, clause, place)
        said: list[str] = []  # what the note after the last words is about
        for at, piece, origin in line.runs({gone.at for gone in line.gone} if not self.noted else ()):
            if said:
                yield self._noted(said.pop())
            if not self.noted:
                yield from self._struck(line, at, clause)
            yield from self._told(Setting.set(self, piece, clause, place), origin)
            if self.noted and not self._is_first(origin) and _is_worded(piece):
                quoted = self.teller.words.quote.format(_short(self._words(piece, clause.id)))
                said = [f"{quoted} {self.teller.origin(origin)}"]
        if self.noted:
            said += [self._quoted(gone, clause.id) for gone in line.gone if _is_worded(gone.text)]
            yield from [self._noted(". ".join(said))] if said else []
        else:
            yield from self._struck(line, len(line.words), clause)

    def _told(self, inlines: Sequence[Inline], origin: Origin) -> Iterator[Inline]:
        tone = _tone(self.blamed, origin.draft)
        aside = "" if self.noted else self.teller.origin(origin)
        for inline in inlines:
            is_told = isinstance(inline, Chars | Link) and aside
            yield replace(inline, aside=aside, tone=tone) if is_told and not isinstance(inline, NoteMark) else inline

    def _struck(self, line: Line, at: int, clause: Clause) -> Iterator[Inline]:
        """What stood before a word and was taken out."""
        for gone in line.gone:
            if gone.at == at and (chars := printed(gone.text, self.instrument, clause.id, self.profile)):
                said = f"{self.teller.origin(gone.origin)} – {self.teller.gone(gone)}"
                yield Chars(f" {' '.join(filter(None, (gone.label, chars)))} ", revision=Revision("delete", said))

    def _beside(self, line: Line) -> Iterator[Paragraph]:
        if line.proposals:
            yield Paragraph(Style.NOTE, (Chars(self.teller.beside(line.proposals)),), depth=1)

    def _note(self, line: Line, clause: Clause) -> Iterator[Paragraph]:
        """The words of a note that are not those of the first draft: a note bears no further notes."""
        told = [(piece, origin) for _, piece, origin in line.runs() if not self._is_first(origin)]
        quote = self.teller.words.quote
        said = [f"{quote.format(self._words(piece, clause.id))} {self.teller.origin(origin)}" for piece, origin in told]
        said += [self._quoted(gone, clause.id) for gone in line.gone]
        if said:
            name = clause.notes[line.place.index].name
            yield Paragraph(Style.NOTE, (Chars(f"[{name}] {self.teller.words.between.join(said)}"),))
        yield from self._beside(line)

    def _noted(self, said: str) -> NoteMark:
        self.notes.append((Chars(f"{said}."),))
        return NoteMark(len(self.notes) - 1)

    def _quoted(self, gone: Gone, clause: str) -> str:
        called = " ".join(filter(None, (gone.label, self._words(gone.text, clause))))
        quoted = self.teller.words.quote.format(_short(called))
        return f"{quoted} {self.teller.origin(gone.origin)} – {self.teller.gone(gone)}"

    def _words(self, content: Text, clause: str) -> str:
        return printed(content, self.instrument, clause, self.profile).strip()

    def _is_first(self, origin: Origin) -> bool:
        """Whether words stood in the first draft and nothing more is to be said of them."""
        return origin == Origin(self.blamed.drafts[0])


def _is_worded(content: Text) -> bool:
    """Whether a text is more than brackets and marks."""
    return any(isinstance(atom, Reference) for atom in content) or any(map(str.isalnum, words(plain(content))))


def _short(said: str) -> str:
    """Words as a note quotes them: of many the first and the last.

    >>> _short("The steps to be taken, for as long as the extension lasts, to protect the people.")
    'The steps to be … protect the people.'
    """
    parts = said.split()
    return said if len(parts) <= _FEW else " ".join([*parts[:4], "…", *parts[-3:]])
