"""Provisions that stand for nothing: "[Deleted]", "[Réservé]", a number without words that a text keeps on purpose."""

from __future__ import annotations

from instrument.model import Run, Text, plain

# In the languages that texts are read in; a new language is a row here and nothing else.
_WORDS = (
    "deleted", "reserved", "repealed", "left blank", "intentionally left blank", "not used", "vacant",
    "supprimé", "supprimée", "réservé", "réservée", "abrogé", "abrogée", "sans objet",
    "suprimido", "suprimida", "reservado", "reservada", "derogado", "derogada", "eliminado", "eliminada",
    "исключен", "исключена", "исключено", "зарезервировано", "утратил силу", "утратила силу",
    "محذوفة", "محذوف", "محجوزة", "محجوز", "ملغاة", "ملغى",
    "删除", "已删除", "保留", "空白", "废止",
    "vervallen", "doorgehaald", "gereserveerd",
)  # fmt: skip


def stands_for_nothing(words: Text) -> bool:
    """Whether words say that a provision is gone and its number stays.

    >>> from instrument.model import text
    >>> stands_for_nothing(text("[Deleted]")), stands_for_nothing(text("Deleted items are kept."))
    (True, False)
    """
    return all(isinstance(atom, Run) for atom in words) and plain(words).strip(" \u00a0.()[]…").casefold() in _WORDS
