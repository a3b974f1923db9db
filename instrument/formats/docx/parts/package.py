"""A Word file as its parts, packed the same way every time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from instrument.formats.docx.parts.markup import XML_HEADER, R, quoted

CONTENT_TYPES = "[Content_Types].xml"
OFFICE = "application/vnd.openxmlformats-officedocument"
WORD = f"{OFFICE}.wordprocessingml"
CORE_PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


class Relation(NamedTuple):
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


def store_properties(id: str) -> str:
    """The part that gives a data store its id."""
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    opening = f"<ds:datastoreItem xmlns:ds={quoted(namespace)} ds:itemID={quoted(id)}>"
    return f"{XML_HEADER}{opening}<ds:schemaRefs/></ds:datastoreItem>\n"


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
