"""LibreOffice converts what others send, fetches nothing for it, and leaves nothing behind."""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from zipfile import ZipFile

import pytest

from instrument import building, office
from instrument.model import plain
from instrument.problem import CannotRead, Severity

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)
KIND = "application/vnd.oasis.opendocument.text"
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
ARTICLE = "<text:h>Article 1</text:h><text:p>Each State Party undertakes never to use remnants.</text:p>"
installed = pytest.mark.skipif(office.find_program() is None, reason="LibreOffice is not installed")


def odt(inside: str = ARTICLE) -> bytes:
    """An .odt with this text in it."""
    body = f"<office:body><office:text>{inside}</office:text></office:body>"
    file = BytesIO()
    with ZipFile(file, "w") as parts:
        parts.writestr("mimetype", KIND)
        parts.writestr("META-INF/manifest.xml", MANIFEST)
        parts.writestr(
            "content.xml",
            f'<office:document-content {NAMESPACES} office:version="1.2">{body}</office:document-content>',
        )
    return file.getvalue()


def image(address: str) -> str:
    inside = f'<draw:image xlink:href="{address}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
    return f'<text:p><draw:frame svg:width="2cm" svg:height="2cm">{inside}</draw:frame></text:p>'


def section(address: str) -> str:
    source = f'<text:section-source xlink:href="{address}" xlink:type="simple" xlink:show="embed"/>'
    return f'<text:section text:name="taken">{source}<text:p>Here.</text:p></text:section>'


def obj(address: str) -> str:
    inside = f'<draw:object xlink:href="{address}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
    return f'<text:p><draw:frame svg:width="2cm" svg:height="2cm">{inside}</draw:frame></text:p>'


@contextmanager
def server() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine: its address, and what was asked of it."""
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def handle(self) -> None:
            asked.append("")
            super().handle()

        def do_GET(self) -> None:
            asked[-1] = self.path
            self.send_error(404)

        def log_message(self, *_: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Listener) as listening:
        thread = Thread(target=listening.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.server_address[1]}", asked
        listening.shutdown()
        thread.join()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for what is temporary, which must be empty in the end."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in the place of LibreOffice, to be written by the test."""
    if os.name == "nt":
        pytest.skip("the stand-in is a POSIX shell script")
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 0\n")
    program.chmod(0o755)
    monkeypatch.setattr(office, "find_program", lambda: str(program))
    return program


def test_without_libreoffice_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_program", lambda: None)
    with pytest.raises(CannotRead, match=r"^a\.odt is read by way of LibreOffice, which is not installed; install it"):
        office.to_docx(odt(), "a.odt", ".odt")


@pytest.mark.parametrize(("data", "ending"), [(b"<html>", ".odt"), (b"{\\rtf1", ".doc"), (odt(), ".doc")])
def test_a_file_that_is_not_what_its_ending_says_never_reaches_libreoffice(data: bytes, ending: str) -> None:
    with pytest.raises(CannotRead, match=rf"^sent\{ending} is no \{ending} file inside"):
        office.to_docx(data, f"sent{ending}", ending)


def test_libreoffice_is_found_where_its_installer_puts_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("INSTRUMENT_TEST_FOLDER", str(tmp_path))
    monkeypatch.setattr(office, "_PLACES", (str(tmp_path / "nowhere"), "$INSTRUMENT_TEST_FOLDER/soffice.com"))
    assert office.find_program() is None
    (tmp_path / "soffice.com").touch()
    assert office.find_program() == f"{tmp_path}/soffice.com"


def test_a_program_that_makes_nothing_is_a_refusal_and_leaves_nothing(stand_in: Path, temporary: Path) -> None:
    with pytest.raises(CannotRead, match=r"^LibreOffice cannot read a\.odt, which may be damaged or locked"):
        office.to_docx(odt(), "a.odt", ".odt")
    assert list(temporary.iterdir()) == []


def test_a_program_that_does_not_end_is_ended_with_all_it_started(
    stand_in: Path, temporary: Path, tmp_path: Path
) -> None:
    stand_in.write_text(f'#!/bin/sh\nsleep 61 &\necho $! > "{tmp_path}/child"\nwait\n')
    before = time.monotonic()
    with pytest.raises(CannotRead, match=r"^a\.odt kept LibreOffice busy for 0\.5 seconds"):
        office.to_docx(odt(), "a.odt", ".odt", seconds=0.5)
    assert time.monotonic() - before < 5
    assert list(temporary.iterdir()) == []
    child = (tmp_path / "child").read_text().strip()
    state = subprocess.run(["ps", "-o", "stat=", "-p", child], capture_output=True, text=True).stdout.strip()
    assert state[:1] in ("", "Z")  # behind it may stand how it was run


@pytest.mark.judge
@installed
def test_two_files_are_converted_at_once_and_nothing_is_left_behind(temporary: Path) -> None:
    with ThreadPoolExecutor(2) as two:
        made = list(two.map(lambda name: office.to_docx(odt(), name, ".odt"), ("a.odt", "b.odt")))
    assert all(data.startswith(b"PK") for data in made)
    assert list(temporary.iterdir()) == []


@pytest.mark.judge
@installed
@pytest.mark.parametrize("linked", [image, section, obj])
def test_what_a_file_links_to_is_never_asked_for(temporary: Path, linked: object) -> None:
    assert callable(linked)
    with server() as (address, asked):
        office.to_docx(odt(ARTICLE + linked(f"{address}/spy.png")), "sent.odt", ".odt")
    assert asked == []


@pytest.mark.judge
@installed
def test_the_settings_are_what_keeps_a_linked_image_from_being_asked_for(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = office._SETTINGS.replace("<value>true</value>", "<value>false</value>")
    monkeypatch.setattr(office, "_SETTINGS", settings)
    with server() as (address, asked):
        office.to_docx(odt(ARTICLE + image(f"{address}/spy.png")), "sent.odt", ".odt")
    assert "/spy.png" in asked


@pytest.mark.judge
@installed
def test_a_section_does_not_bring_in_a_file_of_this_machine(temporary: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Nobody outside may read this.\n")
    made = office.to_docx(odt(ARTICLE + section(secret.as_uri())), "sent.odt", ".odt")
    with ZipFile(BytesIO(made)) as parts:
        assert b"Nobody outside" not in parts.read("word/document.xml")


@pytest.mark.judge
@installed
def test_an_odt_is_read_as_a_text_and_a_doc_with_a_warning(temporary: Path, tmp_path: Path) -> None:
    (tmp_path / "sent.odt").write_bytes(odt())
    read = building.read(tmp_path / "sent.odt")
    assert [plain(provision.text) for clause in read.value for provision in clause.provisions] == [
        "Each State Party undertakes never to use remnants."
    ]
    assert "old-word" not in {problem.code for problem in read.problems}
    old = tmp_path / "old" / "sent.doc"
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [
            office.find_program() or "", f"-env:UserInstallation={profile}", "--headless",
            "--convert-to", "doc:MS Word 97", "--outdir", str(old.parent), str(tmp_path / "sent.odt"),
        ],
        check=True, capture_output=True,
    )  # fmt: skip
    again = building.read(old)
    assert [plain(clause.heading) for clause in again.value] == [plain(clause.heading) for clause in read.value]
    (warning,) = [problem for problem in again.problems if problem.code == "old-word"]
    assert warning.severity is Severity.WARNING


@pytest.mark.judge
@installed
@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("accepted", "Never should they."),
        ("rejected", "Never shall they."),
        ("marked", "Never [shall][should] they."),
    ],
)
def test_an_odt_keeps_its_tracked_changes(tmp_path: Path, view: str, words: str) -> None:
    info = "<office:change-info><dc:creator>B</dc:creator><dc:date>2026-03-10T09:00:00</dc:date></office:change-info>"
    changes = (
        "<text:tracked-changes>"
        f'<text:changed-region text:id="a"><text:deletion>{info}<text:p>shall</text:p></text:deletion>'
        f'</text:changed-region><text:changed-region text:id="b"><text:insertion>{info}</text:insertion>'
        "</text:changed-region></text:tracked-changes>"
    )
    put_in = '<text:change-start text:change-id="b"/>should<text:change-end text:change-id="b"/>'
    words_changed = f'<text:p>Never <text:change text:change-id="a"/>{put_in} they.</text:p>'
    (tmp_path / "sent.odt").write_bytes(odt(f"{changes}<text:h>Article 1</text:h>{words_changed}"))
    (clause,) = building.read(tmp_path / "sent.odt", view).value
    assert [plain(provision.text) for provision in clause.provisions] == [words]


@pytest.mark.judge
@installed
def test_a_damaged_file_is_refused(temporary: Path) -> None:
    with pytest.raises(CannotRead, match=r"^LibreOffice cannot read cut\.doc"):
        office.to_docx(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "cut.doc", ".doc")
