"""Documents of other programs made into .docx by LibreOffice, where it is installed.

What is converted comes from elsewhere: LibreOffice runs no macro in it, follows no link, and knows nothing of the
user's own settings, since it runs on a profile that is thrown away.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from instrument.problem import CannotRead

# LibreOffice needs 3 to 10 seconds to start on an empty profile, and reads 600 pages in 20 more.
SECONDS = 90.0
# The filter by which an ending is read: left to itself, LibreOffice takes a web page named .doc for a web page.
_FILTERS = {".odt": "writer8", ".doc": "MS Word 97"}
_SIGNATURES = {".odt": b"PK\3\4", ".doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}
# Where the program is when no PATH says so: Windows and macOS put none of their programs there.
_PLACES = (
    r"%ProgramFiles%\LibreOffice\program\soffice.com",
    r"%ProgramFiles(x86)%\LibreOffice\program\soffice.com",
    r"%ProgramW6432%\LibreOffice\program\soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_INSTALL = (
    "install it (Debian: apt-get install libreoffice-writer-nogui; elsewhere: libreoffice.org),"
    " or save the file as .docx"
)


def to_docx(data: bytes, name: str, ending: str, seconds: float = SECONDS) -> bytes:
    """The .docx that LibreOffice makes of an .odt or .doc file; `name` is what a refusal calls it.

    Raises `CannotRead` where LibreOffice is not installed, cannot read the file, or needs more than `seconds`.
    """
    if not data.startswith(_SIGNATURES[ending]):
        raise CannotRead(f"{name} is no {ending} file inside, or a damaged one; save it again as .docx")
    program = find_program()
    if program is None:
        raise CannotRead(f"{name} is read by way of LibreOffice, which is not installed; {_INSTALL}")
    with TemporaryDirectory(prefix="instrument-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, f"text{ending}")
        source.write_bytes(data)
        _write_profile(Path(folder, "profile"))
        if not _run(_command(program, source), Path(folder), seconds):
            raise CannotRead(
                f"{name} kept LibreOffice busy for {seconds:g} seconds; open it there and save it as .docx"
            )
        made = source.with_suffix(".docx")
        if not made.is_file() or not (converted := made.read_bytes()):
            raise CannotRead(
                f"LibreOffice cannot read {name}, which may be damaged or locked with a password;"
                " open it there and save it as .docx"
            )
        return converted


def find_program() -> str | None:
    """LibreOffice's own program, None where there is none: by the PATH, or where its installer puts it."""
    named = shutil.which("soffice") or shutil.which("libreoffice")
    return named or next((place for place in map(os.path.expandvars, _PLACES) if os.path.isfile(place)), None)


def _command(program: str, source: Path) -> list[str]:
    return [
        program,
        f"-env:UserInstallation={(source.parent / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nolockcheck", "--nofirststartwizard"),
        f"--infilter={_FILTERS[source.suffix]}",
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(source.parent), str(source)),
    ]


def _run(command: list[str], folder: Path, seconds: float) -> bool:
    """Whether a program ended in time; when it did not, it and all that it started are ended."""
    temporary = dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(folder))
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | temporary,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    finally:  # also when the user presses Ctrl-C
        if process.poll() is None:
            _end(process)
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program and those that it started: what is called soffice only starts the one that does the work."""
    if os.name == "nt":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _write_profile(profile: Path) -> None:
    """Settings for a file that nobody vouches for: no macros, no linked pictures, sections or objects fetched."""
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, encoding="utf-8")


_SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">\
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
