"""What the page of a comparison says by itself, by language; a new language is a row in `PHRASES`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of the toolbar and the keys, and what a screen reader says at the marks; "{}" is a number."""

    toolbar: str
    previous: str
    next: str
    only: str  # the filter
    sides: str
    keys: str
    close: str
    position: str  # takes two numbers
    unchanged: str
    old: str
    new: str
    inserted: str
    deleted: str
    ended: str
    weights: Mapping[str, str]
    changes: Mapping[str, str]  # what happened to a paragraph, before its count


PHRASES: Mapping[str, Phrases] = {
    "en": Phrases(
        toolbar="Comparison", previous="Previous change", next="Next change", only="Only what changed",
        sides="Side by side", keys="Keys", close="Close", position="{} of {}", unchanged="unchanged: {}",
        old="Old text", new="New text", inserted="inserted:", deleted="deleted:", ended="end of change",
        weights={"force": "force", "figure": "figure", "consequential": ""},
        changes={
            "changed": "changed", "inserted": "new", "deleted": "deleted", "moved": "moved",
            "renumbered": "renumbered", "consequential": "consequential",
        },
    ),
    "fr": Phrases(
        toolbar="Comparaison", previous="Changement précédent", next="Changement suivant",
        only="Changements seulement", sides="Côte à côte", keys="Touches", close="Fermer", position="{} sur {}",
        unchanged="inchangé\u00a0: {}", old="Ancien texte", new="Nouveau texte", inserted="ajouté\u00a0:",
        deleted="supprimé\u00a0:", ended="fin du changement",
        weights={"force": "portée", "figure": "chiffre", "consequential": ""},
        changes={
            "changed": "modifiés", "inserted": "nouveaux", "deleted": "supprimés", "moved": "déplacés",
            "renumbered": "renumérotés", "consequential": "par conséquence",
        },
    ),
    "es": Phrases(
        toolbar="Comparación", previous="Cambio anterior", next="Cambio siguiente", only="Solo los cambios",
        sides="En paralelo", keys="Teclas", close="Cerrar", position="{} de {}", unchanged="sin cambios: {}",
        old="Texto anterior", new="Texto nuevo", inserted="añadido:", deleted="suprimido:", ended="fin del cambio",
        weights={"force": "alcance", "figure": "cifra", "consequential": ""},
        changes={
            "changed": "modificados", "inserted": "nuevos", "deleted": "suprimidos", "moved": "trasladados",
            "renumbered": "renumerados", "consequential": "por consecuencia",
        },
    ),
    "ru": Phrases(
        toolbar="Сравнение", previous="Предыдущее изменение", next="Следующее изменение",
        only="Только изменения", sides="Рядом", keys="Клавиши", close="Закрыть", position="{} из {}",
        unchanged="без изменений: {}", old="Прежний текст", new="Новый текст", inserted="добавлено:",
        deleted="исключено:", ended="конец изменения",
        weights={"force": "обязательность", "figure": "число", "consequential": ""},
        changes={
            "changed": "изменено", "inserted": "новых", "deleted": "исключено", "moved": "перенесено",
            "renumbered": "перенумеровано", "consequential": "вслед за нумерацией",
        },
    ),
    "ar": Phrases(
        toolbar="مقارنة", previous="التغيير السابق", next="التغيير التالي", only="ما تغيّر فقط",
        sides="جنباً إلى جنب", keys="المفاتيح", close="إغلاق", position="{} من {}", unchanged="لم يتغير: {}",
        old="النص القديم", new="النص الجديد", inserted="أضيف:", deleted="حُذف:", ended="نهاية التغيير",
        weights={"force": "إلزام", "figure": "رقم", "consequential": ""},
        changes={
            "changed": "معدّلة", "inserted": "جديدة", "deleted": "محذوفة", "moved": "منقولة",
            "renumbered": "معاد ترقيمها", "consequential": "تبعية",
        },
    ),
    "zh": Phrases(
        toolbar="对照", previous="上一处改动", next="下一处改动", only="只看改动", sides="左右对照", keys="按键",
        close="关闭", position="{}/{}", unchanged="未改动：{}", old="旧案文", new="新案文", inserted="增加：",
        deleted="删除：", ended="改动结束",
        weights={"force": "约束力", "figure": "数字", "consequential": ""},
        changes={
            "changed": "修改", "inserted": "新增", "deleted": "删除", "moved": "移动", "renumbered": "重新编号",
            "consequential": "相应改动",
        },
    ),
}  # fmt: skip
