"""What programs that are not ours read in a redline, and what they find wrong with it: many files for one start."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest
from lxml import etree
from lxml.etree import _Element

from instrument.formats.docx.parts.opened import opened
from instrument.formats.docx.parts.package import pack
from instrument.formats.docx.parts.tree import attribute, w
from tests.formats.docx.redlines import counted

ROOT = Path(__file__).parents[3]
TOOLS = ROOT / "../shared/tools"
# The Python that Debian's LibreOffice speaks to.
SPEAKING = "/usr/bin/python3"


def tool(name: str) -> str:
    if not (TOOLS / name).exists():
        pytest.skip(f"{name} is not here")
    return str(TOOLS / name)


# A file, and whether its changes are to be accepted or rejected.
Wanted = tuple[Path, str]


class Redline(NamedTuple):
    """A redline in a folder, beside the two files it was made of, with the sentence that says what was done."""

    says: str
    old: Path
    new: Path
    tracked: Path


def stored(folder: Path, number: int, says: str, old: bytes, new: bytes, tracked: bytes) -> Redline:
    found = Redline(says, *(folder / f"{number:03}-{name}.docx" for name in ("old", "new", "tracked")))
    for path, data in zip(found[1:], (old, new, tracked), strict=True):
        path.write_bytes(data)
    return found


def stilled(data: bytes) -> bytes:
    """A file without what other programs get wrong in files that nobody tracked.

    What fields show that are counted again; comments, on which LibreOffice breaks; automatic labels, which it counts
    otherwise once a style was changed, though it is changed back.
    """
    file = opened(data, "the redline")
    roots = {part: file.root(part) for part in file.related("styles")} | {file.main: file.document}
    unread = tuple(map(w, ("commentRangeStart", "commentRangeEnd", "commentReference", "numPr")))
    for root in roots.values():
        for each in list(root.iter(*unread)):
            remove(each)
    still_fields(file.document)
    return pack({**file.parts, **{part: etree.tostring(root) for part, root in roots.items()}})


def still_fields(root: _Element) -> None:
    fields: list[list[str]] = []  # the instruction of each that is open, and whether it shows
    for each in list(root.iter(*map(w, ("fldChar", "instrText", "delInstrText", "t", "delText")))):
        kind = attribute(each, "fldCharType")
        if kind == "begin":
            fields.append(["", ""])
        elif kind == "separate":
            fields[-1][1] = "shows"
        elif kind == "end":
            fields.pop()
        elif fields and each.tag in (w("instrText"), w("delInstrText")):
            fields[-1][0] += each.text or ""
        elif any(shows and counted(instruction) for instruction, shows in fields):
            each.text = ""
        if each.tag not in (w("t"), w("delText")):
            remove(each)


def remove(element: _Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


# How others read.


def read_by_pandoc(wanted: Sequence[Wanted]) -> list[list[str]]:
    """Without spaces: pandoc puts one wherever it joins two paragraphs."""
    if shutil.which("pandoc") is None:
        pytest.skip("pandoc is not here")
    read = oracle().read_with_pandoc
    with ThreadPoolExecutor(2) as pool:
        return [squeezed(lines) for lines in pool.map(lambda each: read(str(each[0]), each[1]), wanted)]


def oracle() -> ModuleType:
    path = tool("word-oracle")
    loader = SourceFileLoader("word_oracle", path)
    spec = spec_from_loader("word_oracle", loader)
    assert spec is not None
    module = module_from_spec(spec)
    sys.dont_write_bytecode = True
    loader.exec_module(module)
    return module


def read_by_libreoffice(wanted: Sequence[Wanted]) -> list[list[str]]:
    """In two sessions, each with half of the files."""
    if shutil.which("soffice") is None or not Path(SPEAKING).exists():
        pytest.skip("LibreOffice is not here")
    half = (len(wanted) + 1) // 2
    with ThreadPoolExecutor(2) as pool:
        return [lines for read in pool.map(in_session, (wanted[:half], wanted[half:])) for lines in read]


def in_session(wanted: Sequence[Wanted]) -> list[list[str]]:
    given = json.dumps([[str(path), mode] for path, mode in wanted])
    script = Path(__file__).with_name("office.py")
    done = subprocess.run([SPEAKING, "-I", str(script)], input=given, capture_output=True, text=True)
    if "No module named 'uno'" in done.stderr:
        pytest.skip("LibreOffice cannot be spoken to from Python here")
    assert done.returncode == 0, done.stderr
    return [plain(lines) for lines in json.loads(done.stdout)]


def plain(lines: Sequence[str]) -> list[str]:
    """Lines that say something, each space one space."""
    return [line for each in lines if (line := re.sub(r"[ \t]+", " ", each).strip(" "))]


def squeezed(lines: Sequence[str]) -> list[str]:
    """Lines that say something, without their spaces."""
    return [line for each in lines if (line := re.sub(r"[ \t]", "", each))]


READERS = {"pandoc": read_by_pandoc, "libreoffice": read_by_libreoffice}


def misread(reader: str, redlines: Sequence[Redline], folder: Path) -> list[str]:
    """Where another program reads something else in a redline than in the file that it should read as."""
    modes = [(each, mode) for each in redlines for mode in ("accept", "reject")]
    pairs = [(each.tracked, each.new if mode == "accept" else each.old, mode) for each, mode in modes]
    wanted = dict.fromkeys((still(path, folder), mode) for tracked, twin, mode in pairs for path in (tracked, twin))
    read = dict(zip(wanted, READERS[reader](list(wanted)), strict=True))
    found = []
    for (redline, mode), (tracked, twin, _) in zip(modes, pairs, strict=True):
        have, want = read[still(tracked, folder), mode], read[still(twin, folder), mode]
        if have != want:
            found.append(f"{mode}: {redline.says}: {unlike(have, want)}")
    return found


def still(path: Path, folder: Path) -> Path:
    """A stilled copy of a file, one for all that have the same bytes."""
    data = path.read_bytes()
    copy = folder / f"still-{hash(data):x}.docx"
    if not copy.exists():
        copy.write_bytes(stilled(data))
    return copy


def unlike(have: Sequence[str], want: Sequence[str]) -> str:
    for number, (here, there) in enumerate(zip(have, want, strict=False)):
        if here != there:
            return f"line {number}: {here!r} for {there!r}"
    return f"{len(have)} lines for {len(want)}: {[*have[len(want) :], *want[len(have) :]][:2]}"


# What validators say.


def found_by_microsoft(files: Sequence[Path]) -> dict[Path, Counter[str]]:
    done = subprocess.run([tool("ooxml-validate"), *map(str, files)], capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    found: dict[Path, Counter[str]] = {path: Counter() for path in files}
    here = files[0]
    for line in done.stdout.splitlines():
        if line.startswith("  "):
            found[here][re.sub(r"^.*?\] (\S+) \S* ::", r"\1", line)] += 1
        else:
            here = Path(line.rpartition(": ")[0])
    return found


# What openxml-audit takes for a fault: a row's mark alone, and list 0, which is none (ISO/IEC 29500-1, 17.9.18).
WRONG = "sequence content is missing", "Numbering definition '0' referenced"


def found_by_audit(files: Sequence[Path]) -> dict[Path, Counter[str]]:
    audit = pytest.importorskip("openxml_audit")
    found = {}
    for path in files:
        # One for each file: it remembers the notes of the last one.
        errors = map(str, audit.OpenXmlValidator().validate(str(path)).errors)
        found[path] = Counter(message(each) for each in errors if not any(wrong in each for wrong in WRONG))
    return found


def message(error: str) -> str:
    """An error wherever it stands."""
    return re.sub(r"\[\d+\]|\d+", "", error)


VALIDATORS = {"Microsoft's SDK": found_by_microsoft, "openxml-audit": found_by_audit}


def invalid(validator: str, redlines: Sequence[Redline]) -> list[str]:
    """What a validator finds in a redline and not in the files it was made of."""
    find = VALIDATORS[validator]
    found = find([each.tracked for each in redlines])
    doubtful = [each for each in redlines if found[each.tracked]]
    before = find(list(dict.fromkeys(path for each in doubtful for path in (each.old, each.new)))) if doubtful else {}
    return [
        f"{each.says}: {error}"
        for each in doubtful
        for error in found[each.tracked] - (before[each.old] | before[each.new])
    ]
