"""The law of the importer: every word of a source, in order, is in the clauses or in the report.

It is checked from outside: the source is read again here, what the report says was left out is taken from its very
place, and what remains must be, word for word and in order, what the clauses hold.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from instrument.formats.printed import read
from instrument.model import Atom, Cell, Clause, Instrument, Note, Run, Text
from instrument.problem import Problem, Read
from instrument.words import words

# Markdown's own characters: they become emphasis, cells and headings, and say nothing.
_MARKUP = re.compile(r"[*_\\]")
_HEADING = re.compile(r"(\s*#{1,6})(\s*\S.*?\s*)(#*\s*)")
_DEFINITION = re.compile(r"\s*\[\^([^\[\]\s]+)\]:")
_WITHIN_WORDS = ("a tag", "a link", "control character")


def nothing_is_lost(data: bytes, name: str, language: str = "") -> Read[Instrument]:
    """Reads a source and checks the law on it."""
    result = read(data, name, language)
    check(data.decode("utf-8-sig"), name, result)
    return result


def check(source: str, name: str, result: Read[Instrument]) -> None:
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    markdown = name.endswith(".md")
    found_headings = enumerate(map(_HEADING.fullmatch, lines)) if markdown else ()
    headings = {row: heading for row, heading in found_headings if heading}
    rest = _without_reported(lines, headings, result.problems)
    marked = {note.name for clause in result.value for note in clause.notes}
    # A note is defined where its mark begins a line of the file, and still does so in what is read of it.
    defined = {row for row, line in enumerate(lines) if row not in headings and _DEFINITION.match(line)}
    body, notes, unmarked = _apart(rest, headings, defined, marked) if markdown else (rest, {}, [])
    found = [word for clause in result.value for word in _clause(clause, markdown)]
    assert _words("\n".join(body + unmarked), markdown) == found
    for clause in result.value:
        for note in clause.notes:
            assert _words("\n".join(notes[note.name]), markdown) == _words(_plain(note.text), markdown)


def _without_reported(lines: list[str], headings: dict[int, re.Match[str]], problems: tuple[Problem, ...]) -> list[str]:
    """The lines without what the report quotes, each quotation found at its place; glued words are parted."""
    rest = [_blanked(headings[row]) if row in headings else line for row, line in enumerate(lines)]
    for problem in sorted(problems, key=lambda one: (one.where.line, one.where.column), reverse=True):
        row, start = problem.where.line - 1, problem.where.column - 1
        if problem.code == "left-out":
            assert problem.words and rest[row].startswith(problem.words, start), problem
            why = problem.message.removeprefix(f'left out "{problem.words}": ')
            between = "" if why.startswith(_WITHIN_WORDS) else " "
            rest[row] = rest[row][:start] + between + rest[row][start + len(problem.words) :]
        elif problem.code == "glued":
            rest[row] = rest[row][:start] + " " + rest[row][start:]
    return rest


def _blanked(heading: re.Match[str]) -> str:
    return " " * len(heading[1]) + heading[2] + " " * len(heading[3])


def _apart(
    lines: list[str], headings: Container[int], defined: Container[int], marked: set[str]
) -> tuple[list[str], dict[str, list[str]], list[str]]:
    """The lines of the text, those of each marked note, and those of notes that nothing marks."""
    body: list[str] = []
    notes: dict[str, list[str]] = {}
    unmarked: list[str] = []
    target, blank = body, True
    for row, line in enumerate(lines):
        if row in defined and (found := _DEFINITION.match(line)):
            fresh = found[1] in marked and found[1] not in notes
            target = notes.setdefault(found[1], []) if fresh else unmarked
            line = line[found.end() :] if fresh else line
        elif (line.strip() and blank and not line[0].isspace()) or row in headings:
            target = body
        target.append(line)
        blank = not line.strip()
    return body, notes, unmarked


def _clause(clause: Clause, markdown: bool) -> Iterator[str]:
    texts = [clause.label, _plain(clause.heading)]
    for provision in clause.provisions:
        texts += [provision.label, _plain(provision.text)]
    for text in texts:
        yield from _words(text, markdown)


def _plain(text: Text) -> str:
    return "".join(map(_atom, text))


def _atom(atom: Atom) -> str:
    match atom:
        case Run():
            return atom.chars
        case Note():
            return f"[^{atom.name}]"
        case Cell():
            return " | "
    raise AssertionError(atom)


def _words(text: str, markdown: bool) -> list[str]:
    return words((_MARKUP.sub("", text) if markdown else text).replace("|", " "))
