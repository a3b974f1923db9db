"""Files are read with a clear refusal, and written whole or not at all."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from instrument import storage
from instrument.problem import CannotRead, CannotWrite

ROOT = Path(__file__).parents[1]


def test_a_text_is_read_with_or_without_a_mark_and_windows_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfArticle 1\r\n1. d\xc3\xa9chets\r\n")
    assert storage.read_text(path) == "Article 1\n1. déchets\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("Article 1".encode("utf-16"), "is UTF-16 text; save it as UTF-8"),
        ("Article 1".encode("utf-16-le"), "is UTF-16 text; save it as UTF-8"),
        ("Article 1".encode("utf-16-be"), "is UTF-16 text; save it as UTF-8"),
        ("Article 1\ndéchets".encode("latin-1"), "(line 2 may be Latin-1 or Windows-1252); save it as UTF-8"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not text but a binary file"),
        (b"PK\3\4 a Word file", "is not text but a binary file"),
        (b"", "is empty"),
        (b"\r\n  \r\n", "is empty"),
    ],
)
def test_what_is_not_a_text_is_refused_in_one_sentence(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(CannotRead) as refused:
        storage.read_text(path)
    assert str(refused.value).startswith(f"{path} is ")
    assert reason in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match=r"there is no file .*a\.txt; look at the name"):
        storage.read_bytes(tmp_path / "a.txt")
    with pytest.raises(CannotRead, match="is a folder; name a file in it"):
        storage.read_bytes(tmp_path)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "may not be read"),
        (OSError(errno.EIO, "Input/output error"), r"cannot be read \(Input/output error\)"),
    ],
)
def test_a_file_that_the_system_keeps_back_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str
) -> None:
    def deny(self: Path) -> bytes:
        raise error

    monkeypatch.setattr(Path, "read_bytes", deny)
    with pytest.raises(CannotRead, match=reason):
        storage.read_bytes(tmp_path / "a.txt")


def test_what_is_written_stands_whole_and_alone(tmp_path: Path) -> None:
    path = tmp_path / "out" / "a.docx"
    storage.write_atomically(path, b"one")
    path.chmod(0o600)
    storage.write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["a.docx"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    storage.write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_device_is_written_to_and_not_replaced() -> None:
    with pytest.raises(CannotWrite, match="the disk is full"):
        storage.write_atomically(Path("/dev/full"), b"one")
    assert Path("/dev/full").is_char_device()


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_full_disk_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "old.docx"
    old.write_bytes(b"old")
    before = snapshot(tmp_path)
    room = iter([None])

    def fill(file: int) -> None:
        if next(room, "full"):
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fill)
    with pytest.raises(CannotWrite, match=r"new\.docx cannot be written: the disk is full; make room"):
        storage.write_all({old: b"new", tmp_path / "new" / "new.docx": b"new"})
    assert snapshot(tmp_path) == before
    assert not (tmp_path / "new").exists()


def test_a_file_that_word_holds_open_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one.docx", "two.docx", "two-2.docx"):
        (tmp_path / name).write_bytes(b"old")
    before, replace = snapshot(tmp_path), os.replace

    def hold(part: Path, target: Path) -> None:
        if target.name == "two.docx":
            raise PermissionError(errno.EACCES, "used by another process")
        replace(part, target)

    monkeypatch.setattr(os, "replace", hold)
    files = {tmp_path / name: b"new" for name in ("one.docx", "new.docx", "two.docx")}
    with pytest.raises(CannotWrite, match=r"open in Word or elsewhere.*such as two-3\.docx"):
        storage.write_all(files)
    assert snapshot(tmp_path) == before


def test_a_read_only_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(CannotWrite, match=r"is read-only; write to another name such as a-2\.docx"):
        storage.write_atomically(path, b"new")
    with pytest.raises(CannotWrite, match="is a folder"):
        storage.write_atomically(tmp_path, b"new")
    with pytest.raises(CannotWrite, match=r"cannot be written \("):
        storage.write_atomically(path / "b.docx", b"new")
    assert path.read_bytes() == b"old"


def test_a_folder_takes_one_writer_at_a_time(tmp_path: Path) -> None:
    with (
        storage.locked(tmp_path),
        pytest.raises(CannotWrite, match="another command is writing"),
        storage.locked(tmp_path),
    ):
        pass
    with storage.locked(tmp_path):
        assert [file.name for file in tmp_path.iterdir()] == [storage.LOCK]
    assert not list(tmp_path.iterdir())


def test_who_is_refused_reads_who_is_writing_since_when(tmp_path: Path) -> None:
    said = rf"\(process {os.getpid()} on .+, since \d{{4}}-\d\d-\d\d \d\d:\d\d\); try again after it, or end it"
    with storage.locked(tmp_path), pytest.raises(CannotWrite, match=said), storage.locked(tmp_path):
        pass


def test_the_lock_of_a_process_that_was_killed_is_taken_over(tmp_path: Path) -> None:
    code = (
        "import os, sys\nfrom pathlib import Path\nfrom instrument import storage\n"
        "with storage.locked(Path(sys.argv[1])):\n    os._exit(9)\n"
    )
    assert (
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path)], env=os.environ | {"PYTHONPATH": str(ROOT)}
        ).returncode
        == 9
    )
    assert (tmp_path / storage.LOCK).exists()
    with storage.locked(tmp_path):
        assert f"process {os.getpid()} on" in (tmp_path / storage.LOCK).read_text("utf-8")
    assert not list(tmp_path.iterdir())


def test_of_many_processes_never_two_hold_a_folder(tmp_path: Path) -> None:
    """Each counts one further in a file; were two in the folder at once, a count would be lost."""
    count = tmp_path / "count"
    count.write_text("0")
    code = (
        "import sys\nfrom pathlib import Path\nfrom instrument import storage\n"
        "folder = Path(sys.argv[1])\n"
        "for _ in range(50):\n"
        "    with storage.locked(folder, 60):\n"
        "        count = folder / 'count'\n"
        "        count.write_text(str(int(count.read_text()) + 1))\n"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    every = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], env=environment) for _ in range(4)]
    assert [process.wait() for process in every] == [0] * 4
    assert count.read_text() == "200"
    assert [path.name for path in tmp_path.iterdir()] == ["count"]


def test_a_new_folder_goes_again_when_nothing_was_put_in_it(tmp_path: Path) -> None:
    with storage.locked(tmp_path / "a" / "b"):
        pass
    assert not (tmp_path / "a").exists()


def test_a_folder_that_takes_no_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*args: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", deny)
    with pytest.raises(CannotWrite, match=r"takes no files \(Permission denied\)"), storage.locked(tmp_path):
        pass
