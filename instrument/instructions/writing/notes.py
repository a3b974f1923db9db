"""Footnotes that come in: the order that puts the mark behind words, and the note with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from instrument.changes.items import Insert, Place, Replace
from instrument.instructions.writing import naming
from instrument.instructions.writing.orders import Order, best
from instrument.instructions.writing.passages import count, quoted, set_off, windows
from instrument.instructions.writing.proof import Bench
from instrument.model import Footnote, Note


def inserted(item: Insert, words: Sequence[Replace], bench: Bench) -> list[Order]:
    """The orders for new notes, each with its mark, which is among the changes of words."""
    orders: list[Order] = []
    for unit in item.units:
        marks = [each for each in words if isinstance(unit, Footnote) and each.new == (Note(unit.name),)]
        if len(marks) == 1 and not marks[0].old and isinstance(unit, Footnote):
            part = Insert(item.gap, (unit,))
            tried = (
                Order((part, marks[0]), Place(item.gap.clause, item.gap.part, item.gap.position), phrase, name)
                for name, phrase in _phrases(unit, marks[0], bench)
            )
            order = best(tried, bench)
            orders += [order] if order else []
    return orders


def _phrases(note: Footnote, mark: Replace, bench: Bench) -> Iterator[tuple[str, str]]:
    """Where the mark stands, and how it is put there: behind the fewest words that are found once, or at the end."""
    printed, new = bench.standing.printed(mark.place), set_off(bench.printed(note.text, mark.place.clause), bench)
    chars, end = printed.chars, printed.at(mark.start)
    for name, scope in naming.around(mark.place, bench):
        for start, stop in windows(chars, end, end, 0, end):
            words = chars[start:end]
            is_words = stop == end and words[:1].isalnum() and words[-1:].isalnum()
            if is_words and count(words, mark.place, start, scope, bench) == (1, 1):
                yield name, bench.phrases.say("note after", old=quoted(words, bench), new=new)
                break
        if list(scope.places) == [mark.place] and not chars[end:].strip():
            yield name, bench.phrases.say("note at end", new=new)
