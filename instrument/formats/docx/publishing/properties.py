"""What the properties of a file say of those who made it."""

from __future__ import annotations

from instrument.formats.docx.parts.sessions import drop
from instrument.formats.docx.parts.tree import local
from instrument.formats.docx.publishing.scrubbing import Scrubbing

_CORE = {"creator": "the author", "lastModifiedBy": "who saved it last"}
_APPLICATION = {
    "Company": "the company",
    "Manager": "the manager",
    "Template": "the template's name",
    "HyperlinkBase": "the folder that links start from",
}
_ASIDE = {"thumbnail": "the picture of its first page", "custom-properties": "properties that other programs set"}


def scrub_properties(work: Scrubbing) -> None:
    """Empty the names in the file's properties, and drop the picture and the properties of other programs."""
    for kind, names in (("core-properties", _CORE), ("extended-properties", _APPLICATION)):
        for part in work.tied("", kind):
            _scrub(work, part, names)
    for kind, what in _ASIDE.items():
        work.remove(work.tied("", kind), what)


def _scrub(work: Scrubbing, part: str, names: dict[str, str]) -> None:
    root = work.root(part)
    found = [element for element in root if local(element) in names and (element.text or "").strip()]
    for element in found:
        work.report(part, f'removed: {names[local(element)]}, "{(element.text or "").strip()}"')
        if local(element) in _CORE:
            element.text = ""  # without it, some programs put in who opens the file
        else:
            drop(element)
    if found:
        work.put(part, root)
