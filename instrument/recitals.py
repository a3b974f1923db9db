"""The preamble's own habits: the italic lead words of a recital, the enacting line.

Only words in these tables are taken for lead words; a recital that opens otherwise is left as it is.
"""

from __future__ import annotations

import re
from functools import cache

# Words that may stand before a participle or adjective, the participles and adjectives, and what may follow them.
_LEADS: dict[str, tuple[str, str, str]] = {
    "en": (
        "also again deeply equally firmly fully further gravely greatly keenly profoundly seriously strongly",
        "acknowledging affirming alarmed anxious appreciating aspiring aware basing~themselves "
        "bearing~in~mind believing cognizant "
        "committed concerned confident confirming conscious considering convinced deploring "
        "desiring desirous determined "
        "disturbed emphasising emphasizing encouraged endorsing expecting expressing guided having~adopted "
        "having~agreed having~considered having~examined having~regard having~resolved hoping inspired intending "
        "keeping~in~mind "
        "mindful noting observing persuaded realising realizing reaffirming recalling recognising recognizing "
        "reiterating resolved respecting seeking sharing stressing striving taking~account taking~into~account "
        "taking~note troubled underlining underscoring welcoming willing wishing",
        "also again further with~appreciation with~concern with~deep~concern with~grave~concern with~regret "
        "with~satisfaction",
    ),
    "fr": (
        "également fermement gravement pleinement profondément vivement",
        "affirmant alarmée?s? animée?s? appréciant aspirant attachée?s ayant~à~l[’']esprit "
        "ayant~présente?s?~à~l[’']esprit conscient(?:e?s)? considérant constatant convaincue?s? "
        "décidée?s? déplorant désirant désireu(?:x|ses?) déterminée?s? encouragée?s? estimant exprimant "
        "gardant~à~l[’']esprit guidée?s? inquiète?s? inspirée?s? notant observant persuadée?s? préoccupée?s? "
        "prenant~acte prenant~en~considération prenant~note rappelant réaffirmant reconnaissant résolue?s? "
        "respectant respectueu(?:x|ses?) s[’']appuyant se~fondant se~félicitant soucieu(?:x|ses?) soulignant "
        "souhaitant tenant~compte troublée?s? voulant",
        "aussi également en~outre avec~inquiétude avec~préoccupation avec~satisfaction avec~regret",
    ),
    "es": (
        "asimismo firmemente gravemente hondamente plenamente profundamente también",
        "acogiendo~con~beneplácito acogiendo~con~satisfacción afirmando alarmad[oa]s? animad[oa]s? aspirando "
        "comprometid[oa]s? convencid[oa]s? "
        "conscientes? considerando constatando decidid[oa]s? deplorando deseando deseos[oa]s? "
        "destacando determinad[oa]s? "
        "esperando estimando expresando guiad[oa]s? inspirad[oa]s? notando observando "
        "persuadid[oa]s? preocupad[oa]s? "
        "reafirmando reconociendo recordando respetando resuelt[oa]s? subrayando teniendo~en~cuenta "
        "teniendo~presente tomando~nota",
        "además asimismo también con~preocupación con~satisfacción",
    ),
}

# How the line before the recitals begins: who agrees. It is set flush, and is no recital.
_PARTIES: dict[str, tuple[str, ...]] = {
    "en": ("The ", "We, "),
    "fr": ("La ", "Le ", "Les "),
    "es": ("El ", "La ", "Las ", "Los "),
    "ru": ("Государства", "Договаривающиеся", "Высокие", "Стороны", "Участники", "Мы, "),
    "ar": ("إن ", "نحن"),
    "zh": ("本", "各", "缔约"),
}


def lead(recital: str, language: str) -> tuple[int, int]:
    """Where the lead words of a recital begin and end; (0, 0) where the house knows none.

    >>> recital = "[Deeply concerned also at the cost,"
    >>> start, end = lead(recital, "en")
    >>> recital[start:end]
    'Deeply concerned also'
    """
    found = _pattern(language).match(recital) if language in _LEADS else None
    return found.span("lead") if found else (0, 0)


def openings(language: str) -> tuple[str, ...]:
    """Patterns for the first word of a recital with its capital; none where the house knows no lead words.

    >>> [each for each in openings("en") if re.match(each, "Bearing in mind") or re.match(each, "Deeply concerned")]
    ['Deeply', 'Bearing']
    """
    before, openers, _ = _LEADS.get(language, ("", "", ""))
    firsts = (words.partition("~")[0] for words in (*before.split(), *openers.split()))
    return tuple(dict.fromkeys(first[0].upper() + first[1:] for first in firsts))


def is_enacting(line: str, language: str) -> bool:
    """Whether the first line of a preamble says who agrees ("The States Parties to this Convention,").

    >>> is_enacting("The States Parties to this Convention,", "en"), is_enacting("Recalling the Charter,", "en")
    (True, False)
    """
    return line.lstrip("[ ").startswith(_PARTIES.get(language, ()))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    before, openers, after = map(_either, _LEADS[language])
    return re.compile(rf"[\s\[]*(?P<lead>(?:{before} )*{openers}(?: {after})*)(?!\w)", re.IGNORECASE)


def _either(words: str) -> str:
    """One word an alternative, the longest first, so that "with deep concern" is not cut short."""
    return "(?:" + "|".join(sorted(words.split(), key=len, reverse=True)).replace("~", " ") + ")"
