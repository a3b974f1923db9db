"""A file that somebody sent is opened with suspicion: what is no sound Word document is refused in one sentence."""

import zipfile
from io import BytesIO

import pytest

from instrument.formats.docx import read, write
from instrument.formats.docx.package import pack
from instrument.problem import CannotRead
from tests.formats.docx.papers import WHOLE, edited, parts

WRITTEN = write(WHOLE)


def zipped(*entries: tuple[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries:
            file.writestr(name, content)
    return target.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    return pack({**{part: text.encode() for part, text in parts(WRITTEN).items()}, name: content})


REFUSED = [
    (b"", "no Word document"),
    (b"1. Each State Party", "no Word document"),
    (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512), "locked with a password or in the old .doc format"),
    (WRITTEN[: len(WRITTEN) // 2], "no Word document"),
    (zipped(("readme.txt", b"hello")), "without a Word document in it"),
    (zipped(("../evil.xml", b"x")), "false name"),
    (with_part("word/document.xml", b"<w:document"), "damaged in its part word/document.xml"),
    (with_part("word/document.xml", b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), "document type"),
    (
        with_part("word/document.xml", '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><a/>'.encode("utf-16")),
        "type",
    ),
    (with_part("word/document.xml", b'<workbook xmlns="x"/>'), "no Word document"),
    (with_part("word/document.xml", b'<a xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'), "Strict"),
    (with_part("word/media/bomb.xml", bytes(2 << 20)), "too large when unpacked, at its part word/media/bomb.xml"),
    (zipped(*((f"{number}.xml", b"") for number in range(2001))), "more than 2000 parts"),
]


@pytest.mark.parametrize(("data", "message"), REFUSED)
def test_what_is_no_sound_document_is_refused_in_one_sentence(data: bytes, message: str):
    with pytest.raises(CannotRead, match=message) as refusal:
        read(data, "returned.docx")
    assert str(refusal.value).startswith("returned.docx ")
    assert "\n" not in str(refusal.value)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused():
    twice = zipped(("word/document.xml", b"<a/>"), ("word/document.xml", b"<b/>"))
    with pytest.raises(CannotRead, match="false name"):
        read(twice, "")


def test_a_file_too_large_is_refused():
    with pytest.raises(CannotRead, match="larger than 50 MB"):
        read(bytes(51 << 20), "")


def test_controls_in_controls_do_not_exhaust_the_reader():
    nested = "<w:sdt><w:sdtContent>" * 100 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 100
    assert len(read(edited(WRITTEN, lambda xml: xml.replace("<w:sectPr>", f"{nested}<w:sectPr>")), "").value) == 4
