"""The numbers of one language in another: a translation gets those of the original, clause by clause, or is refused."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from instrument.labels import Label, designation, rank, readings
from instrument.model import Clause, Instrument, Kind
from instrument.numbering.counting import Number
from instrument.numbering.final import Numbering
from instrument.numbering.headings import read_number
from instrument.outline import addresses
from instrument.problem import Problem, Read, Severity, Where

_HINT = "bring the two languages in step first"


def carried(numbering: Numbering, original: Instrument, translation: Instrument) -> Read[Numbering]:
    """The final numbers of a translation, in its own labels; each place where it is out of step is an error.

    A clause that is not translated yet is in nobody's way: the others have the numbers that the original gives them.
    """
    carrying = _Carrying(numbering, original.language, translation.language)
    for clause in translation:
        first = original.clause(clause.id)
        if first is None:
            carrying.differs(clause.id, f"is not in {original.language}")
        else:
            carrying.heading(first, clause)
            carrying.provisions(first, clause)
    return Read(carrying.found, tuple(carrying.problems))


@dataclass(slots=True)
class _Carrying:
    numbering: Numbering
    original: str
    translation: str
    found: Numbering = field(default_factory=Numbering)
    problems: list[Problem] = field(default_factory=list)

    def heading(self, first: Clause, clause: Clause) -> None:
        """The number of a clause, where both languages issued the same, or the translation's awaits its own."""
        to = self.numbering.clauses.get(clause.id)
        mine = read_number(clause.label)
        if to and (number := _alike(to, (mine,) if mine else ())):
            self.found.clauses[clause.id] = number
        elif to and designation(clause.label) == (Kind.ARTICLE, ""):
            self.found.clauses[clause.id] = replace(to, old=None)
        elif to or mine:
            self.labels_differ(clause.id, first.label, clause.label)

    def provisions(self, first: Clause, clause: Clause) -> None:
        """The numbers of the provisions that have one, which must be the same ones at the same depths."""
        theirs = [index for index in range(len(first.provisions)) if (first.id, index) in self.numbering.provisions]
        mine = [index for index, provision in enumerate(clause.provisions) if readings(provision.label)]
        where, pairs = addresses(clause), list(zip(theirs, mine, strict=False))
        for one, two in pairs:
            old, new = first.provisions[one], clause.provisions[two]
            number = _alike(self.numbering.provisions[first.id, one], readings(new.label))
            if old.depth != new.depth or number is None:
                self.labels_differ(where[two], old.label, new.label)
                return
            self.found.provisions[clause.id, two] = number
        if len(theirs) > len(pairs):
            self.differs(addresses(first)[theirs[len(pairs)]], f"is not in {self.translation}")
        elif len(mine) > len(pairs):
            self.differs(where[mine[len(pairs)]], f"is not in {self.original}")

    def labels_differ(self, where: str, old: str, new: str) -> None:
        self.differs(where, f"is “{old}” in {self.original}, “{new}” in {self.translation}")

    def differs(self, where: str, how: str) -> None:
        message = f"it {how}: the languages would be numbered differently"
        self.problems.append(Problem("languages-differ", Severity.ERROR, Where(where), message, _HINT))


def _alike(to: Number, read: tuple[Label, ...]) -> Number | None:
    """The number for a label that says the same, in its own numerals; none where it says something else."""
    if to.old is None:
        return to if not read else None
    said = rank(replace(to.old, word=""))
    return next((replace(to, old=label) for label in read if rank(replace(label, word="")) == said), None)
