"""The languages of a library: what lags, and tables that are filled in and read back by their rows."""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import docx
import pytest

import instrument
from instrument import building
from instrument.building.concording import tables
from instrument.building.concording.lagging import outdated
from instrument.building.concording.laying import lay
from instrument.building.concording.returning import returned
from instrument.building.concording.sheet import Sheet, sheet
from instrument.formats.docx.lint import lint
from instrument.library import Library
from instrument.model import Clause, Footnote, Holders, Kind, Mark, Note, Provision, Reference, Run, text
from instrument.problem import CannotRead, Misuse, Read

SAMPLE = Path(__file__).parents[2] / "clauses"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """The sample with Arabic and Chinese among its languages, and three small stages of its own."""
    home = tmp_path / "clauses"
    shutil.copytree(SAMPLE, home)
    settings = home / "library.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace(
            'authentic = ["en", "fr"]', 'authentic = ["en", "fr", "ar", "zh"]'
        ),
        encoding="utf-8",
    )
    return instrument.open(home)


@pytest.fixture
def small(tmp_path: Path) -> Library:
    """A library of two clauses: one with everything that stands behind words, one that refers to it."""
    fresh = instrument.library.new(tmp_path / "small", title="Draft")
    use = Clause(
        "use", Kind.ARTICLE, "Article 1", text("Use"),
        (
            Provision(0, "1.", text("No State uses them", Note("1"), " [ever]", Holders(by=("Delegation A",)), ".")),
            Provision(0, "2.", text("It ", Run("mutatis mutandis", frozenset({Mark.ITALIC})), " binds:"), "effect"),
            Provision(1, "(a)", text("Here, within thirty days;")),
        ),
        (Footnote("1", text("Agreed.")),),
    )  # fmt: skip
    end = Clause(
        "end", Kind.ARTICLE, "Article 2", text("End"), (Provision(0, "", text("See ", Reference("use"), ".")),)
    )
    fresh.save("one", (use, end))
    settings = tmp_path / "small" / "library.toml"
    source = settings.read_text(encoding="utf-8")
    settings.write_text(
        source.replace('original = "en"', 'original = "en"\nauthentic = ["fr", "zh"]'), encoding="utf-8"
    )
    return instrument.open(tmp_path / "small")


def filled(path: Path, words: Mapping[str, str], column: int = 2) -> Path:
    """The table with words written into the cells of a column, by the addresses of their rows."""
    document = docx.Document(str(path))
    for row in document.tables[-1].rows:
        if (address := row.cells[0].text) in words:
            row.cells[column].text = words[address]
    document.save(str(path))
    return path


def back(library: Library, path: Path, language: str, stage: str) -> Read[tuple[Clause, ...]]:
    table: Read[Sheet] = sheet(building.read(path), str(path))
    assert not table.problems
    return returned(library, stage, table.value, language)


FRENCH = {
    "use/heading": "Emploi",
    "use/1": "Aucun État n’en emploie[^1] [jamais].",
    "use/2": "Ceci vaut mutatis mutandis :",
    "use/2/a": "Ici, dans les trente jours ;",
    "use/note/1": "Convenu.",
    "end/heading": "Article 2 — Fin",
    "end/~1": "Voir l’article 1.",
}


def test_an_unchanged_table_changes_nothing(library: Library, tmp_path: Path) -> None:
    for stage in ("second-draft", "final-draft"):
        instrument.write(tables.table(library, stage, ["en", "fr"]), tmp_path / "table.docx")
        assert not lint((tmp_path / "table.docx").read_bytes())
        read = back(library, tmp_path / "table.docx", "fr", stage)
        assert read.value == () and read.problems == ()


def test_filled_cells_become_clauses_with_the_ids_anchors_levels_and_references_of_the_original(
    small: Library, tmp_path: Path
) -> None:
    instrument.write(tables.table(small, "one", ["en", "fr"]), tmp_path / "table.docx")
    read = back(small, filled(tmp_path / "table.docx", FRENCH), "fr", "one")
    assert read.problems == ()
    use, end = read.value
    assert (use.id, use.label, use.heading) == ("use", "Article 1", text("Emploi"))
    assert [(each.depth, each.label, each.anchor) for each in use.provisions] == [
        (0, "1.", ""), (0, "2.", "effect"), (1, "a)", ""),
    ]  # fmt: skip
    held = Holders(by=("Delegation A",))
    assert use.provisions[0].text == text("Aucun État n’en emploie", Note("1"), " [jamais]", held, ".")
    assert use.notes == (Footnote("1", text("Convenu.")),)
    assert (end.label, end.heading) == ("Article 2", text("Fin"))
    assert end.provisions[0].text == text("Voir l’", Reference("use"), ".")
    small.save("one", read.value, language="fr")
    assert lay(instrument.open(small.path), ["one"]).value.in_step


def test_a_chinese_cell_gets_a_chinese_label(small: Library, tmp_path: Path) -> None:
    instrument.write(tables.table(small, "one", ["en", "zh"]), tmp_path / "table.docx")
    words = {"use/heading": "使用", "use/1": "任何国家[永远]不得使用[^1]。", "use/2": "效力：", "use/2/a": "三十天内；"}
    read = back(small, filled(tmp_path / "table.docx", words | {"use/note/1": "已商定。"}), "zh", "one")
    (use,) = read.value
    assert (use.label, [each.label for each in use.provisions]) == ("第一条", ["一、", "二、", "（一）"])


def test_a_clause_with_an_empty_cell_is_not_taken_and_its_words_are_said(small: Library, tmp_path: Path) -> None:
    instrument.write(tables.table(small, "one", ["en", "fr"]), tmp_path / "table.docx")
    read = back(small, filled(tmp_path / "table.docx", FRENCH | {"use/2": ""}), "fr", "one")
    assert [clause.id for clause in read.value] == ["end"]
    assert ("empty-cell", "use/2") in [(each.code, each.where.name) for each in read.problems]
    said = " ".join(each.words for each in read.problems)
    assert all(FRENCH[address] in said for address in ("use/heading", "use/1", "use/2/a", "use/note/1"))


def test_a_row_that_the_original_does_not_have_is_said_with_its_words(small: Library, tmp_path: Path) -> None:
    instrument.write(tables.table(small, "one", ["en", "fr"]), tmp_path / "table.docx")
    document = docx.Document(str(filled(tmp_path / "table.docx", FRENCH)))
    row = next(each for each in document.tables[-1].rows if each.cells[0].text == "end/~1")
    row.cells[0].text = "end/7"
    document.save(str(tmp_path / "table.docx"))
    read = back(small, tmp_path / "table.docx", "fr", "one")
    assert [clause.id for clause in read.value] == ["use"]
    (problem,) = [each for each in read.problems if each.code == "unplaced"]
    assert "Voir l’article 1." in problem.words


def test_a_table_of_an_original_that_has_changed_since_is_refused_there(small: Library, tmp_path: Path) -> None:
    instrument.write(tables.table(small, "one", ["en", "fr"]), tmp_path / "table.docx")
    filled(tmp_path / "table.docx", FRENCH)
    (use, end) = small.draft("one")
    small.save("one", (use, replace(end, provisions=(Provision(0, "", text("See ", Reference("use"), " again.")),))))
    read = back(instrument.open(small.path), tmp_path / "table.docx", "fr", "one")
    assert [clause.id for clause in read.value] == ["use"]
    assert ("changed-original", "end/~1") in [(each.code, each.where.name) for each in read.problems]


def test_a_row_that_stands_twice_is_refused(small: Library, tmp_path: Path) -> None:
    instrument.write(tables.table(small, "one", ["en", "fr"]), tmp_path / "table.docx")
    table = sheet(building.read(filled(tmp_path / "table.docx", FRENCH)), "table.docx").value
    twice = replace(table, rows=(*table.rows, next(row for row in table.rows if row[0] == "use/1")))
    read = returned(small, "one", twice, "fr")
    assert [clause.id for clause in read.value] == ["end"]
    assert "row-twice" in [each.code for each in read.problems]


def test_a_reference_that_is_not_found_in_the_words_is_said(small: Library, tmp_path: Path) -> None:
    instrument.write(tables.table(small, "one", ["en", "fr"]), tmp_path / "table.docx")
    words = FRENCH | {"end/~1": "Voir ci-dessus."}
    read = back(small, filled(tmp_path / "table.docx", words), "fr", "one")
    assert [each.code for each in read.problems] == ["reference"]
    assert read.value[-1].provisions[0].text == text("Voir ci-dessus.")


def test_a_label_that_was_written_is_kept_and_another_one_is_said(small: Library, tmp_path: Path) -> None:
    instrument.write(tables.table(small, "one", ["en", "fr"]), tmp_path / "table.docx")
    words = FRENCH | {"use/2/a": "a) Ici, dans les trente jours ;", "use/2": "3. Ceci vaut mutatis mutandis :"}
    read = back(small, filled(tmp_path / "table.docx", words), "fr", "one")
    assert [each.label for each in read.value[0].provisions] == ["1.", "3.", "a)"]
    assert [each.code for each in read.problems] == ["label"]


def test_holders_that_were_written_stay_and_others_than_those_of_the_original_are_said(
    small: Library, tmp_path: Path
) -> None:
    instrument.write(tables.table(small, "one", ["en", "fr"]), tmp_path / "table.docx")
    words = FRENCH | {"use/1": "Aucun État n’en emploie[^1] [jamais (Delegation B)]."}
    path = filled(tmp_path / "table.docx", words)
    table = sheet(building.read(path), str(path)).value
    read = returned(small, "one", table, "fr")
    (problem,) = read.problems
    assert (problem.code, "Delegation B" in problem.message) == ("holders", True)
    assert Holders(by=("Delegation B",)) in read.value[0].provisions[0].text


def test_a_file_that_holds_no_table_is_refused(small: Library, tmp_path: Path) -> None:
    instrument.write(small.draft("one"), tmp_path / "draft.docx")
    with pytest.raises(CannotRead, match="no translation table"):
        sheet(building.read(tmp_path / "draft.docx"), "draft.docx")


def test_a_language_that_the_library_does_not_have_is_refused(small: Library) -> None:
    with pytest.raises(Misuse, match='"ru" is no language'):
        tables.table(small, "one", ["en", "ru"])
    with pytest.raises(Misuse, match="two languages"):
        tables.table(small, "one", ["en", "en"])


def changed(library: Library, *provisions: Provision) -> Library:
    """The library with a stage after the final draft, in which only the article on clearance is another."""
    final = library.draft("final-draft")
    clauses = [replace(each, provisions=provisions) if each.id == "clearance" else each for each in final]
    library.save("next", clauses, base="final-draft")
    return instrument.open(library.path)


def provisions_of(library: Library, text: str) -> list[Provision]:
    clearance = library.draft(text).clause("clearance")
    assert clearance is not None
    return [*clearance.provisions]


def test_a_version_whose_original_changed_is_named_with_the_words_that_changed(library: Library) -> None:
    first, *rest = provisions_of(library, "final-draft")
    words = text(*(Run(atom.chars.replace("ten", "eight")) if isinstance(atom, Run) else atom for atom in first.text))
    again = changed(library, replace(first, text=words), *rest)
    (lag,) = outdated(again, "next.fr")
    assert (lag.clause, lag.stage, lag.since) == ("clearance", "final-draft", "next")
    (problem,) = lag.problems
    assert "within [-ten-]{+eight+} years" in problem.message
    laid = lay(again, ["next"]).value
    assert not laid.in_step and [each.clause for each in laid.outdated] == ["clearance"]
    assert laid.concordance.differences == ()


def test_a_version_that_lags_is_compared_with_the_original_that_it_was_made_from(library: Library) -> None:
    again = changed(library, *provisions_of(library, "final-draft")[:-1])
    french = again.draft("final-draft.fr").clause("clearance")
    assert french is not None
    slipped = text("Dans un délai de douze ans à compter :")
    again.save("final-draft", [replace(french, provisions=(replace(french.provisions[0], text=slipped),
                                                           *french.provisions[1:]))], language="fr")  # fmt: skip
    (difference,) = lay(instrument.open(library.path), ["next"]).value.concordance.differences
    assert difference.message == 'en has "ten", fr has "douze"'
    assert [place.text for place in difference.places] == ["final-draft", "final-draft.fr"]


def test_what_a_translation_has_to_follow_stands_tracked_beside_it_and_is_read_back(
    library: Library, tmp_path: Path
) -> None:
    words = provisions_of(library, "final-draft")
    words.insert(4, Provision(0, "1 bis.", text("This applies within ten years.")))
    again = changed(library, *words)
    instrument.write(tables.redline(again, "next", "fr"), tmp_path / "redline.docx")
    assert not lint((tmp_path / "redline.docx").read_bytes())
    marked = docx.Document(str(tmp_path / "redline.docx")).element.xml
    assert 'w:author="Original, next"' in marked and "This applies within ten years." in marked
    path = filled(tmp_path / "redline.docx", {"clearance/1 bis": "Ceci vaut dix ans."})
    read = back(again, path, "fr", "next")
    assert read.problems == ()
    (french,) = read.value
    assert french.provisions[4] == Provision(0, "1 bis.", text("Ceci vaut dix ans."))
    assert [*french.provisions[:4], *french.provisions[5:]] == provisions_of(library, "final-draft.fr")


def test_where_nothing_lags_there_is_nothing_to_follow(library: Library) -> None:
    with pytest.raises(Misuse, match="nothing to follow"):
        tables.redline(library, "final-draft", "fr")
