"""Cross-references as printed: "article 5, paragraph 2 (a)" in one house, "paragraph 2 (a) of Article 5" in another.

A reference points at a clause or an anchor and never at a number; the number of the day is put in here.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from instrument.labels import designation, key, parse
from instrument.model import Clause, Instrument, Kind, Reference, Run, Text, plain, text
from instrument.outline import parents
from instrument.references.wording import Wording, wording

_IN_DIGITS = ("decimal", "arabic-", "full")


def cite(instrument: Instrument, reference: Reference, at: str, profile: str = "un") -> str | None:
    """What a reference prints in the clause with the id `at`, or None where it does not resolve.

    >>> from instrument.model import Provision
    >>> extension = Provision(1, "(a)", anchor="extension")
    >>> clearance = Clause("clearance", label="Article 5", provisions=(Provision(0, "2."), extension))
    >>> text, reference = Instrument((clearance,)), Reference("clearance", "extension")
    >>> cite(text, reference, "use"), cite(text, reference, "use", "ccm")
    ('article 5, paragraph 2 (a)', 'paragraph 2 (a) of Article 5')
    >>> cite(text, reference, "clearance")
    'paragraph 2 (a) of this article'
    """
    clause, words = instrument.clause(reference.clause), wording(profile, instrument.language)
    if clause is None:
        return None
    name = words.clauses[clause.kind].replace("{}", designation(clause.label)[1]).strip()
    if not reference.anchor:
        return name
    index = next((i for i, provision in enumerate(clause.provisions) if provision.anchor == reference.anchor), None)
    if index is None:
        return None
    path = _path(clause, index, words)
    if clause.kind is Kind.PREAMBLE:
        return path
    word = words.clauses[clause.kind].replace("第{}", "").replace("{}", "").strip()
    return (words.here if at == clause.id else words.inside).format(path=path, clause=name, word=word)


def printed(content: Text, instrument: Instrument, at: str, profile: str = "un") -> str:
    """The characters of a text as they read in the clause with the id `at`: references print what they cite.

    >>> from instrument.model import text
    >>> use = Clause("use", label="Article 1")
    >>> printed(text("under ", Reference("use"), "."), Instrument((use,)), "aid")
    'under article 1.'
    """
    return "".join(
        (cite(instrument, atom, at, profile) or "") if isinstance(atom, Reference) else plain((atom,))
        for atom in content
    )


def cited(clause: Clause, whole: Instrument, profile: str = "un", live: Container[str] = ()) -> Clause:
    """A clause with its references as the words that they print in the whole; those to clauses in `live` stay.

    >>> from instrument.model import Provision
    >>> use = Clause("use", label="Article 1", provisions=(Provision(text=text("under ", Reference("use"))),))
    >>> plain(cited(use, Instrument((use,))).provisions[0].text)
    'under article 1'
    """

    def printed(content: Text) -> Text:
        return text(*(_printed(atom) if isinstance(atom, Reference) else atom for atom in content))

    def _printed(reference: Reference) -> Run | Reference:
        words = None if reference.clause in live else cite(whole, reference, clause.id, profile)
        return reference if words is None else Run(words, reference.marks)

    return replace(
        clause,
        heading=printed(clause.heading),
        provisions=tuple(replace(provision, text=printed(provision.text)) for provision in clause.provisions),
        notes=tuple(replace(note, text=printed(note.text)) for note in clause.notes),
    )


def _path(clause: Clause, index: int, words: Wording) -> str:
    """ "paragraph 2 (a)": the labels from the outermost down; an unlabelled provision is counted."""
    above = parents(clause.provisions)
    lineage, at = [index], above[index]
    while at is not None:
        lineage.insert(0, at)
        at = above[at]
    labels = [clause.provisions[i].label for i in lineage if clause.provisions[i].label]
    if clause.kind is Kind.PREAMBLE and not labels:
        return words.recital.format(_count(clause, index) - 1 or 1)
    return print_path(labels, words) if labels else words.paragraph.format(_count(clause, index))


def print_path(labels: Sequence[str], words: Wording) -> str:
    """Labels from the outermost down, as they are cited; one that counts in digits names a paragraph, others an item.

    >>> print_path(["2.", "(a)"], wording("un", "en")), print_path(["(a)"], wording("un", "en"))
    ('paragraph 2 (a)', 'subparagraph (a)')
    """
    first, *rest = labels
    parsed = parse(first)
    if parsed is None or parsed.system.startswith(_IN_DIGITS):
        return " ".join([words.paragraph.format(key(first)), *map(_dressed, rest)])
    return " ".join([words.item.format(_dressed(first)), *map(_dressed, rest)])


def _dressed(label: str) -> str:
    """A label inside a citation: "(a)" and "a)" as they are, "1." without its stop."""
    bare = key(label)
    parenthesis = label.strip(" .[]").endswith((")", "）"))
    return ("(" if "(" in label or "（" in label else "") + bare + (")" if parenthesis else "")


def _count(clause: Clause, index: int) -> int:
    """Which of the unlabelled provisions at its level a provision is, from 1."""
    depth = clause.provisions[index].depth
    return sum(not p.label and p.depth == depth for p in clause.provisions[: index + 1])
