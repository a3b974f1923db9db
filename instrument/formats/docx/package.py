"""A Word file as its parts: opened with suspicion, packed the same way every time."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from instrument.formats.docx.markup import XML_HEADER, R, quoted
from instrument.problem import CannotRead

CONTENT_TYPES = "[Content_Types].xml"
OFFICE = "application/vnd.openxmlformats-officedocument"
WORD = f"{OFFICE}.wordprocessingml"
CORE_PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"

_COMPOUND_FILE = bytes.fromhex("d0cf11e0a1b11ae1")
_MEGABYTE = 1 << 20
LARGEST_FILE = 50 * _MEGABYTE
LARGEST_PART = 40 * _MEGABYTE
LARGEST_TOTAL = 150 * _MEGABYTE
MOST_PARTS = 2_000
# Our own most repetitive text packs 72 to 1; a bomb of 343 to 1 is known.
HIGHEST_RATIO = 200


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie from one part to another part, or to an address outside the file."""

    id: str
    type: str
    target: str
    external: bool = False


@dataclass(slots=True)
class Package:
    """The parts of a Word file by name, their content types, and what the main document is tied to."""

    main: str = "word/document.xml"
    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)

    def add(self, part: str, content: str | bytes, type: str, relation: str = "") -> str:
        """Put a part in, tie the main document to it, and say by which id."""
        self.parts[part] = content.encode() if isinstance(content, str) else content
        self.types[part] = type
        if not relation:
            return ""
        taken = {tie.id for tie in self.relations}
        id = next(name for number in range(1, len(taken) + 2) if (name := f"rId{number}") not in taken)
        folder = self.main.rpartition("/")[0] + "/"
        target = part.removeprefix(folder) if part.startswith(folder) else "../" * folder.count("/") + part
        self.relations.append(Relation(id, f"{R}/{relation}", target))
        return id

    def pack(self) -> bytes:
        """The bytes of the file, the same whenever and wherever they are packed."""
        core = Relation("rId2", f"{PACKAGE_RELATIONS}/metadata/core-properties", "docProps/core.xml")
        root = [Relation("rId1", f"{R}/officeDocument", self.main), core]
        folder, _, name = self.main.rpartition("/")
        own = {
            CONTENT_TYPES: _content_types(self.types),
            "_rels/.rels": relations_xml(root),
            f"{folder}/_rels/{name}.rels": relations_xml(self.relations),
        }
        return pack({**self.parts, **{part: text.encode() for part, text in own.items()}})


def relations_xml(relations: list[Relation]) -> str:
    """The part that lists a part's relations."""
    lines = [
        f"<Relationship Id={quoted(tie.id)} Type={quoted(tie.type)} Target={quoted(tie.target)}"
        + (' TargetMode="External"/>' if tie.external else "/>")
        for tie in relations
    ]
    body = "".join(lines)
    return f'{XML_HEADER}<Relationships xmlns="{PACKAGE_RELATIONS}">{body}</Relationships>\n'


def _content_types(types: Mapping[str, str]) -> str:
    namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
    lines = [
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
        '<Default Extension="xml" ContentType="application/xml"/>',
    ]
    lines += [
        f"<Override PartName={quoted('/' + part)} ContentType={quoted(type)}/>" for part, type in sorted(types.items())
    ]
    return f'{XML_HEADER}<Types xmlns="{namespace}">{"".join(lines)}</Types>\n'


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The parts as one zip file, in the order of their names and without a date."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=6) as file:
        for name in sorted(parts):
            info = ZipInfo(name)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0
            file.writestr(info, parts[name])
    return target.getvalue()


def unpack(data: bytes, name: str) -> dict[str, bytes]:
    """The parts of a Word file that somebody sent.

    Raises `CannotRead` for what is no zip file, is locked with a password, or would swell beyond reason.
    """
    name = name or "the document"
    if data.startswith(_COMPOUND_FILE):
        raise CannotRead(
            f"{name} is locked with a password or in the old .doc format: open it in Word and save it as .docx"
        )
    if len(data) > LARGEST_FILE:
        raise CannotRead(f"{name} is larger than {LARGEST_FILE // _MEGABYTE} MB: remove pictures from it")
    try:
        with ZipFile(BytesIO(data)) as file:
            return _inflate(file, name)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise CannotRead(f"{name} is no Word document, or a damaged one: open it in Word and save it again") from error


def _inflate(file: ZipFile, name: str) -> dict[str, bytes]:
    entries = [entry for entry in file.infolist() if not entry.is_dir()]
    if len(entries) > MOST_PARTS:
        raise CannotRead(f"{name} has more than {MOST_PARTS} parts, which no Word document needs")
    parts: dict[str, bytes] = {}
    total = 0
    for entry in entries:
        if entry.filename in parts or _strays(entry.filename):
            raise CannotRead(f"{name} has a part with a false name, {entry.filename!r}: it was not written by Word")
        with file.open(entry) as source:
            # The sizes in the file's own list may lie, so what comes out is counted.
            content = source.read(LARGEST_PART + 1)
        total += len(content)
        swollen = len(content) > _MEGABYTE and len(content) > HIGHEST_RATIO * max(entry.compress_size, 1)
        if len(content) > LARGEST_PART or total > LARGEST_TOTAL or swollen:
            raise CannotRead(f"{name} is too large when unpacked, at its part {entry.filename}")
        parts[entry.filename] = content
    return parts


def _strays(part: str) -> bool:
    return part.startswith("/") or "\\" in part or ".." in part.split("/") or ":" in part
