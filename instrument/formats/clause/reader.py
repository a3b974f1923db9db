"""Reads `.clause` text: every word in its place, and every error at once with its line, column and hint."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from instrument.brackets import HEADING, scan, unbalanced
from instrument.formats.clause import front as front_matter
from instrument.formats.clause import heading as heading_line
from instrument.formats.clause import inline
from instrument.formats.clause.front import FENCE, Front
from instrument.labels import split
from instrument.model import Clause, Footnote, Instrument, Kind, Provision
from instrument.problem import Problem, Read, Severity, Where
from instrument.tables import Source

NOTE = re.compile(r"\[\^([^\]\s\[^]+)\]:(?: |$)")
LABEL = re.compile(r'\{label="((?:[^"\\]|\\.)*)"\}(?: |$)')
_ANCHOR = re.compile(rf"(?:^| )\{{#({inline.NAME})\}}$")
_BAD_ANCHOR = re.compile(r"(?<!\\)\{#[^}]*\}$")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class ClauseFile:
    """A clause and what its file says of it."""

    clause: Clause
    front: Front = Front()


@dataclass(slots=True)
class _Unit:
    """Where a heading, provision or note stands: its line, and the columns of its label and of each bracket."""

    number: int
    label: int
    text: int
    line: inline.Line


@dataclass(slots=True)
class _Sheet:
    """The lines of a source while they are read; line numbers count from 0."""

    name: str
    lines: Sequence[str]
    problems: list[Problem] = field(default_factory=list)
    units: dict[int, _Unit] = field(default_factory=dict)
    provisions: list[Provision] = field(default_factory=list)
    notes: dict[str, tuple[Footnote, _Unit]] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)

    def where(self, number: int, column: int = 0) -> Where:
        return Where(self.name, number + 1, column + 1, self.lines[number])

    def say(
        self, code: str, number: int, column: int, message: str, hint: str = "", severity: Severity = Severity.ERROR
    ) -> None:
        self.problems.append(Problem(code, severity, self.where(number, column), message, hint))


def read(source: str, name: str = "", id: str = "", language: str = "") -> Read[ClauseFile]:
    r"""The one clause that a text holds; `id` and `language` are what its path says.

    >>> read("## Article 1 — Use\n\n1. Each State Party [shall\n", "use/first.clause", "use").problems[0].message
    '"[" is never closed'
    """
    lines = source.split("\n")
    first, *others = _ranges(lines)
    found = _read_clause(name, lines, first, id, language)
    problems = list(found.problems)
    for start, _ in others:
        where = Where(name, start + 1, 1, lines[start])
        message = "a second clause begins here and is not read"
        problems.append(Problem("several-clauses", Severity.ERROR, where, message, "put it in a file of its own"))
    return Read(found.value, tuple(problems))


def read_instrument(source: str, name: str = "") -> Read[Instrument]:
    """The instrument that a file of one or many clauses holds; each gives its id in its front matter."""
    lines = source.split("\n")
    files = [_read_clause(name, lines, between, "", "") for between in _ranges(lines)]
    problems = [problem for file in files for problem in file.problems]
    seen: set[str] = set()
    for file, (start, _) in zip(files, _ranges(lines), strict=True):
        id = file.value.clause.id
        if not id or id in seen:
            message = f'the id "{id}" is given twice' if id else "this clause has no id"
            where = Where(name, start + 1, 1, lines[start])
            hint = 'give each clause its own id in front matter: id = "clearance"'
            problems.append(Problem("clause-id", Severity.ERROR, where, message, hint))
        seen.add(id)
    language = next((file.value.front.language for file in files if file.value.front.language), "en")
    return Read(Instrument(tuple(file.value.clause for file in files), language), tuple(problems))


def _ranges(lines: list[str]) -> list[tuple[int, int]]:
    """Where each clause begins and ends: at every opening fence."""
    fences = [number for number, line in enumerate(lines) if line == FENCE]
    starts = fences[::2]
    if not starts or any(line.strip(" ") for line in lines[: starts[0]]):
        starts = [0, *starts]
    return list(zip(starts, [*starts[1:], len(lines)], strict=True))


def _read_clause(name: str, lines: list[str], between: tuple[int, int], id: str, language: str) -> Read[ClauseFile]:
    sheet = _Sheet(name, lines)
    number, end = between
    front = Front()
    if lines[number] == FENCE:
        front, number = _read_front(sheet, number, end, id, language)
    clause = _read_heading(sheet, number, end, Clause(id or front.id), front)
    provisions = list(sheet.provisions)
    if sheet.comments and provisions:
        provisions[-1] = replace(provisions[-1], comments=(*provisions[-1].comments, *sheet.comments))
    elif sheet.comments:
        clause = replace(clause, comments=(*clause.comments, *sheet.comments))
    notes = tuple(note for note, _ in sheet.notes.values())
    clause = replace(clause, provisions=tuple(provisions), notes=notes)
    _check_notes(sheet, clause)
    _check_anchors(sheet, clause)
    _check_brackets(sheet, clause)
    ordered = sorted(sheet.problems, key=lambda problem: (problem.where.line, problem.where.column))
    return Read(ClauseFile(clause, front), tuple(ordered))


def _read_front(sheet: _Sheet, start: int, end: int, id: str, language: str) -> tuple[Front, int]:
    close = next((number for number in range(start + 1, end) if sheet.lines[number] == FENCE), end)
    source = Source(sheet.name, "\n" * (start + 1) + "\n".join(sheet.lines[start + 1 : close]))
    if close == end:
        sheet.say("front-matter", start, 0, "the front matter is never closed", "end it with a line of +++")
    found = front_matter.read(source)
    sheet.problems += found.problems
    for key, path, said in (("id", id, found.value.id), ("language", language, found.value.language)):
        if path and said and path != said:
            message = f'the {key} "{said}" disagrees with the path, which says "{path}"'
            sheet.problems.append(source.error("front-matter-disagrees", message, (key,)))
    return found.value, min(close + 1, end)


def _read_heading(sheet: _Sheet, number: int, end: int, clause: Clause, front: Front) -> Clause:
    """Reads on from the front matter: comments, the heading line if there is one, and everything after it."""
    number, apart = _read_first_comments(sheet, number, end)
    marked = number < end and sheet.lines[number].startswith("#")
    heading = heading_line.read(_trimmed(sheet, number, sheet.lines[number])) if marked else None
    kind = heading.kind if heading else None
    if heading:
        clause = replace(clause, label=heading.label, heading=heading.text)
        apart = len(sheet.comments)
        sheet.units[HEADING] = _Unit(number, heading.column - len(heading.label), heading.column, heading.line)
        _tell(sheet, sheet.units[HEADING])
        number += 1
    clause = replace(clause, comments=tuple(sheet.comments[:apart]))
    del sheet.comments[:apart]
    for rest in range(number, end):
        _read_line(sheet, rest)
    if front.kind is None and kind is None:
        at = sheet.units[HEADING].number if heading else min(number, end - 1)
        hint = 'give it in front matter: kind = "final"'
        sheet.say("no-kind", at, 0, "nothing tells what kind of clause this is", hint)
    label = clause.label if front.label is None else front.label
    if front.label is not None and heading:
        clause = replace(clause, heading=inline.read(heading.whole).text)
    return replace(clause, kind=front.kind or kind or Kind.ARTICLE, label=label)


def _read_first_comments(sheet: _Sheet, number: int, end: int) -> tuple[int, int]:
    """The line after the comments that come first, and how many of them a blank line sets apart from it."""
    apart = 0
    while number < end:
        if not sheet.lines[number].strip(" "):
            apart = len(sheet.comments)
        elif not _is_comment(sheet, number):
            break
        number += 1
    return number, apart


def _is_comment(sheet: _Sheet, number: int) -> bool:
    line = sheet.lines[number].lstrip(" ")
    if not line.startswith("%%"):
        return False
    sheet.comments.append(line[2:].removeprefix(" "))
    return True


def _read_line(sheet: _Sheet, number: int) -> None:
    source = sheet.lines[number]
    if not source.strip(" ") or _is_comment(sheet, number):
        return
    for control in _CONTROL.finditer(source):
        message = f"the control character U+{ord(control[0]):04X} cannot be published"
        sheet.say("control-character", number, control.start(), message, "delete it", Severity.WARNING)
    if heading_line.read(source):
        message, hint = "a heading counts only on the first line; this is text", "write \\# for a number sign"
        sheet.say("late-heading", number, 0, message, hint, Severity.WARNING)
    body = _trimmed(sheet, number, source)
    note = NOTE.match(body)
    if note:
        _read_note(sheet, number, note, body)
    else:
        _read_provision(sheet, number, body)


def _trimmed(sheet: _Sheet, number: int, source: str) -> str:
    """The line without the spaces at its end; an escaped one is text."""
    body = source.rstrip(" ")
    if body.endswith("\\") and (len(body) - len(body.rstrip("\\"))) % 2 and body != source:
        body += " "
    if body != source:
        message = "the spaces at the end of this line are not read"
        hint = r"write \ and a space to keep one"
        sheet.say("trailing-space", number, len(body), message, hint, Severity.WARNING)
    return body


def _read_note(sheet: _Sheet, number: int, found: re.Match[str], body: str) -> None:
    unit = _Unit(number, 0, found.end(), inline.read(body[found.end() :]))
    if found[1] in sheet.notes:
        sheet.say("note-twice", number, 0, f"the note {found[1]} is given twice; this one is not read")
        return
    sheet.notes[found[1]] = Footnote(found[1], unit.line.text), unit
    _tell(sheet, unit)


def _read_provision(sheet: _Sheet, number: int, source: str) -> None:
    indent = len(source) - len(source.lstrip(" "))
    depth, body, start = indent // 2, source[indent:], indent
    _check_indent(sheet, number, indent, body)
    explicit = LABEL.match(body)
    if explicit:
        label, rest = re.sub(r"\\(.)", r"\1", explicit[1]), body[explicit.end() :]
    else:
        label, rest = split(body)
    start += len(body) - len(rest)
    anchor = _ANCHOR.search(rest)
    if anchor:
        rest = rest[: anchor.start()]
    elif bad := _BAD_ANCHOR.search(rest):
        hint = "an anchor is lower-case letters, digits and hyphens: {#extension}"
        sheet.say("bad-anchor", number, start + bad.start(), "this is not an anchor", hint)
    unit = _Unit(number, indent, start, inline.read(rest))
    sheet.units[len(sheet.provisions)] = unit
    name = anchor[1] if anchor else ""
    sheet.provisions.append(Provision(depth, label, unit.line.text, name, tuple(sheet.comments)))
    sheet.comments.clear()
    _tell(sheet, unit)


def _check_indent(sheet: _Sheet, number: int, indent: int, body: str) -> None:
    depth = indent // 2
    deepest = sheet.provisions[-1].depth + 1 if sheet.provisions else 0
    hint = "indent by two spaces a level"
    if body[0].isspace():
        sheet.say("indent", number, indent, f"U+{ord(body[0]):04X} is no indentation", hint)
    elif indent % 2:
        sheet.say("indent", number, indent, f"{indent} spaces are no whole number of levels", hint)
    elif depth > deepest:
        message = f"this line is at level {depth}, but level {deepest} is the deepest possible here"
        sheet.say("skipped-depth", number, indent, message, hint)


def _tell(sheet: _Sheet, unit: _Unit) -> None:
    for slip in unit.line.slips:
        sheet.say(slip.code, unit.number, unit.text + slip.offset, slip.message, slip.hint)


def _check_notes(sheet: _Sheet, clause: Clause) -> None:
    marked: set[str] = set()
    for unit in (*sheet.units.values(), *(unit for _, unit in sheet.notes.values())):
        for name, offset in unit.line.notes.items():
            marked.add(name)
            if name not in sheet.notes:
                hint = f"add it at the end of the file: [^{name}]: …"
                sheet.say("no-note", unit.number, unit.text + offset, f"the note {name} has no words", hint)
    for name, (_, unit) in sheet.notes.items():
        if name not in marked:
            message = f"nothing marks the note {name}"
            sheet.say("unmarked-note", unit.number, 0, message, severity=Severity.WARNING)


def _check_anchors(sheet: _Sheet, clause: Clause) -> None:
    seen: set[str] = set()
    for index, provision in enumerate(clause.provisions):
        if provision.anchor in seen:
            sheet.say("anchor-twice", sheet.units[index].number, 0, f'the anchor "{provision.anchor}" is given twice')
        seen.add(provision.anchor or f"~{index}")


def _check_brackets(sheet: _Sheet, clause: Clause) -> None:
    units = {**sheet.units, **dict(enumerate((u for _, u in sheet.notes.values()), start=len(clause.provisions)))}
    for point, char in scan(clause).loose:
        unit = units.get(point.unit, _Unit(0, 0, 0, inline.Line()))  # a label given in front matter has no line
        column = unit.text + unit.line.brackets.get(point.offset, 0) if point.in_text else unit.label + point.offset
        sheet.problems.append(unbalanced(char, sheet.where(unit.number, column)))
