"""HTML: one self-contained page that reads and prints like a conference document."""

from instrument.formats.html.page import write

__all__ = ["write"]
