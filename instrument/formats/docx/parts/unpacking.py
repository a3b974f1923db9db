"""The zip file that a Word file is, unpacked with suspicion: nothing it says of itself is believed."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from instrument.formats.docx.parts.limits import LIMITS, MEGABYTE, Limits
from instrument.problem import CannotRead

_COMPOUND_FILE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = 0x1
_CHUNK = MEGABYTE >> 4
_DAMAGE = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, IndexError)


def unpack(data: bytes, name: str, limits: Limits = LIMITS) -> dict[str, bytes]:
    """The parts of a Word file that somebody sent.

    Raises `CannotRead` for what is no zip file, is locked with a password, or would swell beyond the limits.
    """
    name = name or "the document"
    if data.startswith(_COMPOUND_FILE):
        raise CannotRead(
            f"{name} is locked with a password or in the old .doc format: open it in Word and save it as .docx"
        )
    if len(data) > limits.file:
        raise CannotRead(f"{name} is larger than {limits.file // MEGABYTE} MB: remove pictures from it")
    try:
        with ZipFile(BytesIO(data)) as file:
            return _parts(file, name, limits)
    except _DAMAGE as error:
        raise CannotRead(f"{name} is no Word document, or a damaged one: open it in Word and save it again") from error


def _parts(file: ZipFile, name: str, limits: Limits) -> dict[str, bytes]:
    entries = [entry for entry in file.infolist() if not entry.is_dir()]
    if len(entries) > limits.parts:
        raise CannotRead(f"{name} has more than {limits.parts} parts, which no Word document needs")
    parts: dict[str, bytes] = {}
    seen: set[str] = set()
    left = limits.total
    for entry in entries:
        # Readers disagree on which of two parts of one name counts, and to Word capitals make no difference.
        if entry.filename.lower() in seen or _strays(entry.filename):
            raise CannotRead(f"{name} has a part with a false name, {entry.filename!r}: it was not written by Word")
        if entry.flag_bits & _ENCRYPTED:
            raise CannotRead(f"{name} is locked with a password: open it in Word and save it without one")
        seen.add(entry.filename.lower())
        parts[entry.filename] = _inflated(file, entry, name, left, limits)
        left -= len(parts[entry.filename])
    return parts


def _inflated(file: ZipFile, entry: ZipInfo, name: str, left: int, limits: Limits) -> bytes:
    """A part's bytes. The sizes in the file's own list may lie, so what comes out is counted as it comes."""
    inflated = BytesIO()
    with file.open(entry) as source:
        while piece := source.read(_CHUNK):
            inflated.write(piece)
            size = inflated.tell()
            swollen = size > MEGABYTE and size > limits.ratio * max(entry.compress_size, 1)
            if size > min(limits.part, left) or swollen:
                raise CannotRead(
                    f"{name} is too large when unpacked, at its part {entry.filename}: it was not written by Word"
                )
    return inflated.getvalue()


def _strays(part: str) -> bool:
    """Whether a name could mean a place outside the file, or the same place as another name."""
    steps = part.split("/")
    return "\\" in part or ":" in part or not part.isprintable() or any(step in ("", ".", "..") for step in steps)
