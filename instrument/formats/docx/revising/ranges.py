"""Comments and bookmarks of the new file, brought to the same words of the marked one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from instrument.formats.docx.parts.carriers import PREFIX
from instrument.formats.docx.parts.markup import W
from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.revising.comments import Comments
from instrument.formats.docx.revising.cutting import RUN
from instrument.formats.docx.revising.edition import Edition
from instrument.formats.docx.revising.passages import Passage, Place, Spots, paired, passages, places

_BOOKMARK, _COMMENT = w("bookmarkStart"), w("commentRangeStart")
_REFERENCE = w("commentReference")
_STARTS = (_BOOKMARK, _COMMENT)
_ENDING = {_BOOKMARK: w("bookmarkEnd"), _COMMENT: w("commentRangeEnd")}
_ENDS = {end: start for start, end in _ENDING.items()}
_STRUCK = frozenset((w("del"), w("moveFrom")))
# The place that Word opens a file at.
_OWN = "_GoBack"


class Range(NamedTuple):
    """Where a bookmark or a comment of the new file begins and ends; `name` is a bookmark's, or a comment's number."""

    tag: str
    name: str
    start: Place
    end: Place


class Ranges(NamedTuple):
    """The comments that only the new file has, the bookmarks that both have, and where those are that the old has not.

    They are found before anything is taken out of the new file; `passages` are its paragraphs.
    """

    comments: Comments
    kept: Sequence[_Element]
    wanted: tuple[Range, ...] = ()
    passages: Sequence[Passage] = ()


def ranges(old: _Element, new: _Element, edition: Edition) -> Ranges:
    """The bookmarks and comments of a body that another one has not."""
    comments, held, names = Comments(edition), _names(old), _names(new)
    kept = [held[name] for name in held if name in names]
    if len(kept) == len(names) and not comments.fresh:
        return Ranges(comments, kept)
    passing = passages(new)
    wanted = (each for each in _found(new, passing) if _is_new(each, comments, held))
    return Ranges(comments, kept, tuple(wanted), passing)


def _names(body: _Element) -> dict[str, _Element]:
    """The bookmarks of a body, without ours and Word's own; small letters and capitals are one to Word."""
    names = ((attribute(each, "name"), each) for each in body.iter(_BOOKMARK))
    return {name.lower(): each for name, each in names if name != _OWN and not name.startswith(PREFIX)}


def _is_new(given: Range, comments: Comments, held: Collection[str]) -> bool:
    if given.tag == _COMMENT:
        return given.name in comments.fresh
    return given.name != _OWN and not given.name.startswith(PREFIX) and given.name.lower() not in held


def _found(body: _Element, passing: Sequence[Passage]) -> Iterator[Range]:
    at = places(body, passing, _STARTS, (*_ENDS, _REFERENCE))
    last = {(_ENDS[str(each.tag)], attribute(each, "id")): place for each, place in at.items() if each.tag in _ENDS}
    seen: set[tuple[str, str]] = set()
    for each, place in at.items():
        key = _COMMENT if each.tag == _REFERENCE else str(each.tag), attribute(each, "id")
        if each.tag not in _ENDS and key not in seen:
            seen.add(key)
            yield Range(key[0], attribute(each, "name") or key[1], place, max(place, last.get(key, place)))


def bring_ranges(body: _Element, given: Ranges, edition: Edition) -> None:
    """Bring the comments and bookmarks that only the new file has to where their words stand in the marked one."""
    if given.wanted:
        found = passages(body)
        pairs = paired(found, given.passages)
        moved, left = [], []
        for each in given.wanted:
            start, end = (pairs.get(place.passage) for place in (each.start, each.end))
            if start is None or end is None:
                left += [each.name] if each.tag == _BOOKMARK else []
            else:
                moved.append(each._replace(start=Place(start, each.start.offset), end=Place(end, each.end.offset)))
        spots = Spots(found, [place for each in moved for place in (each.start, each.end)])
        _put(moved, spots, given.comments, edition)
        _say_left(left, "its words are not compared", edition)
    _say_left(list(_struck(given.kept)), "it stands in words that are struck, and can stand only once", edition)
    given.comments.answer()
    given.comments.say_left()


def _put(moved: Sequence[Range], spots: Spots, comments: Comments, edition: Edition) -> None:
    """Begin each range where it begins, then end each where it ends, the first one first where several end."""
    ends: list[tuple[Place, list[_Element]]] = []
    for each in moved:
        is_comment = each.tag == _COMMENT
        number, *runs = comments.bring(each.name) if is_comment else (edition.stamps.number(),)
        start = etree.Element(each.tag, {w("id"): number}, {"w": W})
        if not is_comment:
            start.set(w("name"), each.name)
        end = [start.makeelement(_ENDING[each.tag], {w("id"): number}), *runs]
        spots.before(each.start, start)
        if each.start == each.end:
            for made in reversed(end):
                start.addnext(made)
        else:
            ends.append((each.end, end))
    for place, end in reversed(ends):
        for made in reversed(end):
            spots.behind(place, made)


def _struck(kept: Iterable[_Element]) -> Iterator[str]:
    """The bookmarks that have nothing in them but struck words."""
    for start in kept:
        runs = [each for each in _inside(start) if next(each.iter(RUN), None) is not None]
        if runs and all(each.tag in _STRUCK for each in runs):
            yield attribute(start, "name")


def _inside(start: _Element) -> Iterator[_Element]:
    """What stands in a bookmark, as far as its paragraph goes."""
    for each in start.itersiblings():
        if each.tag == _ENDING[_BOOKMARK] and attribute(each, "id") == attribute(start, "id"):
            break
        yield each


def _say_left(names: Sequence[str], why: str, edition: Edition) -> None:
    for name in names:
        message = f'the bookmark "{name}" is not where the new file has it: {why}'
        edition.say("bookmark-left", message, "set it anew in Word when the changes are accepted")
