"""Square brackets made visible: bracketed words are tinted, the deeper the stronger, across elements and paragraphs."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from instrument.paper import Chars, Link, Paragraph

_DEEPEST = 3
# Characters that HTML forbids even as references.
_CONTROLS = dict.fromkeys((*range(9), 11, *range(14, 32), *range(127, 160)), "\ufffd")


def escape(words: str) -> str:
    """Words as character data, or as the value of an attribute.

    >>> escape('<a href="x">&')
    '&lt;a href=&quot;x&quot;&gt;&amp;'
    """
    return html.escape(words.translate(_CONTROLS))


@dataclass(slots=True)
class Tint:
    """The state of the brackets while the paragraphs of one clause are written, in order.

    `partnered` says of each bracket to come whether it has a partner; one without changes no tint.

    >>> Tint.over([Paragraph("provision", (Chars("a [b] c]"),))]).ink("a [b] c]")
    'a <span class="b1">[b]</span> c]'
    """

    partnered: Iterator[bool]
    depth: int = 0

    @classmethod
    def over(cls, paragraphs: Iterable[Paragraph]) -> Tint:
        return cls(iter(_partnered("".join(map(_chars, paragraphs)))))

    def ink(self, words: str) -> str:
        """Escaped words, the bracketed ones in spans of their depth."""
        runs = groupby(self._pieces(words), lambda piece: piece[0])
        return "".join(_span(depth, "".join(chars for _, chars in pieces)) for depth, pieces in runs)

    def _pieces(self, words: str) -> Iterator[tuple[int, str]]:
        for piece in re.split(r"([\[\]])", words):
            if piece == "[":
                self.depth += next(self.partnered, False)
            yield self.depth, piece
            if piece == "]":
                self.depth -= next(self.partnered, False)


def _span(depth: int, words: str) -> str:
    printed = escape(words).replace("\u2028", "<br>")
    return f'<span class="b{min(depth, _DEEPEST)}">{printed}</span>' if depth and words else printed


def _chars(paragraph: Paragraph) -> str:
    inked = (inline.chars for inline in paragraph.inlines if isinstance(inline, Chars | Link))
    return paragraph.label + "".join(inked)


def _partnered(words: str) -> list[bool]:
    """For each square bracket in order, whether it has a partner."""
    found: list[bool] = []
    opened: list[int] = []
    for bracket in re.findall(r"[\[\]]", words):
        found.append(bracket == "]" and bool(opened))
        if bracket == "[":
            opened.append(len(found) - 1)
        elif opened:
            found[opened.pop()] = True
    return found
