"""What the final clauses of a treaty are about, by their headings and by the verbs that cite them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from instrument.model import Clause, plain


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of final clauses: how its article is headed and how other articles speak of it, by language.

    `needed` ones belong to every treaty.
    """

    name: str
    headed: Mapping[str, str]
    spoken: Mapping[str, str] = field(default_factory=dict)
    needed: bool = True


TOPICS = (
    Topic(
        "the settlement of disputes",
        {"en": r"disputes?", "fr": r"différends?", "es": r"controversias?"},
        {"en": r"disputes?", "fr": r"différends?", "es": r"controversias?"},
    ),
    Topic(
        "amendment",
        {"en": r"amendments?", "fr": r"amendements?|modification", "es": r"enmiendas?"},
        {"en": r"amend(?:ed|ments?)", "fr": r"amend(?:é|ements?)\w*", "es": r"enmiendas?|enmendad\w+"},
    ),
    Topic(
        "signature",
        {"en": r"signature", "fr": r"signature", "es": r"firma"},
        {"en": r"open for signature", "fr": r"ouverte? à la signature", "es": r"abiert[oa] a la firma"},
    ),
    Topic(
        "ratification",
        {
            "en": r"ratification|accession|consent to be bound",
            "fr": r"ratification|adhésion",
            "es": r"ratificación|adhesión",
        },
        {
            "en": r"ratif(?:ied|y)|accedes?|consent to be bound",
            "fr": r"ratifi\w+|adh[éè]r\w+",
            "es": r"ratific\w+|adhier\w+",
        },
    ),
    Topic(
        "entry into force",
        {"en": r"entry into force", "fr": r"entrée en vigueur", "es": r"entrada en vigor"},
        {
            "en": r"(?:enters?|entry|entered|come) into force",
            "fr": r"entr(?:e|ée|era) en vigueur",
            "es": r"entr(?:a|ada|ará) en vigor",
        },
    ),
    Topic(
        "provisional application",
        {
            "en": r"provisional application",
            "fr": r"application (?:à titre )?provisoire",
            "es": r"aplicación provisional",
        },
        {
            "en": r"provisional(?:ly| application)",
            "fr": r"(?:à titre )?provisoire",
            "es": r"provisional(?:mente)?",
        },
        needed=False,
    ),
    Topic(
        "reservations",
        {"en": r"reservations?", "fr": r"réserves?", "es": r"reservas?"},
        {"en": r"reservations?", "fr": r"réserves?", "es": r"reservas?"},
    ),
    Topic(
        "withdrawal",
        {"en": r"withdrawal|denunciation", "fr": r"retrait|dénonciation", "es": r"retirada|denuncia|retiro"},
        {"en": r"withdraw\w*|denounc\w+", "fr": r"retir\w+|retrait|dénonc\w+", "es": r"retir\w+|denunci\w+"},
    ),
    Topic("the depositary", {"en": r"depositary", "fr": r"dépositaire", "es": r"depositari[oa]"}),
    Topic(
        "authentic texts",
        {"en": r"authentic texts?", "fr": r"textes? (?:faisant foi|authentiques?)", "es": r"textos? auténticos?"},
    ),
)


def topics(clause: Clause, language: str) -> tuple[str, ...]:
    """What an article is about, by its heading; nothing where the heading is of something else.

    >>> from instrument.model import text
    >>> topics(Clause("end", heading=text("Duration and withdrawal")), "en")
    ('withdrawal',)
    """
    return _headed(plain(clause.heading), language)


def named(words: str, language: str) -> Topic | None:
    """The last topic that words speak of.

    >>> (named("An amendment enters into force", "en") or TOPICS[0]).name
    'entry into force'
    """
    last: dict[int, Topic] = {}
    for topic in TOPICS:
        for found in re.finditer(rf"\b(?:{topic.spoken.get(language, '(?!)')})\b", words, re.IGNORECASE):
            last[found.start()] = topic
    return last[max(last)] if last else None


@lru_cache(maxsize=512)
def _headed(heading: str, language: str) -> tuple[str, ...]:
    return tuple(name for name, pattern in _headings(language) if pattern.search(heading))


@cache
def _headings(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((topic.name, re.compile(rf"\b(?:{topic.headed[language]})\b", re.IGNORECASE)) for topic in TOPICS)
