"""What else a change asks for is told: a range that now takes in a new article, an old title that is still cited.

Source: list of checks of the International Maritime Organization for amendments: consequential amendments are made.

>>> from instrument.checks.examples import example, trial
>>> old = example("# Article 1 Help for victims", "None.", "# Article 2 End", "See Help for victims.")
>>> trial("consequential", "# Article 1 Aid", "None.", "# Article 2 End", "See Help for victims.", base=old)
article-2/~1: Help for victims: article-1 was headed "Help for victims" and is "Aid" now
>>> trial("consequential", "# Article 1 Aid", "None.", "# Article 2 End", "See Aid.", base=old)
"""

from __future__ import annotations

from collections.abc import Iterator

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Rule
from instrument.model import plain
from instrument.problem import Severity

RULE = Rule("consequential", Severity.INFO, Severity.WARNING)
_LONG = 12  # characters: a shorter heading is an ordinary word


def find(reading: Reading) -> Iterator[Finding]:
    yield from _titles(reading)
    yield from _ranges(reading)


def _titles(reading: Reading) -> Iterator[Finding]:
    """Headings that were changed and are still cited in their old words."""
    for chapter in reading.chapters:
        if chapter.old is None or chapter.new is None:
            continue
        was, now = plain(chapter.old.heading).strip(), plain(chapter.new.heading).strip()
        if was == now or len(was) < _LONG or was.casefold() in now.casefold():
            continue
        for line in reading.lines:
            at = line.chars.casefold().find(was.casefold())
            if at >= 0 and len(line.chars.casefold()) == len(line.chars):
                message = f'{chapter.new.id} was headed "{was}" and is "{now}" now'
                yield Finding(line, at, at + len(was), message)


def _ranges(reading: Reading) -> Iterator[Finding]:
    """Ranges, "articles 3 to 5", into which something was put."""
    fresh = {chapter.new.id for chapter in reading.chapters if chapter.new and chapter.old is None}
    for found in reading.references:
        if found.citation and any(group.ranges for group in found.citation.groups):
            inside = [target.clause for target in found.resolution.targets if target.clause in fresh]
            if inside and all(target.index is None for target in found.resolution.targets):
                message = f"the range takes in {', '.join(inside)}, which is new"
                yield Finding(reading.line(found.place), found.start, found.end, message)
