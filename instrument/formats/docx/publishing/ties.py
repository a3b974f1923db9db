"""What ties a file to other files: templates, paths, printers, data of other programs."""

from __future__ import annotations

import re
from urllib.parse import unquote

from instrument.formats.docx.parts import manifest
from instrument.formats.docx.parts.editing import listed, remove_relations
from instrument.formats.docx.parts.package import Relation
from instrument.formats.docx.parts.sessions import PERSONAL, drop
from instrument.formats.docx.parts.tree import local, w
from instrument.formats.docx.publishing.scrubbing import Scrubbing
from instrument.formats.docx.receipts import receipt

# A file on somebody's disk or server, as a relation writes it; the rest are addresses that anybody can follow.
_PATH = re.compile(r"(?i)file:|\\\\|[a-z]:[\\/]|/(?:users|home|volumes)/")
_SETTINGS_TIES = ("attachedTemplate", "mailMergeSource", "mailMergeHeaderSource", "transform")
_FIELDS = re.compile(
    r"^\s*(AUTHOR|LASTSAVEDBY|FILENAME|TEMPLATE|DOCPROPERTY|INFO|USERNAME|USERINITIALS|USERADDRESS)\b", re.I
)
_OURS = {f"{{{manifest.NAMESPACE}}}manifest", f"{{{receipt.NAMESPACE}}}receipt"}


def scrub_settings(work: Scrubbing) -> None:
    """Drop the settings that name people, templates and sources of data."""
    for part in work.tied(work.file.main, "settings"):
        root = work.root(part)
        found = [child for child in root if local(child) in PERSONAL]
        for child in found:
            work.report(part, f"removed: the setting {local(child)}")
            drop(child)
        if found:
            work.put(part, root)
            gone = {tie.id for tie in work.ties(part) if tie.type.rpartition("/")[2] in _SETTINGS_TIES}
            remove_relations(work.parts, part, gone)


def scrub_printers(work: Scrubbing) -> None:
    """Drop the settings of printers, which name them."""
    for part in work.word_parts(b"printerSettings"):
        root = work.root(part)
        for element in list(root.iter(w("printerSettings"))):
            drop(element)
        work.put(part, root)
    parts = [part for source in _sources(work) for part in work.tied(source, "printerSettings")]
    work.remove(parts, "the settings of a printer")


def scrub_stores(work: Scrubbing, ours_too: bool) -> None:
    """Drop the data of other programs; the words that controls show of it stay, and are bound to it no longer."""
    for part in list(work.tied(work.file.main, "customXml")):
        is_ours = work.root(part).tag in _OURS
        if ours_too or not is_ours:
            what = "the manifest of its clauses, or its receipt" if is_ours else "data of another program"
            work.remove((part, *work.tied(part, "customXmlProps")), what)
    for part in work.word_parts(b"dataBinding"):
        work.drop(part, "dataBinding", "what ties controls to data, without their words")


def scrub_paths(work: Scrubbing) -> None:
    """Leave of a path to somebody's disk the name of the file."""
    for source in _sources(work):
        for tie in work.ties(source):
            if tie.external and _PATH.match(tie.target):
                _rename(work, source, tie)
    for part in work.word_parts(b"instrText", b"fldSimple"):
        for instruction in _instructions(work, part):
            if _FIELDS.match(instruction) or _PATH.search(instruction):
                hint = "look at what it shows, and make plain words of it where that should stay"
                work.report(part, f"a field was left as it is: {instruction.strip()}", "left", hint)


def _rename(work: Scrubbing, source: str, tie: Relation) -> None:
    part = listed(source)
    name = re.split(r"[\\/]", unquote(tie.target))[-1] or "file"
    root = work.root(part)
    for each in root:
        if each.get("Id") == tie.id:
            each.set("Target", name.replace(" ", "%20"))
    work.put(part, root)
    work.report(source or part, f"a path was cut down to {name}: {tie.target}")


def _instructions(work: Scrubbing, part: str) -> list[str]:
    root = work.root(part)
    simple = [str(each.get(w("instr"), "")) for each in root.iter(w("fldSimple"))]
    return [*simple, *("".join(map(str, each.itertext())) for each in root.iter(w("instrText")))]


def _sources(work: Scrubbing) -> list[str]:
    """The package, and every part that has relations."""
    return ["", *(part for part in work.parts if listed(part) in work.parts)]
