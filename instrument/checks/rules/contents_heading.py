"""A list of contents calls each article what the article calls itself.

Headings are changed late, and contents typed by hand are not. Contents that are made with the document cannot differ;
those of an imported text can. Source: common drafting practice.

>>> from instrument.checks.examples import trial
>>> lines = ("# Contents", "Article 1. General obligations ..... 2", "# Article 1 General obligation", "None.")
>>> trial("contents-heading", *lines)
contents/~1: General obligations -> General obligation: article 1 is headed "General obligation"
>>> trial("contents-heading", *lines[:2], "# Article 1 General obligations", "None.")
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Rule
from instrument.labels import designation
from instrument.model import Kind, plain
from instrument.problem import Severity

RULE = Rule("contents-heading", Severity.WARNING, Severity.ERROR)
_ENTRY = re.compile(r"^(?P<label>\S+ [\dIVXLC]+(?: \w{3,9})?)[.:\s–—-]+(?P<heading>\S.*?)[\s.…]*(?:\d+)?$")


def find(reading: Reading) -> Iterator[Finding]:
    headings = {
        designation(clause.label): (clause.label, plain(clause.heading).strip())
        for clause in reading.instrument
        if clause.kind in (Kind.ARTICLE, Kind.ANNEX, Kind.PART) and clause.heading
    }
    for line in reading.lines:
        entry = _ENTRY.match(line.chars) if line.place.part == "provision" and not line.label else None
        named = designation(entry["label"]) if entry else (None, "")
        if entry and named[1] and named in headings and len(line.chars) < 200:
            label, heading = headings[named]
            if entry["heading"].casefold() != heading.casefold():
                message = f'{label[:1].lower()}{label[1:]} is headed "{heading}"'
                yield Finding(line, entry.start("heading"), entry.end("heading"), message, fix=heading)
