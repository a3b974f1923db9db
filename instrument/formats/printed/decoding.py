"""Bytes to characters: UTF-8 or a clear refusal."""

from __future__ import annotations

import codecs

from instrument.problem import CannotRead

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes, name: str) -> str:
    """The characters of a UTF-8 text, a byte order mark dropped and every line ended by "\\n" alone.

    Raises CannotRead where the bytes are another encoding, no text at all, or nothing.

    >>> decode(b"Article 1\\r\\n", "a.txt")
    'Article 1\\n'
    """
    where = name or "the text"
    if data.startswith(_UTF_16):
        raise CannotRead(f"{where} is UTF-16 text: save it as UTF-8 and read that")
    if b"\0" in data:
        raise CannotRead(f"{where} is not text but a binary file or UTF-16: save it as plain text in UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CannotRead(
            f"{where} is not UTF-8 text (byte 0x{data[error.start]:02X} in line {line}): save it as UTF-8 and read that"
        ) from None
    if not text.strip():
        raise CannotRead(f"{where} is empty: name a file that holds the text")
    return text.replace("\r\n", "\n").replace("\r", "\n")
