"""The sentences of a language: templates, its quotation marks, its ordinals, how an article runs into a name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from instrument.model import Kind

_FIELD = re.compile(r"\{(\w+|,)\}")
_ENDS_ITSELF = re.compile(r":\s?[“«].*[.;:!?]\s?[”»]$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Phrases:
    """How a language says an amendment.

    In templates, "{place}" and "{to}" are provisions, "{made}" is one that comes in, "{old}" and "{new}" are quoted
    words. `articles` stand before a name by its first word, `contracted` is what they become behind a preposition, and
    `many` are the words for several provisions by those for one; `agreed` is how a participle ends behind what comes
    in, by its first word.
    """

    marks: tuple[tuple[str, str], ...]
    ordinals: tuple[str, ...]
    articles: Mapping[str, str]
    contracted: Mapping[tuple[str, str], str]
    many: Mapping[str, str]
    agreed: Mapping[str, str]
    clauses: Mapping[Kind, str]
    templates: Mapping[str, str]

    def name(self, bare: str) -> str:
        """A name with its article: "article 4" is "l’article 4" in French."""
        return self.articles.get(bare.split(" ", 1)[0], "") + bare

    def many_of(self, bare: str) -> str:
        """The name of the first of several: "paragraphs 3" for "paragraph 3"."""
        first, _, rest = bare.partition(" ")
        return f"{self.many.get(first, first)} {rest}"

    @property
    def wheres(self) -> tuple[str, ...]:
        """How a phrase begins that says where before it says what."""
        return tuple(self.templates[name].split("{")[0].split(",")[0] for name in ("after", "before", "end", "start"))

    def say(self, template: str, **values: str) -> str:
        """A template with its places and passages filled in.

        >>> PHRASES["fr"].say("within", place="le préambule", orders="supprimer « à le »")
        'au préambule, supprimer « à le »'
        """
        said = ""
        values[","] = "," * ("," in values.get("place", ""))
        values["agreed"] = self.agreed.get(values.get("made", "").split(" ")[0], "")
        for index, piece in enumerate(_FIELD.split(self.templates[template])):
            value = values[piece] if index % 2 else piece
            for (preposition, article), both in self.contracted.items():
                if said.endswith(preposition) and value.startswith(article):
                    said, value = said.removesuffix(preposition), both + value.removeprefix(article)
            said += value
        return said


def sentence(words: str) -> str:
    """Words as a sentence: a capital at its head, a stop at its end unless the words that it brings have theirs.

    >>> sentence("delete article 4"), sentence("amend article 4 to read: “None.”")
    ('Delete article 4.', 'Amend article 4 to read: “None.”')
    """
    return words[:1].upper() + words[1:] + ("" if _ENDS_ITSELF.search(words) else ".")


_ENGLISH = Phrases(
    marks=(("“", "”"), ("«", "»"), ("‹", "›"), ("「", "」"), ('"', '"')),
    ordinals=(
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
        "twentieth",
    ),
    articles={},
    contracted={},
    many={
        "article": "articles", "Article": "Articles", "annex": "annexes", "Annex": "Annexes", "part": "parts",
        "Part": "Parts", "section": "sections", "paragraph": "paragraphs", "subparagraph": "subparagraphs",
        "sub-paragraph": "sub-paragraphs",
    },
    agreed={},
    clauses={Kind.TITLE: "the title", Kind.PREAMBLE: "the preamble", Kind.FINAL: "the final formula"},
    templates={
        "within": "in {place}, {orders}",
        "and": " and ",
        "and where": " and, ",
        "then": "; ",
        "which": "the {ordinal} {old}",
        "replace": "replace {old} with {new}",
        "delete": "delete {old}",
        "after": "after {old}, insert {new}",
        "before": "before {old}, insert {new}",
        "end": "at the end, add {new}",
        "start": "at the beginning, insert {new}",
        "everywhere": "replace {old} with {new} wherever it appears in {place}",
        "bracket": "place {old} in square brackets",
        "unbracket": "delete the square brackets around {old}",
        "amend": "amend {place}{,} to read:{new}",
        "lift": "delete {place}",
        "enclose": "place {place}{,} in square brackets",
        "disclose": "delete the square brackets around {place}",
        "put after": "after {place}, insert {made} reading:{new}",
        "put before": "before {place}, insert {made} reading:{new}",
        "put at end": "at the end of {place}, insert {made} reading:{new}",
        "note after": "after {old}, insert a footnote reading:{new}",
        "note at end": "at the end, add a footnote reading:{new}",
        "one": "a new {made}",
        "several": "new {made}",
        "recitals of": "preambular paragraphs {place}",
        "recital": "preambular paragraph",
        "recitals": "preambular paragraphs",
        "paragraph": "paragraph",
        "paragraphs": "paragraphs",
        "item": "subparagraph",
        "items": "subparagraphs",
        "move after": "move {place}{,} after {to}",
        "move before": "move {place}{,} before {to}",
        "renumber": "renumber {place}{,} as {made}",
        "split": "split {place}{,} after {old}",
        "split into": "split {place}{,} after {old} into {made}",
        "join": "merge {place}",
        "chapeau": "the chapeau of {place}",
        "closing": "the closing words of {place}",
        "heading": "the heading of {place}",
        "note": "footnote {label} of {place}",
        "counted": "the {ordinal} paragraph of {place}",
        "the": "the {place}",
        "nth": "the {ordinal} {place}",
        "to": "{place} to {label}",
        "two": "{place} and {label}",
    },
)  # fmt: skip

_FRENCH = Phrases(
    marks=(("«\u00a0", "\u00a0»"), ("“", "”"), ("‹", "›"), ("「", "」"), ('"', '"')),
    ordinals=(
        "premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième", "neuvième",
        "dixième", "onzième", "douzième", "treizième", "quatorzième", "quinzième", "seizième", "dix-septième",
        "dix-huitième", "dix-neuvième", "vingtième",
    ),
    articles={
        "article": "l’", "annexe": "l’", "alinéa": "l’", "partie": "la ", "section": "la ", "paragraphe": "le ",
        "préambule": "le ", "titre": "le ", "formule": "la ", "articles": "les ", "annexes": "les ", "alinéas": "les ",
        "parties": "les ", "sections": "les ", "paragraphes": "les ",
    },
    contracted={
        ("à ", "le membre "): "dans le membre ", ("à ", "le "): "au ", ("à ", "les "): "aux ",
        ("de ", "le "): "du ", ("de ", "les "): "des ",
        ("un nouveau ", "al"): "un nouvel al", ("un nouveau ", "ar"): "un nouvel ar",
        ("un nouveau ", "an"): "une nouvelle an", ("un nouveau ", "partie"): "une nouvelle partie",
    },
    many={
        "article": "articles", "annexe": "annexes", "alinéa": "alinéas", "partie": "parties", "section": "sections",
        "paragraphe": "paragraphes",
    },
    agreed={"une": "e", "de": "s"},
    clauses={Kind.TITLE: "le titre", Kind.PREAMBLE: "le préambule", Kind.FINAL: "la formule finale"},
    templates={
        "within": "à {place}, {orders}",
        "and": " et ",
        "and where": " et, ",
        "then": "\u00a0; ",
        "which": "le {ordinal} {old}",
        "replace": "remplacer {old} par {new}",
        "delete": "supprimer {old}",
        "after": "après {old}, insérer {new}",
        "before": "avant {old}, insérer {new}",
        "end": "à la fin, ajouter {new}",
        "start": "au début, insérer {new}",
        "everywhere": "à {place}, remplacer partout {old} par {new}",
        "bracket": "placer {old} entre crochets",
        "unbracket": "supprimer les crochets autour de {old}",
        "amend": "remplacer {place}{,} par ce qui suit\u00a0:{new}",
        "lift": "supprimer {place}",
        "enclose": "placer {place}{,} entre crochets",
        "disclose": "supprimer les crochets autour de {place}",
        "put after": "après {place}, insérer {made} ainsi libellé{agreed}\u00a0:{new}",
        "put before": "avant {place}, insérer {made} ainsi libellé{agreed}\u00a0:{new}",
        "put at end": "à la fin de {place}, insérer {made} ainsi libellé{agreed}\u00a0:{new}",
        "note after": "après {old}, insérer une note de bas de page ainsi libellée\u00a0:{new}",
        "note at end": "à la fin, ajouter une note de bas de page ainsi libellée\u00a0:{new}",
        "one": "un nouveau {made}",
        "several": "de nouveaux {made}",
        "recitals of": "les alinéas {place} du préambule",
        "recital": "alinéa",
        "recitals": "alinéas",
        "paragraph": "paragraphe",
        "paragraphs": "paragraphes",
        "item": "alinéa",
        "items": "alinéas",
        "move after": "déplacer {place}{,} après {to}",
        "move before": "déplacer {place}{,} avant {to}",
        "renumber": "renuméroter {place}{,} comme {made}",
        "split": "scinder {place}{,} après {old}",
        "split into": "scinder {place}{,} après {old}, en {made}",
        "join": "fusionner {place}",
        "chapeau": "le chapeau de {place}",
        "closing": "le membre de phrase final de {place}",
        "heading": "le titre de {place}",
        "note": "la note de bas de page {label} de {place}",
        "counted": "le {ordinal} paragraphe de {place}",
        "the": "{place}",
        "nth": "le {ordinal} {place}",
        "to": "{place} à {label}",
        "two": "{place} et {label}",
    },
)  # fmt: skip

PHRASES: Mapping[str, Phrases] = {"en": _ENGLISH, "fr": _FRENCH}


def phrases(language: str) -> Phrases:
    """The phrases of a language by its code, English for one that has none."""
    return PHRASES.get(language, _ENGLISH)
