"""The `.clause` format: one clause as a drafter keeps it, in plain text that a version system can compare."""

from instrument.formats.clause.front import Front
from instrument.formats.clause.reader import ClauseFile, read, read_instrument
from instrument.formats.clause.writer import write, write_instrument

__all__ = ["ClauseFile", "Front", "read", "read_instrument", "write", "write_instrument"]
