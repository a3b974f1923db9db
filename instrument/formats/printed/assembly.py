"""Divisions to clauses: titles and preambles, headings, ids, notes, and what is wrong with the numbering."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from instrument import brackets
from instrument.formats.printed.designations import ends_sentence, identity
from instrument.formats.printed.divisions import Division, order
from instrument.formats.printed.headings import boundary
from instrument.formats.printed.markers import opening
from instrument.formats.printed.paragraph import Paragraph, join, tidy, wording
from instrument.formats.printed.provisions import Placed, provisions
from instrument.formats.printed.report import Place, Report, excerpt
from instrument.formats.printed.vocabulary import RECITAL_OPENERS
from instrument.model import Clause, Footnote, Kind, Note, Run, Text
from instrument.recitals import openings

Notes = Mapping[str, tuple[Text, Place]]

_LONGEST_HEADING = 400
_LONGEST_TITLE = 800
_DASH = re.compile(r"[–—-]\s*(?!\s*\d)")
_BRACKET = re.compile(r"\[\^[^\[\]\s]+\]|[\[\]]")


def clauses(divisions: list[Division], language: str, notes: Notes, report: Report) -> tuple[Clause, ...]:
    """The clauses of a text, from its divisions in order."""
    assembly = _Assembly(language, notes, report, headed(divisions))
    for at, division in enumerate(divisions):
        if division.kind is Kind.TITLE:
            following = divisions[at + 1].kind if at + 1 < len(divisions) else None
            assembly.front(division, following)
        else:
            assembly.add(division)
    return tuple(assembly.found)


def headed(divisions: list[Division]) -> bool:
    """Whether the articles of a text have headings: then one that seems to have none may run on into its text."""
    bare = [division for division in divisions if division.kind is Kind.ARTICLE and division.label]
    return sum(bool(division.rest) or _is_heading(division) for division in bare) * 4 >= len(bare) > 0


@dataclass(slots=True)
class _Assembly:
    language: str
    notes: Notes
    report: Report
    headed: bool
    found: list[Clause] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    annex: str = ""
    article: tuple[int, ...] = ()

    def front(self, division: Division, following: Kind | None) -> None:
        """What stands before the first designation: the title, then the preamble unless that has its own word."""
        body = list(division.body)
        self.annex, self.article = "", ()
        title = self._title(body)
        if following is Kind.PREAMBLE:
            preface, body = body, []
        else:
            below = (at for at, one in enumerate(body) if not (one.level or (following and _is_above(one))))
            cut = next(below, len(body))
            preface, body = body[:cut], body[cut:]
        if title or preface:
            self._clause(Division(Kind.TITLE), title, preface)
        if body and following is None:
            self.report.guess("no-article", body[0].place(0), "no article was found: the whole text is one clause")
            self._clause(Division(Kind.ARTICLE), None, body, id="text")
        elif body:
            self.add(Division(Kind.PREAMBLE, body=body))

    def add(self, division: Division) -> None:
        if division.kind is Kind.PREAMBLE:
            self._preamble(division)
            return
        if division.kind is Kind.ARTICLE and division.number:
            self._check_order(division)
        heading, body = self._heading(division)
        self._clause(division, heading, body)
        if division.kind is Kind.ANNEX:
            self.annex, self.article = self.found[-1].id + "-", ()

    def _title(self, body: list[Paragraph]) -> Paragraph | None:
        """Takes the title from the first paragraphs, if they hold one."""
        first = body[0] if body else None
        if first is None or not (first.level or _may_be_title(first)):
            return None
        title = body.pop(0)
        while body and _goes_on(title, body[0]):
            self.report.guess("title", body[0].place(0), f'"{excerpt(body[0].chars)}" is read as part of the title')
            title = join(title, body.pop(0))
        return title

    def _preamble(self, division: Division) -> None:
        body = [division.rest, *division.body] if division.rest else division.body
        self._clause(division, None, [recital for paragraph in body for recital in self._recitals(paragraph)])

    def _recitals(self, paragraph: Paragraph) -> list[Paragraph]:
        pattern = _recital(self.language)
        starts = [0, *(found.end() for found in pattern.finditer(paragraph.chars))] if pattern else [0]
        recitals = [paragraph.part(low, high) for low, high in zip(starts, [*starts[1:], None], strict=True)]
        for recital in recitals[1:]:
            self.report.guess(
                "recital", recital.place(0), f'"{excerpt(recital.chars, 20)}" begins a recital within a line'
            )
        return recitals

    def _heading(self, division: Division) -> tuple[Paragraph | None, list[Paragraph]]:
        """The heading of a clause and the paragraphs of its text."""
        rest, body = division.rest, division.body
        if rest and (dash := _DASH.match(rest.chars)):
            self.report.leave_out(rest.place(0), dash[0].strip(), "it only joins a designation and its heading")
            rest = rest.part(dash.end()) if dash.end() < len(rest.chars) else None
        if rest is None:
            if _is_heading(division):
                return body[0], body[1:]
            if not (self.headed and division.label and body and _may_run_on(division)):
                return None, body
            rest, body = body[0], body[1:]
        if not ends_sentence(rest.chars) or division.kind in (Kind.PART, Kind.SECTION):
            return rest, body
        return self._run_on(rest, body)

    def _run_on(self, line: Paragraph, body: list[Paragraph]) -> tuple[Paragraph | None, list[Paragraph]]:
        at = boundary(line.chars, self.language)
        if at:
            message = f'the heading is read as ending before "{excerpt(line.chars[at:], 30)}"'
            self.report.guess("heading", line.place(at), message)
            return line.part(0, at), [line.part(at), *body]
        if at is None:
            message = f'"{excerpt(line.chars)}" may begin with a heading: it is left in the text'
            self.report.guess("heading", line.place(0), message)
        return None, [line, *body]

    def _check_order(self, division: Division) -> None:
        last, here = self.article, order(division.number)
        label = division.label or division.body[0]
        if last and here[0] > last[0] + 1:
            message = f'"{label.chars}" follows article {last[0]}: what stands between is missing or was not recognised'
            self.report.warn("article-order", label.place(0), message)
        elif last and here <= last:
            self.report.warn("article-order", label.place(0), f'"{label.chars}" comes after article {last[0]}')
        self.article = here

    def _clause(self, division: Division, heading: Paragraph | None, body: list[Paragraph], id: str = "") -> None:
        placed = provisions(body, division.kind, self.language, self.notes, self.report)
        clause = Clause(
            self._id(id or self._prefix(division.kind) + identity(division.kind, division.number)),
            division.kind,
            tidy(division.label.chars.strip()) if division.label else "",
            wording(heading, self.notes) if heading else (),
            tuple(one.provision for one in placed),
        )
        texts = (clause.heading, *(provision.text for provision in clause.provisions))
        marked = dict.fromkeys(atom.name for content in texts for atom in content if isinstance(atom, Note))
        clause = replace(clause, notes=tuple(Footnote(name, self.notes[name][0]) for name in marked))
        self._check_brackets(clause, heading, placed)
        self.found.append(clause)

    def _prefix(self, kind: Kind) -> str:
        return self.annex if kind in (Kind.ARTICLE, Kind.SECTION, Kind.PART) else ""

    def _id(self, wanted: str) -> str:
        id, count = wanted, 1
        while id in self.ids:
            count += 1
            id = f"{wanted}-{count}"
        self.ids.add(id)
        return id

    def _check_brackets(self, clause: Clause, heading: Paragraph | None, placed: list[Placed]) -> None:
        """Reports each bracket without a partner at its place in the source."""
        texts = [*(one.provision.text for one in placed), *(note.text for note in clause.notes)]
        for point, char in brackets.scan(clause).loose:
            if point.unit >= len(placed):
                place = self.notes[clause.notes[point.unit - len(placed)].name][1]
            elif point.unit == brackets.HEADING:
                place = heading.place(0) if heading else (0, 0)
            elif not point.in_text:
                place = placed[point.unit].place
            else:
                before = _chars(texts[point.unit])[: point.offset].count(char)
                place = _bracket_place(placed[point.unit].body, char, before)
            self.report.problems.append(brackets.unbalanced(char, self.report.where(place)))


def _chars(content: Text) -> str:
    """A text with one character for each atom that is none, as the places of brackets count."""
    return "".join(atom.chars if isinstance(atom, Run) else "\0" for atom in content)


def _bracket_place(body: Paragraph, char: str, before: int) -> Place:
    found = [bracket.start() for bracket in _BRACKET.finditer(body.chars) if bracket[0] == char]
    return body.place(found[before] if before < len(found) else 0)


def _may_be_title(paragraph: Paragraph) -> bool:
    chars = paragraph.chars
    return len(chars) <= _LONGEST_TITLE and not chars.endswith((",", ";", ":", "，", "،")) and not opening(chars)[0]


def _is_above(paragraph: Paragraph) -> bool:
    """Whether a line below the title still belongs to it: no recital and no sentence."""
    return _may_be_title(paragraph) and not ends_sentence(paragraph.chars)


def _goes_on(title: Paragraph, line: Paragraph) -> bool:
    """Whether a line directly below a title is part of it."""
    return not title.level and line.attached and _is_above(title) and _may_be_title(line)


def _is_heading(division: Division) -> bool:
    """Whether the line below a designation is its heading: short, without a label, and no sentence."""
    if division.rest or not division.label or not division.body:
        return False
    first = division.body[0]
    if first.level:
        return True
    alone = len(division.body) == 1 and division.kind is Kind.ARTICLE
    short = len(first.chars) <= _LONGEST_HEADING and not ends_sentence(first.chars)
    return short and not alone and _may_run_on(division)


def _may_run_on(division: Division) -> bool:
    first = division.body[0]
    return not first.row and not opening(first.chars)[0]


@cache
def _recital(language: str) -> re.Pattern[str] | None:
    """Where a recital ends and the next begins, for a preamble that runs on in one line."""
    if language not in RECITAL_OPENERS:
        return None
    openers = [*openings(language), *map(re.escape, RECITAL_OPENERS[language])]
    boundary = "" if language == "zh" else r"(?!\w)"
    return re.compile(rf"[,;،，；]\s*(?=(?:{'|'.join(openers)}){boundary})")
