"""Plain text: one provision a line, label and words as every other format prints them."""

from instrument.formats.text.writer import write

__all__ = ["write"]
