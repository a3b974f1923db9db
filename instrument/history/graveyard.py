"""Words that were taken out, kept so that they are known again where they come back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from instrument.model import Text

_MOST = 8  # of the places where words stood, so many are looked at, the latest first


@dataclass(slots=True, eq=False)
class Grave:
    """Words that left a line together, which words they were, and which of them are back."""

    text: Text
    first: int  # the number of the first of them among the words of the text
    words: Sequence[str]
    ids: Sequence[int]
    draft: str
    label: str = ""
    is_whole: bool = False
    back: set[int] = field(default_factory=set)

    def lies(self, start: int, size: int) -> bool:
        """Whether words of it are all still out of the text."""
        return self.back.isdisjoint(range(start, start + size))


@dataclass(frozen=True, slots=True)
class Found:
    """Words that are back: `size` of them, from `at` on, are those of a grave from `start` on."""

    at: int
    grave: Grave
    start: int
    size: int


class Graveyard:
    """All graves, found by any run of `least` words, or by a whole provision whatever its length."""

    def __init__(self, least: int) -> None:
        self._least = least
        self._runs: defaultdict[tuple[str, ...], list[tuple[Grave, int]]] = defaultdict(list)
        self._whole: defaultdict[tuple[str, ...], list[Grave]] = defaultdict(list)

    def bury(self, grave: Grave) -> None:
        words = tuple(grave.words)
        if grave.is_whole and words:
            self._whole[words].append(grave)
        for at in range(len(words) - self._least + 1):
            self._runs[words[at : at + self._least]].append((grave, at))

    def find(self, words: Sequence[str], is_whole: bool) -> Iterator[Found]:
        """The runs of some words that lie here, each as long as it can be, from the first word on."""
        whole = self._whole.get(tuple(words), ()) if is_whole and words else ()
        if lying := [Found(0, grave, 0, len(words)) for grave in whole if grave.lies(0, len(words))]:
            yield _likeliest(lying)
            return
        at = 0
        while at + self._least <= len(words):
            found = self._longest(words, at)
            if found:
                yield found
            at += found.size if found else 1

    def twins(self, found: Found) -> Iterator[Found]:
        """The other places where the very same words lie, all of them still out."""
        words = found.grave.words[found.start : found.start + found.size]
        whole = ((grave, 0) for grave in self._whole.get(tuple(words), ()))
        for grave, start in self._runs.get(tuple(words[: self._least]), ()) if len(words) >= self._least else whole:
            is_other = (grave, start) != (found.grave, found.start)
            if (
                is_other
                and list(grave.words[start : start + found.size]) == list(words)
                and grave.lies(start, found.size)
            ):
                yield Found(found.at, grave, start, found.size)

    def _longest(self, words: Sequence[str], at: int) -> Found | None:
        known = self._runs.get(tuple(words[at : at + self._least]), ())
        lying = [(grave, start) for grave, start in known[-_MOST:] if grave.lies(start, self._least)]
        found = [Found(at, grave, start, _reach(words, at, grave, start)) for grave, start in lying]
        most = max((each.size for each in found), default=0)
        return _likeliest([each for each in found if each.size == most]) if found else None


def _likeliest(found: Sequence[Found]) -> Found:
    """Of places with the very same words, in the order in which they went, the oldest words of the latest draft."""
    latest = [each for each in reversed(found) if each.grave.draft == found[-1].grave.draft]
    return min(latest, key=lambda each: each.grave.ids[each.start])


def _reach(words: Sequence[str], at: int, grave: Grave, start: int) -> int:
    size = 0
    most = min(len(words) - at, len(grave.words) - start)
    while size < most and words[at + size] == grave.words[start + size] and grave.lies(start + size, 1):
        size += 1
    return size
