"""A printed text cut into the stretches that become clauses: where designations stand, and where one is only cited."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from instrument import labels
from instrument.formats.printed.designations import Designation, ends_sentence, find, inside, ordinal
from instrument.formats.printed.paragraph import Paragraph
from instrument.formats.printed.report import Report, excerpt
from instrument.model import Kind

Order = tuple[int, ...]

_LONGEST_SECTION_HEADING = 160


@dataclass(slots=True)
class Division:
    """The paragraphs of one clause: its designation, what stands on the designation's own line, and the rest."""

    kind: Kind
    number: labels.Label | None = None
    label: Paragraph | None = None
    rest: Paragraph | None = None
    body: list[Paragraph] = field(default_factory=list)

    @property
    def waits(self) -> bool:
        """Whether nothing has followed the designation yet, so that a heading may."""
        return self.label is not None and self.rest is None and not self.body


@dataclass(slots=True)
class _Scope:
    """How far the numbering has come: the last number of each kind; an annex numbers its own articles."""

    last: dict[Kind, Order] = field(default_factory=dict)

    def expects(self, kind: Kind, order: Order) -> bool:
        """Whether a number is the first one, the next one, or the last one with a bis."""
        last = self.last.get(kind)
        if last is None:
            return order[0] == 1
        return order[0] == last[0] + 1 or (order[0] == last[0] and order > last)

    def settle(self, found: Designation | None) -> Designation | None:
        """The designation with the reading that goes on from the last of its kind: an annex I may come after H."""
        if found is None or len(found.numbers) < 2:
            return found
        expected = [number for number in found.numbers if self.expects(found.kind, order(number))]
        return replace(found, numbers=(*expected, *found.numbers))

    def enter(self, kind: Kind, order: Order) -> None:
        if order:
            self.last[kind] = order
        if kind is Kind.ANNEX:
            self.last.pop(Kind.ARTICLE, None)
            self.last.pop(Kind.SECTION, None)
        if kind is Kind.TITLE:
            self.last.clear()


def divide(paragraphs: list[Paragraph], language: str, report: Report) -> list[Division]:
    """The divisions of a text in order; what stands before the first designation is one without a label."""
    divisions = [Division(Kind.TITLE)]
    scope = _Scope()
    starts, restarts = _articles(paragraphs)
    for at, paragraph in enumerate(paragraphs):
        rest: Paragraph | None = paragraph
        while rest:
            piece, rest = rest, None
            found = _recognise(piece, divisions[-1], scope, language, restarts[at])
            if found:
                scope.enter(found.kind, order(found.number))
            if cut := _next_inside(piece, scope, starts):
                piece, rest = piece.part(0, cut), piece.part(cut)
                report.guess(
                    "article-inside", rest.place(0), f'"{excerpt(rest.chars, 20)}" opens an article within a line'
                )
            if found:
                divisions.append(_opened(found, piece))
                _report(found, divisions[-1], piece, report)
            else:
                divisions[-1].body.append(piece)
    return divisions


def order(number: labels.Label | None) -> Order:
    """A key that sorts numbers of one kind: 4 < 4 bis < 5; empty where there is none."""
    return (*number.numbers, number.suffix, number.alternative, *map(ord, number.letter)) if number else ()


def _articles(paragraphs: list[Paragraph]) -> tuple[set[int], list[bool]]:
    """The numbers of articles that begin a paragraph, and for each paragraph whether the next of them is the first."""
    starts, restarts, first = set(), [], False
    for paragraph in reversed(paragraphs):
        restarts.append(first)
        found = find(paragraph.chars)
        if found and found.kind is Kind.ARTICLE and found.number:
            starts.add(found.number.numbers[0])
            first = order(found.number)[:2] == (1, 0)
    return starts, restarts[::-1]


def _opened(found: Designation, piece: Paragraph) -> Division:
    label = piece.part(0, found.end) if found.end else None
    rest = piece.part(found.rest) if found.rest < len(piece.chars) else None
    if found.kind in (Kind.FINAL, Kind.TITLE) and rest:
        return Division(found.kind, body=[rest])
    return Division(found.kind, found.number, label, rest)


def _report(found: Designation, division: Division, piece: Paragraph, report: Report) -> None:
    """What is worth saying about a designation that is not one by the letter."""
    before, after = piece.chars[found.end - 1 : found.end], piece.chars[found.end : found.end + 1]
    if before.isalpha() and after.isalpha() and after < "\u2e80":
        message = f'"{piece.chars[: found.end]}" has no space behind it'
        report.guess("glued", piece.place(found.end), message)
    if division.kind is Kind.SECTION and not find(piece.chars):
        report.guess("section", piece.place(0), f'"{excerpt(piece.chars)}" is read as the heading of a section')
    elif division.kind is Kind.PART and not find(piece.chars):
        report.guess("part", piece.place(0), f'"{excerpt(piece.chars)}" is read as a part, without the word for it')
    elif division.kind is Kind.TITLE:
        message = f'"{excerpt(piece.chars)}" begins a second text'
        report.warn("second-text", piece.place(0), message, "keep each text in a file of its own")
    elif division.kind is Kind.FINAL:
        report.guess("final", piece.place(0), f'"{excerpt(piece.chars)}" is read as the final formula')


def _recognise(piece: Paragraph, current: Division, scope: _Scope, language: str, restarts: bool) -> Designation | None:
    """The designation that opens a division here, if one does."""
    found = scope.settle(find(piece.chars))
    if found and _accepts(found, piece, current, scope):
        return found
    if language == "ar" and (part := _part_without_word(piece, scope)):
        return part
    if section := _section(piece, current, scope):
        return section
    if piece.level and not current.waits and current.kind is not Kind.TITLE:
        return Designation(Kind.TITLE if restarts else Kind.SECTION, (), 0, 0)
    return None


def _accepts(found: Designation, piece: Paragraph, current: Division, scope: _Scope) -> bool:
    """Whether a designation at the start of a paragraph opens a division, and does not only begin a sentence."""
    rest = piece.chars[found.rest :]
    if found.kind is Kind.FINAL:
        return Kind.ARTICLE in scope.last and current.kind is not Kind.FINAL
    if found.kind is Kind.PREAMBLE:
        return current.kind is Kind.TITLE
    if found.kind is Kind.ANNEX and current.kind is Kind.TITLE and not current.body:
        return False
    if found.number is None:
        return not current.waits and (piece.level > 0 or found.kind in (Kind.ANNEX, Kind.ARTICLE))
    if not rest:
        return not _follows_bare_label(current)
    if piece.level:
        return True
    if found.rest == found.end or not rest[0].isalpha():
        return _is_glued_or_titled(piece.chars[found.end :], rest) and scope.expects(found.kind, order(found.number))
    if rest[0].islower() or _follows_bare_label(current) or not scope.expects(found.kind, order(found.number)):
        return False
    stopped = piece.chars[found.end - 1] in ".:"
    return found.kind is Kind.ARTICLE or stopped or not rest[0].isupper() or not ends_sentence(rest)


def _is_glued_or_titled(after: str, rest: str) -> bool:
    """Chinese follows its designation without a space; a title may follow in parentheses or after a dash."""
    if rest[0] in "–—-":
        return True
    titled = rest[0] in "(（[" and rest[-1] in ")）]" and after != rest
    return titled or (rest[0] > "\u2e7f" and rest[0].isalpha())


def _follows_bare_label(current: Division) -> bool:
    """Whether the paragraph before is a label alone, so that this one is its text."""
    if not current.body:
        return False
    label, rest = labels.split(current.body[-1].chars)
    return bool(label) and not rest


def _part_without_word(piece: Paragraph, scope: _Scope) -> Designation | None:
    number, end = ordinal(piece.chars)
    if not number or len(piece.chars) > _LONGEST_SECTION_HEADING or ends_sentence(piece.chars):
        return None
    label = labels.Label((number,))
    return Designation(Kind.PART, (label,), end, end + 1) if scope.expects(Kind.PART, order(label)) else None


def _section(piece: Paragraph, current: Division, scope: _Scope) -> Designation | None:
    """A short line such as "II. Organizational matters", next in its row, in no list of capital letters."""
    if piece.chars[0] not in "IVX":
        return None
    label, rest = labels.split(piece.chars)
    parsed = labels.parse(label) if label.endswith(".") and rest[:1].isupper() else None
    if parsed is None or parsed.system != "upper-roman" or len(rest) > _LONGEST_SECTION_HEADING or ends_sentence(rest):
        return None
    number, last = parsed.numbers[0], scope.last.get(Kind.SECTION, (0,))[0]
    if current.waits or not (number == 1 or last < number <= last + 2) or any(map(_is_lettered, current.body)):
        return None
    return Designation(Kind.SECTION, (labels.Label((number,)),), len(label), len(piece.chars) - len(rest))


def _is_lettered(paragraph: Paragraph) -> bool:
    parsed = labels.parse(labels.split(paragraph.chars[:40])[0])
    return parsed is not None and parsed.system == "upper-letter"


def _next_inside(piece: Paragraph, scope: _Scope, starts: set[int]) -> int:
    """Where within a paragraph the next article begins, whose designation begins no paragraph of its own."""
    last = scope.last.get(Kind.ARTICLE)
    if last is None or last[0] + 1 in starts:
        return 0
    return next(inside(piece.chars, last[0] + 1), 0)
