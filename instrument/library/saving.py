"""Clauses put into the folder: only those that changed, all of them or none, one writer at a time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from instrument import storage, tables
from instrument.formats import clause as clause_format
from instrument.formats.clause import Front
from instrument.library import drafting, settings, versions
from instrument.library.drafting import Versions
from instrument.library.settings import Settings, Stage
from instrument.model import Clause
from instrument.problem import CannotRead, CannotWrite, Misuse, Problem, Severity, Where
from instrument.tables import Source


@dataclass(frozen=True, slots=True)
class Aim:
    """Where clauses are to stand, and where their words come from.

    `kind`, `date` and `symbol` are those of the stage if it is new; an adopted one gives its date to its clauses.
    """

    stage: str
    base: str
    language: str
    source: str
    kind: str = ""
    date: date | None = None
    symbol: str = ""

    @property
    def front(self) -> Front:
        return Front(source=self.source, adopted=self.date if self.kind == "adopted" else None)


@dataclass(frozen=True, slots=True)
class Plan:
    """Files to be written, and what must still stand in each place for that to be right; None is nothing."""

    files: Mapping[Path, bytes]
    before: Mapping[Path, str | None]

    def check(self) -> None:
        """Raises `CannotWrite` where the folder has changed since it was read."""
        for path, text in self.before.items():
            _must_be_as_read(path, text)


def first_settings(title: str, language: str) -> str:
    """The library.toml of a library that has no stages yet."""
    return f"format = 1\ntitle = {tables.quoted(title)}\n\n[languages]\noriginal = {tables.quoted(language)}\n"


def save(folder: Path, known: Settings, histories: Versions, aim: Aim, clauses: tuple[Clause, ...]) -> tuple[Path, ...]:
    """Writes what differs from the texts that stand at the stage; the files written."""
    planned = plan(folder, known, histories, aim, clauses)
    with storage.locked(folder):
        planned.check()
        storage.write_all(planned.files, folder)
    return tuple(planned.files)


def add_stage(
    folder: Path,
    known: Settings,
    histories: Versions,
    stage: Stage,
    texts: Mapping[str, tuple[Clause, ...]],
    source: str,
) -> tuple[Path, ...]:
    """Writes a new stage in several languages, the original among them, all or nothing; the files written."""
    if stage.id in known.stages:
        raise Misuse(f'the stage "{stage.id}" is there already; name a new one')
    if stage.kind and stage.kind not in settings.KINDS:
        raise Misuse(f'"{stage.kind}" is no kind of stage; it is one of: {", ".join(settings.KINDS)}')
    aim = Aim(stage.id, stage.base, known.original, source, stage.kind, stage.date, stage.symbol)
    first = plan(folder, known, histories, aim, texts[known.original])
    declared = settings.read(Source(known.source.name, first.files[Path(known.source.name)].decode())).value
    files, before = dict(first.files), dict(first.before)
    for language in (each for each in texts if each != known.original):
        further = plan(folder, declared, histories, replace(aim, language=language), texts[language])
        files |= further.files
        before = dict(further.before) | before
    with storage.locked(folder):
        Plan(files, before).check()
        storage.write_all(files, folder)
    return tuple(files)


def plan(folder: Path, known: Settings, histories: Versions, aim: Aim, clauses: tuple[Clause, ...]) -> Plan:
    """What is to be written so that the clauses stand at the stage; what is made of one that is for few is for few."""
    aim = _as_correction(known, aim)
    _refuse(known, aim, clauses)
    declared = _declare(known, aim, tuple(clause.id for clause in clauses))
    files: dict[Path, bytes] = {}
    before: dict[Path, str | None] = {Path(known.source.name): known.source.text if known.stages else None}
    for clause in clauses:
        standing = drafting.newest(declared, histories, aim.stage, clause.id, aim.language)
        if standing is None or standing.clause != clause:
            path = versions.path_of(folder, clause.id, aim.stage, aim.language, known)
            own = standing if standing and standing.stage == aim.stage else None
            narrow = replace(aim.front, audience=standing.front.audience if standing else "")
            files[path] = clause_format.write(clause, own.front if own else narrow).encode()
            before[path] = own.source if own else None
            if standing and not own:
                before[standing.path] = standing.source
    _refuse_to_show_through(known, declared, histories, aim, files)
    if declared.source.text != known.source.text or not known.stages:
        files[Path(known.source.name)] = declared.source.text.encode()
    return Plan(files, before)


def sealed(known: Settings, stage: str) -> Settings:
    """The settings once a stage is sealed; the user's own lines and comments stay.

    Raises `CannotWrite` for a file in which the stage cannot be found.
    """
    text = _with_line(known.source.text, stage, "sealed", "sealed = true\n")
    declared = settings.read(Source(known.source.name, text)).value
    if not declared.stages[stage].sealed:
        raise CannotWrite(f'{known.source.name} has its stages in a form this cannot edit; seal "{stage}" there')
    return declared


def _as_correction(known: Settings, aim: Aim) -> Aim:
    """What grows from an adopted and sealed text is a correction of it, whether that was said or not."""
    base = known.stages.get(aim.base)
    if aim.stage in known.stages or base is None or not base.takes_only_corrections:
        return aim
    if aim.kind not in ("", settings.CORRECTED):
        message = f'"{aim.base}" is adopted and sealed, so "{aim.stage}" on it cannot be {aim.kind}'
        raise Misuse(f"{message}; {settings.ONLY_CORRECTIONS}")
    return replace(aim, kind=settings.CORRECTED)


def _refuse(known: Settings, aim: Aim, clauses: tuple[Clause, ...]) -> None:
    """What may not be saved, said before anything is touched."""
    if aim.stage in known.stages:
        stage = known.stages[aim.stage]
        if stage.sealed:
            raise Misuse(f'the stage "{aim.stage}" is sealed and takes no more changes; save to a new stage on it')
        if aim.base not in ("", stage.base):
            raise Misuse(f'the stage "{aim.stage}" grew from "{stage.base}", not from "{aim.base}"; name another stage')
    elif reason := settings.unsafe(aim.stage):
        raise Misuse(f'"{aim.stage}" cannot name a stage: {reason}')
    elif aim.base and aim.base not in known.stages:
        hint = tables.did_you_mean(aim.base, known.stages) or f"; there are: {', '.join(known.stages) or 'none'}"
        raise Misuse(f'there is no stage "{aim.base}"{hint}')
    for id, times in Counter(clause.id for clause in clauses).items():
        if reason := settings.unsafe(id):
            raise Misuse(f'"{id}" cannot name a clause: {reason}')
        if times > 1:
            raise Misuse(f'{times} clauses are called "{id}"; give each its own id')


def _refuse_to_show_through(
    known: Settings, declared: Settings, histories: Versions, aim: Aim, files: Iterable[Path]
) -> None:
    """Where a sealed stage inherits what is to be written, or its order, it would not read as it was sealed."""
    for sealed in (each.id for each in known.stages.values() if each.sealed and each.id != aim.stage):
        line = known.ancestry(sealed)
        if aim.stage not in line:
            continue
        behind = line[: line.index(aim.stage)]
        for id in (path.parent.name for path in files):
            standing = drafting.newest(known, histories, sealed, id, aim.language)
            is_new = standing is None and aim.language not in (known.original, *known.authentic)
            if id in known.order(sealed) and not is_new and (standing is None or standing.stage not in behind):
                raise Misuse(f'"{sealed}" is sealed and has {id} from "{aim.stage}"; it can be changed no more')
        if declared.order(sealed) != known.order(sealed):
            raise Misuse(f'"{sealed}" is sealed and has its order from "{aim.stage}"; it can be changed no more')


def _declare(known: Settings, aim: Aim, ids: tuple[str, ...]) -> Settings:
    """The settings once the stage and its order stand in library.toml; the user's own lines and comments stay."""
    text, stage = known.source.text, aim.stage
    inherited = known.order(stage if stage in known.stages else aim.base)
    is_original = aim.language == known.original
    if strangers := [id for id in ids if id not in inherited and not is_original]:
        raise Misuse(f"{', '.join(strangers)}: there is no such clause in the original; save the original first")
    if stage not in known.stages:
        said = {"base": aim.base, "kind": aim.kind, "date": aim.date, "symbol": aim.symbol}
        lines = (f"{key} = {tables.written(value)}\n" for key, value in said.items() if value)
        text = text.rstrip("\n") + f"\n\n[stages.{stage}]\n" + "".join(lines)
    order = ids if is_original else inherited
    if order != inherited:
        text = _with_order(text, stage, order)
    try:
        declared = settings.read(Source(known.source.name, text)).value
    except CannotRead:
        declared = known
    if stage not in declared.stages or declared.order(stage) != order:
        raise CannotWrite(f'{known.source.name} has its stages in a form this cannot edit; put "{stage}" there by hand')
    return declared


def _with_order(text: str, stage: str, order: tuple[str, ...]) -> str:
    listed = "order = [\n" + "".join(f"  {tables.quoted(id)},\n" for id in order) + "]\n"
    return _with_line(text, stage, "order", listed, r"\[[^\]]*\]")


def _with_line(text: str, stage: str, key: str, line: str, value: str = "") -> str:
    """A text of settings with what a stage says under a key; what stood there before goes."""
    table = re.search(rf"^\[stages\.{re.escape(stage)}\][^\n]*\n(?:(?!\[)[^\n]*\n?)*", text, re.MULTILINE)
    if table is None:
        return text
    said = rf"^{key}\s*=\s*{value}[^\n]*\n?"
    body, replaced = re.subn(said, lambda _: line, table[0], count=1, flags=re.MULTILINE)
    if not replaced:
        body = table[0].rstrip("\n") + "\n" + line + ("\n" if text[table.end() :] else "")
    return text[: table.start()] + body + text[table.end() :]


def _must_be_as_read(path: Path, text: str | None) -> None:
    now = storage.read_text(path) if path.exists() else None
    if now != text:
        raise CannotWrite(f"{path} has changed since it was read; look at it, then run the command again")


def interrupted(folder: Path) -> Iterator[Problem]:
    """A command that was killed while it wrote here, or is writing now."""
    if (folder / storage.JOURNAL).exists():
        message = "some files of a command that was interrupted are not in their places yet"
        hint = "the next command that writes here puts them there"
        yield Problem("interrupted", Severity.ERROR, Where(str(folder)), message, hint)
