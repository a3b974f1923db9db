"""What a comparison says beside the words of the two texts, by language; a new language is a row in `PHRASES`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """The page's own words; "{}" stands for what is filled in, a place in a text or a number."""

    title: str  # takes {old} and {new}
    old: str
    new: str
    moved_from: str
    moved_to: str
    stood_after: str
    stood_first: str
    joined: str
    split: str
    level: str
    emphasis: str
    doubtful: str
    note: str
    unchanged_lines: str
    unchanged_clauses: str
    weights: str  # the heading of the table
    where: str
    weight: str
    old_words: str
    new_words: str
    kinds: Mapping[str, str]  # what a change touches, as a cell of the table says it
    legend: str
    marks: Mapping[str, str]  # each legend entry is set as it says
    between: str = " + "
    listed: str = ", "
    ended: str = "."
    remark: str = "({})"
    joint: str = "; "


PHRASES: Mapping[str, Phrases] = {
    "en": Phrases(
        title="Comparison of {old} and {new}",
        old="the old text",
        new="the new text",
        moved_from="moved from {}",
        moved_to="moved to {}",
        stood_after="moved: stood after {}",
        stood_first="moved: stood first",
        joined="joined from {}",
        split="split from {}",
        level="set at another level",
        emphasis="emphasis changed: {}",
        doubtful="doubtful match: {} per cent alike",
        note="{}, note {}",
        unchanged_lines="… unchanged paragraphs: {} …",
        unchanged_clauses="… unchanged: {} …",
        weights="Changes of force and of figures",
        where="Place",
        weight="Touches",
        old_words="Old words",
        new_words="New words",
        kinds={"force": "force", "figure": "figures"},
        legend="Marks: ",
        marks={
            "insert": "words put in",
            "delete": "words taken out",
            "force": "a change of force",
            "figure": "a change of figures",
            "consequential": "a number that only followed a renumbering",
        },
    ),
    "fr": Phrases(
        title="Comparaison entre {old} et {new}",
        old="l’ancien texte",
        new="le nouveau texte",
        moved_from="vient de\u00a0: {}",
        moved_to="déplacé\u00a0: {}",
        stood_after="déplacé\u00a0; venait après\u00a0: {}",
        stood_first="déplacé\u00a0; venait en premier",
        joined="réunit\u00a0: {}",
        split="détaché de\u00a0: {}",
        level="placé à un autre niveau",
        emphasis="caractères modifiés\u00a0: {}",
        doubtful="rapprochement douteux\u00a0: {}\u00a0% de mots communs",
        note="{}, note {}",
        unchanged_lines="… paragraphes inchangés\u00a0: {} …",
        unchanged_clauses="… inchangé\u00a0: {} …",
        weights="Changements de portée et de chiffres",
        where="Endroit",
        weight="Touche",
        old_words="Anciens termes",
        new_words="Nouveaux termes",
        kinds={"force": "portée", "figure": "chiffres"},
        legend="Signes\u00a0: ",
        marks={
            "insert": "mots ajoutés",
            "delete": "mots supprimés",
            "force": "changement de portée",
            "figure": "changement de chiffres",
            "consequential": "numéro qui suit une renumérotation",
        },
        joint="\u00a0; ",
    ),
    "es": Phrases(
        title="Comparación entre {old} y {new}",
        old="el texto anterior",
        new="el texto nuevo",
        moved_from="procede de: {}",
        moved_to="trasladado a: {}",
        stood_after="trasladado; figuraba después de: {}",
        stood_first="trasladado; figuraba en primer lugar",
        joined="reúne: {}",
        split="separado de: {}",
        level="colocado en otro nivel",
        emphasis="cambio de letra: {}",
        doubtful="correspondencia dudosa: {} % de palabras comunes",
        note="{}, nota {}",
        unchanged_lines="… párrafos sin cambios: {} …",
        unchanged_clauses="… sin cambios: {} …",
        weights="Cambios de alcance y de cifras",
        where="Lugar",
        weight="Afecta a",
        old_words="Términos anteriores",
        new_words="Términos nuevos",
        kinds={"force": "alcance", "figure": "cifras"},
        legend="Signos: ",
        marks={
            "insert": "palabras añadidas",
            "delete": "palabras suprimidas",
            "force": "cambio de alcance",
            "figure": "cambio de cifras",
            "consequential": "número que solo sigue a una renumeración",
        },
    ),
    "ru": Phrases(
        title="Сравнение: {old} и {new}",
        old="прежний текст",
        new="новый текст",
        moved_from="перенесено отсюда: {}",
        moved_to="перенесено сюда: {}",
        stood_after="перенесено; прежнее место — после: {}",
        stood_first="перенесено; прежде стояло первым",
        joined="соединено из: {}",
        split="выделено из: {}",
        level="перенесено на другой уровень",
        emphasis="изменён шрифт: {}",
        doubtful="соответствие сомнительно: совпадает {} % слов",
        note="{}, примечание {}",
        unchanged_lines="… пункты без изменений: {} …",
        unchanged_clauses="… без изменений: {} …",
        weights="Изменения обязательности и числовых данных",
        where="Место",
        weight="Затронуто",
        old_words="Прежние слова",
        new_words="Новые слова",
        kinds={"force": "обязательность", "figure": "числа"},
        legend="Обозначения: ",
        marks={
            "insert": "добавленные слова",
            "delete": "исключённые слова",
            "force": "изменение обязательности",
            "figure": "изменение чисел",
            "consequential": "номер, изменённый лишь вслед за нумерацией",
        },
    ),
    "ar": Phrases(
        title="مقارنة بين {old} و{new}",
        old="النص القديم",
        new="النص الجديد",
        moved_from="منقول من: {}",
        moved_to="نُقل إلى: {}",
        stood_after="منقول؛ كان بعد: {}",
        stood_first="منقول؛ كان في البداية",
        joined="يجمع بين: {}",
        split="مفصول عن: {}",
        level="وُضع في مستوى آخر",
        emphasis="تغيّر شكل الحروف: {}",
        doubtful="تطابق مشكوك فيه: نسبة التشابه {} في المائة",
        note="{}، الحاشية {}",
        unchanged_lines="… فقرات لم تتغير: {} …",
        unchanged_clauses="… لم يتغير: {} …",
        weights="تغييرات في درجة الإلزام وفي الأرقام",
        where="الموضع",
        weight="يمس",
        old_words="العبارة القديمة",
        new_words="العبارة الجديدة",
        kinds={"force": "الإلزام", "figure": "الأرقام"},
        legend="العلامات: ",
        marks={
            "insert": "كلمات مضافة",
            "delete": "كلمات محذوفة",
            "force": "تغيير في درجة الإلزام",
            "figure": "تغيير في الأرقام",
            "consequential": "رقم تغيّر تبعاً لإعادة الترقيم فحسب",
        },
        listed="، ",
        joint="؛ ",
    ),
    "zh": Phrases(
        title="{old}与{new}对照",
        old="旧案文",
        new="新案文",
        moved_from="移自{}",
        moved_to="移至{}",
        stood_after="已移动：原位于{}之后",
        stood_first="已移动：原位于最前",
        joined="由{}合并而成",
        split="从{}分出",
        level="层级已改变",
        emphasis="字体已改变：{}",
        doubtful="对应关系存疑：相似度{}%",
        note="{}注{}",
        unchanged_lines="……未改动的段落：{}……",
        unchanged_clauses="……未改动：{}……",
        weights="约束力和数字的改动",
        where="位置",
        weight="涉及",
        old_words="旧措辞",
        new_words="新措辞",
        kinds={"force": "约束力", "figure": "数字"},
        legend="标记：",
        marks={
            "insert": "增加的文字",
            "delete": "删除的文字",
            "force": "约束力的改动",
            "figure": "数字的改动",
            "consequential": "仅因重新编号而改变的编号",
        },
        listed="、",
        ended="。",
        remark="（{}）",
        joint="；",
    ),
}  # fmt: skip
