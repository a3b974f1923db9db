"""The French of instructions, as parliaments and treaty conferences write it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import product

from instrument.instructions.elements import LAST, Op, Role, Tag, Unit
from instrument.instructions.lexicon import Meaning, lexicon


def _agreed(*participles: str) -> str:
    """Participles as they agree with what they are said of."""
    return "|".join(word + ending for word in participles for ending in ("", "e", "s", "es"))


def _said(verbs: str) -> str:
    """Verbs in "-er" in the infinitive, as they are told somebody, and as we say them of ourselves."""
    return "|".join(stem + ending for stem in verbs.split("|") for ending in ("er", "ez", "ons", "ant"))


def _put(participle: str) -> str:
    """How something is said to be put: "est ainsi rédigé", "sont rédigées comme suit"."""
    words = _agreed(participle).split("|")
    put = [*(f"ainsi {word}" for word in words), *(f"{word} comme suit" for word in words)]
    return "|".join(f"{be} {how}" for be in ("est", "sont", "soit", "soient", "serait", "seraient") for how in put)


_VERBS: Mapping[Meaning, str] = {
    (Tag.VERB, Op.REPLACE): f"{_said('remplac|substitu|chang')}",
    (Tag.VERB, Op.DELETE): f"{_said('supprim|biff|ray|retranch|abrog|enlev|élimin')}|omettre|retirer",
    (Tag.VERB, Op.INSERT): f"{_said('insér|ajout|intercal')}|introduire|inclure|adjoindre",
    (Tag.VERB, Op.COMPLETE): _said("complét"),
    (Tag.VERB, Op.PRECEDE): "faire précéder|faites précéder|faisons précéder",
    (Tag.VERB, Op.AMEND): f"{_said('rédig|reformul|libell|remani')}|réécrire|rédiger ainsi|rédiger comme suit"
    "|rédigez ainsi|rédigez comme suit|libeller ainsi|libeller comme suit|rétablir"
    "|reformuler comme suit|reformuler ainsi|réécrire comme suit",
    (Tag.VERB, Op.MODIFY): f"{_said('modifi|amend')}|modifier ainsi|modifier comme suit|modifiez comme suit",
    (Tag.VERB, Op.MOVE): f"{_said('déplac|transfér|plac')}|mettre|mettez",
    (Tag.VERB, Op.MERGE): f"{_said('fusionn|regroup')}|réunir",
    (Tag.VERB, Op.SPLIT): f"{_said('scind|divis')}",
    (Tag.VERB, Op.RENUMBER): f"{_said('renumérot')}",
    (Tag.VERB, Op.KEEP): "conserver|maintenir|garder",
    (Tag.VERB, Op.RESERVE): "réserver|réserver sa position|réserve sa position|réserver notre position"
    "|réservons notre position",
    (Tag.VERB, Op.REPEAT): "|".join(
        f"{verb} à la même {deed}" for verb, deed in product(
            ("procéder", "procédez"), ("substitution", "suppression", "insertion", "modification", "correction"))
    ) + "|opérer la même substitution|opérer la même modification|faire la même modification",
    (Tag.DONE, Op.REPLACE): _agreed("remplacé", "substitué"),
    (Tag.DONE, Op.DELETE): _agreed("supprimé", "abrogé", "biffé", "retiré"),
    (Tag.DONE, Op.INSERT): _agreed("inséré", "ajouté", "introduit", "intercalé"),
    (Tag.DONE, Op.COMPLETE): _agreed("complété"),
    (Tag.DONE, Op.PRECEDE): _agreed("précédé"),
    (Tag.DONE, Op.MODIFY): _put("modifié"),
    (Tag.DONE, Op.AMEND): f"{_put('rédigé')}|{_put('libellé')}|se lit comme suit|se lisent comme suit|se lit"
    "|doit se lire|doit se lire comme suit",
    (Tag.DONE, Op.MOVE): _agreed("déplacé", "transféré", "placé", "mis"),
    (Tag.DONE, Op.MERGE): _agreed("fusionné", "regroupé"),
    (Tag.DONE, Op.RENUMBER): _agreed("renuméroté") + "|devient|deviennent",
    (Tag.DONE, Op.KEEP): _agreed("conservé", "maintenu"),
    (Tag.DONE, Op.RESERVE): _agreed("réservé"),
}  # fmt: skip

_PLACES: Mapping[Meaning, str] = {
    (Tag.UNIT, Unit.ARTICLE): "article|articles|art.|article unique",
    (Tag.UNIT, Unit.ANNEX): "annexe|annexes",
    (Tag.UNIT, Unit.PART): "partie",
    (Tag.UNIT, Unit.SECTION): "section|sections",
    (Tag.UNIT, Unit.PREAMBLE): "préambule",
    (Tag.UNIT, Unit.FINAL): "formule finale",
    (Tag.UNIT, Unit.RECITAL): "alinéa du préambule|alinéas du préambule|considérant|considérants",
    (Tag.UNIT, Unit.PARAGRAPH): "paragraphe|paragraphes|par.|§|§§",
    (Tag.UNIT, Unit.LINEAR): "alinéa|alinéas|al.",
    (Tag.UNIT, Unit.ITEM): "sous-alinéa|sous-alinéas|sous-paragraphe|sous-paragraphes|point|points|lettre|lettres"
    "|tiret|tirets|litt.",
    (Tag.UNIT, Unit.CHAPEAU): "chapeau|chapeaux|phrase introductive|partie introductive|texte introductif"
    "|membre de phrase introductif",
    (Tag.UNIT, Unit.CLOSING): "membre de phrase final|texte final",
    (Tag.UNIT, Unit.HEADING): "titre|titres|l'intitulé|cet intitulé|intitulés",
    (Tag.UNIT, Unit.FOOTNOTE): "note de bas de page|notes de bas de page",
    (Tag.UNIT, Unit.SENTENCE): "phrase|phrases",
    (Tag.UNIT, Unit.LINE): "ligne|lignes",
}

# What is named with its words where English only quotes them: "les mots", "le taux".
_NAMED = {
    "le": "mot|terme|nombre|chiffre|taux|montant|pourcentage|membre de phrase|signe de ponctuation|signe",
    "la": "référence|date|mention|formule|locution|somme",
    "l'": "expression|année",
    "les": "mots|termes|nombres|chiffres|taux|montants|références|dates|mentions|expressions|années|mots suivants",
}
_TO = {"le": "au", "la": "à la", "l'": "à l'", "les": "aux"}


def _before_named(said: Mapping[str, str]) -> str:
    """What is named, behind the form that a preposition takes with each article."""
    return "|".join(f"{said[article]} {word}" for article, words in _NAMED.items() for word in words.split("|"))


_ROLES: Mapping[Meaning, str] = {
    (Tag.ROLE, Role.IN): "à|au|aux|de|du|des|d'|dans|en|sous|dans le texte de|dans le texte du",
    (Tag.ROLE, Role.AFTER): "après|à la suite de|à la suite du|à la suite des|immédiatement après",
    (Tag.ROLE, Role.BEFORE): "avant|immédiatement avant|devant",
    (Tag.ROLE, Role.BETWEEN): "entre",
    (Tag.ROLE, Role.END): "à la fin|à la fin de|à la fin du|à la fin des|à la fin d'|en fin de|en fin d'|in fine",
    (Tag.ROLE, Role.START): "au début|au début de|au début du|au début des|au début d'|en tête de"
    "|en tête du|en tête d'",
    (Tag.ROLE, Role.WITH): "par|avec",
    (Tag.ROLE, Role.FOR): _before_named(_TO) + "|au lieu de|au lieu du|au lieu des|à la place de|à la place du"
    "|à la place des|en lieu et place de|en lieu et place du|en lieu et place des",
    (Tag.ROLE, Role.FROM): "depuis|à partir du mot|à partir des mots|à partir de",
    (Tag.ROLE, Role.TO): "jusqu'à|jusqu'au|jusqu'aux|jusqu'au mot|jusqu'aux mots",
    (Tag.ROLE, Role.AS): "comme|en tant que",
    (Tag.ROLE, Role.AROUND): "autour de|autour du|autour des",
}

_UNITS = (
    "un", "deux", "trois", "quatr", "cinqu", "six", "sept", "huit", "neuv", "dix", "onz", "douz", "treiz", "quatorz",
    "quinz", "seiz", "dix-sept", "dix-huit", "dix-neuv",
)  # fmt: skip
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}
_NUMBERS = ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze")


def _ordinal(number: int) -> str:
    """An ordinal from the second, in words and figures: "deuxième", "soixante-douzième", "22e"."""
    tens = max((ten for ten in _TENS if ten <= number), default=0)
    rest = number - tens
    if not tens:
        words = [f"{_UNITS[rest - 1]}ième"]
    elif not rest:
        words = [f"{_TENS[tens].removesuffix('e')}ième"]
    elif rest in (1, 11) and tens != 80:
        words = [f"{_TENS[tens]} et {_UNITS[rest - 1]}ième", f"{_TENS[tens]}-et-{_UNITS[rest - 1]}ième"]
    else:
        words = [f"{_TENS[tens]}-{_UNITS[rest - 1]}ième"]
    return "|".join([*words, *(f"{word}s" for word in words), f"{number}e", f"{number}ème"])


_COUNTS: Mapping[Meaning, str] = {
    **{(Tag.COUNT, number): _ordinal(number) for number in range(3, 100)},
    (Tag.COUNT, 1): "premier|première|premiers|premières|1er|1re|1ère",
    (Tag.COUNT, 2): f"second|seconde|seconds|secondes|{_ordinal(2)}",
    (Tag.COUNT, LAST): "dernier|dernière|derniers|dernières",
    (Tag.COUNT, LAST - 1): "avant-dernier|avant-dernière|pénultième",
    (Tag.COUNT, LAST - 2): "antépénultième",
    **{(Tag.LETTERS, str(number)): word for number, word in enumerate(_NUMBERS, 2)},
}

_SIGNS: Mapping[Meaning, str] = {
    (Tag.SIGN, "."): "point final",
    (Tag.SIGN, ","): "virgule",
    (Tag.SIGN, ";"): "point-virgule|point virgule",
    (Tag.SIGN, ":"): "deux-points|deux points",
}

_BELOW = "|".join(
    f"{before}{what}" for before in ("", "par ", "dans ", "avec ") for what in (
        "la rédaction suivante", "le texte suivant", "les dispositions suivantes", "la formulation suivante",
        "le libellé suivant", "ce qui suit", "la phrase suivante")
)  # fmt: skip

_REST: Mapping[Meaning, str] = {
    (Tag.WORDS, None): "|".join(words for words in _NAMED.values()),
    (Tag.NEW, None): "nouveau|nouvel|nouvelle|nouveaux|nouvelles",
    (Tag.NEW, "behind"): "suivant|suivante|suivants|suivantes|ci-après|(nouveau)|(nouvelle)",
    (Tag.READS, None): f"{_BELOW}|comme suit|ainsi|" + "|".join(
        f"{word}|{word.removeprefix('ainsi ')} comme suit"
        for word in _agreed("ainsi rédigé", "ainsi libellé", "ainsi conçu", "ainsi formulé").split("|")),
    (Tag.ASSERTED, None): "de sorte que le paragraphe se lise comme suit|de sorte que la phrase se lise comme suit"
    "|de sorte que l'article se lise comme suit|de manière à lire|de façon à lire",
    (Tag.EVERYWHERE, None): "partout|partout où il apparaît|partout où elle apparaît|partout où ils apparaissent"
    "|partout où elles apparaissent|partout où il figure|partout où ils figurent|dans l'ensemble du texte"
    "|dans tout le texte|à chaque occurrence|chaque fois qu'il apparaît|chaque fois qu'ils apparaissent"
    "|à chaque fois qu'il apparaît|à chaque fois qu'ils apparaissent|dans l'ensemble de la convention",
    (Tag.OCCURRENCE, None): "occurrence|occurrence du mot|occurrence des mots|occurrence de la référence"
    "|occurrence de l'expression|occurrence du terme|occurrence des termes|occurrence du nombre|occurrence de",
    (Tag.REST, None): "la fin|tout ce qui suit|les mots qui suivent",
    (Tag.ACCORDINGLY, None): "renuméroter en conséquence|renumérotez en conséquence"
    "|renuméroter les paragraphes suivants|renuméroter les paragraphes suivants en conséquence"
    "|renuméroter les alinéas suivants|renuméroter les alinéas suivants en conséquence"
    "|renuméroter les articles suivants|renuméroter les articles suivants en conséquence",
    (Tag.BRACKETS, None): "entre crochets|crochets",
    (Tag.EXISTING, None): "texte actuel|texte existant",
    (Tag.TITLED, None): "intitulé|intitulée|ayant pour titre|sous le titre",
    (Tag.TIMES, 2): "deux fois|par deux fois|à deux reprises",
    (Tag.TIMES, 3): "trois fois|par trois fois|à trois reprises",
    (Tag.AND, None): "et|puis|et puis|ainsi que|&",
    (Tag.REASON, None): "parce que|parce qu'|car|puisque|puisqu'|afin de|afin d'|afin que|en vue de|en vue d'"
    "|dans un souci de|étant donné|compte tenu de|compte tenu du|conformément à|conformément au|pour plus de clarté"
    "|par souci de|pour|dès lors que",
    (Tag.CONDITION, None): "si|s'|sous réserve de|sous réserve d'|sous réserve que|sous réserve du|à condition que"
    "|à condition de|à moins que|au cas où|pourvu que|dans la mesure où",
    (Tag.PERSON, None): "modifications consécutives|modifications corollaires|modifications de conséquence"
    "|amendements corollaires|par coordination|mutatis mutandis|au singulier|au pluriel|selon qu'il convient"
    "|s'il y a lieu|le cas échéant|ou une formule équivalente|respectivement",
    (Tag.FILLER, None): "le|la|les|l'|un|une|ce|cet|cette|ces|il|ils|elle|elles|est|sont|soit|soient|est à|sont à"
    "|être|doit être|doivent être|devrait être|devraient être|sera|seront|serait|seraient|veuillez|nous proposons de"
    "|nous proposons d'|propose de|propose d'|il est proposé de|il est proposé d'|également|aussi|même|mêmes|présent"
    "|présente|présents|en conséquence|par conséquent|ledit|ladite|lesdits|lesdites|actuel|actuelle",
}  # fmt: skip

_SEPARATORS: Mapping[Meaning, str] = {
    (Tag.SEMICOLON, None): ";",
    (Tag.COMMA, None): ",",
    (Tag.COLON, None): ":",
    (Tag.STOP, None): ".",
    (Tag.OPEN, None): "(",
    (Tag.CLOSE, None): ")",
}

FRENCH = lexicon(
    "fr", _SEPARATORS, _REST, _VERBS, _PLACES, _ROLES, _COUNTS, _SIGNS,
    through="à|au|aux", bare_labels=True, orders_are_active=True,
)  # fmt: skip

# How a line begins that gives reasons and asks for nothing.
OPENERS = re.compile(
    r"\s*(?:objet|expose (?:sommaire|des motifs)|motifs?|motivation|justifications?|explications?|raisons?"
    r"|commentaires?|remarques?|observations?|note|contexte)\s*(?:[:.]|-|\n|$)"
)
# What a line is that begins another proposal.
HEADERS = re.compile(r"\s*(?:sous-)?amendement\s+(?:n\s*[°o]\s*)?[a-z]*-?\s*\d[\w.-]*\s*[:.]?\s*")
# How a sentence begins that asks for something, even by a verb that is not known.
ORDER = re.compile(r"(?:[a-z]+(?:er|ir|dre|tre|ire|ez)|idem)\b")
# Abbreviations that end no sentence.
ABBREVIATED = re.compile(r"\b(?:arts?|al|par|litt|nos?|cf|p\. ex|l|r|d)\.$")
# What stands for words that are not given.
UNSAID = "le reste sans changement"
# Who speaks, before what is asked for.
SPEAKERS = re.compile(
    r"(?:[\w'’.-]+,?[ \t]+){1,12}?(?:(?:souhaite(?:rait)?|propose|suggere|demande)[ \t]+(?:de[ \t]+|d'|que[ \t]+)?"
    r"|(?=reserve\b))"
)
