"""Defined terms: where a text defines them, where it uses them."""

from instrument.definitions.finding import Definition, Use, definitions, uses

__all__ = ["Definition", "Use", "definitions", "uses"]
