"""Files on the disk: read with a clear refusal, written whole or not at all, by one writer at a time."""

from __future__ import annotations

import errno
import json
import os
import stat
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from platform import node

from instrument.encoding import decode, empty
from instrument.problem import CannotRead, CannotWrite

LOCK = ".lock"
JOURNAL = ".journal"
_FAR = 1 << 30  # behind whatever a lock's file says


def read_bytes(path: Path) -> bytes:
    """What a file holds.

    Raises `CannotRead` where there is no file, none that may be read, or nothing in it.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise CannotRead(f"there is no file {path}; look at the name and the folder") from None
    except (IsADirectoryError, PermissionError) as error:
        if os.path.isdir(path):
            raise CannotRead(f"{path} is a folder; name a file in it") from error
        raise CannotRead(f"{path} may not be read; close it elsewhere or ask for permission to it") from error
    except (OSError, ValueError) as error:
        raise CannotRead(
            f"{path} cannot be read ({_reason(error)}); copy it to a local folder and try there"
        ) from error
    if not data:
        raise empty(str(path))
    return data


def read_text(path: Path) -> str:
    r"""The text of a UTF-8 file, its lines ended by "\n"; a byte order mark and Windows line ends are accepted.

    Raises `CannotRead` as `read_bytes` does, and for what is not UTF-8 text.
    """
    return decode(read_bytes(path), str(path))


def write_atomically(path: Path, data: bytes) -> None:
    """Puts a whole file where the old one stood, or leaves the old one as it was and raises `CannotWrite`."""
    write_all({path: data})


def write_all(files: Mapping[Path, bytes], held: Path | None = None) -> None:
    """Writes several files, or none of them: every one lies complete beside its place before the first is put there.

    In a folder that is `held`, this outlasts the program: if it is killed half way, the next that holds the folder puts
    the rest in place. Folders that are missing are made. Raises `CannotWrite`, and then all is as it was.
    """
    with ExitStack() as undo:
        waiting: dict[Path, Path] = {}
        for path, data in files.items():
            with _refusals(path):
                target = _place(path)
                if target.exists() and not target.is_file():  # a device or a pipe is written to, never replaced
                    target.write_bytes(data)
                    continue
                _make_folder(target.parent, undo)
                waiting[path] = _write_beside(target, data, undo)
        with _noted(held, {part: path.resolve() for path, part in waiting.items()}):
            for path, part in waiting.items():
                with _refusals(path):
                    _put(part, path.resolve(), undo)
        undo.pop_all()


@contextmanager
def locked(folder: Path, patience: float = 0) -> Iterator[None]:
    """Holds a folder for one writer; a second one waits so many seconds, and then is refused with `CannotWrite`.

    A folder that is not there yet is made, and goes again if nothing was put in it. What an earlier writer was killed
    in the middle of is finished first. The system lets go of the lock of a process that ends, however it ends.
    """
    lock = folder / LOCK
    with ExitStack() as after:
        try:
            _make_folder(folder, after)
            held = _take(lock, patience)
        except BlockingIOError:
            raise CannotWrite(
                f"another command is writing in {folder}{_holder(lock)}; try again after it, or end it if it hangs"
            ) from None
        except OSError as error:
            raise CannotWrite(f"{folder} takes no files ({_reason(error)}); copy it to a folder that does") from error
        after.callback(_release, held, lock)
        with _refusals(folder / JOURNAL):
            _finish(folder)
        yield


@contextmanager
def _noted(held: Path | None, parts: Mapping[Path, Path]) -> Iterator[None]:
    """Keeps a note in a held folder of which files still go where, for as long as they are being put there."""
    if held is None:
        yield
        return
    folder = held.resolve()
    places = {os.path.relpath(part, folder): os.path.relpath(target, folder) for part, target in parts.items()}
    write_atomically(held / JOURNAL, json.dumps(places).encode())
    try:
        yield
    finally:
        with suppress(OSError):  # once nothing waits beside its place any more, the note means nothing
            (held / JOURNAL).unlink()


def _finish(folder: Path) -> None:
    """Puts the files in place that a writer was killed before putting there."""
    journal = folder / JOURNAL
    if journal.exists():
        here = folder.resolve()
        for part, target in json.loads(journal.read_text(encoding="utf-8")).items():
            if (here / part).exists():
                os.replace(here / part, here / target)
        journal.unlink()


def _take(lock: Path, patience: float) -> int:
    """The lock's file, open and held; Windows refuses it for a moment after another has let go."""
    until = time.monotonic() + patience
    while True:
        try:
            if (held := _held(lock)) is not None:
                return held
        except (BlockingIOError, PermissionError):
            if time.monotonic() >= until:
                raise
        time.sleep(0.02)


def _held(lock: Path) -> int | None:
    """The lock's file, with who holds it since when; None where another writer took it away while it was opened."""
    file = os.open(lock, os.O_CREAT | os.O_RDWR)
    try:
        _hold(file)
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(file), lock.stat()):
                os.ftruncate(file, 0)
                os.lseek(file, 0, os.SEEK_SET)
                os.write(file, f"process {os.getpid()} on {node()}, since {datetime.now():%Y-%m-%d %H:%M}".encode())
                return file
    except BaseException:
        os.close(file)
        raise
    os.close(file)
    return None


def _hold(file: int) -> None:
    """Locks an open file, or raises `BlockingIOError`; on Windows behind its words, so that others can read them."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(file, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError(*error.args) from None
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _release(file: int, lock: Path) -> None:
    """Lets go of a lock and takes its file away: elsewhere while it is held, on Windows where nobody has it open."""
    if sys.platform == "win32":
        os.close(file)
    with suppress(OSError):
        lock.unlink()
    if sys.platform != "win32":
        os.close(file)


def _holder(lock: Path) -> str:
    """Who holds a lock since when, as far as its file says."""
    try:
        said = lock.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    return f" ({said})" if said else ""


def append(path: Path, text: str) -> None:
    """Puts a text after what a file holds, which is not touched: all of it, or none and `CannotWrite`.

    The writer holds the folder: `locked`.
    """
    before = path.read_bytes() if path.exists() else b""
    apart = b"\n" if before else b""
    write_atomically(path, before + apart + text.encode())


def another(path: Path) -> Path:
    """A name beside a path that is still free: "draft.docx" gives "draft-2.docx"."""
    number = 2
    while os.path.exists(free := path.with_name(f"{path.stem}-{number}{path.suffix}")):
        number += 1
    return free


def _place(path: Path) -> Path:
    """Where a file really goes, links followed; a folder and a read-only file refuse it."""
    if path.is_dir():
        raise CannotWrite(f"{path} is a folder; name a file in it")
    if path.exists() and not path.stat().st_mode & stat.S_IWUSR:
        raise CannotWrite(f"{path} is read-only; write to another name such as {another(path).name}")
    return path.resolve()


def _make_folder(folder: Path, undo: ExitStack) -> None:
    missing = [above for above in (folder, *folder.parents) if not above.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for made in reversed(missing):
        undo.callback(_remove_if_empty, made)


def _remove_if_empty(folder: Path) -> None:
    if not any(folder.iterdir()):
        folder.rmdir()


def _write_beside(target: Path, data: bytes, undo: ExitStack) -> Path:
    part = target.with_name(f".{target.name}.{os.urandom(4).hex()}.part")
    undo.callback(part.unlink, missing_ok=True)
    with part.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if target.exists():
        part.chmod(stat.S_IMODE(target.stat().st_mode))
    return part


def _put(part: Path, target: Path, undo: ExitStack) -> None:
    if target.exists():
        old = target.read_bytes()
        os.replace(part, target)
        undo.callback(target.write_bytes, old)
    else:
        os.replace(part, target)
        undo.callback(target.unlink)


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """Turns what the system refuses at a path into one sentence."""
    try:
        yield
    except PermissionError as error:
        raise CannotWrite(
            f"{path} cannot be written: it is open in Word or elsewhere, or its folder is read-only;"
            f" close it, or write to another name such as {another(path).name}"
        ) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise CannotWrite(f"{path} cannot be written: the disk is full; make room, or write elsewhere") from error
        raise CannotWrite(f"{path} cannot be written ({_reason(error)}); write to another name or folder") from error


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
