"""Those bound by a text have one name in it, and its plural is right.

"State Party", "Contracting Party" and "Party" may mean different bodies, and a text that mixes them will be asked
which. "State Parties" is the slip of every night. Source: United Nations Editorial Manual, capitalization.

>>> from instrument.checks.examples import trial
>>> lines = ("1. Each State Party shall aid States Parties.", "2. A State Party is bound.")
>>> trial("party-name", *lines, "3. State Parties and Contracting Parties meet.")
article-1/3: State Parties -> States Parties: the plural of "State Party" is "States Parties"
article-1/3: Contracting Parties: the text says "State Party" elsewhere
>>> trial("party-name", *lines, "3. A party to a conflict is none.")
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Rule
from instrument.problem import Severity

RULE = Rule("party-name", Severity.WARNING, Severity.WARNING, ("en", "fr", "es"))
# The name in both numbers; the first pattern that fits at a place is the name.
_NAMES = {
    "en": (
        ("High Contracting Party", r"High Contracting Part(?:y|ies)"),
        ("Contracting Party", r"Contracting Part(?:y|ies)"),
        ("State Party", r"States? Part(?:y|ies)"),
    ),
    "fr": (
        ("Haute Partie contractante", r"Hautes? Parties? contractantes?"),
        ("Partie contractante", r"Parties? contractantes?"),
        ("État partie", r"États? [Pp]arties?"),
    ),
    "es": (
        ("Alta Parte Contratante", r"Altas? Partes? [Cc]ontratantes?"),
        ("Parte Contratante", r"Partes? [Cc]ontratantes?"),
        ("Estado parte", r"Estados? [Pp]artes?"),
    ),
}
# One of these is in every such name.
_SIGNS = ("contracting part", "contractante", "contratante", "state part", "states part", "état partie",
          "états partie", "estado parte", "estados parte")  # fmt: skip
_PLURALS = {
    "State Parties": "States Parties", "States Party": "States Parties",
    "Estado Partes": "Estados Partes", "Estado partes": "Estados partes",
    "État Parties": "États Parties", "État parties": "États parties",
}  # fmt: skip


def find(reading: Reading) -> Iterator[Finding]:
    names = _NAMES[reading.language]
    pattern = re.compile("|".join(rf"\b(?P<n{at}>{words})\b" for at, (_, words) in enumerate(names)))
    found = [(line, match) for line in reading.having(*_SIGNS) for match in pattern.finditer(line.chars)]
    often = Counter(match.lastgroup for _, match in found)
    usual = max(often, key=lambda group: often[group]) if often else None
    for line, match in found:
        said = names[int((match.lastgroup or "n0")[1:])][0]
        if match[0] in _PLURALS and not re.match(r"[’']", line.chars[match.end() :]):
            message = f'the plural of "{said}" is "{_PLURALS[match[0]]}"'
            yield Finding(line, match.start(), match.end(), message, fix=_PLURALS[match[0]])
        elif match.lastgroup != usual and often[usual] >= 3 * often[match.lastgroup]:
            main = names[int((usual or "n0")[1:])][0]
            yield Finding(line, match.start(), match.end(), f'the text says "{main}" elsewhere', "say which is meant")
