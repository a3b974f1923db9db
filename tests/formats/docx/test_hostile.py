"""Whatever somebody sends is refused in one sentence or read, in no time, in little room; what it hides is reported."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from instrument.formats.docx import Limits, read
from instrument.problem import CannotRead
from tests.formats.docx import hostile
from tests.formats.docx.raw import document

ROOT = Path(__file__).parents[3]
MOST_SECONDS, MOST_MEGABYTES = 1.0, 200


def named(cases: list[tuple[object, ...]]) -> list[object]:
    return [pytest.param(*case[1:], id=case[0]) for case in cases]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(("make", "message"), named(hostile.REFUSED))
def test_what_is_no_sound_document_is_refused_in_one_sentence(make: Callable[[], bytes], message: str) -> None:
    with pytest.raises(CannotRead, match=message) as refusal:
        read(make(), "returned.docx")
    assert str(refusal.value).startswith("returned.docx ")
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(("make", "code"), named(hostile.REPORTED))
def test_what_a_document_brings_along_is_reported_and_its_words_are_read(make: Callable[[], bytes], code: str) -> None:
    found = read(make(), "returned.docx")
    assert "never" in str(found.value)
    assert not code or code in {problem.code for problem in found.problems}


@pytest.mark.bench
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot measure one file at a time")
def test_every_such_file_takes_less_than_a_second_and_200_megabytes() -> None:
    run = subprocess.run(
        [sys.executable, "-c", _MEASURE], capture_output=True, text=True, cwd=ROOT, env=os.environ | {"PYTHONPATH": "."}
    )
    assert run.returncode == 0, run.stderr
    measured = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(measured) == len(hostile.REFUSED) + len(hostile.REPORTED) + len(hostile.SLOW)
    assert [each for each in measured if each[1] > MOST_SECONDS or each[2] > MOST_MEGABYTES] == []


# Each file is read in a process of its own, born from one that has loaded everything.
_MEASURE = """
import json, os, resource, sys
from instrument.formats.docx import read
from instrument.problem import CannotRead
from tests.formats.docx import hostile
read(hostile.SOUND, "")
for name, make, *_ in hostile.REFUSED + hostile.REPORTED + hostile.SLOW:
    if os.fork():
        if os.wait()[1]:
            sys.exit(name)
        continue
    path = f"{os.environ.get('TMPDIR', '/tmp')}/hostile-{os.getpid()}"
    if not os.fork():
        with open(path, "wb") as file:
            file.write(make())
        os._exit(0)
    os.wait()
    with open(path, "rb") as file:
        data = file.read()
    os.remove(path)
    before = resource.getrusage(resource.RUSAGE_SELF)
    try:
        read(data, "returned.docx")
    except CannotRead:
        pass
    after = resource.getrusage(resource.RUSAGE_SELF)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(json.dumps([name, seconds, after.ru_maxrss / 1024]), flush=True)
    os._exit(0)
"""


def test_the_limits_can_be_raised_and_lowered_by_the_caller() -> None:
    nested = hostile.with_main(hostile.body(hostile.nested(500)))
    with pytest.raises(CannotRead, match="nested deeper than 256"):
        read(nested, "")
    assert "never" in str(read(nested, "", limits=Limits(depth=2_000)).value)
    with pytest.raises(CannotRead, match="more than 2 paragraphs"):
        read(document(hostile.ONE * 3), "", limits=Limits(blocks=2))


@pytest.mark.parametrize("kind", ["dotx", "docm", "dotm"])
def test_templates_and_documents_with_macros_are_read(kind: str) -> None:
    types = {
        "dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
        "dotm": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    }
    entries = dict(hostile.entries(hostile.SOUND))
    listed = entries["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", types[kind].encode()
    )
    assert listed != entries["[Content_Types].xml"]
    data = hostile.zipped(list({**entries, "[Content_Types].xml": listed}.items()))
    assert "never" in str(read(data, f"returned.{kind}").value)


def test_strict_open_xml_is_read() -> None:
    names = {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"wordprocessingml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"officeDocument/relationships",
    }
    entries = hostile.entries(document(hostile.ONE + hostile.paragraph(hostile.run("Use it", "<w:i/>"))))
    strict = []
    for name, xml in entries:
        for usual, short in names.items():
            xml = xml.replace(usual, b"http://purl.oclc.org/ooxml/" + short)
        strict.append((name, xml))
    assert strict != entries
    assert read(hostile.zipped(strict), "").value == read(hostile.zipped(entries), "").value
