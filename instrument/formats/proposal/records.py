"""What was said and confirmed, in files that are only appended to: one `[[position]]` after another."""

from __future__ import annotations

from instrument import tables
from instrument.formats.proposal import rows
from instrument.formats.proposal.rows import Kind, T
from instrument.problem import Read
from instrument.proposals.agreement import Agreement, Status
from instrument.proposals.confirming import Confirmation
from instrument.proposals.disposition import Reflected
from instrument.proposals.positions import Position, Stance
from instrument.proposals.signing import Signature
from instrument.tables import Source

_POSITION = Kind(Position, choices={"stance": Stance})
_AGREEMENT = Kind(Agreement, choices={"status": Status})
_SIGNATURE = Kind(Signature)
_CONFIRMATION = Kind(Confirmation, choices={"reflected": Reflected, "suggested": Reflected})


def write_position(position: Position) -> str:
    r"""A position as it is appended to its file.

    >>> from datetime import date
    >>> write_position(Position("CCM/12", "Delegation F", date(2026, 3, 9), stance=Stance.OPPOSES))
    '[[position]]\non = "CCM/12"\nby = "Delegation F"\nat = 2026-03-09\nstance = "opposes"\n'
    """
    return "\n".join(("[[position]]", *rows.write(_POSITION, position), ""))


def write_agreement(agreement: Agreement) -> str:
    """An agreement as it is appended to its file."""
    return "\n".join(("[[agreement]]", *rows.write(_AGREEMENT, agreement), ""))


def write_confirmation(confirmation: Confirmation) -> str:
    """An officer's word on a proposal as it is appended to its file."""
    return "\n".join(("[[disposition]]", *rows.write(_CONFIRMATION, confirmation), ""))


def write_signature(signature: Signature) -> str:
    """A signature as it is appended to its file."""
    return "\n".join(("[[signature]]", *rows.write(_SIGNATURE, signature), ""))


def read_positions(source: Source) -> Read[tuple[Position, ...]]:
    """The positions in a file, in their order; what is wrong is a problem with its place."""
    return _read(_POSITION, source, "position")


def read_agreements(source: Source) -> Read[tuple[Agreement, ...]]:
    """The agreements in a file, in their order; what is wrong is a problem with its place."""
    return _read(_AGREEMENT, source, "agreement")


def read_confirmations(source: Source) -> Read[tuple[Confirmation, ...]]:
    """What officers said in a file, in its order; what is wrong is a problem with its place."""
    return _read(_CONFIRMATION, source, "disposition")


def read_signatures(source: Source) -> Read[tuple[Signature, ...]]:
    """The signatures in a file, in their order; what is wrong is a problem with its place."""
    return _read(_SIGNATURE, source, "signature")


def _read(kind: Kind[T], source: Source, key: str) -> Read[tuple[T, ...]]:
    table = tables.read(source)
    checked = tables.check(source, table.value, {key: kind.shapes})
    read = rows.read(kind, source, key, checked.value.get(key, []))
    return Read(read.value, (*table.problems, *checked.problems, *read.problems))
