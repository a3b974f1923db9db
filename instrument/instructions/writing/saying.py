"""Changes as the sentences that a drafting lawyer would write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from instrument.changes.describing import describe
from instrument.changes.items import Changes, Place
from instrument.changes.performing import perform
from instrument.instructions import languages
from instrument.instructions.amending import amend
from instrument.instructions.standing import Standing
from instrument.instructions.writing import chapters, leaving
from instrument.instructions.writing.orders import Order
from instrument.instructions.writing.phrases import phrases, sentence
from instrument.instructions.writing.proof import Bench
from instrument.model import Instrument
from instrument.problem import Read

_MOST = 4  # orders that one sentence gives


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an amendment, and the place of the text that it is about."""

    place: Place
    words: str

    def __str__(self) -> str:
        return self.words


def say(changes: Changes, base: Instrument, language: str = "", profile: str = "un") -> Read[tuple[Sentence, ...]]:
    """Changes as instructions in prose, in the order of the text; read again, they make the same changes.

    `language` is that of the instructions, the text's own if not given; one that instructions are not read in is
    written as English. What prose does not say (emphasis, holders of brackets, live references where plain words
    stand, ids) and what no sentence was found for are problems, by name and place.
    Raises `Misuse` where the base is another text than the one that the changes were made for.

    >>> from instrument.difference.comparison import changes_of
    >>> from instrument.model import Clause, Provision, text
    >>> old, new = (Instrument((Clause("use", label="Article 4", provisions=(Provision(0, "1.", text(words)),)),))
    ...     for words in ("States shall clear mines.", "States shall clear remnants of war."))
    >>> print(say(changes_of(old, new), old).value[0])
    In article 4, paragraph 1, replace “mines” with “remnants of war”.
    """
    chosen = languages.spoken(language or base.language)
    performed = perform(changes, base)
    wanted = describe(base, performed.result, performed.pairing).items
    standing = Standing(base, profile)
    bench = Bench(standing, performed.result, languages.language(chosen), phrases(chosen), chosen)
    sentences = tuple(_joined(chapters.orders(wanted, bench), bench))
    read = amend(base, "\n\n".join(map(str, sentences)), chosen, profile=profile)
    return Read(sentences, leaving.left(wanted, read.changes.items, read.instrument, bench))


def _joined(orders: Sequence[Order], bench: Bench) -> Iterator[Sentence]:
    """Orders for one place as one sentence, where it says the same as its parts."""
    groups: list[list[Order]] = []
    for order in orders:
        last = groups[-1] if groups else []
        if last and order.within and last[-1].within == order.within and len(last) < _MOST:
            last.append(order)
        else:
            groups.append([order])
    for group in groups:
        said = _together(group, bench) if len(group) > 1 else ""
        if said:
            yield Sentence(group[0].place, said)
        else:
            yield from (Sentence(order.place, order.sentence(bench)) for order in group)


def _together(group: Sequence[Order], bench: Bench) -> str:
    """Orders in one sentence: with commas, or else with semicolons; nothing where neither says what they say alone."""
    *firsts, last = (order.phrase for order in group)
    items = [item for order in group for item in order.items]
    least = min(order.grade for order in group)
    link = bench.phrases.say("and where" if last.startswith(bench.phrases.wheres) else "and")
    for row in (link.join([", ".join(firsts), last]), bench.phrases.say("then").join([*firsts, last])):
        said = sentence(bench.phrases.say("within", place=group[0].within, orders=row))
        if bench.grade(said, items) >= least:
            return said
    return ""
