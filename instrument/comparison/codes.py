"""Words as single characters, so that texts can be compared as strings are: exactly, and at machine speed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

Codes = str | tuple[int, ...]

_SURROGATES = range(0xD800, 0xE000)  # cannot stand in a string that leaves Python
_FITTING = sys.maxunicode + 1 - len(_SURROGATES)


def encode(*texts: Sequence[str]) -> list[Codes]:
    """Each text with one code for each word, equal words having equal codes in all of them.

    Texts with more different words than there are characters come back as numbers: slower, and as exact.

    >>> encode(["No", "State", "shall"], ["No", "Party", "shall"])
    ['\\x00\\x01\\x02', '\\x00\\x03\\x02']
    """
    vocabulary = dict.fromkeys(chain.from_iterable(texts))
    if len(vocabulary) > _FITTING:
        numbers = {word: number for number, word in enumerate(vocabulary)}
        return [tuple(map(numbers.__getitem__, text)) for text in texts]
    characters = dict(zip(vocabulary, _characters(), strict=False))
    return ["".join(map(characters.__getitem__, text)) for text in texts]


def _characters() -> Iterator[str]:
    return map(chr, chain(range(_SURROGATES.start), range(_SURROGATES.stop, sys.maxunicode + 1)))


def joined(parts: Iterable[Codes]) -> Codes:
    """Coded texts, all of one encoding, put end to end.

    >>> joined(["ab", "c"]), joined([(1, 2), (3,)])
    ('abc', (1, 2, 3))
    """
    texts = list(parts)
    if all(isinstance(text, str) for text in texts):
        return "".join(map(str, texts))
    return tuple(number for text in texts for number in text if isinstance(number, int))
