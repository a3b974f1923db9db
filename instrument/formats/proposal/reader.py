"""Reads `.proposal` text: every word in its place, and every error at once with its line, column and hint."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from instrument.changes import Changes, from_json
from instrument.formats.proposal import front as front_matter
from instrument.formats.proposal import sections
from instrument.formats.proposal.front import FENCE, Front
from instrument.formats.proposal.sections import ADOPTED, CHANGES, EXPLANATION, NAMES, Section
from instrument.problem import CannotRead, Problem, Read, Severity, Where
from instrument.proposals.proposal import Proposal, fingerprint
from instrument.tables import Source, did_you_mean

MADE = "it is made by this program: take it from the file as it was issued, or make it again"


def read(source: str, name: str = "") -> Read[Proposal]:
    r"""The proposal that a text holds.

    >>> read("+++\nagainst = 'first'\n+++\n\nDelete article 2.\n", "a.proposal").problems[0].message
    'nobody sponsors this proposal'
    """
    lines = source.removesuffix("\n").split("\n")
    front, start = _read_front(name, lines)
    parts = sections.split(lines, start)
    problems = [*front.problems, *_strange(name, lines, start, parts)]
    found: dict[str, Section] = {}
    for part in parts:
        found.setdefault(part.name, part)
    blocks = {key: _read_block(name, lines, found.get(key), problems) for key in (CHANGES, ADOPTED)}
    proposal = replace(
        front.value.proposal,
        words=parts[0].text,
        explanation=found[EXPLANATION].text if EXPLANATION in found else "",
        changes=blocks[CHANGES],
        adopted=blocks[ADOPTED],
    )
    problems += _wrong_words(name, lines, start, front.value, proposal)
    return Read(proposal, tuple(problems))


def _read_front(name: str, lines: Sequence[str]) -> tuple[Read[Front], int]:
    """The front matter, and the line after it."""
    if lines[0] != FENCE or FENCE not in lines[1:]:
        message = "the front matter is never closed" if lines[0] == FENCE else "this proposal has no front matter"
        where = Where(name, 1, 1, lines[0])
        hint = "begin with a line of +++, who proposes what and when in TOML, and another line of +++"
        empty = Front(Proposal("", ""))
        return Read(empty, (Problem("front-matter", Severity.ERROR, where, message, hint),)), 0
    close = lines.index(FENCE, 1)
    return front_matter.read(Source(name, "\n" + "\n".join(lines[1:close]))), close + 1


def _strange(name: str, lines: Sequence[str], start: int, parts: Sequence[Section]) -> Iterator[Problem]:
    """Lines that announce nothing known, and parts that come twice."""
    for number, word in sections.strangers(lines, start):
        message = f'"{word}" is no part of a proposal{did_you_mean(word, NAMES)}; the line is taken for words'
        hint = f"a part is one of: {', '.join(NAMES)}; for words, put \\ before the line"
        yield Problem("unknown-part", Severity.WARNING, Where(name, number + 1, 1, lines[number]), message, hint)
    seen: set[str] = set()
    for part in parts:
        if part.name in seen:
            where = Where(name, part.line + 1, 1, lines[part.line])
            message = f'"{part.name}" is given twice; this one is not read'
            yield Problem("part-twice", Severity.ERROR, where, message, "keep one of them")
        seen.add(part.name)


def _read_block(name: str, lines: Sequence[str], part: Section | None, problems: list[Problem]) -> Changes | None:
    if part is None:
        return None
    line, column, message = part.line, 1, ""
    try:
        return from_json(json.loads(part.text))
    except json.JSONDecodeError as error:
        line, column = min(part.line + error.lineno, len(lines) - 1), error.colno
        message = f"this is not JSON: {error.msg}"
    except CannotRead as failure:
        message = str(failure)
    where = Where(name, line + 1, column, lines[line])
    problems.append(Problem("bad-changes", Severity.ERROR, where, message, MADE))
    return None


def _wrong_words(name: str, lines: Sequence[str], start: int, front: Front, proposal: Proposal) -> Iterator[Problem]:
    at = min(start + 1, len(lines) - 1)
    where = Where(name, at + 1, 1, lines[at])
    if front.hash and front.hash != fingerprint(proposal.words):
        message = "these are not the words that were received: their hash is another one"
        hint = "put back the words as received, or take out the hash if they never were others"
        yield Problem("words-changed", Severity.ERROR, where, message, hint)
    elif not proposal.words.strip() and proposal.changes is None:
        message = "this proposal has neither words nor changes"
        yield Problem("empty-proposal", Severity.ERROR, where, message, f"write its words after the second {FENCE}")
