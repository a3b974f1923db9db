"""Word files named on the command line, taken as they are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from instrument.cli import terminal
from instrument.problem import Misuse

WRITTEN = ".docx"
_READ = (WRITTEN, ".docm", ".dotx")


def read(name: str, endings: Sequence[str] = _READ) -> bytes:
    """What a Word file holds."""
    from instrument import storage

    if Path(name).suffix.lower() not in endings:
        raise Misuse(f'"{name}" is no Word file of this kind; name one of: {", ".join(endings)}')
    return storage.read_bytes(Path(name))


def refuse_other_endings(output: str) -> None:
    """Refuse to write a Word file under another ending, before anything is read."""
    if output != terminal.STANDARD and Path(output).suffix.lower() != WRITTEN:
        raise Misuse(f'a Word file is written as .docx, not as "{output}"; name it so')
