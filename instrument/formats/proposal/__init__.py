"""The `.proposal` format: an amendment as it was received, who stands behind it, what became of it, what it changes."""

from instrument.formats.proposal.reader import read
from instrument.formats.proposal.records import (
    read_agreements,
    read_confirmations,
    read_positions,
    read_signatures,
    write_agreement,
    write_confirmation,
    write_position,
    write_signature,
)
from instrument.formats.proposal.writer import write

__all__ = [
    "read", "read_agreements", "read_confirmations", "read_positions", "read_signatures", "write",
    "write_agreement", "write_confirmation", "write_position", "write_signature",
]  # fmt: skip
