"""A reference in words still names what it named in the text that this one grew from.

"Article 5" goes on saying 5 when a new article 3 makes it 6. References that were bound to their provision follow;
those in words are told where they now name something else, or where what they named is gone. Source: list of checks of
the International Maritime Organization: a reference is right in the text after concurrent amendments.

>>> from instrument.checks.examples import example, trial
>>> old = example("# Article 1 Use of mines", "Subject to article 2.", "# Article 2 Help for victims", "Each helps.")
>>> lines = ("# Article 1 Use of mines", "Subject to article 2.", "# Article 2 Costs", "All pay.")
>>> trial("reference-shifted", *lines, "# Article 3 Help for victims", "Each helps.", base=old)
article-1/~1: article 2: it named article-2 (Help for victims), which is article-3 now
>>> trial("reference-shifted", *lines[:2], "# Article 2 Help for victims", "Each shall help.", base=old)
"""

from __future__ import annotations

from collections.abc import Iterator

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Rule
from instrument.model import Instrument, plain
from instrument.problem import Severity
from instrument.references import Found, Target, survey

RULE = Rule("reference-shifted", Severity.ERROR, Severity.ERROR)


def find(reading: Reading) -> Iterator[Finding]:
    if reading.base is None:
        return
    before = _before(reading)
    for found in reading.references:
        old = before.get((reading.line(found.place).address, found.words))
        if found.citation is None or old is None or found.resolution.standing != "resolved":
            continue
        for was, now in zip(old.resolution.targets, found.resolution.targets, strict=False):
            same = _now(reading, was)
            if same != now:
                named = f"it named {_called(reading.base, was)}"
                message = f"{named}, which is gone" if same is None else f"{named}, which is {reading.name(same)} now"
                yield Finding(reading.line(found.place), found.start, found.end, message, "bind it to what is meant")
                break


def _before(reading: Reading) -> dict[tuple[str, str], Found]:
    """The references of the earlier text by the address that their line has now, and their words."""
    assert reading.base is not None
    moved = {line.old[0].address: line.new.address for chapter in reading.chapters for line in chapter.lines
             if line.old and line.new}  # fmt: skip
    lines = {each.place: each.address for each in Reading(reading.base).lines}
    return {
        (moved[lines[found.place]], found.words): found
        for found in survey(reading.base)
        if lines[found.place] in moved and found.resolution.standing == "resolved"
    }


def _now(reading: Reading, was: Target) -> Target | None:
    """Where what a reference named in the earlier text stands now."""
    for chapter in reading.chapters:
        if chapter.old is None or chapter.old.id != was.clause:
            continue
        if was.index is None:
            return Target(chapter.new.id) if chapter.new else None
        address = Reading(Instrument((chapter.old,))).lines[was.index + 1].address
        new = next((line.new for line in chapter.lines if line.old and line.old[0].address == address), None)
        place = next((each.place for each in reading.lines if new and each.address == new.address), None)
        return Target(place.clause, place.index) if place else None
    return None


def _called(base: Instrument, target: Target) -> str:
    clause = base.clause(target.clause)
    name = Reading(base).name(target)
    heading = plain(clause.heading) if clause and target.index is None else ""
    return f"{name} ({heading})" if heading else name
