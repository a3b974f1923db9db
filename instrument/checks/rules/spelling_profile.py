"""Words are spelled as the house spells them: -ize or -ise, "programme" and "centre".

A text that mixes two spellings was put together from several hands; which one it keeps to is the house's choice,
and of a text that keeps to the other throughout only that is told. Capitalised names of organisations keep their own.
Source: United Nations Editorial Manual, spelling (-ize, -yse); the Convention on Cluster Munitions (-ise).

>>> from instrument.checks.examples import trial
>>> trial("spelling-profile", "1. Recognising the program, each Party shall organize.")
article-1/1: Recognising -> Recognizing: the house spells "Recognizing"
article-1/1: program -> programme: the house spells "programme"
>>> trial("spelling-profile", "1. Recognising the programme, it shall exercise, and advise on size.", profile="ccm")
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Line, Rule
from instrument.problem import Severity

RULE = Rule("spelling-profile", Severity.WARNING, Severity.WARNING, ("en",))
# Found from its end: to try every word from its beginning takes four times as long.
_SUFFIX = re.compile(r"i[sz](?:e[ds]?|ing|ations?|ers?|able)\b|I[SZ](?:E[DS]?|ING|ATIONS?|ERS?|ABLE)\b")
_SUFFIXED = re.compile(r"(?P<stem>\w+)i(?P<letter>[sz])(?:e[ds]?|ing|ations?|ers?|able)", re.IGNORECASE)
_BEFORE = re.compile(r"\w+\Z")
# What stands before the -is- or -iz- of words that have that letter in every house: "advise", "size".
_STEMS = (
    "adv advert anyw appra appr ar bru chast circumc clockw compr comprom conc cru dem desp dev disgu"
    " enfranch enterpr exc exerc expert franch fundra gu improv inc lia likew m merchand mort no otherw"
    " parad po porpo pra pract prec prem prom pr r ra repr rev superv surm surpr telev treat turquo unw v w"
    " ass caps ma outs overs res s se unders"
)
_ALWAYS = frozenset(_STEMS.split())
_OURS = {
    "program": "programme", "programs": "programmes", "center": "centre", "centers": "centres", "labor": "labour",
    "behavior": "behaviour", "color": "colour", "defense": "defence", "fulfill": "fulfil", "favor": "favour",
    "honor": "honour", "meter": "metre", "meters": "metres", "kilometers": "kilometres", "neighbor": "neighbour",
    "neighboring": "neighbouring", "analyze": "analyse", "analyzed": "analysed", "analyzing": "analysing",
    "paralyze": "paralyse", "catalog": "catalogue", "endeavor": "endeavour", "endeavors": "endeavours",
    "traveled": "travelled", "labeled": "labelled", "rumor": "rumour", "license plate": "licence plate",
}  # fmt: skip
_WORDS = re.compile(rf"\b(?:{'|'.join(_OURS)})\b", re.IGNORECASE)


def find(reading: Reading) -> Iterator[Finding]:
    suffixed = [(line, found) for line in reading.lines for found in _words(line.chars)
                if found["stem"].casefold() not in _ALWAYS and not _is_name(line.chars, found)]  # fmt: skip
    wanted, other = ("z", "s") if reading.house.ize else ("s", "z")
    habit = sum(found["letter"].casefold() == other for _, found in suffixed)
    if habit >= 5 and habit * 10 >= len(suffixed) * 9:
        line, found = suffixed[0]
        message = f"the text spells -i{other}e throughout, the house -i{wanted}e"
        yield Finding(line, found.start(), found.end(), message, severity=Severity.INFO)
        wanted = other
    for line, found in suffixed:
        if found["letter"].casefold() != wanted:
            yield _finding(line, found, _with_letter(found, wanted))
    for line in reading.having(*_OURS):
        for found in _WORDS.finditer(line.chars):
            yield _finding(line, found, _like(found[0], _OURS[found[0].casefold()]))


def _words(chars: str) -> Iterator[re.Match[str]]:
    for suffix in _SUFFIX.finditer(chars):
        before = _BEFORE.search(chars, max(0, suffix.start() - 30), suffix.start())
        found = _SUFFIXED.fullmatch(chars, before.start(), suffix.end()) if before else None
        if found:
            yield found


def _finding(line: Line, found: re.Match[str], fix: str) -> Finding:
    return Finding(line, found.start(), found.end(), f'the house spells "{fix}"', fix=fix)


def _with_letter(found: re.Match[str], letter: str) -> str:
    at = found.start("letter") - found.start()
    return found[0][:at] + (letter.upper() if found["letter"].isupper() else letter) + found[0][at + 1 :]


def _is_name(chars: str, found: re.Match[str]) -> bool:
    """Whether a word with a capital stands in a name: another capital beside it."""
    if not found[0][0].isupper():
        return False
    return bool(re.search(r"[A-Z][\w-]* (?:of |for |on |the )*$", chars[: found.start()])) or bool(
        re.match(r" (?:of |for |on |the )*[A-Z]", chars[found.end() :])
    )


def _like(written: str, spelled: str) -> str:
    return spelled[:1].upper() + spelled[1:] if written[:1].isupper() else spelled
