"""Footnotes put in: the mark in the text, the words among the notes of its article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from instrument.changes.items import Gap, Part, Place
from instrument.instructions.deeds.payload import TAKEN
from instrument.instructions.deeds.wording import in_line
from instrument.instructions.editor import Editor
from instrument.instructions.finding import Found, whole
from instrument.instructions.instruction import Passage
from instrument.instructions.refusal import Refused
from instrument.instructions.scope import Scope
from instrument.model import Clause, Footnote, Note, Text, length, text


def end(scopes: Sequence[Scope], editor: Editor) -> Found:
    """All words of the one paragraph that is named, at whose end a mark may stand."""
    places = [place for scope in scopes for place in scope.places if place.part is Part.PROVISION]
    if len(places) != 1:
        raise Refused("which-provision", f"{len(places)} paragraphs are named for one footnote", "say at which words")
    return whole(places[0], editor.standing)


def insert_note(found: Found, number: str, new: Passage, editor: Editor) -> None:
    """Put a footnote behind words: numbered as is said, or by the next number that is free."""
    clause = editor.standing.ground(found.place.clause).clause
    printed = editor.standing.printed(found.place)
    if found.place.part is Part.NOTE or printed.cuts(found.end):
        raise Refused("no-spot", "a footnote stands at words of the text itself", "say at which")
    at, words = printed.end(found.end), text(in_line(new.words, editor))
    name = _same(found.place, at, words, editor) or _name(clause, number, editor)
    before = [note for place, offset, note in _marks(clause) if (place, offset) < (found.place, at)]
    position = 1 + max((index for index, note in enumerate(clause.notes) if note.name in before), default=-1)
    editor.insert(Gap(clause.id, Part.NOTE, position), [Footnote(name, words)])
    editor.put(found.place, at, at, text(Note(name)))


def _same(place: Place, at: int, words: Text, editor: Editor) -> str:
    """The name of the same footnote at the same words, which another instruction put in."""
    return next((name for (_, name), noted in editor.notes.items() if noted == (place, at, words)), "")


def _name(clause: Clause, number: str, editor: Editor) -> str:
    """The number that is said, or the next that is free."""
    taken = {note.name for note in clause.notes} | {name for id, name in editor.notes if id == clause.id}
    if number in taken:
        editor.draft.reasons.append(TAKEN.format(f"a footnote {number}"))
    return number if number and number not in taken else next(str(n) for n in count(1) if str(n) not in taken)


def _marks(clause: Clause) -> Iterator[tuple[Place, int, str]]:
    """The marks of footnotes in a clause: where each stands, and whose it is."""
    for index, words in enumerate(clause.body, start=-1):
        place = Place(clause.id, Part.HEADING) if index < 0 else Place(clause.id, Part.PROVISION, index)
        at = 0
        for atom in words:
            if isinstance(atom, Note):
                yield place, at, atom.name
            at += length((atom,))
