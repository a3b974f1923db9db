"""Where a heading ends: on its own line, or somewhere within a line that runs on into the text."""

from __future__ import annotations

import re

from instrument.formats.printed.vocabulary import PHRASE_OPENERS, SENTENCE_OPENERS, ZH_INNER
from instrument.languages import FUNCTION_WORDS

_TOKEN = re.compile(r"\S+")
_STOP = re.compile(r"[.:;!?。；：，؛]")
_FIRST_PARAGRAPH = re.compile(r" (?=-? ?1 ?-? )")
_LONGEST = 300
# A heading may itself begin as a sentence does ("Without prejudice"), if it is no longer than this.
_SHORT = 4
# "States Parties" is one name: no sentence begins at its second word.
_COMPOUNDS = {("States", "Parties"), ("Contracting", "Parties"), ("Contracting", "States"), ("États", "Parties")}


def boundary(chars: str, language: str) -> int | None:
    """Where the text begins after the heading it runs on from; 0 where there is no heading, None where it is unsure.

    >>> boundary("Scope of application This Agreement applies to areas.", "en"), boundary("Use of terms", "en")
    (21, None)
    """
    if language in PHRASE_OPENERS:
        return _phrase(chars, language)
    openers, small = SENTENCE_OPENERS.get(language, frozenset()), FUNCTION_WORDS.get(language, frozenset())
    before, unsure = "", None
    for number, token in enumerate(_TOKEN.finditer(chars[:_LONGEST])):
        if unsure == 0 and number == _SHORT:
            return 0
        word = re.split("['’]", token[0].rstrip(","), maxsplit=1)[0]
        if word in openers and before not in small and (before, word) not in _COMPOUNDS and before[-1:] != ",":
            if number:
                return token.start()
            unsure = 0
        before = token[0]
        if _STOP.search(before):
            break
    return unsure


def _phrase(chars: str, language: str) -> int | None:
    stop = _STOP.search(chars)
    head = chars[: min(stop.end() if stop else len(chars), _LONGEST)]
    if language == "ar" and (found := _FIRST_PARAGRAPH.search(head)):
        return found.end()
    places = sorted(
        (found.start(), -len(opener))
        for opener in PHRASE_OPENERS[language]
        for found in re.finditer(re.escape(opener), head)
        if _may_open(head, found.start(), language)
    )
    return places[0][0] if places else None


def _may_open(head: str, at: int, language: str) -> bool:
    if language == "zh":
        return at >= 2 and head[at - 1] not in ZH_INNER
    return at > 0 and head[at - 1] == " "
