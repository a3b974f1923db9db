"""The words that languages have for numbers, months and what they cite: a new language is a row in `TONGUES`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Tongue:
    """How a language writes figures.

    `numbers` are its number words, "one" among them; `link` is what may stand between two of one number, besides
    spaces and hyphens, `prefix` and `suffix` what may be grown onto one (patterns all). `units` are the measures of
    time that make a lone "one" a figure, `duals` words that say two of something by themselves. `cues` come before the
    Roman numeral or the ordinal of what is cited; `idle` are number words that count nothing. `item` is how an item is
    lettered, "(a)" or "a)"; `systems` are the numerals of a new label, and their dress, for digits, letters and Roman
    numerals of another language.
    """

    numbers: Mapping[str, int]
    link: str
    units: str
    months: tuple[str, ...]
    date: str  # {month} stands for the months
    fractions: Mapping[str, tuple[int, int]]
    cues: str
    item: str
    prefix: str = ""
    suffix: str = ""
    duals: str = ""
    one: str = ""
    idle: str = ""
    systems: Mapping[str, tuple[str, str]] = field(default_factory=dict)


_LATIN = {"digits": ("decimal", "{}."), "letters": ("lower-letter", "{})"), "roman": ("lower-roman", "{})")}
_ENGLISH = {"digits": ("decimal", "{}."), "letters": ("lower-letter", "({})"), "roman": ("lower-roman", "({})")}
_ARABIC = {"digits": ("decimal", "{}."), "letters": ("arabic", "({})"), "roman": ("decimal", "({})")}
_CHINESE = {"digits": ("chinese", "{}、"), "letters": ("chinese", "（{}）"), "roman": ("decimal", "{}.")}


def _counted(words: str, start: int, step: int = 1) -> Iterator[tuple[str, int]]:
    """Words in the order of counting; "|" parts the forms of one number."""
    for index, forms in enumerate(words.split()):
        for form in forms.split("|"):
            yield form, start + index * step


def _endings(stems: str, endings: str, start: int, step: int = 1) -> Iterator[tuple[str, int]]:
    for stem, value in _counted(stems, start, step):
        yield from ((stem + ending, value) for ending in endings.split("|"))


_EN = dict([
    *_counted("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
              "seventeen eighteen nineteen", 1),
    *_counted("twenty thirty forty fifty sixty seventy eighty ninety hundred", 20, 10), ("thousand", 1000),
    *_counted("fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", 4),
    *_counted("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth", 20, 10),
])  # fmt: skip
_FR = dict([
    *_counted("un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize", 1),
    *_counted("vingt|vingts trente quarante cinquante soixante", 20, 10),
    ("quatre-vingt", 80), ("quatre-vingts", 80), ("cent", 100), ("cents", 100), ("mille", 1000),
    *_counted("quatrième cinquième sixième septième huitième neuvième dixième onzième douzième", 4),
    *_counted("vingtième trentième quarantième cinquantième soixantième", 20, 10), ("quatre-vingtième", 80),
    ("centième", 100),
])  # fmt: skip
_ES = dict([
    *_counted("un|uno|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
              "diecisiete dieciocho diecinueve veinte veintiuno|veintiún|veintiuna veintidós veintitrés veinticuatro "
              "veinticinco veintiséis veintisiete veintiocho veintinueve", 1),
    *_counted("treinta cuarenta cincuenta sesenta setenta ochenta noventa cien|ciento", 30, 10),
    *_counted("doscientos|doscientas trescientos|trescientas", 200, 100), ("mil", 1000),
    *_endings("vigésim trigésim cuadragésim quincuagésim sexagésim septuagésim octogésim nonagésim centésim", "o|a",
              20, 10),
    *_endings("quint sext séptim octav noven décim undécim duodécim", "o|a", 5),
])  # fmt: skip
_RU_ORDINAL = "ый|ая|ое|ого|ой|ому|ую|ым|ом|ые|ых|ыми"
_RU = dict([
    *_counted("один|одного|одному|одним|одном|одна|одной|одну|одно два|две|двух|двум|двумя "
              "три|трех|трем|тремя четыре|четырех|четырем|четырьмя", 1),
    *_counted("пять|пяти|пятью шесть|шести|шестью семь|семи|семью восемь|восьми|восемью девять|девяти|девятью "
              "десять|десяти|десятью", 5),
    *_endings("одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат",
              f"ь|и|ью|{_RU_ORDINAL}", 11),
    *_endings("двадцат тридцат", f"ь|и|ью|{_RU_ORDINAL}", 20, 10),
    *_counted("сорок|сорока пятьдесят|пятидесяти шестьдесят|шестидесяти семьдесят|семидесяти восемьдесят|восьмидесяти "
              "девяносто|девяноста сто|ста", 40, 10), ("тысяча", 1000), ("тысячи", 1000), ("тысяч", 1000),
    *_endings("четверт пят шест седьм восьм девят десят", _RU_ORDINAL, 4),
    *_endings("сороков пятидесят шестидесят семидесят восьмидесят девяност сот", _RU_ORDINAL, 40, 10),
])  # fmt: skip
_AR = dict([
    *_counted("واحد|واحدة اثنان|اثنين|اثنتان|اثنتين|اثني|اثنا|اثنتي|اثنتا ثلاث|ثلاثة أربع|أربعة|اربع|اربعة خمس|خمسة "
              "ست|ستة سبع|سبعة ثمان|ثماني|ثمانية تسع|تسعة عشر|عشرة", 1), ("أحد", 1), ("إحدى", 1),
    *_counted("عشرون|عشرين ثلاثون|ثلاثين أربعون|أربعين|اربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين "
              "تسعون|تسعين مائة|مئة", 20, 10),
    *_counted("مائتان|مائتين|مئتان|مئتين ثلاثمائة|ثلاثمئة", 200, 100), ("ألف", 1000),
])  # fmt: skip
_RU_CASES = ("двух|двумя|двум|две|два", "третей|третями|третям|трети|треть")

TONGUES: Mapping[str, Tongue] = {
    "en": Tongue(
        _EN, "and", r"(?:calendar )?(?:years?|months?|weeks?|days?|hours?)",
        ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
         "december"),
        r"(?P<day>\d{1,2}) (?P<month>{month})(?: (?P<year>\d{4}))?",
        {"two[ -]thirds": (2, 3), "three[ -](?:fourths|quarters)": (3, 4), "one[ -]third": (1, 3),
         "one[ -](?:fourth|quarter)": (1, 4)},
        "articles?|parts?|sections?|chapters?|annex(?:es)?", "(a)", one="an?", systems=_ENGLISH,
    ),
    "fr": Tongue(
        _FR, "et", "ans?|années?|mois|semaines?|jours?|heures?",
        ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
         "décembre"),
        r"(?P<day>\d{1,2})(?:er)? (?P<month>{month})(?: (?P<year>\d{4}))?",
        {"deux tiers": (2, 3), "trois quarts": (3, 4), "un tiers": (1, 3), "un quart": (1, 4)},
        "articles?|parties?|sections?|chapitres?|annexes?", "a)", idle="pour cent", systems=_LATIN,
    ),
    "es": Tongue(
        _ES, "y", "años?|mes(?:es)?|semanas?|días?|horas?",
        ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre|setiembre", "octubre",
         "noviembre", "diciembre"),
        r"(?P<day>\d{1,2}) de (?P<month>{month})(?: del? (?P<year>\d{4}))?",
        {"dos (?:tercios|terceras partes)": (2, 3), "tres (?:cuartos|cuartas partes)": (3, 4),
         "un tercio|una tercera parte": (1, 3), "un cuarto|una cuarta parte": (1, 4)},
        "artículos?|partes?|secci(?:ón|ones)|capítulos?|anexos?", "a)", idle="por ciento", systems=_LATIN,
    ),
    "ru": Tongue(
        _RU, "(?!)", "год[а-я]*|лет|месяц[а-я]*|недел[а-я]*|д(?:ень|ня|ню|нем|не)|час[а-я]*",
        ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
         "декабря"),
        r"(?P<day>\d{1,2}) (?P<month>{month})(?: (?P<year>\d{4}))?",
        {f"(?:{_RU_CASES[0]}) (?:{_RU_CASES[1]})": (2, 3), "(?:три|трех|тремя|трем) четверт[а-я]+": (3, 4),
         f"(?:одн[а-я]+) (?:{_RU_CASES[1]})": (1, 3), "(?:одн[а-я]+) четверт[а-я]+": (1, 4)},
        "стать[а-я]+|част[а-я]+|раздел[а-я]*|глав[а-я]+|приложени[а-я]+", "a)",
        suffix="дневн|месячн|летн|недельн|часов", systems=_LATIN,
    ),
    "ar": Tongue(
        _AR, "و", "سنة|سنوات|عام|أعوام|شهر|شهرا|أشهر|أسبوع|يوم|يوما|أيام|ساعة",
        ("يناير|كانون الثاني", "فبراير|شباط", "مارس|آذار", "أبريل|نيسان", "مايو|أيار", "يونيه|يونيو|حزيران",
         "يوليه|يوليو|تموز", "أغسطس|آب", "سبتمبر|أيلول", "أكتوبر|تشرين الأول", "نوفمبر|تشرين الثاني",
         "ديسمبر|كانون الأول"),
        r"(?P<day>\d{1,2}) (?P<month>{month})(?:\s?/\s?(?:{month}))?(?: (?P<year>\d{4}))?",
        {"ثلث(?:ا|ي|ان|ين)": (2, 3), "ثلاث(?:ة)? أرباع": (3, 4)},
        "المادة|المادتين|المواد|الجزء|الفرع|الفصل|الباب|المرفق|المرفقات|المرفقين", "(a)",
        idle="في (?:المائة|المئة)|بالمائة",
        prefix="(?:[وف]?(?:[بلك]?(?:ال)?|لل))", duals="سنتين|سنتان|عامين|عامان|شهرين|شهران|أسبوعين|يومين|يومان",
        systems=_ARABIC,
    ),
    "zh": Tongue({}, "(?!)", "", (), "", {}, "", "(a)", systems=_CHINESE),
}  # fmt: skip
