"""The words that labels use, by language: a new language is a row here and nothing else."""

from __future__ import annotations

from instrument.model import Kind

# "{}" stands for the number; where there is none, the number follows after a space.
DESIGNATIONS: dict[str, dict[Kind, str]] = {
    "en": {Kind.PART: "Part", Kind.SECTION: "Section", Kind.ARTICLE: "Article", Kind.ANNEX: "Annex"},
    "fr": {Kind.PART: "Partie", Kind.SECTION: "Section", Kind.ARTICLE: "Article", Kind.ANNEX: "Annexe"},
    "es": {Kind.PART: "Parte", Kind.SECTION: "Sección", Kind.ARTICLE: "Artículo", Kind.ANNEX: "Anexo"},
    "ru": {Kind.PART: "Часть", Kind.SECTION: "Раздел", Kind.ARTICLE: "Статья", Kind.ANNEX: "Приложение"},
    "ar": {Kind.PART: "الجزء", Kind.SECTION: "الفرع", Kind.ARTICLE: "المادة", Kind.ANNEX: "المرفق"},
    "zh": {Kind.PART: "第{}部分", Kind.SECTION: "第{}节", Kind.ARTICLE: "第{}条", Kind.ANNEX: "附件{}"},
    "nl": {Kind.PART: "Deel", Kind.SECTION: "Afdeling", Kind.ARTICLE: "Artikel", Kind.ANNEX: "Bijlage"},
}

# What clauses are also called; read, but never written for a clause that has no label yet.
OTHER_DESIGNATIONS: dict[str, Kind] = {
    "chapter": Kind.PART, "title": Kind.PART, "chapitre": Kind.PART, "titre": Kind.PART, "capítulo": Kind.PART,
    "título": Kind.PART, "глава": Kind.PART, "الباب": Kind.PART, "الفصل": Kind.PART, "hoofdstuk": Kind.PART,
    "第{}章": Kind.PART, "第{}編": Kind.PART, "第{}條": Kind.ARTICLE, "art.": Kind.ARTICLE, "protocol": Kind.ANNEX,
    "appendix": Kind.ANNEX, "appendice": Kind.ANNEX, "apéndice": Kind.ANNEX, "schedule": Kind.ANNEX,
}  # fmt: skip

# Headings that are a whole designation by themselves.
PREAMBLES = frozenset({"preamble", "préambule", "preámbulo", "преамбула", "الديباجة", "序言", "preambule"})

OPTIONS = (
    "Option", "Alternative", "Alt.", "Alt", "Variante", "Variant", "Opción", "Alternativa", "Вариант", "Альтернатива",
    "الخيار", "البديل", "备选案文", "选项", "Optie",
)  # fmt: skip

# The Latin adverbs in their order: bis is the second of a number. After vicies, the twentieth, they are put together.
TENS = ("vicies", "tricies", "quadragies", "quinquagies", "sexagies", "septuagies", "octogies", "nonagies")
UNITS = ("", "un", "duo", "ter", "quater", "quin", "sex", "sept", "octo", "novo")
_FIRST = (
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies", "undecies", "duodecies",
    "terdecies", "quaterdecies", "quindecies", "sexdecies", "septdecies", "octodecies", "novodecies",
)  # fmt: skip
SUFFIXES = (*_FIRST, *(unit + ten for ten in TENS for unit in UNITS))
OTHER_SUFFIXES = {
    "nonies": 9, "sedecies": 16, "septendecies": 17, "бис": 2, "тер": 3,
    "مكررا": 2, "مكرراً": 2, "مكرر": 2, "مكررا ثانيا": 3, "مكرراً ثانياً": 3,
    "之二": 2, "之三": 3, "之四": 4, "之五": 5, "之六": 6, "之七": 7,
}  # fmt: skip

# Ordinals that stand for a number after a designation.
ORDINALS: dict[str, int] = {
    "premier": 1, "première": 1, "premiere": 1, "1er": 1, "1re": 1, "ier": 1, "primero": 1, "primera": 1,
    "الأول": 1, "الأولى": 1, "الثاني": 2, "الثانية": 2, "الثالث": 3, "الثالثة": 3, "الرابع": 4, "الرابعة": 4,
    "الخامس": 5, "الخامسة": 5, "السادس": 6, "السادسة": 6, "السابع": 7, "السابعة": 7, "الثامن": 8, "الثامنة": 8,
    "التاسع": 9, "التاسعة": 9, "العاشر": 10, "العاشرة": 10, "الحادي عشر": 11, "الثاني عشر": 12,
}  # fmt: skip
