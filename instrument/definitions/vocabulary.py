"""How a text says that it defines: "“X” means", "on entend par « X »"; a new language is a row here.

`before` stands in front of a term in quotation marks, `after` behind it; either makes it a definition. `listed` is the
chapeau of a list each of whose items begins with its term. `small` words of a term have no plural. `bare` behind a term
without quotation marks makes one too, under a `heading` that says so.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Defining:
    """The patterns of a language, read without regard to capitals; `endings` make a word's other number."""

    heading: str
    before: str
    after: str
    listed: str
    bare: str
    small: frozenset[str]
    endings: tuple[tuple[str, str], ...]


DEFINING: dict[str, Defining] = {
    "en": Defining(
        heading=r"definition|\bterms\b",
        before=r"(?:herein)?after(?: referred to as| called)?,? (?:the |an? )?|referred to as (?:the )?"
        r"|\((?:the |each an? )?|the (?:term|expression) ",
        after=r",?(?: [^.;:“”]{1,60},)? (?:shall )?"
        r"(?:means?|includes?|refers? to|is defined as|has the meaning|comprises?)\b",
        listed=r"$^",
        bare=r"(?:shall )?means? ",
        small=frozenset(["of", "the", "and", "or", "for", "in", "on", "to", "a", "an", "by", "beyond", "with"]),
        endings=((r"ies$|y$", "(?:y|ies)"), (r"(?<=x|h|s)es$", "(?:es)?"), (r"(?<!s)s$", "s?"), (r"$", "(?:s|es)?")),
    ),
    "fr": Defining(
        heading=r"définition|\btermes\b",
        before=r"entend par |ci-après(?: dénommée?s?| appelée?s?)?,? (?:l[ea]s? |l['’])?|(?:termes?|expressions?) "
        r"|\((?:l[ea]s? )?",
        after=r",?(?: [^.;:«»]{1,60},)? "
        r"(?:désigne(?:nt)?|signifie(?:nt)?|s['’]entend(?:ent)?|vise(?:nt)?|comprend|comprennent)\b"
        r"|, on entend\b",
        listed=r"on entend par ?:|s['’]entend(?:ent)? de ?:",
        bare=r"(?:désigne(?:nt)?|signifie(?:nt)?) ",
        small=frozenset(
            ["de", "du", "des", "la", "le", "les", "à", "aux", "et", "ou", "en", "par", "sur", "d", "l", "ne", "pas"]
        ),
        endings=((r"[sx]$", "[sx]?"), (r"$", "(?:s|x|es)?")),
    ),
    "es": Defining(
        heading=r"definicion|definición|\btérminos\b",
        before=r"por |en (?:adelante|lo sucesivo),? (?:el |la |los |las )?|(?:términos?|expresi(?:ón|ones)) "
        r"|\((?:el |la )?",
        after=r",?(?: [^.;:“”«»]{1,60},)? "
        r"(?:se entiende|se entienden|se entenderá|significan?|designan?|incluyen?|comprenden?)\b",
        listed=r"se entenderá por ?:|se entiende por ?:",
        bare=r"(?:significan?|designan?) ",
        small=frozenset(["de", "del", "la", "el", "los", "las", "y", "o", "en", "por", "a", "al", "con", "fuera"]),
        endings=((r"ción$|ciones$", "ci(?:ón|ones)"), (r"es$|s$", "(?:es|s)?"), (r"$", "(?:s|es)?")),
    ),
}
_ARTICLE = r"(?:(?:the|les?|las?|los|el) |l[’'])?"
QUOTED = rf"[“\"«„][ \u00a0\u202f]?{_ARTICLE}(?P<term>[^“”\"«»„]{{2,80}}?)[ \u00a0\u202f]?[”\"»“]"
