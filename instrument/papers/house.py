"""The house style's printed words, by language: mastheads, dates, holders of brackets, the legend.

A new language is a row in `HOUSES` and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from instrument.languages import MONTHS
from instrument.model import Holders


@dataclass(frozen=True, slots=True)
class House:
    """What a page says beside the words of the text; "{}" stands for what is filled in."""

    languages: Mapping[str, str]
    original: str
    distributions: Mapping[str, str]
    distribution: str
    agenda: str
    months: tuple[str, ...]
    date: str  # "{day} {month} {year}"; `first` is how the first day of a month is written
    first: str
    contents: str
    holders: str  # what stands after a closing bracket
    between: str  # between the names of delegations
    base: str
    against: str
    issue: str
    deletion: str  # the status of a bracket whose words are proposed for deletion
    legend: Mapping[str, str]
    amendments: str = "Amendments to {}"
    gap: str = " "  # between two sentences


def print_date(day: date, words: House) -> str:
    """A date as conference documents print it.

    >>> print_date(date(2026, 3, 9), HOUSES["en"]), print_date(date(2026, 3, 1), HOUSES["fr"])
    ('9 March 2026', '1er mars 2026')
    """
    number = words.first if day.day == 1 else str(day.day)
    return words.date.format(day=number, month=words.months[day.month - 1], year=day.year)


def print_distribution(kind: str, words: House) -> str:
    """ "limited" as the masthead prints it; another word than the usual three is printed as given.

    >>> print_distribution("limited", HOUSES["en"]), print_distribution("générale", HOUSES["fr"])
    ('Distr.: Limited', 'Distr. générale')
    """
    return words.distribution.format(words.distributions.get(kind.lower(), kind)) if kind else ""


def print_original(language: str, words: House) -> str:
    """The line that names the original language, from its code or its name.

    >>> print_original("en", HOUSES["fr"])
    'Original\\xa0: anglais'
    """
    return words.original.format(words.languages.get(language, language)) if language else ""


def print_agenda(item: str, words: House) -> str:
    """The agenda item; one that begins with its number gets the words before it.

    >>> print_agenda("6 (a)", HOUSES["en"]), print_agenda("Items 6 and 7", HOUSES["en"])
    ('Agenda item 6 (a)', 'Items 6 and 7')
    """
    return words.agenda.format(item) if item[:1].isdigit() else item


def print_holders(holders: Holders, words: House) -> str:
    """Who holds a bracket, in words.

    >>> print_holders(Holders(by=("Delegation A", "Delegation C"), alternative="1"), HOUSES["en"])
    'Delegation A; Delegation C – issue 1'
    >>> print_holders(Holders(base=True, against=("Delegation C",)), HOUSES["en"])
    'base text – delete: Delegation C'
    """
    parts = (
        words.base if holders.base else "",
        words.between.join(holders.by),
        words.against.format(words.between.join(holders.against)) if holders.against else "",
        words.issue.format(holders.alternative) if holders.alternative else "",
        words.deletion if holders.status == "deletion" else holders.status,
        holders.note,
    )
    return " – ".join(part for part in parts if part)


_ENGLISH = House(
    languages={"en": "English", "fr": "French", "es": "Spanish", "ru": "Russian", "ar": "Arabic", "zh": "Chinese"},
    original="Original: {}",
    distributions={"general": "General", "limited": "Limited", "restricted": "Restricted"},
    distribution="Distr.: {}",
    agenda="Agenda item {}",
    months=MONTHS["en"],
    date="{day} {month} {year}",
    first="1",
    contents="Contents",
    holders=" ({})",
    between="; ",
    base="base text",
    against="delete: {}",
    issue="issue {}",
    deletion="proposed for deletion",
    legend={
        "brackets": "Text in square brackets has not been agreed.",
        "inline": "The delegations that want the bracketed words are named after the closing bracket.",
        "footnotes": "A footnote at the closing bracket names the delegations that want the bracketed words.",
        "base": "“Base text” marks words that stood in the text on which this draft is based.",
        "against": "“Delete” introduces those that want the bracketed words taken out.",
        "issue": "Within one article, brackets with the same issue number are alternatives to one another.",
        "deletion": "Words in brackets marked “proposed for deletion” stand in the text and may be taken out.",
    },
)  # fmt: skip

_FRENCH = House(
    languages={"en": "anglais", "fr": "français", "es": "espagnol", "ru": "russe", "ar": "arabe", "zh": "chinois"},
    original="Original\u00a0: {}",
    distributions={"general": "générale", "limited": "limitée", "restricted": "restreinte"},
    distribution="Distr. {}",
    agenda="Point {} de l’ordre du jour",
    months=MONTHS["fr"],
    date="{day} {month} {year}",
    first="1er",
    amendments="Amendements à {}",
    contents="Table des matières",
    holders=" ({})",
    between="\u00a0; ",
    base="texte de base",
    against="supprimer\u00a0: {}",
    issue="question {}",
    deletion="suppression proposée",
    legend={
        "brackets": "Le texte entre crochets n’a pas été approuvé.",
        "inline": "Les délégations qui souhaitent les mots entre crochets sont nommées après le crochet fermant.",
        "footnotes": "Une note au crochet fermant nomme les délégations qui souhaitent les mots entre crochets.",
        "base": "«\u00a0Texte de base\u00a0» signale des mots du texte dont part le présent projet.",
        "against": "«\u00a0Supprimer\u00a0» introduit les délégations qui demandent leur suppression.",
        "issue": "Dans un même article, les crochets portant le même numéro de question sont des variantes.",
        "deletion": "«\u00a0Suppression proposée\u00a0» suit les mots du texte qui pourraient être supprimés.",
    },
)  # fmt: skip

_SPANISH = House(
    languages={"en": "inglés", "fr": "francés", "es": "español", "ru": "ruso", "ar": "árabe", "zh": "chino"},
    original="Original: {}",
    distributions={"general": "general", "limited": "limitada", "restricted": "reservada"},
    distribution="Distr. {}",
    agenda="Tema {} del programa",
    months=MONTHS["es"],
    date="{day} de {month} de {year}",
    first="1",
    amendments="Enmiendas a {}",
    contents="Índice",
    holders=" ({})",
    between="; ",
    base="texto de base",
    against="suprimir: {}",
    issue="cuestión {}",
    deletion="supresión propuesta",
    legend={
        "brackets": "El texto entre corchetes no ha sido acordado.",
        "inline": "Las delegaciones que desean las palabras entre corchetes se nombran tras el corchete de cierre.",
        "footnotes": "Una nota en el corchete de cierre nombra a las delegaciones que desean esas palabras.",
        "base": "«Texto de base» señala palabras que figuraban en el texto en que se basa el presente proyecto.",
        "against": "«Suprimir» introduce a las delegaciones que piden la supresión de las palabras entre corchetes.",
        "issue": "En un mismo artículo, los corchetes con el mismo número de cuestión son variantes entre sí.",
        "deletion": "«Supresión propuesta» sigue a las palabras del texto que podrían suprimirse.",
    },
)  # fmt: skip

_RUSSIAN = House(
    languages={
        "en": "английский", "fr": "французский", "es": "испанский",
        "ru": "русский", "ar": "арабский", "zh": "китайский",
    },
    original="Язык оригинала: {}",
    distributions={"general": "общее", "limited": "ограниченное", "restricted": "для служебного пользования"},
    distribution="Распространение: {}",
    agenda="Пункт {} повестки дня",
    months=MONTHS["ru"],
    date="{day} {month} {year} года",
    first="1",
    amendments="Поправки к {}",
    contents="Содержание",
    holders=" ({})",
    between="; ",
    base="исходный текст",
    against="исключить: {}",
    issue="вопрос {}",
    deletion="предлагается исключить",
    legend={
        "brackets": "Текст в квадратных скобках не согласован.",
        "inline": "Делегации, предлагающие слова в скобках, названы после закрывающей скобки.",
        "footnotes": "Делегации, предлагающие слова в скобках, названы в сноске у закрывающей скобки.",
        "base": "«Исходный текст» обозначает слова, которые содержались в тексте, положенном в основу проекта.",
        "against": "После слова «исключить» названы делегации, предлагающие исключить слова в скобках.",
        "issue": "В пределах статьи скобки с одним и тем же номером вопроса являются альтернативными вариантами.",
        "deletion": "Слова в скобках с пометкой «предлагается исключить» содержатся в тексте и могут быть исключены.",
    },
)  # fmt: skip

_ARABIC = House(
    languages={
        "en": "الإنكليزية", "fr": "الفرنسية", "es": "الإسبانية", "ru": "الروسية", "ar": "العربية", "zh": "الصينية",
    },
    original="اللغة الأصلية: {}",
    distributions={"general": "عام", "limited": "محدود", "restricted": "مقيد"},
    distribution="التوزيع: {}",
    agenda="البند {} من جدول الأعمال",
    months=MONTHS["ar"],
    date="{day} {month} {year}",
    first="1",
    amendments="تعديلات على {}",
    contents="المحتويات",
    holders=" ({})",
    between="؛ ",
    base="النص الأساسي",
    against="حذف: {}",
    issue="المسألة {}",
    deletion="مقترح حذفه",
    legend={
        "brackets": "النص الوارد بين أقواس معقوفة لم يُتفق عليه.",
        "inline": "ترد أسماء الوفود التي تريد الكلمات الواردة بين القوسين بعد القوس المغلق.",
        "footnotes": "ترد في حاشية عند القوس المغلق أسماء الوفود التي تريد الكلمات الواردة بين القوسين.",
        "base": "تشير عبارة ”النص الأساسي“ إلى كلمات وردت في النص الذي يستند إليه هذا المشروع.",
        "against": "تسبق كلمة ”حذف“ أسماء الوفود التي تطلب حذف الكلمات الواردة بين القوسين.",
        "issue": "الأقواس التي تحمل رقم المسألة نفسه في المادة الواحدة بدائل بعضها لبعض.",
        "deletion": "الكلمات الواردة بين أقواس معقوفة تليها عبارة «مقترح حذفه» واردة في النص وقد تُحذف.",
    },
)  # fmt: skip

_CHINESE = House(
    languages={"en": "英文", "fr": "法文", "es": "西班牙文", "ru": "俄文", "ar": "阿拉伯文", "zh": "中文"},
    original="原文：{}",
    distributions={"general": "普遍", "limited": "有限", "restricted": "限制"},
    distribution="分发：{}",
    agenda="议程项目{}",
    months=tuple(str(month) for month in range(1, 13)),
    date="{year}年{month}月{day}日",
    first="1",
    amendments="对{}的修正",
    contents="目录",
    holders="（{}）",
    between="；",
    base="基础案文",
    against="删除：{}",
    issue="问题{}",
    deletion="建议删除",
    legend={
        "brackets": "方括号内的案文尚未商定。",
        "inline": "希望列入方括号内文字的代表团列于右方括号之后。",
        "footnotes": "希望列入方括号内文字的代表团列于右方括号处的脚注。",
        "base": "“基础案文”指本草案所依据的案文中原有的文字。",
        "against": "“删除”之后列出希望删除方括号内文字的代表团。",
        "issue": "同一条款内问题编号相同的方括号互为备选。",
        "deletion": "方括号后注明“建议删除”的文字现载于案文，可能予以删除。",
    },
    gap="",
)

HOUSES: Mapping[str, House] = {
    "en": _ENGLISH,
    "fr": _FRENCH,
    "es": _SPANISH,
    "ru": _RUSSIAN,
    "ar": _ARABIC,
    "zh": _CHINESE,
}
