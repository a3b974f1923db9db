"""The words by which a printed treaty shows its structure, by language: a new language is a row in each table.

Designations ("Article", "PART", "第四条") are in `labels.vocabulary`; here is what only a reader of print needs.
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words that begin the first sentence of an article, where its heading runs on into it.
SENTENCE_OPENERS: dict[str, frozenset[str]] = {
    "en": _set(
        "A After All An Any Article As At Before Both Each Every Except For If In It No Nothing Notwithstanding On "
        "Parties Pending Pursuant States Subject Such The There These This Under Unless Upon When Where Within "
        "Without"
    ),
    "fr": _set(
        "À Afin Après Au Aucun Aucune Aux Avant Ce Ces Cette Chacun Chacune Chaque Conformément Dans Dès Elle En Il "
        "Jusqu L La Le Les Lorsqu Lorsque Nul Pendant Pour Quiconque Rien Sans Sauf Si Sous Tous Tout Toute Toutes Un "
        "Une"
    ),
    "es": _set(
        "A Al Antes Cada Con Cuando Después El El/la El/La En Esta Este Hasta La Las Lo Los Nada Ninguna Ninguno "
        "Ningún No Para Por Salvo Si Sin Toda Todas Todo Todos Un Una"
    ),
    "nl": _set("Behoudens De Dit Elke Een Geen Het Iedere Indien Niets Onverminderd Voor Wanneer"),
    "ru": _set(
        "Все Генеральный Государства Депозитарием Для До Если Каждая Каждое Каждый Когда Любая Любое Любой Настоящая "
        "Настоящее Настоящие Настоящий Никакая Никакие Ничто Оговорки По После При Согласно Создание Статья "
        "Сторона Стороны Тексты Цели Цель"
    ),
}

# The same for Chinese, which has neither capitals nor spaces, and for Arabic, which has no capitals.
PHRASE_OPENERS: dict[str, tuple[str, ...]] = {
    "zh": (
        "本协定", "本公约", "本部分", "本议定书", "为本", "为实现", "各缔约方", "每一缔约方", "缔约方", "秘书处",
        "联合国秘书长", "在按照", "对本", "如争端", "根据本",
    ),
    "ar": (
        "لأغراض هذا", "الهدف من هذا", "أهداف هذا الجزء", "ينطبق هذا", "لا ينطبق هذا", "تنطبق أحكام", "لا يخل",
        "تحقيقا لأهداف", "تتعاون الأطراف", "تتخذ الأطراف", "تكفل الأطراف", "تقدّم الأطراف", "تلتزم الأطراف",
        "تشجّع الأطراف", "تفي الأطراف", "تتقاسم الأطراف", "تضمن الأطراف", "يجوز لجميع", "يجوز لأي", "يجوز تطبيق",
        "تنشأ بموجب", "تُنشأ بموجب", "يفتح باب", "يُفتح باب", "يخضع هذا", "يبدأ نفاذ", "لا يجوز", "تكون نصوص",
        "ليس في هذا", "يرصد كل", "يكون لكل", "لا يشمل",
    ),
}  # fmt: skip

# What a Chinese opener may not follow: the character before it belongs to the heading's own phrase.
ZH_INNER = frozenset("之非与和的及对各由用向于一")

# How recitals open, beside the lead words in `recitals`, and the line that ends them; where a preamble runs on,
# it is cut before these.
RECITAL_OPENERS: dict[str, tuple[str, ...]] = {
    "en": ("Being", "Have agreed", "Hereby agree", "In pursuit", "Pursuant"),
    "fr": ("Sont convenues", "Sont convenus"),
    "es": ("Convienen", "Han acordado", "Han convenido"),
    "nl": (
        "Benadrukkend", "Bevestigend", "Bezorgd", "Erkennend", "Geleid", "Gelet", "Geloof", "Hebben overeenstemming",
        "Herbevestigend", "Herinnerend", "Indachtig", "In herinnering", "Met voldoening", "Nogmaals", "Opnieuw",
        "Overtuigd", "Overwegend", "Tevens", "Uiterst", "Van oordeel", "Vastbesloten", "Verwelkomend", "Voorts",
        "Wensend", "Wijzend", "Zich baserend", "Zich bewust", "Zijn als volgt", "Zijn overeengekomen",
    ),
    "ru": (
        "будучи", "вновь", "выражая", "желая", "констатируя", "напоминая", "осознавая", "отмечая", "памятуя",
        "подтверждая", "подчеркивая", "преисполненные", "признавая", "приветствуя", "принимая", "руководствуясь",
        "согласились", "сознавая", "ссылаясь", "стремясь", "считая", "убежденные", "уважая", "учитывая",
    ),
    "ar": ("إذ", "وإذ", "قد اتفقت", "اتفقت", "وقد اتفقت"),
    "zh": (
        "又回顾", "又认识到", "回顾", "强调", "认识到", "意识到", "确认", "重申", "铭记", "希望", "承认", "尊重",
        "致力于", "期望", "注意到", "考虑到", "深信", "决心", "兹商定", "兹协议", "议定如下",
    ),
}  # fmt: skip

# How the formula after the last article begins.
FINAL_OPENERS = (
    "IN WITNESS WHEREOF", "In witness whereof", "IN FAITH WHEREOF", "DONE at", "DONE in", "Done at", "Done in",
    "EN FOI DE QUOI", "En foi de quoi", "FAIT à", "FAIT en", "Fait à", "Fait en", "EN FE DE LO CUAL",
    "En fe de lo cual", "EN TESTIMONIO DE LO CUAL", "En testimonio de lo cual", "HECHO en", "HECHA en", "Hecho en",
    "TEN BLIJKE WAARVAN", "GEDAAN te", "Gedaan te", "В УДОСТОВЕРЕНИЕ ЧЕГО", "В удостоверение чего", "СОВЕРШЕНО",
    "Совершено", "وإثباتا لذلك", "وإثباتاً لذلك", "حرر في", "حُرر في", "为此，下列", "为此,下列", "订于",
)  # fmt: skip

# Lines that are an annex's whole designation without a number.
UNNUMBERED_ANNEXES = frozenset(
    (
        "technical annex", "annexe technique", "anexo técnico", "technische bijlage", "final protocol",
        "protocole de clôture", "protocole final", "protocolo final", "slotprotocol", "заключительный протокол",
    )
)  # fmt: skip

SENTENCE_ENDS = ".:;,!?。：；，．؛،…"
