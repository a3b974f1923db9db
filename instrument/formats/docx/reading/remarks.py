"""The comments of a Word file: each with those that answer it, put to the line of the text that it is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from instrument.formats.docx.parts.markup import LINE_BREAK, W15
from instrument.formats.docx.parts.opened import Opened
from instrument.formats.docx.parts.tree import OFF, attribute
from instrument.formats.docx.reading.asides import asides
from instrument.formats.docx.reading.comment import Comment
from instrument.formats.docx.reading.lines import Line
from instrument.formats.docx.reading.reading import Reading
from instrument.formats.docx.walking.blocks import Block, Kind, Range, Span
from instrument.formats.docx.walking.view import is_gone
from instrument.problem import Severity

_EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_W15 = f"{{{W15}}}"
_PARAGRAPH = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_READ = (Kind.WORDS, Kind.FORMULA, Kind.SYMBOL)
# Nobody comments on so many runs and wants to see them all; a hostile file has a thousand comments on the same ones.
_MOST = 100


def comments(file: Opened, blocks: Sequence[Block], ranges: Mapping[str, Range], reading: Reading) -> list[Comment]:
    """The comments of a document, in the order in which they stand in their part; the answers to each come after it."""
    paragraphs = asides(file, "comment", reading)
    owners = {name: id for id, held in paragraphs.items() for block in held if (name := _name(block))}
    states = _states(file)
    found: dict[str, Comment] = {}
    answers: dict[str | None, list[str]] = {}
    for id, held in paragraphs.items():
        answered, resolved = next((states[name] for name in map(_name, held) if name in states), ("", False))
        fastened = ranges.get(id)
        on = "" if fastened is None else _words(fastened, blocks, reading)
        found[id] = replace(_comment(held), range=fastened, on=on, resolved=resolved)
        answers.setdefault(owners.get(answered), []).append(id)
    return list(_threads(found, answers))


def keep(found: Iterable[Comment], lines: Iterable[Line], reading: Reading) -> None:
    """Put each comment to the first line that it is fastened to; report those that are fastened to none."""
    by_paragraph = {number: line.number for line in lines for number in line.paragraphs}
    paragraphs = sorted(by_paragraph)
    kept = 0
    for comment in found:
        first, last = _paragraphs(comment.range)
        place = bisect_left(paragraphs, first)
        if place < len(paragraphs) and paragraphs[place] <= last:
            reading.remarks.setdefault(by_paragraph[paragraphs[place]], []).append(comment)
            kept += 1
        else:
            reading.line = first
            message = f'a comment by "{comment.author}" was not read'
            reading.quote("comment", Severity.WARNING, message, comment.words)
    reading.line = 0
    if kept:
        message = f"{kept} comment{'s' if kept > 1 else ''} kept: .clause files show them, papers never do"
        reading.report("comments-kept", Severity.INFO, message)


def _name(block: Block) -> str:
    """What the list of answers calls a paragraph."""
    return str(block.paragraph.get(_PARAGRAPH, ""))


def _states(file: Opened) -> dict[str, tuple[str, bool]]:
    """The paragraph that a comment answers, and whether it is done, by a paragraph in it."""
    listed = (each for part in file.related(_EXTENDED) for each in file.root(part).iter(f"{_W15}commentEx"))
    return {
        name: (str(each.get(f"{_W15}paraIdParent", "")), each.get(f"{_W15}done", "0") not in OFF)
        for each in listed
        if (name := str(each.get(f"{_W15}paraId", "")))
    }


def _comment(held: list[Block]) -> Comment:
    """Who said what in the paragraphs of a comment."""
    holder = held[0].container.within("comment")
    author, date = ("", "") if holder is None else (attribute(holder.element, key) for key in ("author", "date"))
    return Comment(author, date, LINE_BREAK.join(block.words for block in held).strip())


def _words(fastened: Range, blocks: Sequence[Block], reading: Reading) -> str:
    """The words that a comment is fastened to, as the text has or had them; of paragraphs, the first and the last."""
    (slot, start), (last, end) = fastened
    if slot >= len(blocks):
        return ""

    def read(spans: tuple[Span, ...]) -> str:
        words = [span for span in spans if span.kind in _READ]
        stand = [span for span in words if not is_gone(span.revisions, reading.view)]
        return "".join(span.chars for span in stand or words)

    if slot == last:
        return read(blocks[slot].spans[start : min(end, start + _MOST)])
    tail = blocks[last].spans[max(0, end - _MOST) : end] if last < len(blocks) else ()
    return f"{read(blocks[slot].spans[start : start + _MOST])} … {read(tail)}"


def _threads(found: Mapping[str, Comment], answers: Mapping[str | None, list[str]]) -> Iterator[Comment]:
    """Every comment once; what answers another one stands where that one does."""
    seen: set[str] = set()
    # In a damaged file comments may answer one another in a circle: they come last.
    for start in (*answers.get(None, ()), *found):
        waiting: list[tuple[str, Comment | None]] = [(start, None)]
        while waiting:
            id, asked = waiting.pop()
            if id not in seen:
                seen.add(id)
                here = found[id]
                if asked is not None:
                    here = replace(here, answers=asked.author, range=asked.range or here.range)
                yield here
                waiting += [(each, here) for each in reversed(answers.get(id, []))]


def _paragraphs(fastened: Range | None) -> tuple[int, int]:
    """The numbers of the first and the last paragraph that a comment is fastened to."""
    if fastened is None:
        return 0, 0
    (first, _), (last, end) = fastened
    return first + 1, max(first + 1, last + (end > 0))
