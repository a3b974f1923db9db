"""Markdown: CommonMark with footnotes and pipe tables, which reads back as the same words."""

from instrument.formats.markdown.writer import write

__all__ = ["write"]
