"""A definition that was changed changes every provision that uses its term.

Whoever agrees to a word in article 2 agrees to it everywhere. What the term touches is told, so that it can be read
again. Source: list of checks of the International Maritime Organization for amendments, consequential changes.

>>> from instrument.checks.examples import example, trial
>>> old = example("1. “Mine” means a munition.", "2. No mine is laid.")
>>> trial("definition-changed", "1. “Mine” means a device.", "2. No mine is laid.", base=old)
article-1/1: Mine: the definition of "Mine" was changed; it is used once, in article-1
>>> trial("definition-changed", "1. “Mine” means a munition.", "2. No mine shall be laid.", base=old)
"""

from __future__ import annotations

from collections.abc import Iterator

from instrument.checks.reading import Reading, lines_of
from instrument.checks.values import Finding, Rule
from instrument.definitions import Definition, definitions
from instrument.model import Clause, Instrument
from instrument.problem import Severity

RULE = Rule("definition-changed", Severity.INFO, Severity.INFO, ("en", "fr", "es"))


def find(reading: Reading) -> Iterator[Finding]:
    if reading.base is None:
        return
    old = {each.term.casefold(): _words(reading.base, each) for each in definitions(reading.base)}
    for each in reading.definitions:
        was = old.get(each.term.casefold())
        if was is None or was == _words(reading.instrument, each):
            continue
        touched = [use for use in reading.uses if use.definition == each and not each.holds(use.place)]
        places = ", ".join(dict.fromkeys(use.place.clause for use in touched))
        often = "once" if len(touched) == 1 else f"{len(touched)} times"
        said = f"it is used {often}, in {places}" if touched else "nothing uses it"
        message = f'the definition of "{each.term}" was changed; {said}'
        yield Finding(reading.line(each.place), each.start, each.end, message)


def _words(instrument: Instrument, definition: Definition) -> list[str]:
    """The lines of a definition, without their labels."""
    clause = instrument.clause(definition.place.clause) or Clause("")
    return [line.chars for line in lines_of(clause) if definition.holds(line.place)]
