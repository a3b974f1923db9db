"""What two documents of ours say of themselves, said by the one that is marked: it holds the words of both."""

from __future__ import annotations

from instrument.formats.docx.parts.manifest import NAMESPACE, Entry, Manifest, manifest_xml
from instrument.formats.docx.parts.tree import parse
from instrument.formats.docx.reading.stored import manifest_in, stored
from instrument.formats.docx.revising.ledger import Ledger


class Manifests:
    """The manifests of the old and the new file; `holders` is how many holders the old one has."""

    def __init__(self, old: Ledger, new: Ledger) -> None:
        self._ledger = old
        self._new = stored(new.file)
        self._part = next((each for each in old.file.related("customXml") if self._is_manifest(each)), "")
        # Another hand may have written before.
        written = old.added.get(self._part)
        self._old = stored(old.file) if written is None else manifest_in(parse(written, old.file.name, self._part))
        self.holders = len(self._old.holders)

    def join(self) -> None:
        """Let the old file's manifest know what the new one knows, if both have one."""
        if self._part and self._new.clauses and (joined := self._joined()) != self._old:
            self._ledger.added[self._part] = manifest_xml(joined).encode()

    def _is_manifest(self, part: str) -> bool:
        return NAMESPACE.encode() in self._ledger.file.parts[part]

    def _joined(self) -> Manifest:
        old, new = self._old, self._new
        known = {entry.id: entry for entry in new.clauses}
        clauses = [_both(entry, known.pop(entry.id, entry)) for entry in old.clauses]
        furniture = dict.fromkeys((*old.furniture, *new.furniture))
        return Manifest(old.language, (*clauses, *known.values()), tuple(furniture), (*old.holders, *new.holders))


def _both(old: Entry, new: Entry) -> Entry:
    return Entry(old.id, old.kind, old.digest, tuple(dict.fromkeys((*old.anchors, *new.anchors))))
