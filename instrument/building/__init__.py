"""Documents from texts: one text into one file here, the recipes of builds/ in `making`."""

from instrument.building.rendering import Options, document, page, read, render, write
from instrument.building.texts import STANDARD, Passage, is_file, read_data, read_file, read_text

__all__ = [
    "STANDARD", "Options", "Passage", "document", "is_file", "page", "read", "read_data", "read_file", "read_text",
    "render", "write",
]  # fmt: skip
