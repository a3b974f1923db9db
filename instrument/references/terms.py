"""The words with which the six languages refer, as patterns: a new language is a row here.

`of` joins an inner group to the one that holds it, `inside` the other way about; both are read between two groups.
`this` and `that` stand before a word, or `behind` it where the language lets them; `instruments` are what a
treaty calls itself; `named` is how the name of another instrument begins. `amounts` follow a number that counts things
and is no label.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from instrument.labels.label import SUFFIX_RANKS, suffix_pattern
from instrument.labels.vocabulary import ORDINALS
from instrument.references.values import Unit


@dataclass(frozen=True, slots=True)
class Terms:
    """The patterns of one language, all read without regard to capitals save `named`."""

    units: Mapping[Unit, str]
    this: str
    that: str
    preceding: str
    following: str
    of: str
    instruments: str
    named: str
    joined: str
    through: str
    amounts: str
    inside: str = r","
    position: str = r"(?!)"
    ordinals: str = r"(?!)"
    word_start: str = r"(?<!\w)"
    this_start: str = r"(?<!\w)"
    behind: bool = False  # "précédent" stands behind its word
    around: bool = False  # the label stands inside its word: 第四条


def _partie(word: str, this: str) -> str:
    """The word for a part, which with a capital is a Party unless a Roman number or "the present" says otherwise."""
    return rf"(?-i:{word}s?|{word.upper()}|{word.title()}s?(?= [IVXLC]+\b)|(?<={this} ){word.title()})"


_EN = Terms(
    {
        Unit.PARAGRAPH: r"paragraphs?|paras?\.", Unit.ITEM: r"sub-?paragraphs?|items?|points?",
        Unit.ARTICLE: r"articles?|arts?\.", Unit.PART: r"parts?|chapters?", Unit.SECTION: r"sections?",
        Unit.ANNEX: r"annex(?:es)?|appendi(?:x|ces)|schedules?",
        Unit.PREAMBLE: r"preambular paragraphs?|preamble",
    },
    this=r"this|the present", that=r"that|(?:the )?said|those|the same", preceding=r"the (?:preceding|previous)",
    following=r"the (?:following|next)", of=r"of(?: the)?|to(?: the)?|in(?: the)?|common to(?: the)?",
    instruments=r"convention|agreement|protocol|treaty|charter|statute|covenant",
    named=r"(?:[A-Z][\w-]+ )*(?:Conventions?|Agreements?|Protocols?|Treaty|Treaties|Charter|Statutes?|Covenants?|Rules?"
    r"|Regulations?|Constitution)\b(?: [IVXLC]+\b)?"
    r"(?: (?:on|for|relating|concerning|of) (?:the )?[A-Z][\w ,-]*?(?=[.,;:)]| which| that| shall|$))?",
    joined=r"(?:and/or|and|or)\b", through=r"(?:to|through)\b|[-–]", position=r"above|below|hereof|hereto",
    amounts=r"days?|months?|years?|hours?|weeks?|per cent|percent|%|States?|Parties",
)  # fmt: skip
_FR = Terms(
    {
        Unit.PARAGRAPH: r"paragraphes?|par\.|§+", Unit.ITEM: r"sous-paragraphes?|alinéas?|points?|lettres?|litt\.",
        Unit.ARTICLE: r"articles?|art\.", Unit.PART: rf"{_partie('partie', 'présente')}|chapitres?|titres?",
        Unit.SECTION: r"sections?", Unit.ANNEX: r"annexes?|appendices?", Unit.PREAMBLE: r"préambule",
    },
    this=r"(?:le |la |l['’])?présente?s?|ce|cet|cette", that=r"ledit|ladite|dudit|lesdits|desdits|même|mêmes",
    preceding=r"précédente?s?", following=r"suivante?s?",
    of=r"de l['’]|du|des|de la|de|à l['’]|au|à la|commun aux", joined=r"(?:et/ou|et|ou)\b",
    instruments=r"convention|accord|protocole|traité|charte|statut|pacte",
    named=r"(?:Conventions?|Accords?|Protocoles?|Traités?|Charte|Statuts?|Pactes?|Règlements?|Constitution|celle-ci|celui-ci)\b"
    r"(?: (?:de|du|des|sur|pour|relative?|additionnel) [\w ’'-]*?(?=[.,;:)]|$))?",
    through=r"à\b|[-–]", position=r"ci-dessus|ci-dessous|ci-après", ordinals=r"premier|première|1er|1re",
    behind=True, amounts=r"jours?|mois|ans?|années?|heures?|%|pour cent|États",
)  # fmt: skip
_ES = Terms(
    {
        Unit.PARAGRAPH: r"párrafos?|párr\.", Unit.ITEM: r"apartados?|incisos?|literal(?:es)?|letras?|puntos?",
        Unit.ARTICLE: r"artículos?|art\.", Unit.PART: rf"{_partie('parte', 'presente')}|capítulos?|títulos?",
        Unit.SECTION: r"secci(?:ón|ones)", Unit.ANNEX: r"anexos?|apéndices?", Unit.PREAMBLE: r"preámbulo",
    },
    this=r"(?:el |la |los |las )?presentes?|este|esta|estos|estas", that=r"dich[oa]s?|citad[oa]s?|mism[oa]s?|es[ea]",
    preceding=r"(?:anterior|precedente)(?:es|s)?", following=r"siguientes?",
    of=r"del|de los|de las|de la|de|al|común a los", joined=r"(?:y/o|y|o|e|u)\b",
    instruments=r"convención|convenio|acuerdo|protocolo|tratado|carta|estatuto|pacto",
    named=r"(?:Convenci(?:ón|ones)|Convenios?|Acuerdos?|Protocolos?|Tratados?|Carta|Estatutos?|Pactos?|Reglamentos?)\b"
    r"(?: (?:de|del|sobre|relativ[oa]|adicional) [\w -]*?(?=[.,;:)]|$))?",
    through=r"al?\b|[-–]", position=r"supra|infra|precedentes?|anterior(?:es)?",
    behind=True, amounts=r"días|meses|años|horas|%|por ciento|Estados",
)  # fmt: skip
_RU = Terms(
    {
        Unit.PARAGRAPH: r"пункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?|пп?\.", Unit.ITEM: r"подпункт\w{0,3}|абзац\w{0,3}",
        Unit.ARTICLE: r"стат(?:ья|ьи|ье|ью|ьёй|ьей|ей|ьям|ьями|ьях)|ст\.",
        Unit.PART: r"част(?:ь|и|ью|ей|ям|ями|ях)|глав\w{1,3}", Unit.SECTION: r"раздел\w{0,3}",
        Unit.ANNEX: r"прило-?жени\w{1,3}", Unit.PREAMBLE: r"преамбул\w{1,2}",
    },
    this=r"настоящ\w+|данн\w+", that=r"указанн\w+|упомянут\w+|эт\w+|той же|того же", preceding=r"предыдущ\w+",
    following=r"следующ\w+", of=r"", joined=r"(?:и/или|и|или)\b",
    instruments=r"конвенци\w+|соглашени\w+|протокол\w*|договор\w*|устав\w*|статут\w*|пакт\w*",
    named=r"(?:Конвенци\w+|Соглашени\w+|Протокол\w*|Договор\w*|Устав\w*|Статут\w*|Пакт\w*)\b",
    through=r"(?:по|до)\b|[-–]", position=r"выше|ниже",
    amounts=r"д(?:ень|ня|ней)|месяц\w*|лет|год\w*|час\w*|%|процент\w*",
)  # fmt: skip
_AR_ORDINALS = [word for word in ORDINALS if word.startswith("ال") and " " not in word]
_AR = Terms(
    {
        Unit.PARAGRAPH: r"فقرات|فقرتين|فقرتان|فقرة", Unit.ITEM: r"فقر(?:ة|ات|تين) (?:ال)?فرعية|بنود|بند",
        Unit.ARTICLE: r"مادتين|مادتان|مادة|مواد", Unit.PART: r"جزء|أجزاء|باب|فصل", Unit.SECTION: r"فرع|قسم",
        Unit.ANNEX: r"مرفقين|مرفقات|مرفق", Unit.PREAMBLE: r"ديباجة",
    },
    this=r"هذه|هذا", that=r"المذكورة?|تلك|ذلك|نفسها?", preceding=r"السابقة?", following=r"التالية?",
    of=r"من|في|الملحق ب", joined=r"أو|و", instruments=r"اتفاقية|اتفاق|بروتوكول|معاهدة|ميثاق|نظام",
    named=r"(?:لل|ال)?(?:اتفاقية|بروتوكول|معاهدة|ميثاق|نظام)\b", through=r"إلى|[-–]", position=r"أعلاه|أدناه",
    amounts=r"يوما|يوم|أيام|شهرا?|أشهر|سنة|سنوات|عاما|في المائة",
    inside=r"[,،]", behind=True,
    ordinals="الخامس عشر|الحادي عشر|الثاني عشر|" + "|".join(sorted(_AR_ORDINALS, key=len, reverse=True)),
    word_start=r"(?<!\w)[وفبكل]{0,2}(?:ال|لل|ل)?",
    this_start=r"(?<!\w)[وفبكل]{0,2}",
)  # fmt: skip
_ZH = Terms(
    {
        Unit.ARTICLE: "条", Unit.PARAGRAPH: "款", Unit.ITEM: "项|目|段", Unit.PART: "部分|章|编", Unit.SECTION: "节",
        Unit.ANNEX: "附件|附录", Unit.PREAMBLE: "序言",
    },
    this="本", that="该", preceding="前|上", following="下", of="的?", inside="", joined="和|或|与|及|以及|、",
    instruments="公约|协定|议定书|条约|宪章|规约", named="《[^》]+》(?:的)?", through="至|到|[-–]", position=r"(?!)",
    amounts="日|天|个?月|年|小时", word_start="", around=True,
)  # fmt: skip

TERMS: dict[str, Terms] = {"en": _EN, "fr": _FR, "es": _ES, "ru": _RU, "ar": _AR, "zh": _ZH}

SUFFIX = suffix_pattern(word for word in SUFFIX_RANKS if not word.startswith("之"))
