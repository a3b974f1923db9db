"""Spans as the text of a clause: labels set apart, holders and notes put back where they belong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from instrument import holders, labels
from instrument.formats.docx.lines import Line
from instrument.formats.docx.markup import LINE_BREAK
from instrument.formats.docx.spans import Inside, Span
from instrument.model import Atom, Holders, Note, Run, Text, text
from instrument.problem import Severity

_GAPS = ("\t", LINE_BREAK)
_LEADING = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Wording:
    """Turns spans into texts; `notes` are the words of the footnotes by the names of their marks."""

    inside: Inside
    notes: dict[str, Text]

    def text(self, spans: Sequence[Span]) -> Text:
        """The text of spans; a footnote that only names holders becomes the holders again."""
        atoms: list[Atom] = []
        for held, run in groupby(spans, lambda span: span.style == "Holders" and isinstance(span.atom, Run)):
            alike = list(run)
            atoms += self._held(alike) if held else [self._atom(span.atom) for span in alike]
        return text(*atoms)

    def _atom(self, atom: Atom) -> Atom:
        if isinstance(atom, Note):
            match self.notes.get(atom.name, ()):
                case (Holders() as named,):
                    return named
        return atom

    def _held(self, spans: list[Span]) -> list[Atom]:
        """Holders that lost their control, found again by the characters they were printed as."""
        printed = "".join(span.atom.chars for span in spans if isinstance(span.atom, Run))
        found = {attributes for attributes, chars in self.inside.held if chars == printed}
        if len(found) == 1:
            return [holders.of(found.pop())]
        if printed:
            message = f'"{printed}" looks like the holders of a bracket, but not whose; it was read as words'
            self.inside.report("unknown-holders", Severity.WARNING, message)
        return [span.atom for span in spans]


def parted(line: Line, *, trusted: bool) -> tuple[str, list[Span]]:
    """The label of a line and the spans of its words.

    The label wears a character style of its own; where somebody typed one without it, it ends at a tab. In a document
    that is not `trusted`, and in the style of labelled paragraphs, it may also end at a space.
    """
    words = _leading_words(line.spans)
    if line.spans and line.spans[0].style == "Label":
        end = sum(len(span.atom.chars) for span in _labelled(line.spans) if isinstance(span.atom, Run))
        # Somebody may have typed on after the label, before the gap.
        end = next((place for place in range(end, len(words)) if words[place] in _GAPS), end)
        return words[:end], cut(line.spans, end + len(words[end : end + 1]))
    before, tab, _ = words.partition("\t")
    if tab and labels.split(f"{before} x")[0] == before:
        return before, cut(line.spans, len(before) + 1)
    if line.row is None and (not trusted or line.style.startswith("Provision ")):
        label, _ = labels.split(words.replace("\t", " "))
        gap = _LEADING.match(words[len(label) :])
        return label, cut(line.spans, len(label) + len(gap[0] if gap and label else ""))
    return "", list(line.spans)


def cut(spans: Sequence[Span], count: int) -> list[Span]:
    """Spans without their first characters."""
    rest = []
    for span in spans:
        if count and isinstance(span.atom, Run):
            chars = span.atom.chars
            span = Span(Run(chars[count:], span.atom.marks), span.style)
            count = max(0, count - len(chars))
        rest.append(span)
    return rest


def _leading_words(spans: Sequence[Span]) -> str:
    """The characters before the first atom that is no run."""
    chars = ""
    for span in spans:
        if not isinstance(span.atom, Run):
            break
        chars += span.atom.chars
    return chars


def _labelled(spans: Sequence[Span]) -> list[Span]:
    found = []
    for span in spans:
        if span.style != "Label":
            break
        found.append(span)
    return found
