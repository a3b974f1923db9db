"""Bytes as text: UTF-8, or a clear refusal."""

from __future__ import annotations

import codecs

from instrument.problem import CannotRead


def decode(data: bytes, name: str) -> str:
    r"""The text of UTF-8 bytes, its lines ended by "\n"; a byte order mark and Windows line ends are accepted.

    Raises `CannotRead` where the bytes are another encoding, no text at all, or nothing.

    >>> decode(b"\xef\xbb\xbfArticle 1\r\n", "a.txt")
    'Article 1\n'
    >>> decode("d\xe9chets".encode("latin-1"), "a.txt")
    Traceback (most recent call last):
        ...
    instrument.problem.CannotRead: a.txt is not UTF-8 text (line 1 may be Latin-1 or Windows-1252); save it as UTF-8
    """
    if _is_utf16(data):
        raise CannotRead(f"{name} is UTF-16 text; save it as UTF-8")
    if b"\0" in data or data.startswith((b"PK\3\4", b"%PDF-", b"\xd0\xcf\x11\xe0")):
        raise CannotRead(f"{name} is not text but a binary file; name a text, or a file whose ending says what it is")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CannotRead(
            f"{name} is not UTF-8 text (line {line} may be Latin-1 or Windows-1252); save it as UTF-8"
        ) from error
    if not text.strip():
        raise empty(name)
    return text.replace("\r\n", "\n")


def empty(name: str) -> CannotRead:
    """The refusal of what holds nothing."""
    return CannotRead(f"{name} is empty; look whether it was saved")


def _is_utf16(data: bytes) -> bool:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    even, odd = data[0:2000:2], data[1:2000:2]
    most, least = max(even.count(0), odd.count(0)), min(even.count(0), odd.count(0))
    return most > len(even) * 0.7 and least == 0
