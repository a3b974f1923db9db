"""Small texts for the examples in the docstrings of the rules."""

from __future__ import annotations

from instrument.checks.reading import Reading
from instrument.checks.values import Terms
from instrument.labels import designation, split
from instrument.model import PLAIN, Clause, Instrument, Kind, Mark, Provision, Run, Text, text


def example(*lines: str, language: str = "en") -> Instrument:
    """An instrument of lines as they print: "# Article 1 Use" begins a clause, two spaces indent a provision,
    stars stand around italics.

    >>> text = example("# Article 1 Use", "1. Each Party shall:", "  (a) look;")
    >>> [(clause.id, [provision.label for provision in clause.provisions]) for clause in text]
    [('article-1', ['1.', '(a)'])]
    """
    clauses: list[Clause] = []
    for line in lines if lines and lines[0].startswith("# ") else ("# Article 1", *lines):
        if line.startswith("# "):
            clauses.append(_clause(line.removeprefix("# ")))
        else:
            label, words = split(line.lstrip(" "))
            provision = Provision((len(line) - len(line.lstrip(" "))) // 2, label, _styled(words))
            last = clauses[-1]
            clauses[-1] = Clause(last.id, last.kind, last.label, last.heading, (*last.provisions, provision))
    return Instrument(tuple(clauses), language)


def _styled(words: str) -> Text:
    """Words with italics between stars."""
    pieces = words.split("*")
    return text(*(Run(piece, frozenset({Mark.ITALIC}) if at % 2 else PLAIN) for at, piece in enumerate(pieces)))


def _clause(heading: str) -> Clause:
    """The clause of a heading: the longest beginning of it that is a designation, then its words."""
    words = heading.split(" ")
    for size in (3, 2, 1):
        kind, _ = designation(" ".join(words[:size]))
        if kind is not None and size <= len(words):
            label = " ".join(words[:size])
            return Clause(label.casefold().replace(" ", "-"), kind, label, text(" ".join(words[size:])))
    return Clause(heading.casefold().replace(" ", "-"), Kind.TITLE, "", text(heading))


def trial(code: str, *lines: str, language: str = "en", final: bool = False, profile: str = "un",
          base: Instrument | None = None) -> None:  # fmt: skip
    """Print what a rule finds in a small text, one line each: the address, the words, the message."""
    from instrument.checks import found

    reading = Reading(example(*lines, language=language), base, final, profile)
    for finding, problem in found(reading, Terms((code,))):
        fixed = f" -> {finding.fix}" if finding.fix is not None else ""
        print(f"{finding.line.address}: {problem.words}{fixed}: {finding.message}")
