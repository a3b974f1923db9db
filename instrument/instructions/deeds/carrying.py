"""Words carried from one place to another, with the emphasis, the references and the footnote marks in them."""

from __future__ import annotations

from instrument.instructions.deeds.wording import WITHOUT_SPACES, with_space
from instrument.instructions.editor import Editor
from instrument.instructions.finding import Found
from instrument.instructions.refusal import Refused
from instrument.model import Cell, Note, Text, cut, text

_WORDS_IN_HAND = "delete the words, and insert them where they go"


def beside(found: Found, to: Found, before: bool, editor: Editor) -> None:
    """Carry words before or behind others, with a space between."""
    printed, there = editor.standing.printed(found.place), editor.standing.printed(to.place)
    at = to.start if before else to.end
    if printed.cuts(found.start) or printed.cuts(found.end) or there.cuts(at):
        raise Refused("inside-reference", "the words end inside a reference", "quote all of it")
    between = printed.chars[min(at, found.end) : max(at, found.start)]
    if found.place == to.place and (found.start <= at <= found.end or not between.strip()):
        raise Refused("cannot-move", "the words would stand where they stand", _WORDS_IN_HAND)
    all, start, end = editor.standing.text(found.place), printed.start(found.start), printed.end(found.end)
    while any(isinstance(atom, Note) for atom in cut(all, end, end + 1)):
        end += 1  # the footnote of the last word
    words = cut(all, start, end)
    _look_at_atoms(words, found.place.clause == to.place.clause)
    gone = with_space(found, editor.standing)
    editor.put(found.place, printed.start(gone.start), max(end, printed.end(gone.end)), ())
    gap = "" if editor.standing.instrument.language in WITHOUT_SPACES or not there.chars else " "
    offset = there.start(at) if before else there.end(at)
    editor.put(to.place, offset, offset, text(*words, gap) if before else text(gap, *words))


def _look_at_atoms(words: Text, stays: bool) -> None:
    """Refuse what does not go along: the end of a cell, a footnote of another article."""
    if any(isinstance(atom, Cell) for atom in words):
        raise Refused("across-cells", "the words stand in several cells of a table", "say it cell by cell")
    if not stays and any(isinstance(atom, Note) for atom in words):
        raise Refused("cannot-move", "a footnote of the words stays in its article", _WORDS_IN_HAND)
