"""A translation table that LibreOffice saved comes back like ours; the validators accept both kinds."""

import shutil
import subprocess
from pathlib import Path

import docx
import pytest

import instrument
from instrument import building
from instrument.building.concording import tables
from instrument.building.concording.returning import returned
from instrument.building.concording.sheet import sheet
from tests.formats.docx.judges import VALIDATORS

pytestmark = pytest.mark.judge
SAMPLE = Path(__file__).parents[2] / "clauses"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    library = instrument.open(SAMPLE)
    instrument.write(tables.table(library, "second-draft", ["en", "fr"]), tmp_path / "table.docx")
    return tmp_path / "table.docx"


@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_a_table_that_libreoffice_saved_is_read_back_the_same(ending: str, table: Path, tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not here")
    document = docx.Document(str(table))
    words = {"authentic-texts/heading": "Textes authentiques", "authentic-texts/~1": "L’original est déposé."}
    for row in document.tables[-1].rows:
        if row.cells[0].text in words:
            row.cells[2].text = words[row.cells[0].text]
    document.save(str(table))
    saved = tmp_path / "saved"
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", ending, "--outdir", str(saved), str(table)], check=True, capture_output=True
    )
    read = sheet(building.read(saved / f"table.{ending}"), "table")
    back = returned(instrument.open(SAMPLE), "second-draft", read.value, "fr")
    assert [clause.id for clause in back.value] == ["authentic-texts"]
    assert back.problems == ()


@pytest.mark.parametrize("validator", VALIDATORS)
def test_a_validator_accepts_the_table(validator: str, table: Path) -> None:
    assert not any(VALIDATORS[validator]([table]).values())
