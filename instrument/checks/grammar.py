"""The words by which a rule tells what kind of word an item begins with: a new language is a row here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

Kind = Literal["to", "verb", "gerund", "that", "modal", "noun", ""]

# Bare verbs that treaties begin their items with; of a verb that is not here nothing is said.
_VERBS = (
    "abstain accept adopt advise agree apply approve arrange assess assist assure authorize build call carry circulate "
    "clear collect communicate comply conduct consider consult contribute convene cooperate coordinate decide declare "
    "define deliver designate destroy determine develop disseminate encourage endeavour enhance ensure establish "
    "evaluate examine exchange facilitate foster fund give grant identify implement improve increase inform keep "
    "maintain make meet monitor notify operationalize participate perform prepare prevent produce prohibit promote "
    "propose protect provide publish pursue recognize recommend reduce refrain register report request require retain "
    "review secure seek serve settle stockpile strengthen strive submit support take transfer transmit undertake use "
    "utilize"
)
_PATTERNS: Mapping[str, Mapping[Kind, str]] = {
    "en": {
        "to": r"to(?= (?!(?:the|an?|this|that|these|its|their|each|any|all|which|whom)\b))",
        "verb": rf"(?:{'|'.join(_VERBS.split())})(?! (?:of|for|by|between|to|from)\b)",  # "transfer of" is a noun
        "gerund": r"(?!(?:during|something|nothing|anything|everything|including|excluding|according)\b)[a-z]{2,}ing",
        "that": "that|whether|if",
        "modal": "shall|may|should|must|will",
        "noun": "the|an?|any|each|every|all|such|other|its|their|no|this|these",
    },
    "fr": {
        "noun": r"les?|la|l(?=['’])|une?|des|tout|toute|tous|toutes|chaque|aucune?|leurs?|ces|d(?=['’]autres)",
        "to": r"(?:de|à)(?= \w+(?:er|ir|re)\b)|d(?=['’]\w+(?:er|ir|re)\b)",
        "verb": r"(?!(?:entre|outre|autre|notre|premier|dernier)\b)[a-zà-ÿœ]{2,}(?:er|ir|oir|[dtv]re)",
        "gerund": r"en [a-zà-ÿœ]{2,}ant",
        "that": r"que|qu(?=['’])|si",
        "modal": "doit|doivent|peut|peuvent|devra|devront|pourra|pourront",
    },
    "es": {
        "noun": r"el|la|los|las|una?|unos|unas|todo|toda|todos|todas|cada|cualquier|ningún|ninguna|sus?|es[ae]",
        "to": r"(?:a|de)(?= \w+(?:ar|er|ir)\b)",
        "verb": r"(?!(?:lugar|mar|par)\b)[a-záéíóúñ]{2,}(?:ar|er|ir)(?:se|l[aeo]s?)?",
        "gerund": r"(?!cuando\b)[a-záéíóúñ]{2,}(?:ando|iendo|yendo)",
        "that": "que|si",
        "modal": "deberán?|podrán?|debe|deben|puede|pueden",
    },
}  # fmt: skip
NAMES: Mapping[str, str] = {
    "to": '"to" and a verb', "verb": "a bare verb", "gerund": "a form in -ing", "that": '"that"',
    "modal": "a modal verb", "noun": "a noun", "": "another word",
}  # fmt: skip


def kind(words: str, language: str) -> str:
    """What kind of word a phrase begins with; "" for one that the tables do not tell.

    >>> kind("to use mines", "en"), kind("Providing aid", "en"), kind("Les coûts", "fr"), kind("Mines", "en")
    ('to', 'gerund', 'noun', '')
    """
    found = _pattern(language).match(words)
    return found.lastgroup or "" if found else ""


@cache
def _pattern(language: str) -> re.Pattern[str]:
    kinds = _PATTERNS.get(language, {}).items()
    return re.compile("|".join(rf"(?P<{kind}>(?:{words})(?!\w))" for kind, words in kinds), re.IGNORECASE)
