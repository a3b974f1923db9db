"""Citations found in words: "paragraphs 2 (a) and 3 of article 5", "la présente partie", "第五条第一款"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from instrument.labels.label import readings
from instrument.references.patterns import labels_of, patterns, unit_of
from instrument.references.terms import TERMS
from instrument.references.values import Citation, Group, Path, Pointing, Unit

_POINTING = 24  # characters that "the preceding " may have
# What may hold what: a citation goes down this list from left to right.
_RANK = {
    Unit.PART: 0, Unit.ANNEX: 0, Unit.PREAMBLE: 0, Unit.SECTION: 1, Unit.ARTICLE: 2, Unit.PARAGRAPH: 3, Unit.ITEM: 4,
}  # fmt: skip


def find(chars: str, language: str = "en") -> list[Citation]:
    """The citations of a text in their order; words that name no number and point at nothing are none.

    >>> [found.words for found in find("Under paragraphs 2 (a) and 3 of article 5, and this Part, a part of it")]
    ['paragraphs 2 (a) and 3 of article 5', 'this Part']
    >>> find("article 287 of the Convention on the Law of the Sea")[0].other
    'Convention on the Law of the Sea'
    """
    reader = _Reader(chars, language)
    found: list[Citation] = []
    at = 0
    while start := reader.start(at):
        citation = reader.citation(start[0])
        if citation is None:
            at = max(start[1], at + 1)
        else:
            found.append(citation)
            at = citation.end
    return found


def with_shared_names(citations: list[Citation], chars: str, language: str) -> list[Citation]:
    """The citations, those joined by "and" to one of another instrument marked as perhaps of it too.

    >>> words = "under article 287 and annex VII to the Charter"
    >>> [found.shared for found in with_shared_names(find(words), words, "en")]
    ['Charter', '']
    """
    found = list(citations)
    for index in range(len(found) - 2, -1, -1):
        one, next_ = found[index], found[index + 1]
        name = next_.other or next_.shared
        if name and not one.other and patterns(language).shared.fullmatch(chars, one.end, next_.start):
            found[index] = replace(one, shared=name)
    return found


class _Reader:
    """The characters of a text and the patterns of its language."""

    def __init__(self, chars: str, language: str) -> None:
        self.chars = chars
        self.language = language
        self.terms = TERMS.get(language, TERMS["en"])
        self.patterns = patterns(language)

    def start(self, at: int) -> tuple[int, int] | None:
        """Where the next citation may begin, and where its first word ends: a word for a unit, with what points at it.

        The word is looked for first: to try "this" and "the preceding" at every place takes three times as long.
        """
        found = self.patterns.start.search(self.chars, at)
        if found is None:
            return None
        before = self.patterns.before.search(self.chars, max(at, found.start() - _POINTING), found.start())
        return (before.start() if before else found.start()), found.end()

    def citation(self, start: int) -> Citation | None:
        """The citation that begins at an offset, with all the groups that hold it or that it holds."""
        first = self.group(start)
        if first is None:
            return None
        groups, end = [first[0]], first[1]
        while True:
            more = self.outer(groups[0], end) or self.inner(groups[-1], end)
            if more is None:
                break
            group, end, is_outer = more
            groups = [group, *groups] if is_outer else [*groups, group]
        end = self.after(self.patterns.position, end)
        other, end = self.other(start, end)
        return Citation(start, end, self.chars[start:end], tuple(groups), other)

    def outer(self, group: Group, at: int) -> tuple[Group, int, bool] | None:
        """The group that holds one: the "of article 5" behind "paragraph 2"."""
        if self.terms.around:
            return None
        at = self.after(self.patterns.position, at)
        link = self.patterns.of.match(self.chars, at)
        found = self.group(link.end()) if link else None
        return (*found, True) if found and _holds(found[0].unit, group.unit) else None

    def inner(self, group: Group, at: int) -> tuple[Group, int, bool] | None:
        """The group inside one: the ", paragraph 2" behind "article 5"."""
        link = self.patterns.inside.match(self.chars, at)
        found = self.group(link.end()) if link else None
        return (*found, False) if found and _holds(group.unit, found[0].unit) and not found[0].pointing else None

    def group(self, at: int) -> tuple[Group, int] | None:
        """One word with its labels from an offset on, and where it ends."""
        if self.patterns.around and (found := self.patterns.around.match(self.chars, at)):
            return self.around(found)
        pointed = self.patterns.pointed.match(self.chars, at)
        unit = unit_of(pointed, "pointed_") if pointed else None
        if pointed is None or unit is None:
            return None
        pointing = _pointing(pointed)
        word = pointed[f"pointed_{unit}"]
        if pointing:
            return Group(unit, word, pointing=pointing), pointed.end()
        labelled = self.labels(unit, word, pointed.end())
        if labelled:
            return labelled
        return (Group(unit, word), pointed.end()) if unit is Unit.PREAMBLE else None

    def labels(self, unit: Unit, word: str, at: int) -> tuple[Group, int] | None:
        """The labels behind a word, joined by commas and "and", or running through."""
        paths: list[Path] = []
        ranges: list[tuple[Path, Path]] = []
        link = re.compile("").match(self.chars, at)
        runs = False
        while link and (read := self.path(unit, link.end(), paths[-1] if paths else ())):
            path, end = read
            if paths and self.patterns.amounts.match(self.chars, end):
                break
            if runs:
                ranges.append((paths[-1], path))
            paths, at = [*paths, path], end
            through = self.patterns.through.match(self.chars, at)
            runs = through is not None and self.path(unit, through.end(), path) is not None
            link = through if runs else self.patterns.joined.match(self.chars, at)
        return (Group(unit, word, tuple(paths), tuple(ranges)), at) if paths else None

    def path(self, unit: Unit, at: int, before: Path) -> tuple[Path, int] | None:
        """One label and those inside it: "2 (a) (ii)"; "(b)" goes on from the path before it."""
        core = labels_of(unit, self.language).match(self.chars, at)
        if core is None:
            return None
        label = core[0].strip()
        path: list[str] = [*_above(before, label), label] if _is_item(label) else [label]
        at = core.end()
        while found := self.patterns.item.match(self.chars, at):
            path.append(found[0].strip())
            at = found.end()
        return tuple(path), at

    def around(self, found: re.Match[str]) -> tuple[Group, int]:
        """第一和第二款: the numbers that stand in their word."""
        unit = unit_of(found, "in_") or Unit.ANNEX
        terms = self.terms
        numbers = found["numbers"] or found["annexed"]
        parts = re.split(rf"({terms.joined}|{terms.through})", numbers)
        bis = found["bis"] or ""
        paths = [(part.removeprefix("第").strip("（()）") + bis,) for part in parts[::2]]
        ranges = [
            (paths[index], paths[index + 1])
            for index, link in enumerate(parts[1::2])
            if re.fullmatch(terms.through, link)
        ]
        word = found[f"in_{unit}"] if found["numbers"] else found[0][: -len(numbers)]
        return Group(unit, word, tuple(paths), tuple(ranges)), found.end()

    def other(self, start: int, end: int) -> tuple[str, int]:
        """The instrument that the citation says it is of, where that is not the text's own, and where its name ends."""
        if self.patterns.around:
            named = self.patterns.around.match(self.chars, start)
            return ((named["named"] or "").rstrip("的") if named else ""), end
        link = self.patterns.of.match(self.chars, end)
        if link is None:
            return "", end
        own = self.patterns.own.match(self.chars, link.end())
        if own:
            return "", own.end()
        found = self.patterns.other.match(self.chars, link.end())
        return (found[0], found.end()) if found and found[0] else ("", end)

    def after(self, pattern: re.Pattern[str], at: int) -> int:
        found = pattern.match(self.chars, at)
        return found.end() if found else at


def _holds(outer: Unit, inner: Unit) -> bool:
    return _RANK[outer] < _RANK[inner] or outer is inner is Unit.ITEM


def _pointing(found: re.Match[str]) -> Pointing:
    groups = found.groupdict()
    names: Iterator[Pointing] = iter(("this", "that", "preceding", "following"))
    return next((name for name in names if groups[name] or groups.get(f"{name}_behind")), "")


def _is_item(label: str) -> bool:
    return not label[0].isalnum() or label.endswith(")")


def _above(before: Path, label: str) -> Path:
    """What "(b)" leaves standing of the path before it: "2" of "2 (a)", and of "2 (a) (i)" unless it is Roman too."""
    items = [index for index, part in enumerate(before) if _is_item(part)]
    if not items:
        return ()
    systems = {reading.system for reading in readings(label)}
    alike = [index for index in items if systems & {reading.system for reading in readings(before[index])}]
    return before[: (alike or items)[-1]]
