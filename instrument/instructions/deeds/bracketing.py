"""Square brackets put around words and provisions, and lifted, as `brackets` puts and lifts them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from instrument.brackets.editing import bracketed, lifted
from instrument.brackets.reading import HEADING, Bracket, Point, scan, walk
from instrument.changes.items import Part, Place
from instrument.instructions.editor import Editor
from instrument.instructions.finding import Found, stretch
from instrument.instructions.refusal import Refused
from instrument.instructions.scope import Scope
from instrument.instructions.standing import Ground
from instrument.model import length
from instrument.problem import Misuse

_Span = tuple[Point, Point]  # from the first character to the last


def bracket(found: Found, editor: Editor) -> None:
    """Put words in square brackets."""
    printed = editor.standing.printed(found.place)
    if printed.cuts(found.start) or printed.cuts(found.end):
        raise Refused("inside-reference", "the words end inside a reference", "quote all of it")
    _put(editor.standing.ground(found.place.clause), _span(found, editor), editor)


def bracket_provisions(scope: Scope, editor: Editor) -> None:
    """Put a provision, with its label and all below it, or a sentence, or a heading, in square brackets."""
    if scope.is_clause:
        raise Refused("cannot-bracket", "a whole article is not put in brackets at once", "name its paragraphs")
    _put(scope.ground, _whole(scope, editor), editor)


def lift(found: Found, editor: Editor) -> None:
    """Take away the brackets that stand around words, or that are quoted with them, and those who hold them."""
    first, last = _span(found, editor)
    outside = Point(first.unit, True, first.offset - 1), Point(last.unit, True, last.offset + 1)
    ground = editor.standing.ground(found.place.clause)
    for span in ((first, last), outside):
        for each in walk(scan(ground.clause).brackets):
            if (each.start, each.end) == span:
                _lift(ground, each, editor)
                return
    inside = editor.standing.printed(found.place).chars[found.start : found.end]
    raise Refused("no-brackets", f"there are no square brackets around “{inside}”", "quote all that stands in them")


def lift_all(scope: Scope, editor: Editor) -> None:
    """Take away the one outermost pair of brackets that a stretch has."""
    first, last = _whole(scope, editor)
    pairs = list(_within(scan(scope.ground.clause).brackets, first, last))
    if len(pairs) != 1:
        name = editor.standing.name(scope.name_at)
        raise Refused("which-brackets", f"{name} has {len(pairs)} pairs of square brackets", "say around which words")
    _lift(scope.ground, pairs[0], editor)


def _put(ground: Ground, span: _Span, editor: Editor) -> None:
    try:
        for item in bracketed(ground.clause, ground.position, *span):
            editor.take(item)
    except Misuse as misuse:
        raise Refused("cannot-bracket", str(misuse)) from misuse


def _lift(ground: Ground, bracket: Bracket, editor: Editor) -> None:
    for item in lifted(ground.clause, ground.position, bracket):
        editor.take(item)


def _span(found: Found, editor: Editor) -> _Span:
    """Printed words as characters of the clause."""
    printed, unit = editor.standing.printed(found.place), _unit(found.place, editor)
    return Point(unit, True, printed.start(found.start)), Point(unit, True, printed.end(found.end) - 1)


def _unit(place: Place, editor: Editor) -> int:
    if place.part is Part.NOTE:
        return len(editor.standing.ground(place.clause).clause.provisions) + place.index
    return place.index if place.part is Part.PROVISION else HEADING


def _whole(scope: Scope, editor: Editor) -> _Span:
    """All characters of a stretch; a provision's label is its first."""
    places = list(scope.places)
    if scope.sentence or scope.part is not Part.PROVISION or scope.own:
        return _span(Found(places[0], *stretch(scope, editor.standing.printed(places[0]))), editor)
    rows, units = scope.ground.clause.provisions, [_unit(place, editor) for place in places]
    if not rows or not units:
        return Point(HEADING, True, 0), Point(HEADING, True, length(scope.ground.clause.heading))
    is_labelled = units[0] != HEADING and bool(rows[units[0]].label)
    return Point(units[0], not is_labelled, 0), Point(units[-1], True, length(rows[units[-1]].text) - 1)


def _within(brackets: Iterable[Bracket], first: Point, last: Point) -> Iterator[Bracket]:
    """The outermost brackets that open and close in a stretch."""
    for each in brackets:
        if first <= each.start and each.end <= last:
            yield each
        else:
            yield from _within(each.inside, first, last)
