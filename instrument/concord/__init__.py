"""Languages in step: texts of one instrument in several languages, laid beside the first and compared.

No words are shared between languages, so what is compared is what all of them must have alike: articles, paragraphs
and items (`units`, `alignment`, `unfolding`), brackets with their holders, and figures, dates and references in digits
and in words (`figures`, `chinese`, `vocabulary`). `comparing` says what is not in step, `style` how items are lettered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from instrument.concord.alignment import align
from instrument.concord.comparing import Side, compare
from instrument.concord.style import styles
from instrument.concord.unfolding import runs_on, unfold
from instrument.concord.units import units
from instrument.concord.values import Chapter, Concordance, Difference, Place
from instrument.model import Clause, Instrument, plain
from instrument.problem import Misuse

__all__ = ["Chapter", "Concordance", "Difference", "Place", "concord"]


def concord(texts: Sequence[Instrument], names: Sequence[str] = ()) -> Concordance:
    """Texts of one instrument in several languages, the original first: their units paired, and all that differs.

    Clauses go together by their ids. References are compared as they are printed: put their words in first. `names`
    are what the texts are called in places, their languages if none are given. Raises `Misuse` for fewer than two.

    >>> from instrument.model import Provision, text
    >>> en, fr = (
    ...     Instrument((Clause("use", provisions=(Provision(0, "1.", text(words)),)),), language)
    ...     for words, language in (("within thirty days", "en"), ("dans les vingt jours", "fr"))
    ... )
    >>> [difference.message for difference in concord((en, fr)).differences]
    ['en has "thirty", fr has "vingt"']
    """
    if len(texts) < 2:
        raise Misuse("one text is in step with itself; name the same text in another language too")
    called = tuple(names) or tuple(text.language for text in texts)
    chapters: list[tuple[Chapter, ...]] = []
    differences = [each for text, name in zip(texts, called, strict=True) for each in styles(text, name)]
    for text, name in zip(texts[1:], called[1:], strict=True):
        beside = tuple(_chapters(texts[0], text))
        chapters.append(beside)
        differences += _absent(texts[0], text, called[0], name)
        for chapter in beside:
            sides = (
                Side(called[0], texts[0].language, chapter.clause), Side(name, text.language, chapter.clause)
            )  # fmt: skip
            differences += compare(*sides, chapter)
    return Concordance(called, tuple(text.language for text in texts), tuple(chapters), tuple(differences))


def _chapters(base: Instrument, other: Instrument) -> Iterator[Chapter]:
    both = [(clause, there) for clause in base if (there := other.clause(clause.id))]
    long, longer = (sum(map(_length, side)) for side in zip(*both, strict=True)) if both else (1, 1)
    ratio = longer / long if long and longer else 1.0
    for clause, there in both:
        mine, theirs = units(clause, base.language), units(there, other.language)
        if runs_on(mine, theirs, ratio):
            yield Chapter(clause.id, unfold(mine, theirs, other.language), cut=True)
        else:
            yield Chapter(clause.id, align(mine, theirs, ratio))


def _length(clause: Clause) -> int:
    return sum(len(plain(words)) for words in clause.texts)


def _absent(base: Instrument, other: Instrument, name: str, called: str) -> Iterator[Difference]:
    """Clauses that only one text has, and those that stand in another order."""
    for has, lacks in ((base, other), (other, base)):
        for clause in has:
            if lacks.clause(clause.id) is None:
                places = Place(name, base.language, clause.id), Place(called, other.language, clause.id)
                known = clause.label or plain(clause.heading) or clause.id
                message = f'{has.language} has the clause {clause.id} ("{known}"), {lacks.language} does not'
                yield Difference("missing-clause", message, places)
    mine = [clause.id for clause in base if other.clause(clause.id)]
    theirs = [clause.id for clause in other if base.clause(clause.id)]
    for one, two in zip(mine, theirs, strict=True):
        if one != two:
            places = Place(name, base.language, one), Place(called, other.language, two)
            yield Difference("order", f"where {base.language} has {one}, {other.language} has {two}", places)
            return
