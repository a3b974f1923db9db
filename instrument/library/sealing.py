"""Seals: the words of an adopted text on record, clause by clause, so that whoever changes them later is told.

The record of a stage is `issued/<stage>.toml`: the SHA-256 of each clause's words in each language, in their order.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from instrument import storage, tables
from instrument.library import drafting
from instrument.library.drafting import Versions
from instrument.library.settings import RECORDS, Settings
from instrument.library.versions import Version
from instrument.model import Instrument
from instrument.problem import CannotRead, Problem, Severity, Where
from instrument.tables import ANY, Schema, Shape, Source

ENDING = ".toml"
BROKEN = "seal"  # the code of what is wrong with a sealed text
_SHAPES: dict[str, Schema] = {
    "stage": Shape.TEXT,
    "decision": Shape.TEXT,
    "at": Shape.DATE,
    "by": Shape.TEXT,
    "words": {ANY: {ANY: Shape.TEXT}},
}


@dataclass(frozen=True, slots=True)
class Seal:
    """The record of one sealed stage: by which decision, when and by whom; the digest of each clause by language."""

    stage: str
    decision: str
    at: date
    by: str
    words: Mapping[str, Mapping[str, str]]


def path_of(folder: Path, stage: str) -> Path:
    """Where the record of a sealed stage stands."""
    return folder / RECORDS / (stage + ENDING)


def words_of(settings: Settings, versions: Versions, stage: str) -> dict[str, dict[str, str]]:
    """The digest of every clause's words at a stage, by language; comments and front matter are no words."""
    found = {language: drafting.standing(settings, versions, stage, language) for language in settings.languages}
    return {
        language: {id: _hash(version) for id, version in texts.items()} for language, texts in found.items() if texts
    }


def write(seal: Seal) -> bytes:
    """A record as its file has it."""
    said: dict[str, str | date] = {"stage": seal.stage, "decision": seal.decision, "at": seal.at, "by": seal.by}
    lines = [f"{key} = {tables.written(value)}" for key, value in said.items() if value]
    for language, words in seal.words.items():
        lines += ["", f"[words.{language}]", *(f'{id} = "{hash}"' for id, hash in words.items())]
    return ("\n".join(lines) + "\n").encode()


def read(path: Path) -> Seal:
    """A record from its file. Raises `CannotRead` for one that is damaged, with what is wrong in it."""
    source = Source(str(path), storage.read_text(path))
    whole = tables.read(source)
    checked = tables.check(source, whole.value, _SHAPES)
    table: Mapping[str, Any] = checked.value
    missing = [key for key in ("stage", "decision", "at", "words") if key not in table]
    if missing or whole.problems or checked.problems:
        raise CannotRead(f"{path} is no record of a seal; put back the one that was written")
    return Seal(table["stage"], table["decision"], table["at"], table.get("by", ""), table["words"])


def broken(folder: Path, settings: Settings, versions: Versions, only: Container[str] = ()) -> Iterator[Problem]:
    """What no longer reads as it was sealed, in every sealed text or only in those of some stages."""
    recorded = {path.stem: path for path in sorted((folder / RECORDS).glob("*" + ENDING))}
    for stage, path in recorded.items():
        if not only or stage in only:
            try:
                seal = read(path)
            except CannotRead as failure:
                yield _error(str(path), str(failure))
            else:
                yield from _broken(path, seal, settings, versions)
    for known in settings.stages.values():
        if known.takes_only_corrections and known.id not in recorded and (not only or known.id in only):
            message = f"{known.id} is adopted and sealed, and the record of its words is not there"
            hint = f'put back {path_of(folder, known.id)}, or take "sealed" out and seal it with instrument adopt'
            yield Problem(BROKEN, Severity.ERROR, settings.source.where("stages", known.id, "sealed"), message, hint)


def _broken(path: Path, seal: Seal, settings: Settings, versions: Versions) -> Iterator[Problem]:
    stage = settings.stages.get(seal.stage)
    if path.stem != seal.stage:
        yield _error(str(path), f"this is the record of {seal.stage} under another name")
    elif stage is None or not (stage.sealed and stage.is_adopted):
        said = "has no such stage" if stage is None else "no longer says that it is adopted and sealed"
        yield _error(settings.source.name, f"{seal.stage}: it was sealed, and library.toml {said}")
    for language in dict.fromkeys((*seal.words, settings.original, *settings.authentic)):
        texts = drafting.standing(settings, versions, seal.stage, language) if stage else {}
        yield from _changed(seal, language, texts, settings)


def _changed(seal: Seal, language: str, texts: Mapping[str, Version], settings: Settings) -> Iterator[Problem]:
    words = seal.words.get(language, {})
    spoken = "" if language == settings.original else f' in "{language}"'
    since = f"{spoken} since it was sealed"
    for id, hash in words.items():
        if id not in texts:
            yield _error(settings.source.name, f"{seal.stage}: {id} has gone{since}")
        elif _hash(texts[id]) != hash:
            yield _error(str(texts[id].path), f"{seal.stage}: the words of {id} have changed{since}")
    for id in texts:
        if id not in words:
            yield _error(str(texts[id].path), f"{seal.stage}: {id} has come in{since}")
    if [id for id in texts if id in words] != [id for id in words if id in texts]:
        yield _error(settings.source.name, f"{seal.stage}: the order of the clauses has changed{since}")


def _hash(version: Version) -> str:
    from instrument.changes import digest  # loaded only where something is sealed

    return digest(Instrument((version.clause,)))


def _error(name: str, message: str) -> Problem:
    hint = 'put it back as it was; words are changed by a stage of kind "corrected" on it'
    return Problem(BROKEN, Severity.ERROR, Where(name), message, hint)
