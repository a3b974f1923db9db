"""The receipt: what is kept in a tracked file of the texts that it proves and of the changes that are tracked in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from lxml.etree import _Element

from instrument.difference.phrases import counted, listed
from instrument.formats.docx.parts.markup import XML_HEADER, quoted
from instrument.formats.docx.parts.opened import Opened
from instrument.formats.docx.receipts.census import LEAVING, MOVE, Tracked
from instrument.formats.docx.receipts.transcript import Transcript, short

NAMESPACE = "urn:instrument:receipt"
VERSION = "1"


class Source(NamedTuple):
    """A file that was compared: its name without its folders, the hash of its bytes."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a reading: the hash of its text, and for each line enough of a hash to find it again."""

    sha256: str
    lines: tuple[str, ...]

    @classmethod
    def of(cls, transcript: Transcript) -> Kept:
        """What is kept of a transcript."""
        return cls(transcript.digest, tuple(map(short, transcript.entries)))


@dataclass(frozen=True, slots=True)
class Changed:
    """The tracked changes of one kind that one author made in one minute.

    `words` has enough of a hash of the words of each to find it again; `count` is their number, several paragraphs of
    one move being one.
    """

    kind: str
    author: str
    date: str
    words: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a tracked file proves: rejected, it reads as `base`; accepted, as `result`. `tool` wrote it."""

    tool: str
    base: Source
    result: Source
    rejected: Kept
    accepted: Kept
    changes: tuple[Changed, ...]


def gathered(tracked: Iterable[Tracked]) -> tuple[Changed, ...]:
    """Changes by kind, author and minute, in the order in which each of these first occurs."""
    groups: dict[tuple[str, str, str], list[Tracked]] = {}
    for each in tracked:
        groups.setdefault((each.kind, each.author, each.date), []).append(each)
    return tuple(
        Changed(*key, tuple(short(each.words) for each in group), _count(key[0], group))
        for key, group in groups.items()
    )


def _count(kind: str, group: list[Tracked]) -> int:
    if kind != MOVE:
        return len(group)
    return len({each.move or (each.part, each.number) for each in group})


def without(some: Iterable[Tracked], others: Counter[tuple[str, str, str, str]]) -> list[Tracked]:
    """Those of some changes that are not among the others, each of which is the same as one of them at most."""
    left = Counter(others)
    found = []
    for each in some:
        key = each.kind, each.author, each.date, short(each.words)
        if left[key]:
            left[key] -= 1
        else:
            found.append(each)
    return found


def counts(changes: Iterable[Changed]) -> str:
    """Changes by author.

    >>> kinds = (("insertion", "A", 2), ("deletion", "A", 1), ("move", "B", 1))
    >>> counts(Changed(kind, author, "", (), number) for kind, author, number in kinds)
    '2 insertions and 1 deletion by A; 1 move by B'
    """
    by: dict[str, dict[str, int]] = {}
    for each in changes:
        if each.kind != LEAVING:  # the other end of a move
            kinds = by.setdefault(each.author, {})
            kinds[each.kind] = kinds.get(each.kind, 0) + each.count
    told = {author: listed([counted(many, kind) for kind, many in kinds.items()]) for author, kinds in by.items()}
    return "; ".join(f"{kinds} by {author or 'nobody named'}" for author, kinds in told.items())


def receipt_xml(receipt: Receipt) -> str:
    """A receipt as the XML of a part."""
    lines = [f'{XML_HEADER}<receipt xmlns="{NAMESPACE}" version="{VERSION}" tool={quoted(receipt.tool)}>']
    for name, source in (("base", receipt.base), ("result", receipt.result)):
        lines.append(f"<{name} name={quoted(source.name)} sha256={quoted(source.sha256)}/>")
    for name, kept in (("rejected", receipt.rejected), ("accepted", receipt.accepted)):
        lines.append(f"<{name} sha256={quoted(kept.sha256)}>{' '.join(kept.lines)}</{name}>")
    for each in receipt.changes:
        said = f'kind={quoted(each.kind)} author={quoted(each.author)} date={quoted(each.date)} count="{each.count}"'
        lines.append(f"<changes {said}>{' '.join(each.words)}</changes>")
    return "\n".join([*lines, "</receipt>\n"])


def part_of(file: Opened) -> str:
    """The part that holds a file's receipt; "" where it has none."""
    return next((part for part in file.related("customXml") if file.root(part).tag == _name("receipt")), "")


def stored(file: Opened) -> Receipt | None:
    """The receipt in a file, if it has one; what is missing in a damaged one is empty, and proves nothing."""
    part = part_of(file)
    if not part:
        return None
    root = file.root(part)
    base, result = (Source(_get(root, name, "name"), _get(root, name, "sha256")) for name in ("base", "result"))
    rejected, accepted = (
        Kept(_get(root, name, "sha256"), _words(root.find(_name(name)))) for name in ("rejected", "accepted")
    )
    changes = tuple(
        Changed(
            each.get("kind", ""),
            each.get("author", ""),
            each.get("date", ""),
            words := _words(each),
            _number(each, len(words)),
        )
        for each in root.iterfind(_name("changes"))
    )
    return Receipt(str(root.get("tool", "")), base, result, rejected, accepted, changes)


def bare(name: str) -> str:
    r"""A file's name without its folders.

    >>> bare(r"C:\\drafts\\old.docx"), bare("drafts/new.docx")
    ('old.docx', 'new.docx')
    """
    last = re.split(r"[/\\]", name)[-1]
    return "".join(char if char.isprintable() else "?" for char in last)


def _name(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _get(root: _Element, name: str, key: str) -> str:
    found = root.find(_name(name))
    return "" if found is None else str(found.get(key, ""))


def _words(element: _Element | None) -> tuple[str, ...]:
    return () if element is None else tuple((element.text or "").split())


def _number(element: _Element, otherwise: int) -> int:
    count = str(element.get("count", ""))
    return int(count[:9]) if count.isdecimal() else otherwise
