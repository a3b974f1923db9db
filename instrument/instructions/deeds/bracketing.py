"""Square brackets put around words and provisions, and lifted."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from instrument.changes.items import Head, Part, Place
from instrument.instructions.editor import Editor
from instrument.instructions.finding import Found, stretch
from instrument.instructions.refusal import Refused
from instrument.instructions.scope import Scope
from instrument.instructions.standing import Standing
from instrument.model import Holders, cut, length, plain, text


def bracket(found: Found, editor: Editor) -> None:
    """Put words in square brackets."""
    editor.words(Found(found.place, found.start, found.start), "[")
    editor.words(Found(found.place, found.end, found.end), "]")


def bracket_provisions(scope: Scope, editor: Editor) -> None:
    """Put a provision, with its label and all below it, or a sentence, or a heading, in square brackets."""
    places = list(scope.places)
    if scope.is_clause:
        raise Refused("cannot-bracket", "a whole article is not put in brackets at once", "name its paragraphs")
    if scope.part is not Part.PROVISION or scope.sentence or scope.own:
        low, high = stretch(scope, editor.standing.printed(places[0]))
        bracket(Found(places[0], low, high), editor)
        return
    rows = scope.ground.clause.provisions
    first, last = scope.provisions.start, scope.provisions.stop - 1
    old = rows[first]
    head = Head(old.depth, old.label, old.anchor)
    if old.label:
        editor.head(places[0], head, replace(head, label=f"[{old.label}"))
    else:
        editor.words(Found(places[0], 0, 0), "[")
    end = length(rows[last].text)
    editor.put(Place(scope.ground.clause.id, Part.PROVISION, last), end, end, text("]"))


def lift(found: Found, editor: Editor) -> None:
    """Take away the brackets that stand around words; those who held them are no longer named."""
    printed = editor.standing.printed(found.place)
    chars = printed.chars
    inside = chars[found.start : found.end]
    start, end = found.start, found.end
    if not (inside.startswith("[") and inside.endswith("]")):
        start, end = start - 1, end + 1
    if start < 0 or chars[start] != "[" or chars[end - 1 : end] != "]":
        raise Refused("no-brackets", f"there are no square brackets around “{inside}”", "quote all that stands in them")
    _strike(found.place, start, end, editor)


def lift_all(scope: Scope, editor: Editor) -> None:
    """Take away the brackets around a whole provision, or else the one pair that a stretch has."""
    if _is_enclosed(scope):
        _uncover(scope, editor)
        return
    pairs = [pair for place in scope.places for pair in _pairs(place, scope, editor.standing)]
    if len(pairs) != 1:
        name = editor.standing.name(scope.name_at)
        raise Refused("which-brackets", f"{name} has {len(pairs)} pairs of square brackets", "say around which words")
    _strike(*pairs[0], editor)


def _is_enclosed(scope: Scope) -> bool:
    """Whether a bracket before the label of a provision is closed where all that belongs to it ends."""
    rows = [scope.ground.clause.provisions[index] for index in scope.provisions]
    chars = "".join(row.label + plain(row.text) for row in rows).rstrip()
    if not rows or not rows[0].label.startswith("[") or scope.own or scope.sentence:
        return False
    depths = list(accumulate((char == "[") - (char == "]") for char in chars))
    return chars.endswith("]") and depths.index(0) == len(chars) - 1 if 0 in depths else False


def _uncover(scope: Scope, editor: Editor) -> None:
    """Take the bracket from before a label, and the one that closes it from the end."""
    id, rows = scope.ground.clause.id, scope.ground.clause.provisions
    first, last = scope.provisions.start, scope.provisions.stop - 1
    head = Head(rows[first].depth, rows[first].label, rows[first].anchor)
    editor.head(Place(id, Part.PROVISION, first), head, replace(head, label=head.label[1:]))
    place = Place(id, Part.PROVISION, last)
    _close(place, len(editor.standing.printed(place).chars.rstrip()), editor)


def _strike(place: Place, start: int, end: int, editor: Editor) -> None:
    editor.words(Found(place, start, start + 1), "")
    _close(place, end, editor)


def _close(place: Place, end: int, editor: Editor) -> None:
    """Take away a closing bracket, and those who are named behind it."""
    printed = editor.standing.printed(place)
    after = printed.end(end)
    words = editor.standing.text(place)
    held = any(isinstance(atom, Holders) for atom in cut(words, after, after + 1))
    editor.put(place, printed.start(end - 1), after + held, ())


def _pairs(place: Place, scope: Scope, standing: Standing) -> list[tuple[Place, int, int]]:
    """The outermost pairs of brackets in a place."""
    chars = standing.printed(place).chars
    low, high = stretch(scope, standing.printed(place))
    found, opened = [], []
    for at in range(low, high):
        if chars[at] == "[":
            opened.append(at)
        elif chars[at] == "]" and opened:
            start = opened.pop()
            if not opened:
                found.append((place, start, at + 1))
    return found
