"""A cross-reference names something that is there.

Numbers shift from draft to draft, and a reference that was right in March names nothing in May. What depends on the
sentence ("that article") is only told. Source: United Nations Editorial Manual, guidelines for preparing texts, final
check of cross-references.

>>> from instrument.checks.examples import trial
>>> trial("reference-unresolved", "# Article 1 Use", "1. Subject to article 7.")
article-1/1: article 7: there is no article 7
>>> trial("reference-unresolved", "# Article 1 Use", "1. Subject to paragraph 2.", "2. None.")
"""

from __future__ import annotations

from collections.abc import Iterator

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Rule
from instrument.problem import Severity

RULE = Rule("reference-unresolved", Severity.ERROR, Severity.ERROR)


def find(reading: Reading) -> Iterator[Finding]:
    for found in reading.references:
        resolution = found.resolution
        if resolution.standing in ("resolved", "other"):
            continue
        candidates = ", ".join(reading.name(target) for target in resolution.targets)
        hint = f"say which: {candidates}" if candidates else ""
        severity = Severity.INFO if resolution.standing == "unclear" else None
        line = reading.line(found.place)
        yield Finding(line, found.start, found.end, resolution.reason, hint, severity=severity)
