"""An open package in which some parts are changed and all others stay as they are."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from instrument.formats.docx.parts.markup import R
from instrument.formats.docx.parts.opened import Opened, relations, resolved
from instrument.formats.docx.parts.package import CONTENT_TYPES, PACKAGE_RELATIONS, Relation, pack
from instrument.formats.docx.parts.tree import parse, serialized

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_SMALL = 1 << 14  # headers; pictures are larger
_EMPTY = f'<Relationships xmlns="{PACKAGE_RELATIONS}"/>'.encode()


@dataclass(slots=True)
class Ledger:
    """The parts of a file, and the trees of those that were opened to be changed."""

    file: Opened
    trees: dict[str, _Element] = field(default_factory=dict)
    added: dict[str, bytes] = field(default_factory=dict)
    _ties: dict[str, dict[str, Relation]] = field(default_factory=dict)

    def tree(self, part: str) -> _Element:
        """The tree of a part, to be changed."""
        if part not in self.trees:
            if part == self.file.main:
                self.trees[part] = self.file.document
            else:
                data = self.added.get(part) or self.file.parts[part]
                self.trees[part] = parse(data, self.file.name, part, self.file.limits)
        return self.trees[part]

    def ties(self, part: str) -> dict[str, Relation]:
        """What a part is tied to, by id."""
        if part not in self._ties:
            self._ties[part] = {
                tie.id: tie for tie in relations(self.file.parts, part, self.file.name, self.file.limits)
            }
        return self._ties[part]

    def digests(self, part: str) -> Mapping[str, str]:
        """What the ids of a part's relations stand for: other parts by what is in them, addresses as they are."""
        return _Digests(self, part)

    def target(self, part: str, tie: Relation) -> str:
        return resolved(posixpath.dirname(part), tie.target)

    def related(self, kind: str) -> str:
        """The part of a kind that the main document is tied to, "" if there is none."""
        main = self.file.main
        found = (self.target(main, tie) for tie in self.ties(main).values() if tie.type == relation(kind))
        return next((part for part in found if part in self.file.parts or part in self.added), "")

    def tie(self, part: str, type: str, target: str, external: bool = False) -> str:
        """Tie a part to another one, or to an address; the id is given back."""
        ties = self.ties(part)
        if not external:
            # Not every program understands a target that begins at the root of the package.
            target = posixpath.relpath(target, posixpath.dirname(part) or ".")
        for id, tie in ties.items():
            if (tie.type, tie.target, tie.external) == (type, target, external):
                return id
        id = next(name for number in range(1, len(ties) + 2) if (name := f"rId{number}") not in ties)
        ties[id] = Relation(id, type, target, external)
        listed = posixpath.join(posixpath.dirname(part), "_rels", f"{posixpath.basename(part)}.rels")
        if listed not in self.file.parts and listed not in self.added:
            self.added[listed] = _EMPTY
        root = self.tree(listed)
        made = root.makeelement(f"{{{PACKAGE_RELATIONS}}}Relationship", {"Id": id, "Type": type, "Target": target})
        if external:
            made.set("TargetMode", "External")
        root.append(made)
        return id

    def add(self, part: str, data: bytes, type: str) -> None:
        """Put a new part in."""
        self.added[part] = data
        types = self.tree(CONTENT_TYPES)
        types.append(types.makeelement(f"{{{_TYPES}}}Override", {"PartName": f"/{part}", "ContentType": type}))

    def free(self, part: str) -> str:
        """The name of a part, or one like it that no part has yet."""
        stem, dot, ending = part.rpartition(".")
        names = (part, *(f"{stem}-{number}{dot}{ending}" for number in range(1, len(self.added) + 1000)))
        return next(name for name in names if name not in self.file.parts and name not in self.added)

    def type_of(self, part: str) -> str:
        """The content type of a part."""
        root = parse(self.file.parts[CONTENT_TYPES], self.file.name, CONTENT_TYPES)
        ending = part.rpartition(".")[2].lower()
        for each in root:
            if each.get("PartName") == f"/{part}":
                return str(each.get("ContentType"))
        found = (each.get("ContentType") for each in root if str(each.get("Extension", "")).lower() == ending)
        return str(next(found, "application/octet-stream"))

    def packed(self, marked: Container[str] = ()) -> bytes:
        """The file with its changed parts, those that are `marked` and others; one only looked into stays as it is."""
        changed = {
            part: serialized(root)
            for part, root in self.trees.items()
            if part in marked or self._is_changed(part, root)
        }
        return pack({**self.file.parts, **self.added, **changed})

    def _is_changed(self, part: str, root: _Element) -> bool:
        before = self.file.parts.get(part)
        if before is None:
            return True
        source = parse(before, self.file.name, part, self.file.limits)
        return etree.tostring(root, method="c14n") != etree.tostring(source, method="c14n")


class _Digests(Mapping[str, str]):
    """What the ids that a part has now stand for: few are ever asked for, and a picture takes long."""

    def __init__(self, ledger: Ledger, part: str) -> None:
        self._ledger, self._part, self._ties = ledger, part, dict(ledger.ties(part))
        self._known: dict[str, str] = {}

    def __getitem__(self, id: str) -> str:
        if id not in self._known:
            self._known[id] = self._digest(self._ties[id])
        return self._known[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ties)

    def __len__(self) -> int:
        return len(self._ties)

    def _digest(self, tie: Relation) -> str:
        data = None if tie.external else self._ledger.file.parts.get(self._ledger.target(self._part, tie))
        if data is None:
            return tie.target
        if len(data) <= _SMALL:
            return data.hex()
        from hashlib import sha256  # which few files need

        return sha256(data).hexdigest()


def relation(kind: str) -> str:
    """The type of a relation by its short name; that of others is given in full."""
    return kind if "/" in kind else f"{R}/{kind}"
