"""Word files that nobody here wrote are read word for word as LibreOffice and pandoc read them, or a table says why."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from calendar import month_name
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from instrument.formats.docx import read
from instrument.formats.docx.parts.package import pack
from instrument.model import Cell, Clause, Instrument, Note, Run, Text
from tests.corpus import CORPUS, needs_corpus
from tests.formats.docx.once import once

pytestmark = [pytest.mark.judge, needs_corpus]
DOCX = CORPUS / "docx"
FILES = sorted(
    f"{folder}/{path.name}"
    for folder in ("misc", "pandoc", "numbering", "compare")
    for path in (DOCX / folder).glob("*.docx")
)
TRACKED = {
    "misc/HC031-Complicated-Document.docx", "misc/poi-delins.docx", "pandoc/track_changes_insertion.docx",
    "pandoc/track_changes_move.docx",
}  # fmt: skip
CASES = [(file, view) for file in FILES for view in ("accepted", "rejected") if view == "accepted" or file in TRACKED]
STRESS, COMPLICATED = "misc/poi-stress011.docx", "misc/HC031-Complicated-Document.docx"


class Difference(NamedTuple):
    """Where others read something else: a pattern of "our words | their words", and who is right, and why."""

    said: str
    why: str


MONTHS = "|".join(month_name[1:])
LIBREOFFICE = {
    COMPLICATED: [
        Difference(
            rf"(Tuesday,)? ?(July)? ?(28,)? ?(2015)? \| (\w+day,)? ?({MONTHS})? ?(\d+,)? ?(20\d\d)?",
            "A DATE field (17.16.5). We read the result that was saved; LibreOffice today's date, which nobody wrote,"
            " as far as its weekday, month, day and year are others.",
        ),
        Difference(
            r"\(x\+a\)\^n =∑_\(k=0\)\^n \(n¦k\)x\^k a\^\(n-k\) \| Contents( Heading \d( again)? \d)+",
            "A formula, which LibreOffice leaves out of a text: we read it as Word writes it on one line. Then a table"
            " of contents: it repeats the headings, so nothing of it is read, and what no heading says is reported.",
        ),
        Difference(
            r"Here is a text box\. \| ",
            "LibreOffice leaves text boxes out of a text; Word shows the words, and we read them where it has the box.",
        ),
    ],
    STRESS: [
        Difference(
            r"(\S+) \| \*\1",
            "A footnote with a mark of its own (17.11.14, customMarkFollows), which its words repeat. We leave it"
            " out of both places and say so; LibreOffice only of the first.",
        ),
        Difference(
            r"\(\) (\S+) \| \(\)\1",
            "A tab after the parentheses around a note's number. Word shows it, and we keep it; LibreOffice drops it.",
        ),
    ],
    "numbering/LIR006-fr-FR-ordinal.docx": [
        Difference(
            r"(?:1er\| \| 1ᵉʳ\||(\d+)e\| \| \1ᵉ\|)",
            "French ordinals (17.18.59): LibreOffice raises the letters, Word prints them on the line.",
        ),
    ],
    "pandoc/lists.docx": [
        Difference(
            r"(− \| ◦|• \| ▪)",
            "Bullets (17.9.11): in text, LibreOffice gives every level a sign of its own; the document says which.",
        ),
    ],
}  # fmt: skip
# Pandoc is shown files without automatic numbers, which it never prints, and without the frames of `w:dir` (17.3.2.8):
# it leaves out the words in them, which Word and LibreOffice show.
PANDOC = {
    "misc/HC002-Hebrew-01.docx": [
        Difference(
            r" \| ib2225",
            "What is said of a picture for those who cannot see it (20.4.2.5, descr): Word does not show it in the"
            " text. We name it in the report.",
        ),
    ],
    COMPLICATED: [
        Difference(
            r"\(x\+a\)\^n =∑_\(k=0\)\^n \(n¦k\)x\^k a\^\(n-k\) \|"
            r" \(x \+ a\)\^\{n\} = \\sum_\{k = 0\}\^\{n\}\{\\left\( \\frac\{n\}\{k\} \\right\)x\^\{k\}a\^\{n - k\}\}"
            r" Contents( Heading \d( again)? \d)+",
            "A formula, which pandoc writes as TeX, and n over k (22.1.2, noBar) as a fraction: we keep the two"
            " apart, as Word does on one line. Then a table of contents, which repeats the headings.",
        ),
        Difference(
            r"Here is a text box\. \| ",
            "Pandoc leaves text boxes out; Word shows the words, and we read them after the paragraph that holds them.",
        ),
    ],
    STRESS: [
        Difference(
            r" \| \*",
            "A footnote with a mark of its own (17.11.14, customMarkFollows). We leave it out of both places and say"
            " so; pandoc only of the first.",
        ),
    ],
}


def words_of(given: Instrument) -> list[str]:
    """Every word of an instrument in order, those of a note where its mark stands."""
    return " ".join(part for clause in given for part in parts_of(clause)).split()


def parts_of(clause: Clause) -> list[str]:
    provisions = [(each.label, said(each.text, clause)) for each in clause.provisions]
    return [clause.label, said(clause.heading, clause), *(part for each in provisions for part in each)]


def said(text: Text, clause: Clause) -> str:
    return "".join(printed(atom, clause) for atom in text)


def printed(atom: object, clause: Clause) -> str:
    match atom:
        case Run():
            return atom.chars
        case Note():
            note = clause.note(atom.name)
            return f" {said(note.text, clause)} " if note else ""
        case Cell():
            return " "
        case _:
            raise AssertionError(f"{atom} is nothing that others wrote")


def differences(ours: list[str], theirs: list[str]) -> list[str]:
    """What two readers say differently: "ours | theirs"."""
    if ours == theirs:
        return []
    steps = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return [f"{' '.join(ours[a:b])} | {' '.join(theirs[c:d])}" for kind, a, b, c, d in steps if kind != "equal"]


def assert_only(known: list[Difference], found: list[str]) -> None:
    """What is found is known, and what is known is found."""
    assert [each for each in found if not any(re.fullmatch(one.said, each) for one in known)] == []
    assert [one.said for one in known if not any(re.fullmatch(one.said, each) for each in found)] == []


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What LibreOffice reads in all the files: one process for all of them, started once."""
    python = next(filter(knows_libreoffice, ("/usr/bin/python3", "python3")), None)
    if python is None or shutil.which("soffice") is None:
        pytest.skip("LibreOffice, or a Python that knows it, is not here")
    made = once(tmp_path_factory, "libreoffice-reads", lambda folder: ask(python, folder / "found.json"))
    found = json.loads((made / "found.json").read_text("utf-8"))
    return {file: found[str(DOCX / file)] for file in FILES}


def ask(python: str, answer: Path) -> None:
    command = [python, str(Path(__file__).with_name("libreoffice_reads.py")), *(str(DOCX / file) for file in FILES)]
    run = subprocess.run(command, capture_output=True)
    assert run.returncode == 0, run.stderr
    answer.write_bytes(run.stdout)


def knows_libreoffice(python: str) -> bool:
    return (
        shutil.which(python) is not None
        and not subprocess.run([python, "-c", "import uno"], capture_output=True).returncode
    )


@pytest.mark.parametrize(("file", "view"), CASES)
def test_every_word_is_read_in_order_as_libreoffice_reads_it(file: str, view: str, libreoffice: dict[str, Any]) -> None:
    ours = words_of(read((DOCX / file).read_bytes(), file, view).value)
    theirs = libreoffice[file][VIEWS[view]]["text"].split()
    assert_only(LIBREOFFICE.get(file, []), differences(ours, theirs))


VIEWS = {"accepted": "Accept", "rejected": "Reject"}


@pytest.mark.parametrize(("file", "view"), CASES)
def test_every_word_is_read_in_order_as_pandoc_reads_it(file: str, view: str, tmp_path: Path) -> None:
    if shutil.which("pandoc") is None:
        pytest.skip("pandoc is not here")
    numbers, frames = rb"<w:(abstractNum|num)\b.*</w:\1>", rb"</?w:dir\b[^>]*>"
    plain = edited((DOCX / file).read_bytes(), {"word/numbering.xml": numbers})
    ours = words_of(read(plain, file, view).value)
    shown = edited(plain, dict.fromkeys(("word/document.xml", "word/footnotes.xml"), frames))
    (tmp_path / "shown.docx").write_bytes(shown)
    command = ["pandoc", f"--track-changes={VIEWS[view].lower()}", "-f", "docx", "-t", "json", tmp_path / "shown.docx"]
    theirs = in_pandoc(json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["blocks"]).split()
    assert_only(PANDOC.get(file, []), differences(ours, theirs))


def edited(data: bytes, taken_out: dict[str, bytes]) -> bytes:
    """The file without what a pattern finds in some of its parts."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    return pack(
        {
            name: re.sub(taken_out[name], b"", xml, flags=re.DOTALL) if name in taken_out else xml
            for name, xml in parts.items()
        }
    )


def in_pandoc(node: Any) -> str:
    """The words of what pandoc read; those of a note where its mark stands."""
    match node:
        case list():
            return "".join(map(in_pandoc, node))
        case {"t": "Str"}:
            return str(node["c"])
        case {"t": "Math" | "Code" | "CodeBlock", "c": [_, words]}:
            return str(words)
        case {"t": "Quoted", "c": [{"t": kind}, words]}:
            before, after = "‘’" if kind == "SingleQuote" else "“”"
            return before + in_pandoc(words) + after
        case {"t": "Space" | "SoftBreak" | "LineBreak"}:
            return " "
        case {"t": "Note" | "Para" | "Plain" | "Header", "c": inside}:
            return f" {in_pandoc(inside)} "
        case {"c": inside}:
            return in_pandoc(inside)
        case _:
            return ""


@pytest.mark.parametrize("file", FILES)
def test_what_libreoffice_shows_beside_the_text_is_in_the_report(file: str, libreoffice: dict[str, Any]) -> None:
    told = " ".join(problem.message for problem in read((DOCX / file).read_bytes(), file).problems)
    found = libreoffice[file]["Accept"]
    shown = (word for words in (*found["edges"], *found["boxes"]) for word in words.split())
    # Whoever lays out the pages counts them.
    assert [word for word in shown if word not in told and not word.isdecimal()] == []
