"""A night's folder of what delegations sent: kept, read, guessed at; nothing counts until somebody confirms it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from email import message_from_bytes, policy
from enum import StrEnum
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from instrument import storage, tables
from instrument.building.proposing import Sent, propose, take
from instrument.building.texts import is_word, read_file
from instrument.library.recording import PATIENCE
from instrument.model import plain
from instrument.problem import Failure, Misuse
from instrument.proposals.moments import stamp
from instrument.splitting import Watch, spread, unwatched
from instrument.tables import Source, quoted

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from instrument.library import Library

FOLDER, LIST = "intake", "received.toml"
_BY_EYE = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".heic", ".gif")
_LETTERS = (".txt", ".md", ".clause")
_BEGINNING = 4000  # characters of a letter in which whoever wrote it is named


class Placing(StrEnum):
    """How far a file came: all of it carried out, something to look at, nothing read, nothing to read by machine."""

    PLACED = "placed"
    LOOK = "look"
    UNREAD = "cannot read"
    TYPED = "to be typed"


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file that was received, and what is guessed of it.

    `kept` is where its bytes are, `hash` their SHA-256; `by` is whose it seems to be, `about` the clauses it seems to
    change. `initials` are those of who confirmed it, and `proposal` is what it then became.
    """

    file: str
    hash: str
    at: str
    kept: Path
    placing: Placing = Placing.LOOK
    by: str = ""
    about: tuple[str, ...] = ()
    why: str = ""
    initials: str = ""
    proposal: str = ""


def receive(library: Library, folder: Path, at: date) -> tuple[str, ...]:
    """Keep every file of a folder that was not kept before, with its hash and the time; the names of those new.

    A message brings its words and its attachments. Whoever is interrupted begins again: what is kept is not kept twice.
    """
    known = {row["hash"] for row in _rows(library, "received")}
    new: list[str] = []
    for path in sorted(each for each in folder.iterdir() if each.is_file() and not each.name.startswith((".", "~$"))):
        for name, data in _pieces(path):
            digest = sha256(data).hexdigest()
            if digest not in known:
                place = library.path / FOLDER / _kept(digest, name)
                storage.write_atomically(place, data)
                _append(library, _row("received", hash=digest, file=name, at=stamp(at)))
                known.add(digest)
                new.append(name)
    return tuple(new)


def arrivals(
    library: Library, against: str, executor: Executor | None = None, watch: Watch = unwatched
) -> tuple[Arrival, ...]:
    """Everything that was received, in its order, and what is guessed of what nobody has confirmed.

    `executor` is who reads the files, if not this thread.
    """
    done = {row["hash"]: row for row in _rows(library, "confirmed")}
    found: list[Arrival] = []
    for row in _rows(library, "received"):
        kept = library.path / FOLDER / _kept(row["hash"], row["file"])
        arrival = Arrival(row["file"], row["hash"], row["at"], kept)
        if confirmed := done.get(row["hash"]):
            initials, name = confirmed["initials"], confirmed["proposal"]
            by = library.proposal(name).mover
            arrival = replace(arrival, placing=Placing.PLACED, by=by, initials=initials, proposal=name)
        found.append(arrival)
    return tuple(watch(spread(partial(_guessed, library, against), found, executor), len(found)))


def confirm(library: Library, arrival: Arrival, against: str, initials: str, by: str = "") -> Arrival:
    """Take an arrival into the register as its delegation's proposal, on somebody's initials."""
    sent = _sent(library, arrival, against, by or arrival.by)
    if not (library.path / "proposals" / f"{sent.name}.proposal").exists():  # else it was interrupted right here
        propose(library, str(arrival.kept), sent)
    _append(library, _row("confirmed", hash=arrival.hash, initials=initials, proposal=sent.name))
    return replace(arrival, placing=Placing.PLACED, by=sent.by, why="", initials=initials, proposal=sent.name)


def _guessed(library: Library, against: str, arrival: Arrival) -> Arrival:
    if arrival.initials:
        return arrival
    ending = arrival.kept.suffix.lower()
    if ending in _BY_EYE:
        return replace(arrival, placing=Placing.TYPED, why="a picture of a page: somebody has to type it")
    if ending not in _LETTERS and not is_word(arrival.kept.name):
        return replace(arrival, placing=Placing.UNREAD, why=f'files in "{ending}" are not read')
    try:
        names = _named(library, arrival)
        by = names[0] if len(names) == 1 else ""
        read = take(library, arrival.kept, _sent(library, arrival, against, by or library.settings.speakers[0]))
    except Misuse as misuse:
        return replace(arrival, why=str(misuse))
    except Failure as failure:
        return replace(arrival, placing=Placing.UNREAD, why=str(failure))
    about = read.value.proposal.clauses
    if not by:
        why = f"it names {', '.join(names)}: say whose it is" if names else "it names no delegation: say whose it is"
        return replace(arrival, about=about, why=why)
    if not read.value.is_whole:
        why = next((str(each.message) for each in read.problems), "not all of it was carried out")
        return replace(arrival, by=by, about=about, why=why)
    return replace(arrival, placing=Placing.PLACED, by=by, about=about)


def _named(library: Library, arrival: Arrival) -> list[str]:
    """The delegations and groups that a file names, in its name or where it begins; those a text names are not it."""
    said = arrival.file
    if not is_word(arrival.kept.name):
        said += "\n" + arrival.kept.read_text(encoding="utf-8", errors="replace")[:_BEGINNING]
    else:
        read = read_file(arrival.kept, "rejected").value
        lines = [plain(content) for clause in read for content in clause.texts]
        said += "\n" + "\n".join(lines)[:_BEGINNING]
    bare = re.sub(r"[-_.]+", " ", said)
    return [name for name in library.settings.speakers if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", bare, re.I)]


def _sent(library: Library, arrival: Arrival, against: str, by: str) -> Sent:
    at = datetime.fromisoformat(arrival.at) if "T" in arrival.at else date.fromisoformat(arrival.at)
    stem = re.sub(r"[^a-z0-9]+", "-", Path(arrival.file).stem.lower()).strip("-")
    return Sent(by, against, at, name=f"{stem}-{arrival.hash[:8]}")


def _pieces(path: Path) -> Iterator[tuple[str, bytes]]:
    """A file as it is; a message as its words and what is attached to it."""
    data = storage.read_bytes(path)
    if path.suffix.lower() != ".eml":
        yield path.name, data
        return
    message = message_from_bytes(data, policy=policy.default)
    body = message.get_body(preferencelist=("plain",))
    head = "\n".join(f"{name}: {message[name]}" for name in ("From", "Subject") if message[name])
    if body is not None and body.get_content().strip():
        yield f"{path.stem}.txt", f"{body.get_content()}\n\nNote: {head}\n".encode()
    for part in message.iter_attachments():
        content = part.get_payload(decode=True)
        if isinstance(content, bytes):
            yield part.get_filename() or f"{path.stem}.bin", content


def _kept(digest: str, name: str) -> str:
    return f"{digest[:16]}-{re.sub(r'[^A-Za-z0-9._-]+', '-', name)}"


def _append(library: Library, row: str) -> None:
    with storage.locked(library.path, PATIENCE):
        storage.append(_list(library), row)


def _list(library: Library) -> Path:
    return library.path / FOLDER / LIST


def _rows(library: Library, kind: str) -> list[dict[str, Any]]:
    """The rows of a kind in the list, in order."""
    path = _list(library)
    if not path.exists():
        return []
    return list(tables.read(Source(str(path), storage.read_text(path))).value.get(kind, []))


def _row(kind: str, **said: str) -> str:
    lines = "\n".join(f"{name} = {quoted(value)}" for name, value in said.items())
    return f"[[{kind}]]\n{lines}\n\n"
