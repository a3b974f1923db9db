"""How the six languages cite, by house: a new language or house is a row here."""

from __future__ import annotations

from dataclasses import dataclass

from instrument.model import Kind
from instrument.problem import Misuse


@dataclass(frozen=True, slots=True)
class Wording:
    """How a language cites: `clauses` by kind and `paragraph`, `item`, `recital` take "{}"; `inside` and `here` join a
    paragraph to another clause and to its own."""

    clauses: dict[Kind, str]
    paragraph: str
    item: str
    recital: str
    inside: str
    here: str


_EN = Wording(
    {Kind.ARTICLE: "article {}", Kind.ANNEX: "annex {}", Kind.PART: "part {}", Kind.SECTION: "section {}",
     Kind.PREAMBLE: "the preamble", Kind.TITLE: "the title", Kind.FINAL: "the final formula"},
    "paragraph {}", "subparagraph {}", "preambular paragraph {}", "{clause}, {path}", "{path} of this {word}",
)  # fmt: skip
_EN_CCM = Wording(
    {**_EN.clauses, Kind.ARTICLE: "Article {}", Kind.ANNEX: "Annex {}", Kind.PART: "Part {}",
     Kind.PREAMBLE: "the Preamble"},
    "paragraph {}", "sub-paragraph {}", "preambular paragraph {}", "{path} of {clause}", "{path} of this {word}",
)  # fmt: skip
_FR = Wording(
    {Kind.ARTICLE: "article {}", Kind.ANNEX: "annexe {}", Kind.PART: "partie {}", Kind.SECTION: "section {}",
     Kind.PREAMBLE: "préambule", Kind.TITLE: "titre", Kind.FINAL: "formule finale"},
    "paragraphe {}", "alinéa {}", "alinéa {} du préambule", "{clause}, {path}", "{path} du présent {word}",
)  # fmt: skip
_ES = Wording(
    {Kind.ARTICLE: "artículo {}", Kind.ANNEX: "anexo {}", Kind.PART: "parte {}", Kind.SECTION: "sección {}",
     Kind.PREAMBLE: "preámbulo", Kind.TITLE: "título", Kind.FINAL: "fórmula final"},
    "párrafo {}", "apartado {}", "párrafo {} del preámbulo", "{clause}, {path}", "{path} del presente {word}",
)  # fmt: skip
_RU = Wording(
    {Kind.ARTICLE: "статья {}", Kind.ANNEX: "приложение {}", Kind.PART: "часть {}", Kind.SECTION: "раздел {}",
     Kind.PREAMBLE: "преамбула", Kind.TITLE: "название", Kind.FINAL: "заключительная формула"},
    "пункт {}", "подпункт {}", "пункт {} преамбулы", "{clause}, {path}", "{path} настоящей статьи",
)  # fmt: skip
_AR = Wording(
    {Kind.ARTICLE: "المادة {}", Kind.ANNEX: "المرفق {}", Kind.PART: "الجزء {}", Kind.SECTION: "الفرع {}",
     Kind.PREAMBLE: "الديباجة", Kind.TITLE: "العنوان", Kind.FINAL: "الصيغة الختامية"},
    "الفقرة {}", "الفقرة الفرعية {}", "الفقرة {} من الديباجة", "{path} من {clause}", "{path} من هذه {word}",
)  # fmt: skip
_ZH = Wording(
    {Kind.ARTICLE: "第{}条", Kind.ANNEX: "附件{}", Kind.PART: "第{}部分", Kind.SECTION: "第{}节",
     Kind.PREAMBLE: "序言", Kind.TITLE: "标题", Kind.FINAL: "最后条款"},
    "第{}款", "{}项", "序言部分第{}段", "{clause}{path}", "本{word}{path}",
)  # fmt: skip

UN = {"en": _EN, "fr": _FR, "es": _ES, "ru": _RU, "ar": _AR, "zh": _ZH}
PROFILES: dict[str, dict[str, Wording]] = {"un": UN, "ccm": UN | {"en": _EN_CCM}}


def wording(profile: str, language: str) -> Wording:
    """The wording of a style profile in a language, English where the profile has none.

    Raises `Misuse` for a profile that is not in `PROFILES`.
    """
    if profile not in PROFILES:
        raise Misuse(f'there is no style profile "{profile}"; the profiles are {", ".join(PROFILES)}')
    return PROFILES[profile].get(language, PROFILES[profile]["en"])
