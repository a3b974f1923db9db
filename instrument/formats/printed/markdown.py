"""Markdown as treaties are published in it, to paragraphs: headings, nested lists, notes, front matter, directives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from instrument.formats.printed.inline import plain
from instrument.formats.printed.paragraph import Paragraph, compose
from instrument.formats.printed.plain import begins, clean, is_rule, table_row
from instrument.formats.printed.report import Report

_HEADING = re.compile(r"(#{1,6})\s*(\S.*?)\s*#*")
_SYNTAX = re.compile(r"(?P<directive>\{:.*\})|(?P<tag>(?:<[^<>]*>\s*)+)|(?P<rule>={3,}|\*{3,}|_{3,})")
_LINK = re.compile(r"\[(?!\^)([^\[\]]+)\]:\s*\S+")
_NOTE = re.compile(r"\[\^([^\[\]\s]+)\]:\s*")
_ITEM = re.compile(r"[-*+•–—]\s|\\\*\s")
_TITLE = re.compile(r"(title:\s*[\"']?)(\S.*?)([\"']?\s*)")


@dataclass(slots=True)
class Block:
    """The lines of one paragraph, and what Markdown makes of it: a heading of a level, a note or more of it."""

    lines: list[tuple[str, int, int]]
    indent: int = 0
    level: int = 0
    defines: bool = False
    continues: bool = False
    attached: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """A note as it is defined: its name, and its paragraphs, the first one without its mark."""

    name: str
    mark: Paragraph
    paragraphs: list[Paragraph]


@dataclass(frozen=True, slots=True)
class Page:
    """The paragraphs of a Markdown file and the definitions of its notes, both in order."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    notes: list[Definition] = field(default_factory=list)


def page(report: Report) -> Page:
    """The paragraphs and notes of a Markdown file; its syntax goes to the report where it has words."""
    links = frozenset(found[1].casefold() for line in report.lines if (found := _LINK.fullmatch(line.strip())))
    read = Page()
    goes_to = read.paragraphs
    title, start = _front_matter(report)
    if title:
        read.paragraphs.append(title)
    for block in _blocks(report, start):
        paragraph = table_row(*block.lines[0]) or clean(compose(block.lines), report)
        paragraph = replace(
            plain(paragraph, links, report), indent=block.indent, level=block.level, attached=block.attached
        )
        if opening := _NOTE.match(paragraph.chars) if block.defines else None:
            goes_to = [paragraph.part(opening.end())]
            read.notes.append(Definition(opening[1], paragraph.part(0, opening.end()), goes_to))
            continue
        goes_to = goes_to if block.continues else read.paragraphs
        goes_to.append(paragraph)
    return read


def _front_matter(report: Report) -> tuple[Paragraph | None, int]:
    """The title that front matter gives, and how many lines of the file it takes; the rest of it is left out."""
    lines = report.lines
    end = next((at for at, line in enumerate(lines[1:], 1) if line.strip() in ("---", "...")), 0)
    if lines[0].strip() != "---" or not end:
        return None, 0
    title = None
    for number, line in enumerate(lines[: end + 1], 1):
        given = _TITLE.fullmatch(line) if title is None else None
        if given:
            title = Paragraph(given[2], ((0, number, given.start(2) + 1),), level=1)
        for start, chars in ((given.start(1), given[1]), (given.start(3), given[3])) if given else ((0, line),):
            if left := chars.strip():
                report.leave_out((number, start + chars.index(left) + 1), left, "front matter")
    return title, end + 1


def _blocks(report: Report, start: int) -> Iterator[Block]:
    block: Block | None = None
    blank, broken, in_note = True, False, False
    for number, line in enumerate(report.lines[start:], start + 1):
        chars = line.strip()
        column = line.index(chars) + 1
        indent = len(line[: column - 1].expandtabs(4))
        in_note = in_note and bool(not chars or indent or not blank)
        if not chars or (why := _syntax(report.lines, number, chars)):
            if chars:
                report.leave_out((number, column), chars, why)
            if block:
                yield block
            block, blank = None, True
            continue
        heading = _HEADING.fullmatch(chars)
        defines = bool(_NOTE.match(chars))
        in_note = in_note and not heading
        if block and not (heading or defines or broken or block.level or _starts(chars)):
            block.lines.append((chars, number, column))
        else:
            if block:
                yield block
            here = (heading[2], number, column + heading.start(2)) if heading else (chars, number, column)
            block = Block([here], indent, len(heading[1]) if heading else 0, defines, in_note, not blank)
        in_note = in_note or defines
        blank, broken = False, line.endswith(("  ", "\\"))
    if block:
        yield block


def _syntax(lines: list[str], number: int, chars: str) -> str:
    """Why a line is no wording but syntax; empty where it is wording."""
    if is_rule(chars):
        return "a rule"
    if chars.startswith(("* ", "- ")) and lines[number : number + 1] == ["{:toc}"]:
        return "the place of a table of contents"
    if found := _SYNTAX.fullmatch(chars):
        return f"a {found.lastgroup}"
    return "the address of a link" if _LINK.fullmatch(chars) else ""


def _starts(chars: str) -> bool:
    """Whether a line begins a paragraph though no blank line stands before it."""
    return bool(_ITEM.match(chars)) or begins(chars.replace("*", "") or chars)
