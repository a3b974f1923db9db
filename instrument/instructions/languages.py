"""The languages that instructions are read in: a table of phrases each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from instrument.instructions import english, french
from instrument.instructions.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language of instructions.

    `openers` begin lines that only give reasons, `headers` are lines between proposals, `abbreviated` ends no sentence,
    `order` begins one that asks for something, `speakers` say who asks, before what is asked for.
    """

    lexicon: Lexicon
    openers: re.Pattern[str]
    headers: re.Pattern[str]
    abbreviated: re.Pattern[str]
    order: re.Pattern[str]
    speakers: re.Pattern[str]


_SPOKEN = {
    "en": Spoken(
        english.ENGLISH, english.OPENERS, english.HEADERS, english.ABBREVIATED, english.ORDER, english.SPEAKERS
    ),
    "fr": Spoken(french.FRENCH, french.OPENERS, french.HEADERS, french.ABBREVIATED, french.ORDER, french.SPEAKERS),
}
# What stands for words that are not given, in any language.
UNSAID = re.compile(f"{english.UNSAID}|{french.UNSAID}")


def spoken(name: str) -> str:
    """The code of the language that instructions in a language are read as.

    >>> spoken("en"), spoken("ru")
    ('en', 'en')
    """
    return name if name in _SPOKEN else "en"


def language(name: str) -> Spoken:
    """The language by its code, English for one that has no table."""
    return _SPOKEN[spoken(name)]
