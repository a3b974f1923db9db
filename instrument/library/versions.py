"""The clause files of a library: `<clause>/<stage>[.<language>].clause`, each read once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from instrument import storage, tables
from instrument.formats import clause as clause_format
from instrument.library.settings import RESERVED, Settings, unsafe
from instrument.model import Clause
from instrument.problem import CannotRead, Problem, Severity, Where

ENDING = ".clause"


@dataclass(frozen=True, slots=True)
class Version:
    """One clause at one stage in one language, as its file has it; `source` is the text of the file."""

    path: Path
    stage: str
    language: str
    source: str
    clause: Clause
    front: clause_format.Front
    problems: tuple[Problem, ...] = ()


def path_of(folder: Path, clause: str, stage: str, language: str, settings: Settings) -> Path:
    """Where a clause's text stands; the original language goes unnamed."""
    name = stage if language == settings.original else f"{stage}.{language}"
    return folder / clause / (name + ENDING)


def read(folder: Path, settings: Settings) -> Iterator[Version | Problem]:
    """Every clause file under a folder, and a problem for each name or file that cannot be used."""
    seen: dict[str, str] = {}
    for home in sorted(path for path in folder.iterdir() if path.is_dir()):
        if home.name in RESERVED or home.name.startswith("."):
            continue
        twin = seen.setdefault(home.name.lower(), home.name)
        if twin != home.name:
            yield _error("duplicate-id", home, f'"{home.name}" and "{twin}" are one name on Windows')
        elif reason := unsafe(home.name):
            yield _error("unsafe-name", home, f'"{home.name}" cannot name a clause: {reason}')
        else:
            for path in sorted(home.glob("*" + ENDING)):
                yield _version(path, settings)


def _version(path: Path, settings: Settings) -> Version | Problem:
    try:
        source = storage.read_text(path)
    except CannotRead as failure:
        return _error("unreadable", path, str(failure))
    return of_text(path, source, settings)


def of_text(path: Path, source: str, settings: Settings) -> Version | Problem:
    """The version of a clause that a file has, of which the text is given; or why its name cannot be used."""
    stage, _, language = path.name.removesuffix(ENDING).partition(".")
    if stage not in settings.stages:
        message = f'"{stage}" is no stage of this library{tables.did_you_mean(stage, settings.stages)}'
        return _error("unknown-stage", path, message)
    if language == settings.original:
        return _error("language", path, f'"{language}" is the original language, which a file\'s name leaves out')
    if language and language not in settings.languages:
        message = f'"{language}" is no language of this library{tables.did_you_mean(language, settings.languages)}'
        return _error("language", path, message)
    language = language or settings.original
    read = clause_format.read(source, str(path), path.parent.name, language)
    return Version(path, stage, language, source, read.value.clause, read.value.front, read.problems)


def _error(code: str, path: Path, message: str) -> Problem:
    return Problem(code, Severity.ERROR, Where(str(path)), message)
