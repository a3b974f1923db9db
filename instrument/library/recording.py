"""The register written: proposals received, issued and carried on, positions and agreements; nothing is overwritten.

Each of these reads the register again while it holds the folder, so that two people at work never undo one another.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from instrument import storage
from instrument.formats import proposal as proposal_format
from instrument.library import register as registers
from instrument.library.register import AGREEMENTS, DISPOSITIONS, POSITIONS, SIGNATURES, Entry, Register
from instrument.library.settings import Settings, unsafe
from instrument.problem import CannotWrite, Misuse, errors_in
from instrument.proposals.agreement import Agreement
from instrument.proposals.confirming import Confirmation
from instrument.proposals.life import UNISSUED, Event, Step
from instrument.proposals.positions import Position
from instrument.proposals.proposal import Proposal, rewritten, take
from instrument.proposals.signing import Signature
from instrument.proposals.symbol import Series, Symbol, parse, parse_series

PATIENCE = 10.0  # seconds that a command waits for another to finish


@dataclass(frozen=True, slots=True)
class Issue:
    """How a proposal is to be issued: when and by whom, under the next number of a series or a symbol of its own."""

    at: date
    by: str = ""
    series: str = "proposals"
    symbol: str = ""


def receive(folder: Path, settings: Settings, proposal: Proposal, name: str) -> Path:
    """Puts a new proposal into the register, under a name for its file."""
    if reason := unsafe(name):
        raise Misuse(f'"{name}" cannot name a proposal: {reason}')
    if proposal.symbol or proposal.state not in UNISSUED:
        raise Misuse(f"{proposal.name}: it is received without a symbol, and issued afterwards")
    with _held(folder, settings):
        path = registers.path_of(folder, name)
        if path.exists():
            raise Misuse(f"{path} is there already; give the proposal another name")
        storage.write_all({path: _data(proposal)})
    return path


def update(folder: Path, settings: Settings, name: str, change: Callable[[Proposal], Proposal]) -> Proposal:
    """Writes what a function makes of a proposal, if it only adds to what is on record."""
    with _held(folder, settings) as register:
        entry = sound(register, name)
        proposal = change(entry.proposal)
        storage.write_all({entry.path: continued(entry, proposal)})
    return proposal


def issue(folder: Path, settings: Settings, name: str, how: Issue) -> Proposal:
    """Gives a proposal its symbol, and keeps the exact bytes of what is issued under it."""
    with _held(folder, settings) as register:
        entry = sound(register, name)
        symbol = _symbol(register, settings, entry.proposal, how)
        proposal = take(replace(entry.proposal, symbol=symbol), Step(Event.ISSUED, how.at, how.by))
        data, place = _data(proposal), registers.path_of(folder, symbol.slug)
        if place.exists() and place != entry.path:
            raise CannotWrite(f"{place} is there already, and holds another proposal; give that its own name")
        files = {registers.issued_path(folder, symbol.slug): data, entry.path: data}
        storage.write_all(files | _superseded(register, symbol, how.at), folder)
        with suppress(OSError):  # only a name: where Windows holds the file open, a warning says how to call it
            os.replace(entry.path, place)
    return proposal


def note(folder: Path, position: Position) -> None:
    """Appends a position to those on record."""
    with storage.locked(folder, PATIENCE):
        storage.append(folder / POSITIONS, proposal_format.write_position(position))


def agree(folder: Path, agreement: Agreement) -> None:
    """Appends a decision on a place to those on record."""
    with storage.locked(folder, PATIENCE):
        storage.append(folder / AGREEMENTS, proposal_format.write_agreement(agreement))


def confirm(folder: Path, said: Sequence[Confirmation | Signature]) -> None:
    """Appends an officer's word on proposals, or on differences, to those on record."""
    written: dict[str, list[str]] = {}
    for each in said:
        if isinstance(each, Signature):
            written.setdefault(SIGNATURES, []).append(proposal_format.write_signature(each))
        else:
            written.setdefault(DISPOSITIONS, []).append(proposal_format.write_confirmation(each))
    with storage.locked(folder, PATIENCE):
        for name, rows in written.items():
            storage.append(folder / name, "\n".join(rows))


def sound(register: Register, name: str) -> Entry:
    """A proposal whose file was read without an error, so that it can be written again and nothing is lost."""
    entry = register.find(name)
    if errors := errors_in(entry.problems):
        raise Misuse(f"{entry.path} has errors; mend them, then run the command again", errors)
    return entry


def continued(entry: Entry, proposal: Proposal) -> bytes:
    """The file of a proposal that goes on; `Misuse` where anything on record would be overwritten."""
    if reason := rewritten(entry.proposal, proposal):
        raise Misuse(f"{reason}: that is on record and stays; what comes later is added")
    return _data(proposal)


@contextmanager
def _held(folder: Path, settings: Settings) -> Iterator[Register]:
    with storage.locked(folder, PATIENCE):
        yield registers.read(folder, settings)


def _data(proposal: Proposal) -> bytes:
    return proposal_format.write(proposal).encode()


def _symbol(register: Register, settings: Settings, proposal: Proposal, how: Issue) -> Symbol:
    if proposal.symbol:
        raise Misuse(f"{proposal.symbol} is issued already; a revision of it is a proposal of its own")
    return _own_symbol(register, how.symbol) if how.symbol else _next(register, settings, how.series)


def _own_symbol(register: Register, written: str) -> Symbol:
    symbol, taken = parse(written), _symbols(register)
    if symbol in taken or registers.issued_path(register.folder, symbol.slug).exists():
        raise Misuse(f"{symbol} is issued already; name another symbol")
    if symbol.parent and symbol.parent not in taken:
        raise Misuse(f"{symbol} continues {symbol.parent}, which was never issued")
    return symbol


def _next(register: Register, settings: Settings, key: str) -> Symbol:
    """The next number of a series: one more than any ever given in it, and none that a file stands under."""
    if key not in settings.series:
        known = ", ".join(settings.series) or "none"
        hint = '; write one there under [series], such as proposals = "CCM/"'
        raise Misuse(f'library.toml has no series "{key}"; it has: {known}{hint}')
    series: Series = parse_series(settings.series[key])
    number = max((symbol.number for symbol in _symbols(register) if symbol.series == series), default=0) + 1
    while registers.issued_path(register.folder, series.symbol(number).slug).exists():
        number += 1
    return series.symbol(number)


def _symbols(register: Register) -> list[Symbol]:
    return [each.proposal.symbol for each in (*register.entries, *register.issued) if each.proposal.symbol]


def _superseded(register: Register, symbol: Symbol, at: date) -> dict[Path, bytes]:
    """What a revision or a reissue takes the place of, with the step that says so."""
    files = {}
    for entry in register.entries:
        old = entry.proposal
        if old.symbol and symbol.replaces(old.symbol) and old.is_pending:
            later = take(old, Step(Event.SUPERSEDED, at, symbol=str(symbol)))
            files[entry.path] = continued(sound(register, str(old.symbol)), later)
    return files
