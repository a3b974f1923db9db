"""The receipt put into the file it is about; every other part stays byte for byte."""

from __future__ import annotations

from typing import NamedTuple

from instrument.formats.docx.parts.editing import add_store
from instrument.formats.docx.parts.opened import Opened, opened
from instrument.formats.docx.parts.package import pack
from instrument.formats.docx.receipts.beyond import unproven
from instrument.formats.docx.receipts.proving import prove_opened
from instrument.formats.docx.receipts.receipt import Receipt, part_of, receipt_xml
from instrument.formats.docx.receipts.stories import Stories

_STORE = "{5D0B6A0E-2B1F-5C86-8E53-7A3C9D41F0B2}"


class Attested(NamedTuple):
    """A tracked file with its receipt in it, and what of the file that does not prove."""

    data: bytes
    receipt: Receipt
    unproven: tuple[str, ...]


def attest(
    tracked: bytes, base: bytes, result: bytes, names: tuple[str, str] = ("the base", "the result"), tool: str = ""
) -> bytes:
    """The tracked file with its receipt in it. Raises `CannotWrite` as `prove` does; nothing is to be written then."""
    return attested(tracked, base, result, names, tool).data


def attested(tracked: bytes, base: bytes, result: bytes, names: tuple[str, str], tool: str = "") -> Attested:
    """The same, with the receipt beside it."""
    file = opened(tracked, "the tracked file")
    receipt = prove_opened(file, base, result, names, tool)
    return Attested(_sealed(file, receipt), receipt, unproven(Stories(file)))


def seal(tracked: bytes, receipt: Receipt) -> bytes:
    """A file with a receipt in it, in place of the one it may have had."""
    return _sealed(opened(tracked, "the tracked file"), receipt)


def _sealed(file: Opened, receipt: Receipt) -> bytes:
    parts = dict(file.parts)
    if old := part_of(file):
        parts[old] = receipt_xml(receipt).encode()
    else:
        add_store(parts, file.main, receipt_xml(receipt), _STORE)
    return pack(parts)
