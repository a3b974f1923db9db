"""What the drafting rules found, on the text itself: beside the words, and as a list at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from instrument.model import Clause, Instrument, Text, cut, length
from instrument.paper import Block, Chars, Inline, Link, Paper, Paragraph, Style, Table
from instrument.papers.assembly import number_articles
from instrument.papers.blocks import blocks
from instrument.papers.house import HOUSES
from instrument.papers.setting import Setting
from instrument.problem import Problem, Read, Severity

# A provision of a clause, or its heading for None.
Unit = tuple[str, int | None]
_NAMES = {
    Severity.ERROR: ("error", "errors"), Severity.WARNING: ("warning", "warnings"),
    Severity.GUESS: ("guess", "guesses"), Severity.INFO: ("remark", "remarks"),
}  # fmt: skip
_TONES = {Severity.ERROR: 1, Severity.WARNING: 2, Severity.GUESS: 3, Severity.INFO: 3}


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of the characters `start` to `end` of a text; offsets count as `model.length` counts."""

    start: int
    end: int
    problem: Problem

    @property
    def said(self) -> str:
        problem = self.problem
        hint = f"\n{problem.hint}" if problem.hint else ""
        return f"{problem.message[:1].upper()}{problem.message[1:]} [{problem.code}]{hint}"


def findings_paper(
    instrument: Instrument,
    remarks: Mapping[Unit, Sequence[Remark]],
    problems: Sequence[Problem],
    name: str,
    profile: str,
) -> Read[Paper]:
    """A text with what was found in it beside the words, and all of it in a table at the end.

    `remarks` are by clause and provision; `problems` are all that is to be listed, in reading order.
    """
    numbered = number_articles(instrument)
    house = HOUSES.get(instrument.language, HOUSES["en"])
    setting = _Remarked(numbered, house, profile, "inline", remarks=remarks)
    title = f"Findings on {name}"
    head = (Paragraph(Style.TITLE, (Chars(title),)), Paragraph(Style.LEGEND, (Chars(count(problems)),)))
    body = [block for clause in numbered for block in blocks(clause, setting)]
    paper = Paper(title, instrument.language, (*head, *body, *_listed(problems)), tuple(setting.notes))
    return Read(paper, tuple(setting.problems))


def count(problems: Sequence[Problem]) -> str:
    """How many findings there are, the gravest first.

    >>> from instrument.problem import Where
    >>> count([Problem("lone-item", Severity.WARNING, Where(), "alone")] * 2)
    '2 warnings.'
    """
    often = Counter(problem.severity for problem in problems)
    said = [f"{often[each]} {_NAMES[each][often[each] != 1]}" for each in Severity if often[each]]
    return ", ".join(said) + "." if said else "Nothing was found."


def _listed(problems: Sequence[Problem]) -> Iterator[Block]:
    if problems:
        yield Paragraph(Style.ARTICLE, (Chars("All findings"),))
        head = tuple(_cell(words) for words in ("Where", "Rule", "Finding"))
        rows = (tuple(map(_cell, (each.where.name, each.code, _told(each)))) for each in problems)
        yield Table((head, *rows), header=1, widths=(25, 20, 55))


def _told(problem: Problem) -> str:
    quoted = f"“{problem.words}”: " if problem.words else ""
    return f"{quoted}{problem.message}" + (f" ({problem.hint})" if problem.hint else "")


def _cell(words: str) -> tuple[Paragraph, ...]:
    return (Paragraph(Style.PROVISION, (Chars(words),)),)


@dataclass(slots=True)
class _Remarked(Setting):
    """Sets a text in pieces, each with what is said of it."""

    remarks: Mapping[Unit, Sequence[Remark]] = field(kw_only=True)
    _set: dict[Unit, int] = field(default_factory=dict)  # how much of a row is set already

    def set(self, content: Text, clause: Clause, place: int | None = None) -> tuple[Inline, ...]:
        remarks = self.remarks.get((clause.id, place), ())
        begin = self._set.get((clause.id, place), 0)
        size = length(content)
        self._set[clause.id, place] = begin + size + 1
        inlines: list[Inline] = []
        for start, end in _pieces(remarks, begin, begin + size):
            inside = [each for each in remarks if each.start < end and start < each.end]
            piece = Setting.set(self, cut(content, start - begin, end - begin), clause, place)
            inlines += [_with_aside(inline, inside) for inline in piece]
        return tuple(inlines)


def _pieces(remarks: Sequence[Remark], start: int, end: int) -> Iterator[tuple[int, int]]:
    bounds = {at for each in remarks for at in (each.start, each.end) if start < at < end}
    marks = sorted({start, end, *bounds})
    return pairwise(marks)


def _with_aside(inline: Inline, remarks: Sequence[Remark]) -> Inline:
    if not remarks or not isinstance(inline, Chars | Link):
        return inline
    tone = min(_TONES[each.problem.severity] for each in remarks)
    return replace(inline, aside="\n".join(each.said for each in remarks), tone=tone)
