"""The words of a Word file as pandoc reads them, and how many of them a redline marks."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Indel

_CHANGES = {"insertion", "deletion"}
_BLOCKS = {"Para", "Plain", "Header", "Note"}
_SPACES = {"Space", "SoftBreak", "LineBreak"}
# What stands between spaces, and each bracket.
_WORD = re.compile(r"[\[\]]|[^\s\[\]]+")
Said = tuple[str, frozenset[str]]


def words(path: Path, changes: str) -> list[str]:
    """The words of a file with its changes taken by pandoc as "accept" or "reject" says."""
    return _WORD.findall("".join(chars for chars, _ in _said(path, changes)))


def marked(path: Path) -> int:
    """How many words pandoc shows in insertions and deletions; one of which only a part is in one counts as one."""
    pieces = list(_said(path, "all"))
    return sum(_touched(pieces, kept, gone) for kept, gone in (("insertion", "deletion"), ("deletion", "insertion")))


def fewest(old: Path, new: Path) -> int:
    """How many words must be marked at least, as a longest common subsequence of the plain texts has it."""
    return int(Indel.distance(words(old, "accept"), words(new, "accept")))


def _touched(pieces: list[Said], kept: str, gone: str) -> int:
    """The words of one text that have something in a change of its own."""
    here = [(chars, kept in changes) for chars, changes in pieces if gone not in changes]
    flags = [is_marked for chars, is_marked in here for _ in chars]
    return sum(any(flags[word.start() : word.end()]) for word in _WORD.finditer("".join(chars for chars, _ in here)))


def _said(path: Path, changes: str) -> Iterator[Said]:
    command = ["pandoc", f"--track-changes={changes}", "-f", "docx", "-t", "json", str(path)]
    found = subprocess.run(command, capture_output=True, check=True)
    yield from _under(json.loads(found.stdout)["blocks"], frozenset())


def _under(node: Any, changes: frozenset[str]) -> Iterator[Said]:
    """What stands under an element of pandoc's tree, each with the changes it stands in."""
    if isinstance(node, list):
        for each in node:
            yield from _under(each, changes)
    elif isinstance(node, dict):
        kind, content = node["t"], node.get("c")
        if kind == "Str":
            yield str(content), changes
        elif kind in _SPACES:
            yield " ", changes
        elif kind == "Span":
            (_, classes, _), inside = content
            yield from _under(inside, changes | (_CHANGES & {*classes}))
        else:
            yield from _under(content, changes)
            yield from [(" ", changes)] if kind in _BLOCKS else []
