"""What a text that is published as final must not have: tracked changes, comments, hidden words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from math import inf

from instrument.difference.phrases import counted
from instrument.formats.docx.parts.opened import Opened, opened
from instrument.formats.docx.parts.stylesheet import Look, stylesheet
from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.receipts.census import MOVE, Tracked, census
from instrument.formats.docx.receipts.differing import shortened
from instrument.formats.docx.receipts.receipt import counts, gathered
from instrument.formats.docx.receipts.stories import Stories
from instrument.formats.docx.walking.blocks import Kind
from instrument.formats.docx.walking.walk import walk
from instrument.problem import CannotWrite, Problem, Severity, Where

_BARE = Look()
_NOUNS = {"comment": "comment", "hidden-words": "hidden passage"}


def refuse_unfinished(data: bytes, name: str) -> None:
    """Refuse a file that is not final, with every place in the order of the document: `CannotWrite`."""
    file = opened(data, name)
    stories = Stories(file)
    changes = census(stories)
    found = sorted((*_tracked(file, changes), *_hidden(stories)), key=_place(stories))
    found += _comments(file)
    if found:
        kinds = Counter(problem.code for problem in found)
        # Where words only moved away, their other end is lost.
        told = [counts(gathered(changes)) or counted(len(changes), MOVE)] if changes else []
        told += [counted(kinds[code], noun) for code, noun in _NOUNS.items() if kinds[code]]
        raise CannotWrite(
            f"{name} is not final; it still has {'; '.join(told)}: accept, reject or delete what is open first",
            tuple(found),
        )


def _place(stories: Stories) -> Callable[[Problem], tuple[int, float]]:
    """Where a problem stands in the document; what stands in no paragraph of a part stands at its end."""
    parts = {f"{stories.file.name}/{part}": at for at, part in enumerate(stories.parts)}
    return lambda problem: (parts[problem.where.name], problem.where.line or inf)


def _tracked(file: Opened, changes: Iterable[Tracked]) -> Iterator[Problem]:
    for each in changes:
        words = f': "{shortened(each.words)}"' if each.words else ""
        yield _problem(file, "tracked-change", each.part, each.number, f'{each.kind} by "{each.author}"{words}')


def _comments(file: Opened) -> Iterator[Problem]:
    for part in file.related("comments"):
        root = file.root(part)
        words: dict[str, list[str]] = {}
        for block in walk(root, part, file.name, file.limits.blocks).blocks:
            holder = block.container.within("comment")
            words.setdefault("" if holder is None else holder.name, []).append(block.words)
        for comment in root.iter(w("comment")):
            said = shortened(" ".join(words.get(attribute(comment, "id"), [])))
            yield _problem(file, "comment", part, 0, f'a comment by "{attribute(comment, "author")}": "{said}"')


def _hidden(stories: Stories) -> Iterator[Problem]:
    """Words that are set not to show; what a field is told is not shown either, and is no text."""
    styles = stylesheet(next(map(stories.file.root, stories.file.related("styles")), None))
    for part in stories.parts:
        for block in stories.blocks(part):
            veiled = styles.looks.get(styles.id(block.properties), _BARE).hidden
            spans = [span for span in block.spans if span.kind is Kind.WORDS and span.chars.strip()]
            chars = "".join(span.chars for span in spans if veiled or styles.look(span.properties).hidden)
            if chars.strip():
                yield _problem(stories.file, "hidden-words", part, block.number, f'hidden words: "{shortened(chars)}"')


def _problem(file: Opened, code: str, part: str, number: int, message: str) -> Problem:
    return Problem(code, Severity.ERROR, Where(f"{file.name}/{part}", number), message)
