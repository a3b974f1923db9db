"""A file while it is scrubbed: its parts as they are now, and what was removed so far."""

from __future__ import annotations

import codecs
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from instrument.formats.docx.parts import editing
from instrument.formats.docx.parts.opened import Opened, relations, resolved
from instrument.formats.docx.parts.package import Relation
from instrument.formats.docx.parts.sessions import drop
from instrument.formats.docx.parts.tree import local, parse, serialized
from instrument.problem import Problem, Severity, Where

# How XML begins whose letters are two bytes each.
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(slots=True)
class Scrubbing:
    """The file as it came, its parts as they are now, and what there is to say."""

    file: Opened
    parts: dict[str, bytes] = field(init=False)
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.parts = dict(self.file.parts)

    def root(self, part: str) -> _Element:
        return parse(self.parts[part], self.file.name, part, self.file.limits)

    def put(self, part: str, root: _Element) -> None:
        self.parts[part] = serialized(root)

    def ties(self, part: str) -> list[Relation]:
        """What a part is tied to now; "" is the package."""
        return relations(self.parts, part, self.file.name, self.file.limits)

    def tied(self, part: str, kind: str) -> Iterator[str]:
        """The parts that a part is tied to by a kind of relation."""
        for tie in self.ties(part):
            target = resolved(posixpath.dirname(part), tie.target)
            if tie.type.rpartition("/")[2] == kind and not tie.external and target in self.parts:
                yield target

    def word_parts(self, *having: bytes) -> Iterator[str]:
        """The parts in XML that have any of some bytes, or may have them in another encoding than most."""
        for part, xml in list(self.parts.items()):
            is_xml = part.lower().endswith(".xml") or part == self.file.main
            if is_xml and (xml.startswith(_WIDE) or any(each in xml for each in having)):
                yield part

    def remove(self, gone: Iterable[str], what: str) -> None:
        """Take parts out, with all that ties them to others."""
        gone = set(gone)
        editing.remove(self.parts, gone)
        for part in sorted(gone):
            self.report(part, f"removed: {what}")

    def drop(self, part: str, name: str, what: str) -> None:
        """Take the elements of a name out of a part, and say how many there were."""
        root = self.root(part)
        found = [element for element in root.iter() if local(element) == name]
        for element in found:
            drop(element)
        if found:
            self.report(part, f"removed: {what} ({len(found)})")
            self.put(part, root)

    def report(self, part: str, message: str, code: str = "scrubbed", hint: str = "") -> None:
        self.problems.append(Problem(code, Severity.WARNING, Where(f"{self.file.name}/{part}"), message, hint))
