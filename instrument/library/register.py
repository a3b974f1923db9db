"""The register: the `.proposal` files of a library, what was issued of them, and what was said and agreed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from instrument import storage, tables
from instrument.formats import proposal as proposal_format
from instrument.library.settings import RECORDS, Settings
from instrument.problem import CannotRead, Misuse, Problem, Severity, Where
from instrument.proposals import moments
from instrument.proposals.agreement import Agreement
from instrument.proposals.confirming import Confirmation
from instrument.proposals.positions import Position
from instrument.proposals.proposal import Proposal
from instrument.proposals.signing import Signature
from instrument.tables import Source

ENDING = ".proposal"
PROPOSALS, ISSUED = "proposals", RECORDS
POSITIONS, AGREEMENTS, DISPOSITIONS = "positions.toml", "agreements.toml", "dispositions.toml"
SIGNATURES = "signatures.toml"


@dataclass(frozen=True, slots=True)
class Entry:
    """A proposal and its file; `source` is the text of the file."""

    path: Path
    source: str
    proposal: Proposal
    problems: tuple[Problem, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """What it may be called by: its symbol, the symbol as files have it, the name of its file."""
        symbol = self.proposal.symbol
        return (str(symbol), symbol.slug, self.path.stem) if symbol else (self.path.stem,)

    def error(self, code: str, message: str, key: str = "", hint: str = "") -> Problem:
        """Something wrong with it, at the line of a key of its front matter."""
        where = Source(str(self.path), self.source).where(key) if key else Where(str(self.path))
        return Problem(code, Severity.ERROR, where, message, hint)


@dataclass(frozen=True, slots=True)
class Register:
    """All proposals in order, what was issued as it was issued, and what was said, agreed and confirmed as recorded."""

    folder: Path
    entries: tuple[Entry, ...] = ()
    issued: tuple[Entry, ...] = ()
    positions: tuple[Position, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    signatures: tuple[Signature, ...] = ()
    found: tuple[Problem, ...] = ()

    def find(self, name: str) -> Entry:
        """The one proposal that a name means; `Misuse` where there is none, or more than one."""
        found = [entry for entry in self.entries if name in entry.names]
        if len(found) == 1:
            return found[0]
        if found:
            files = ", ".join(entry.path.name for entry in found)
            raise Misuse(f'"{name}" is the name of several proposals: {files}; say which by the name of its file')
        known = [entry.names[0] for entry in self.entries]
        hint = tables.did_you_mean(name, known) or f"; there are: {', '.join(known) or 'none'}"
        raise Misuse(f'there is no proposal "{name}"{hint}')


def path_of(folder: Path, name: str) -> Path:
    """Where the proposal of a name stands."""
    return folder / PROPOSALS / (name + ENDING)


def issued_path(folder: Path, slug: str) -> Path:
    """Where what was issued under a symbol is kept."""
    return folder / ISSUED / (slug + ENDING)


def read(folder: Path, settings: Settings) -> Register:
    """The register of a library folder; what is wrong in a file is in its entry, or in `found`."""
    found: list[Problem] = []
    positions = proposal_format.read_positions(_source(folder / POSITIONS, found))
    agreements = proposal_format.read_agreements(_source(folder / AGREEMENTS, found))
    confirmations = proposal_format.read_confirmations(_source(folder / DISPOSITIONS, found))
    signatures = proposal_format.read_signatures(_source(folder / SIGNATURES, found))
    entries = sorted(_entries(folder / PROPOSALS, found), key=_order)
    issued = sorted(_entries(folder / ISSUED, found), key=_order)
    found += [*positions.problems, *agreements.problems, *confirmations.problems, *signatures.problems]
    records = (positions.value, agreements.value, confirmations.value, signatures.value)
    return Register(folder, tuple(entries), tuple(issued), *records, tuple(found))


def _source(path: Path, found: list[Problem]) -> Source:
    try:
        return Source(str(path), storage.read_text(path) if path.exists() else "")
    except CannotRead as failure:
        found.append(Problem("unreadable", Severity.ERROR, Where(str(path)), str(failure)))
        return Source(str(path), "")


def _entries(folder: Path, found: list[Problem]) -> Iterator[Entry]:
    for path in sorted(folder.glob("*" + ENDING)):
        try:
            source = storage.read_text(path)
        except CannotRead as failure:
            found.append(Problem("unreadable", Severity.ERROR, Where(str(path)), str(failure)))
        else:
            read = proposal_format.read(source, str(path))
            yield Entry(path, source, read.value, read.problems)


def _order(entry: Entry) -> tuple[object, ...]:
    """By symbol; what has none yet stands last, as it was received."""
    symbol, received = entry.proposal.symbol, entry.proposal.received
    if symbol:
        return False, symbol
    return True, moments.order(received) if received else datetime.min, entry.path.name
