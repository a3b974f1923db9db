"""What a corrigendum says: "for ... read ...", each place once, in just enough words to be found.

A corrigendum corrects words, labels and headings. What adds, takes out or moves a whole provision corrects nothing and
is a change of the text: it is refused by name.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from instrument.changes.tokens import spans
from instrument.comparison.readings import Span
from instrument.difference.comparison import diff
from instrument.difference.names import clause_name, provision_names
from instrument.difference.view import Chapter, Fate, Line
from instrument.model import Clause, Instrument, Reference, Run, Text, plain, text
from instrument.problem import Problem, Read, Severity, Where
from instrument.references import cite
from instrument.words import split


@dataclass(frozen=True, slots=True)
class Correction:
    """Where a text reads `wrong` and is to read `right`.

    `name` is what a lawyer calls the place ("article 4, paragraph 2"), `part` says whether it is the words there, its
    heading, its label or a note. The words of `wrong` stand there exactly once.
    """

    address: str
    name: str
    part: str  # "words", "heading", "label" or "note"
    wrong: str
    right: str


def corrections(sealed: Instrument, corrected: Instrument, profile: str = "un") -> Read[tuple[Correction, ...]]:
    """Every difference between a text and its corrected form, in reading order; what no correction can say is an error.

    >>> from instrument.model import Provision
    >>> def draft(words):
    ...     return Instrument((Clause("use", label="Article 1", provisions=(Provision(0, "1.", text(words)),)),))
    >>> found = corrections(draft("in six years"), draft("in ten years"))
    >>> [(each.name, each.wrong, each.right) for each in found.value]
    [('article 1, paragraph 1', 'six', 'ten')]
    """
    compared = diff(in_print(sealed, profile), in_print(corrected, profile))
    found: list[Correction] = []
    problems: list[Problem] = []
    for chapter in compared.chapters:
        if chapter.changes_whole:
            problems.append(_refused(chapter.clause.id, "put in, taken out, moved or made another kind of clause"))
        for line in chapter.lines:
            if line.fate is Fate.SAME:
                continue
            if chapter.old is None or not _is_in_place(line):
                problems.append(_refusal(line))
            else:
                found += _in_line(chapter, line, sealed.language, profile)
    return Read(tuple(found), tuple(problems))


def in_print(instrument: Instrument, profile: str) -> Instrument:
    """The instrument with its references in words, as they print.

    >>> from instrument.model import Provision
    >>> clause = Clause("use", label="Article 1", provisions=(Provision(0, "1.", text(Reference("use"))),))
    >>> plain(in_print(Instrument((clause,)), "un").clauses[0].provisions[0].text)
    'article 1'
    """

    def flat(content: Text, at: str) -> Text:
        return text(
            *(
                Run(cite(instrument, atom, at, profile) or "", atom.marks) if isinstance(atom, Reference) else atom
                for atom in content
            )
        )

    return instrument.with_clauses(
        replace(
            clause,
            heading=flat(clause.heading, clause.id),
            provisions=tuple(replace(each, text=flat(each.text, clause.id)) for each in clause.provisions),
            notes=tuple(replace(each, text=flat(each.text, clause.id)) for each in clause.notes),
        )
        for clause in instrument
    )


def _is_in_place(line: Line) -> bool:
    moved = line.fate in (Fate.INSERTED, Fate.DELETED, Fate.MOVED, Fate.LEFT)
    return not moved and line.new is not None and not (line.split or line.joined or line.continued)


def _refusal(line: Line) -> Problem:
    side = line.new or line.old[0]
    did = {Fate.INSERTED: "put in", Fate.DELETED: "taken out"}.get(line.fate, "moved, split or joined")
    return _refused(side.address, did, plain(side.text))


def _refused(address: str, did: str, words: str = "") -> Problem:
    message = f"this was {did}, which is a change of the text and no correction"
    hint = "make it by an amendment, or take it out of the corrected text"
    return Problem("no-correction", Severity.ERROR, Where(address), message, hint, words)


def _in_line(chapter: Chapter, line: Line, language: str, profile: str) -> Iterator[Correction]:
    assert chapter.old is not None and line.new is not None
    old = line.old[0]
    name = _name(chapter.old, line, language, profile)
    if old.label != line.new.label and line.part != "note":
        yield Correction(old.address, name, "label", old.label, line.new.label)
    part = "words" if line.part == "provision" else line.part
    was, now = plain(old.text), plain(line.new.text)
    for span in _unique(was, now, [Span(*_bounds(each)) for each in spans([text(was)], [text(now)])]):
        yield Correction(old.address, name, part, was[span.old : span.old_end], now[span.new : span.new_end])


def _bounds(span: Span) -> tuple[int, int, int, int]:
    return span.old, span.old_end, span.new, span.new_end


def _name(clause: Clause, line: Line, language: str, profile: str) -> str:
    if line.part != "provision":
        return clause_name(clause, language, profile)
    return provision_names(clause, language, profile)[_index(clause, line)]


def _index(clause: Clause, line: Line) -> int:
    from instrument.outline import addresses

    return addresses(clause).index(line.old[0].address)


def _unique(was: str, now: str, found: list[Span]) -> list[Span]:
    """The spans, each widened by whole words until its old words stand once in the line; those that touch are one."""
    edges = [0]
    for piece in split(was):
        edges.append(edges[-1] + len(piece))
    widened: list[Span] = []
    for span in found:
        widened.append(_widened(was, now, edges, span))
        while len(widened) > 1 and widened[-1].old <= widened[-2].old_end:
            last, before = widened.pop(), widened.pop()
            widened.append(_widened(was, now, edges, Span(before.old, last.old_end, before.new, last.new_end)))
    return widened


def _widened(was: str, now: str, edges: list[int], span: Span) -> Span:
    """The fewest pieces more, to the left or the right, with which the words are found once and say something."""
    first = bisect_right(edges, span.old) - 1
    last = bisect_left(edges, span.old_end)
    for more in range(len(edges)):
        for behind in range(more + 1):
            left, right = first - (more - behind), last + behind
            if left >= 0 and right < len(edges) and _is_found(was, now, span, edges[left], edges[right]):
                return _stretched(span, edges[left], edges[right])
    return _stretched(span, 0, edges[-1])


def _stretched(span: Span, start: int, end: int) -> Span:
    return Span(start, end, span.new - (span.old - start), span.new_end + (end - span.old_end))


def _is_found(was: str, now: str, span: Span, start: int, end: int) -> bool:
    """Whether old words stand once in their line, and they and the new ones have letters and no space at their ends."""
    wide = _stretched(span, start, end)
    old, new = was[start:end], now[wide.new : wide.new_end]
    worded = all(any(map(str.isalnum, words)) and words == words.strip() for words in (old, new))
    return worded and sum(was.startswith(old, at) for at in range(len(was))) == 1
