"""Clauses are saved where they changed, all of them or none, and never over another's work."""

import errno
import os
from pathlib import Path

import pytest

from instrument import library, storage
from instrument.library import Library
from instrument.model import Clause, Kind, Provision, text
from instrument.problem import CannotWrite, Misuse

USE = Clause("use", label="Article 1", heading=text("Use"), provisions=(Provision(0, "1.", text("Not ever.")),))


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def changed(before: dict[str, bytes], folder: Path) -> dict[str, str]:
    return {name: data.decode() for name, data in snapshot(folder).items() if before.get(name) != data}


def with_use(read: Library, stage: str) -> list[Clause]:
    return [USE if clause.id == "use" else clause for clause in read.draft(stage)]


def test_only_what_changed_is_written(workspace: Path) -> None:
    before, read = snapshot(workspace), library.open("clauses")
    assert read.save("second", with_use(read, "second")) == (Path("clauses/use/second.clause"),)
    assert changed(before, workspace) == {"clauses/use/second.clause": "## Article 1 — Use\n\n1. Not ever.\n"}


def test_saving_what_stands_writes_nothing(workspace: Path) -> None:
    before, read = snapshot(workspace), library.open("clauses")
    assert read.save("second", read.draft("second")) == ()
    assert changed(before, workspace) == {}


def test_a_new_stage_is_added_to_the_settings_and_the_comments_stay(workspace: Path) -> None:
    before, read = snapshot(workspace), library.open("clauses")
    read.save("third", with_use(read, "second"), base="second", source="A/1.docx")
    after = changed(before, workspace)
    assert after["clauses/use/third.clause"].startswith('+++\nsource = "A/1.docx"\n+++\n## Article 1')
    settings = before["clauses/library.toml"].decode()
    assert after["clauses/library.toml"] == settings + '\n[stages.third]\nbase = "second"\n'
    assert library.open("clauses").draft("third").clause("use") == USE


def test_a_new_order_is_written_with_its_stage(workspace: Path) -> None:
    read = library.open("clauses")
    read.save("third", [USE, *(clause for clause in read.draft("second") if clause.id == "title")], base="second")
    assert library.open("clauses").order("third") == ("use", "title")
    assert library.open("clauses").order("second") == ("title", "use", "aid", "clearance")


def test_the_order_of_a_stage_that_has_one_is_replaced(workspace: Path) -> None:
    read = library.open("clauses")
    read.save("second", [*read.draft("second"), Clause("end", Kind.FINAL, provisions=(Provision(text=text("Done.")),))])
    settings = (workspace / "clauses/library.toml").read_text(encoding="utf-8")
    assert 'base = "first" # as issued\nkind = "President\'s text"\norder = [\n  "title",\n  "use",\n' in settings
    assert library.open("clauses").order("second")[-1] == "end"
    assert library.open("clauses").problems == ()


def test_an_order_is_given_to_a_stage_in_the_middle_that_had_none(workspace: Path) -> None:
    read = library.open("clauses")
    read.save("paper", [clause for clause in read.draft("paper") if clause.id != "use"])
    settings = (workspace / "clauses/library.toml").read_text(encoding="utf-8")
    assert 'kind = "facilitator\'s paper"\norder = [\n  "title",\n  "clearance",\n]\n\n[stages.second]\n' in settings
    assert library.open("clauses").order("second") == ("title", "use", "aid", "clearance")


def test_settings_in_a_form_that_cannot_be_edited_are_left_alone(workspace: Path) -> None:
    path = workspace / "clauses/library.toml"
    text = path.read_text(encoding="utf-8").split("[stages.first]")[0]
    path.write_text('stages = { first = { order = ["use"] } }\n' + text, encoding="utf-8")
    before, read = snapshot(workspace), library.open("clauses")
    with pytest.raises(CannotWrite, match='has its stages in a form this cannot edit; put "third" there'):
        read.save("third", [USE], base="first")
    assert changed(before, workspace) == {}


def test_a_text_in_another_language_is_saved_beside_the_original(workspace: Path) -> None:
    before, read = snapshot(workspace), library.open("clauses")
    assert read.save("second", [USE], language="fr") == (Path("clauses/use/second.fr.clause"),)
    assert list(changed(before, workspace)) == ["clauses/use/second.fr.clause"]
    with pytest.raises(Misuse, match="end: there is no such clause in the original"):
        read.save("second", [Clause("end")], language="fr")


def test_the_front_matter_of_a_file_survives(workspace: Path) -> None:
    path = workspace / "clauses/use/second.clause"
    path.write_text('+++\nsource = "A/1"\n+++\n## Article 1 — Use\n\n1. Never.\n', encoding="utf-8")
    read = library.open("clauses")
    read.save("second", with_use(read, "second"), source="B/2")
    assert path.read_text(encoding="utf-8") == '+++\nsource = "A/1"\n+++\n## Article 1 — Use\n\n1. Not ever.\n'


def test_a_new_library_is_made_by_its_first_save(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "clauses"
    made = library.new(folder, title='On "use"', language="fr")
    made.save("first", [USE])
    read = library.open(folder)
    assert (read.settings.title, read.settings.original) == ('On "use"', "fr")
    assert read.draft("first").clauses == (USE,)
    assert read.problems == ()
    with pytest.raises(CannotWrite, match="has changed since it was read"):
        made.save("first", [USE])


@pytest.mark.parametrize(
    ("stage", "base", "clauses", "reason"),
    [
        ("first", "", [USE], 'the stage "first" is sealed and takes no more changes; save to a new stage on it'),
        ("second", "paper", [USE], 'the stage "second" grew from "first", not from "paper"; name another stage'),
        ("third", "frist", [USE], r'there is no stage "frist" \(did you mean "first"\?\)'),
        ("third draft", "first", [USE], '"third draft" cannot name a stage: a name is made of small letters'),
        ("second", "", [Clause("Use")], '"Use" cannot name a clause: a name is made of small letters'),
        ("second", "", [Clause("aux")], '"aux" cannot name a clause: Windows keeps that name for a device'),
        ("second", "", [USE, USE], '2 clauses are called "use"; give each its own id'),
    ],
)
def test_what_may_not_be_saved_is_refused_and_nothing_is_touched(
    workspace: Path, stage: str, base: str, clauses: list[Clause], reason: str
) -> None:
    before = snapshot(workspace)
    with pytest.raises(Misuse, match=reason):
        library.open("clauses").save(stage, clauses, base=base)
    assert snapshot(workspace) == before


def test_a_second_writer_is_refused_while_the_first_writes(workspace: Path) -> None:
    read = library.open("clauses")
    with storage.locked(workspace / "clauses"):
        before = snapshot(workspace)
        with pytest.raises(CannotWrite, match=r"is writing in clauses \(process \d+ on .+\); try again"):
            read.save("second", with_use(read, "second"))
        assert snapshot(workspace) == before


def test_a_second_writer_does_not_undo_what_the_first_wrote(workspace: Path) -> None:
    one, two = library.open("clauses"), library.open("clauses")
    one.save("third", with_use(one, "second"), base="second")
    before = snapshot(workspace)
    with pytest.raises(CannotWrite, match=r"library\.toml has changed since it was read"):
        two.save("fourth", with_use(two, "second"), base="second")
    with pytest.raises(CannotWrite, match="has changed since it was read"):
        two.save("third", with_use(two, "second"), base="second")
    assert snapshot(workspace) == before


def test_a_text_edited_in_the_meantime_is_not_overwritten(workspace: Path) -> None:
    read = library.open("clauses")
    path = workspace / "clauses/use/second.clause"
    path.write_text("## Article 1 — Use\n\n1. Edited.\n", encoding="utf-8")
    with pytest.raises(CannotWrite, match=r"use/second\.clause has changed since it was read"):
        read.save("second", with_use(read, "second"))
    assert "Edited" in path.read_text(encoding="utf-8")


def test_a_full_disk_leaves_the_library_as_it_was(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, read = snapshot(workspace), library.open("clauses")
    room = iter([None])

    def fill(file: int) -> None:
        if next(room, "full"):
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fill)
    with pytest.raises(CannotWrite, match="the disk is full"):
        read.save("third", [USE, Clause("end")], base="second")
    assert snapshot(workspace) == before
    assert not (workspace / "clauses/end").exists()
