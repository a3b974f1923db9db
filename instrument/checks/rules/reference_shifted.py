"""A reference in words still names what it named in the text that this one grew from.

"Article 5" goes on saying 5 when a new article 3 makes it 6. References that were bound to their provision follow;
those in words are told where they now name something else, or what they named is gone; so is one that was made to name
something else.
Source: list of checks of the International Maritime Organization: references in the text after concurrent amendments.

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
    before = _by_line(reading.base, list(survey(reading.base)))
    moved = {line.old[0].address: line.new.address for chapter in reading.chapters for line in chapter.lines
             if line.old and line.new and not line.continued}  # fmt: skip
    now = _by_line(reading.instrument, list(reading.references))
    for address, olds in before.items():
        news = now.get(moved.get(address, ""), [])
        if len(olds) == len(news):
            for old, new in zip(olds, news, strict=True):
                yield from _compared(reading, old, new)


def _by_line(instrument: Instrument, found: list[Found]) -> dict[str, list[Found]]:
    """The references in words by the address of their line, in their order."""
    addresses = {line.place: line.address for line in Reading(instrument).lines}
    lines: dict[str, list[Found]] = {}
    for each in found:
        if each.citation:
            lines.setdefault(addresses[each.place], []).append(each)
    return lines


def _compared(reading: Reading, old: Found, new: Found) -> Iterator[Finding]:
    """A reference that names something else than it did, unless its number followed what it names."""
    assert reading.base is not None
    if old.resolution.standing != "resolved" or new.resolution.standing != "resolved":
        return
    for was, now in zip(old.resolution.targets, new.resolution.targets, strict=False):
        same = _now(reading, was)
        if same == now:
            continue
        named = f"it named {_called(reading.base, was)}"
        severity = None
        if old.words != new.words:
            message, severity = f"{named}, and names {reading.name(now)} now", Severity.WARNING
        else:
            message = f"{named}, which is gone" if same is None else f"{named}, which is {reading.name(same)} now"
        hint = "bind it to what is meant"
        yield Finding(reading.line(new.place), new.start, new.end, message, hint, severity=severity)
        return


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
