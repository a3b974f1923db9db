"""Document symbols, such as `CCM/12/Rev.1` or `A/CONF.232/2022/L.5*`: read, printed, put in order.

A symbol is a body, a series of its documents, a number, and what stands to that document in some relation: a revision,
an addendum, a corrigendum, and an asterisk for each time it was issued again for technical reasons.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from instrument.problem import Misuse

_SEGMENT = r"[A-Za-z0-9](?:[A-Za-z0-9. -]*[A-Za-z0-9])?"
_ENDING = r"(Add|Corr|Amend|Rev)\.([1-9][0-9]*)"
_SYMBOL = re.compile(
    rf"(?P<body>{_SEGMENT}(?:/{_SEGMENT})*?)/(?:(?P<series>[A-Za-z]+)\.)?(?P<number>[1-9][0-9]*)"
    rf"(?P<endings>(?:/{_ENDING})*)(?P<stars>\**)"
)
_EXAMPLES = "CCM/12, CCM/CRP.3, CCM/12/Rev.1 or A/CONF.232/2022/L.5*"


class Relation(StrEnum):
    """What a document is to the one whose symbol it continues, in the order of a register."""

    ORIGINAL = ""
    REISSUE = "*"
    ADDENDUM = "Add"
    CORRIGENDUM = "Corr"
    AMENDMENT = "Amend"
    REVISION = "Rev"


_RANKS = {relation: rank for rank, relation in enumerate(Relation)}


@dataclass(frozen=True, slots=True)
class Series:
    """Documents of one kind of one body, which share a numbering: `CCM`, `CCM/CRP`, `A/CONF.232/2022/L`.

    >>> str(Series("CCM", "CRP").symbol(3))
    'CCM/CRP.3'
    """

    body: str
    name: str = ""

    def symbol(self, number: int) -> Symbol:
        return Symbol(self, number)

    def __str__(self) -> str:
        return f"{self.body}/{self.name}." if self.name else f"{self.body}/"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document's symbol; `endings` are the relations and numbers after its own number, `stars` its asterisks."""

    series: Series
    number: int
    endings: tuple[tuple[Relation, int], ...] = ()
    stars: int = 0

    def __str__(self) -> str:
        endings = "".join(f"/{relation}.{number}" for relation, number in self.endings)
        return f"{self.series}{self.number}{endings}{'*' * self.stars}"

    def __lt__(self, other: Symbol) -> bool:
        """The order of a register, by numbers and not by letters: 2 before 12, an addendum before a revision."""
        return _key(self) < _key(other)

    @property
    def relation(self) -> Relation:
        """What this document is to its parent.

        >>> parse("CCM/12/Rev.1").relation.name, parse("CCM/12*").relation.name
        ('REVISION', 'REISSUE')
        """
        if self.stars:
            return Relation.REISSUE
        return self.endings[-1][0] if self.endings else Relation.ORIGINAL

    @property
    def parent(self) -> Symbol | None:
        """The document whose symbol this one continues.

        >>> str(parse("CCM/12/Rev.1/Add.2").parent), parse("CCM/12").parent
        ('CCM/12/Rev.1', None)
        """
        if self.stars:
            return replace(self, stars=self.stars - 1)
        return replace(self, endings=self.endings[:-1]) if self.endings else None

    @property
    def slug(self) -> str:
        """A name for files that every system takes.

        >>> parse("A/CONF.232/2022/L.5/Rev.1*").slug
        'a-conf232-2022-l5-rev1-star'
        """
        words = str(self).replace(".", "").replace("*", "-star")
        return re.sub(r"[ /-]+", "-", words).lower()

    def replaces(self, other: Symbol) -> bool:
        """Whether this document takes the place of another: a revision or a reissue does, an addendum only adds.

        >>> parse("CCM/12/Rev.2").replaces(parse("CCM/12/Rev.1")), parse("CCM/12/Add.1").replaces(parse("CCM/12"))
        (True, False)
        """
        if self.relation not in (Relation.REISSUE, Relation.REVISION) or self.parent is None:
            return False
        if other == self.parent or self.parent.replaces(other):
            return True
        sibling = other.relation is Relation.REVISION is self.relation and other.parent == self.parent
        return sibling and other < self


def parse(written: str) -> Symbol:
    """The symbol that is written.

    Raises `Misuse` for what is none.

    >>> parse("CCM/CRP.3/Rev.1")
    Symbol(series=Series(body='CCM', name='CRP'), number=3, endings=((<Relation.REVISION: 'Rev'>, 1),), stars=0)
    """
    found = _SYMBOL.fullmatch(written)
    if found is None:
        raise Misuse(f'"{written}" is no document symbol; write one such as {_EXAMPLES}')
    endings = tuple((Relation(word), int(number)) for word, number in re.findall(_ENDING, found["endings"]))
    series = Series(found["body"], found["series"] or "")
    return Symbol(series, int(found["number"]), endings, len(found["stars"]))


def parse_series(written: str) -> Series:
    """The series that is written as its symbols begin.

    Raises `Misuse` for what begins no symbol.

    >>> parse_series("A/CONF.232/2022/L."), parse_series("CCM/")
    (Series(body='A/CONF.232/2022', name='L'), Series(body='CCM', name=''))
    """
    try:
        first = parse(written + "1")
    except Misuse:
        raise Misuse(f'"{written}" begins no document symbol; write "CCM/", "CCM/CRP." or the like') from None
    if first.endings or str(first.series) != written:
        raise Misuse(f'"{written}" begins no document symbol; write "CCM/", "CCM/CRP." or the like')
    return first.series


def _key(symbol: Symbol) -> tuple[object, ...]:
    pieces = (piece for piece in re.split(r"([0-9]+)", symbol.series.body) if piece)
    body = [(0, int(piece), "") if piece.isdigit() else (1, 0, piece.casefold()) for piece in pieces]
    endings = [(_RANKS[relation], number) for relation, number in symbol.endings]
    return body, symbol.series.name.casefold(), symbol.number, endings, symbol.stars, str(symbol)
