"""Printed treaties, read: plain text, and Markdown as published."""

from instrument.formats.printed.reader import read

__all__ = ["read"]
