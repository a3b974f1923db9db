"""What lawyers call the places of a text: "article 4, paragraph 1 (a)", "the heading of article 5 bis"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from instrument.difference.phrases import listed
from instrument.labels import designation, key
from instrument.model import Clause, Instrument, Kind, plain
from instrument.outline import Place, parents, roles
from instrument.references import Wording, print_path, wording

_PLURALS = {"article": "articles", "annex": "annexes", "part": "parts", "section": "sections"}


def clause_name(clause: Clause, language: str, profile: str = "un") -> str:
    """What a clause is called; one without a number is known by its heading.

    >>> from instrument.model import text
    >>> clause_name(Clause("use", label="Article 1"), "en"), clause_name(Clause("aid", heading=text("Aid")), "en")
    ('article 1', 'article “Aid”')
    """
    template = wording(profile, language).clauses[clause.kind]
    kind, number = designation(clause.label)
    if "{}" not in template or (number and kind is clause.kind):
        return template.replace("{}", number)
    known_by = f"“{words}”" if (words := plain(clause.heading)) else clause.label or clause.id
    return template.replace("{}", known_by).strip()


def provision_names(clause: Clause, language: str, profile: str = "un") -> tuple[str, ...]:
    """What each provision of a clause is called.

    >>> from instrument.model import Provision
    >>> provisions = (Provision(0, "1."), Provision(1, "(a)"), Provision(1), Provision(0, "2."))
    >>> provision_names(Clause("use", label="Article 1", provisions=provisions), "en")[1:3]
    ('article 1, paragraph 1 (a)', 'article 1, paragraph 1, closing words')
    """
    words, name = wording(profile, language), clause_name(clause, language, profile)
    if clause.kind is Kind.PREAMBLE:
        return tuple(_recitals(clause, words, name))
    return tuple(words.inside.format(clause=name, path=path) if path else name for path in _paths(clause, words))


def heading_name(clause: Clause, language: str, profile: str = "un") -> str:
    """What the heading of a clause is called; of one that is little else, the clause itself.

    >>> heading_name(Clause("use", label="Article 1"), "en"), heading_name(Clause("x", Kind.PREAMBLE), "en")
    ('article 1, heading', 'the preamble')
    """
    name = clause_name(clause, language, profile)
    return f"{name}, heading" if clause.kind in (Kind.ARTICLE, Kind.ANNEX) else name


def place_name(place: Place, language: str, profile: str = "un") -> str:
    """What the place that an address names is called.

    >>> place_name(Place(Clause("use", label="Article 1"), "heading"), "en")
    'article 1, heading'
    """
    clause = place.clause
    if place.part == "heading":
        return heading_name(clause, language, profile)
    if place.part == "note":
        return note_name(clause, clause.notes[place.index].name, language, profile)
    if place.part == "clause":
        return clause_name(clause, language, profile)
    names = provision_names(clause, language, profile)
    name = names[place.index] if names else clause_name(clause, language, profile)
    return f"{name}, chapeau" if place.part == "chapeau" and not name.endswith("chapeau") else name


def note_name(clause: Clause, note: str, language: str, profile: str = "un") -> str:
    """What a footnote is called.

    >>> note_name(Clause("use", label="Article 1"), "1", "en")
    'article 1, note 1'
    """
    return f"{clause_name(clause, language, profile)}, note {note}"


def _recitals(clause: Clause, words: Wording, name: str) -> list[str]:
    """Recitals are counted from the first that follows the opening words."""
    return [
        words.recital.format(key(provision.label) or number) if provision.label or number else f"{name}, opening words"
        for number, provision in enumerate(clause.provisions)
    ]


def _paths(clause: Clause, words: Wording) -> list[str]:
    provisions = clause.provisions
    above, places = parents(provisions), roles(provisions)
    labelled = {parent for parent, provision in zip(above, provisions, strict=True) if provision.label}
    alone = {parent for parent, times in Counter(above).items() if times == 1}
    counts: Counter[int | None] = Counter()
    lineages: list[tuple[str, ...]] = []
    paths: list[str] = []
    for parent, provision, role in zip(above, provisions, places, strict=True):
        lineage = lineages[parent] if parent is not None else ()
        counts[parent] += not provision.label
        if provision.label:
            lineages.append((*lineage, provision.label))
            paths.append(print_path(lineages[-1], words))
            continue
        lineages.append(lineage)
        said = "closing words" if role == "closing" else _count(counts[parent], parent in labelled, words)
        opens = role == "chapeau" and counts[parent] == 1 and (parent in labelled or parent in alone)
        own = "chapeau" if opens else "" if parent in alone else said
        paths.append(", ".join(filter(None, (print_path(lineage, words) if lineage else "", own))))
    return paths


def _count(number: int, among_labels: bool, words: Wording) -> str:
    """A paragraph without a label; where its neighbours have some, that is said."""
    return f"unnumbered paragraph {number}" if among_labels else words.paragraph.format(number)


@dataclass(frozen=True, slots=True)
class Names:
    """What the clauses of a text are called, in its order; `by_id` finds one."""

    order: tuple[str, ...]
    by_id: dict[str, str]

    @classmethod
    def of(cls, text: Instrument) -> Names:
        """The names of a text's clauses."""
        by_id = {clause.id: clause_name(clause, text.language) for clause in text}
        return cls(tuple(by_id.values()), by_id)

    def listed(self, names: Iterable[str]) -> str:
        """Clauses in a row: those of one kind under one word, three and more neighbours by the first and the last.

        >>> order = ("the preamble", "article 1", "article 2", "article 2 bis", "article 3", "annex I")
        >>> Names(order, {}).listed(["the preamble", "article 1", "article 2 bis", "annex I"])
        'the preamble, articles 1 and 2 bis, and annex I'
        >>> Names(order, {}).listed(["article 1", "article 2", "article 2 bis", "article 3"])
        'articles 1 to 3'
        """
        groups = []
        for word, group in groupby(dict.fromkeys(names), key=lambda name: name.partition(" ")[0]):
            alike = list(group)
            many = len(alike) > 1 and word in _PLURALS
            groups += [f"{_PLURALS[word]} {listed(self._ranges(alike))}"] if many else alike
        if len(groups) > 1 and any(" and " in group for group in groups):
            return f"{', '.join(groups[:-1])}, and {groups[-1]}"
        return listed(groups)

    def _ranges(self, names: Sequence[str]) -> list[str]:
        """Numbers, those of neighbours drawn together."""
        runs: list[list[str]] = []
        for name in names:
            follows = runs and self.order.index(runs[-1][-1]) + 1 == self.order.index(name)
            runs[-1].append(name) if follows else runs.append([name])
        numbers = [[name.partition(" ")[2] for name in run] for run in runs]
        return [n for run in numbers for n in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else run)]
