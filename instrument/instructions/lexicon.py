"""A language of instructions as a table: phrases and what they mean, the longest that fits taken first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from instrument.instructions.elements import Element, Tag

Meaning = tuple[Tag, object]
_LETTERS = r"(?:[^\W\d_][\u0300-\u036f]*)+"  # an accent may be a character of its own
_WORD = re.compile(rf"{_LETTERS}'(?=[^\W\d_]|$)|{_LETTERS}|\d+|[^\s]")
_ACCENTS = dict.fromkeys(range(0x300, 0x370))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The phrases of a language, by their words without capitals and accents.

    `through` are the words between the first and the last of a range. `bare_labels` says that "I", "1°" and "a)" name a
    provision without a word before them, `orders_are_active` that no instruction is in the passive among active ones.
    """

    language: str
    phrases: Mapping[tuple[str, ...], Meaning]
    sizes: Mapping[str, tuple[int, ...]]  # how many words the phrases have that begin with a word, the most first
    through: frozenset[str] = frozenset()
    bare_labels: bool = False
    orders_are_active: bool = False


def lexicon(
    language: str,
    *tables: Mapping[Meaning, str],
    through: str = "",
    bare_labels: bool = False,
    orders_are_active: bool = False,
) -> Lexicon:
    """A lexicon of tables that give each meaning its phrases, parted by "|".

    >>> lexicon("en", {(Tag.AND, None): "and|as well as"}).phrases["as", "well", "as"][0].value
    'and'
    """
    phrases = {
        tuple(found[0] for found in _WORD.finditer(fold(phrase.strip()))): meaning
        for table in tables
        for meaning, written in table.items()
        for phrase in written.split("|")
    }
    ranges = frozenset(fold(through).split("|"))
    sizes: dict[str, set[int]] = {}
    for phrase in phrases:
        sizes.setdefault(phrase[0], set()).add(len(phrase))
    longest_first = {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}
    return Lexicon(language, phrases, longest_first, ranges, bare_labels, orders_are_active)


_KEPT = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "‑": "-", "–": "-", "—": "-", "İ": "i"})


def fold(chars: str) -> str:
    """A text without capitals and accents, character for character.

    >>> fold("À l’alinéa 4"), len(fold("ﬁn ß İ")) == len("ﬁn ß İ")
    ("a l'alinea 4", True)
    """
    return chars.lower() if chars.isascii() else chars.translate(_FOLDED)


class _Folded(dict[int, str]):
    """Characters without capitals and accents, each worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        small = unicodedata.normalize("NFD", chr(code).lower())[0]
        self[code] = small if len(small) == 1 else chr(code)
        return self[code]


_FOLDED = _Folded(_KEPT)


def words(folded: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The words, numbers and signs of a folded text between two offsets, with where they stand."""
    for found in _WORD.finditer(folded, start, end):
        word = found[0]
        yield word if word.isascii() else word.translate(_ACCENTS), found.start(), found.end()


def lex(found: list[tuple[str, int, int]], at: int, lexicon: Lexicon) -> tuple[Element, int] | None:
    """The longest phrase that begins with the word at an index, and the index behind it; None where there is none."""
    for size in lexicon.sizes.get(found[at][0], ()) if at < len(found) else ():
        phrase = found[at : at + size]
        meaning = lexicon.phrases.get(tuple(word for word, _, _ in phrase))
        if meaning is not None:
            return Element(meaning[0], phrase[0][1], phrase[-1][2], meaning[1]), at + len(phrase)
    return None


@dataclass(slots=True)
class Words:
    """The words of a sentence, read from left to right; `at` is the next one."""

    chars: str
    found: list[tuple[str, int, int]]
    lexicon: Lexicon
    at: int = 0
    _met: dict[int, tuple[Element, int] | None] = field(default_factory=dict)  # looked for once, asked again and again

    def word(self, step: int = 0) -> str:
        at = self.at + step
        return self.found[at][0] if at < len(self.found) else ""

    def next(self, at: int | None = None) -> tuple[Element, int] | None:
        """The phrase at an index, and the index behind it."""
        at = self.at if at is None else at
        if at not in self._met:
            self._met[at] = lex(self.found, at, self.lexicon)
        return self._met[at]

    def tag(self, at: int) -> Tag | None:
        met = self.next(at)
        return met[0].tag if met else None

    @property
    def start(self) -> int:
        return self.found[self.at][1]

    @property
    def end(self) -> int:
        """Where the last word that was read ends."""
        return self.found[self.at - 1][2]

    def touches(self, at: int) -> bool:
        """Whether nothing stands between a word and the one before it."""
        return 0 < at < len(self.found) and self.found[at - 1][2] == self.found[at][1]
