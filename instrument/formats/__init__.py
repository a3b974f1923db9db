"""The kinds of file: a format reads instruments and writes papers, and never knows another format."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

from instrument.problem import Misuse, Read

if TYPE_CHECKING:
    from docx.document import Document

    from instrument.model import Instrument

    WordDocument: TypeAlias = Document

__all__ = ["FORMATS", "VIEWS", "Format", "data", "document", "reader", "writer"]

Reader: TypeAlias = "Callable[[bytes, str], Read[Instrument]]"
Writer = Callable[..., bytes]  # a Paper; where the format has one, the bytes of a template


class Format(NamedTuple):
    """The module that reads a kind of file and the one that writes it; empty where nothing does.

    What is not `is_text` is a Word file, once a program that is not ours has made one of it where `is_foreign`.
    """

    reader: str = ""
    writer: str = ""
    is_text: bool = True
    is_foreign: bool = False


FORMATS = {
    ".docx": Format(reader="docx", writer="docx", is_text=False),
    ".docm": Format(reader="docx", is_text=False),
    ".dotx": Format(reader="docx", is_text=False),
    ".odt": Format(reader="docx", is_text=False, is_foreign=True),
    ".doc": Format(reader="docx", is_text=False, is_foreign=True),
    ".clause": Format(reader="clause"),
    ".txt": Format(reader="printed", writer="text"),
    ".md": Format(reader="printed", writer="markdown"),
    ".html": Format(writer="html"),
}
# How the tracked changes of a Word file are read: as done, as undone, or both texts in brackets.
VIEWS = ("accepted", "rejected", "marked")


def reader(ending: str, view: str = "accepted") -> Reader:
    """What reads files with an ending; `Misuse` lists the endings where nothing does.

    Only a Word file has views: in any other one nothing is accepted or rejected yet.
    """
    if view not in VIEWS:
        raise Misuse(f'"{view}" is no view of tracked changes; there are: {", ".join(VIEWS)}')
    name = _known(ending).reader
    if not name:
        raise Misuse(f'"{ending}" files are not read; convert it to one of: {_endings("reader")}')
    module = import_module(f"{__name__}.{name}")
    if name == "clause":
        return lambda data, source: cast("Read[Instrument]", module.read_instrument(data.decode(), source))
    if name == "docx":
        return lambda data, source: cast("Read[Instrument]", module.read(data, source, view))
    return cast(Reader, module.read)


def writer(ending: str) -> Writer:
    """What writes papers into files with an ending; `Misuse` lists the endings where nothing does."""
    name = _known(ending).writer
    if not name:
        raise Misuse(f'a document is not written as "{ending}"; choose one of: {_endings("writer")}')
    return cast(Writer, import_module(f"{__name__}.{name}").write)


def document(data: bytes) -> WordDocument:
    """A .docx file as a python-docx Document, for a drafting script to go on with."""
    return cast("WordDocument", import_module(f"{__name__}.docx.document").to_document(data))


def data(document: WordDocument) -> bytes:
    """The .docx file that a python-docx Document would save."""
    return cast(bytes, import_module(f"{__name__}.docx.document").from_document(document))


def _known(ending: str) -> Format:
    if ending not in FORMATS:
        raise Misuse(f'"{ending}" is no ending known here; known are: {", ".join(FORMATS)}')
    return FORMATS[ending]


def _endings(use: str) -> str:
    return ", ".join(ending for ending, format in FORMATS.items() if getattr(format, use))
