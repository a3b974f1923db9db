"""The edits of one proposal belong together: who takes some of them and not the others is told which."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from instrument.changes.digest import digest
from instrument.changes.items import (
    Changes,
    Delete,
    Gap,
    Insert,
    Item,
    Join,
    Move,
    Redesignate,
    Relabel,
    Replace,
    Restyle,
    Split,
)
from instrument.changes.singles import singles
from instrument.difference.names import clause_name
from instrument.model import Instrument, plain
from instrument.problem import Problem, Severity, Where
from instrument.proposals.disposition import Answer, Reflected, answers_to
from instrument.proposals.rebasing import words_of

_DEEDS = {Move: "moved", Split: "divided", Join: "joined with what stands before it", Restyle: "other emphasis"}
WORD_FOR_WORD = (Reflected.IN_FULL,)
MUCH_OF_IT = (Reflected.IN_FULL, Reflected.IN_OTHER_WORDS)


def left_behind(
    proposals: Iterable[tuple[str, Changes]],
    base: Instrument,
    through: Changes,
    taken: Container[Reflected] = WORD_FOR_WORD,
) -> Iterator[Problem]:
    """A warning for each proposal, by its name, of which what `through` makes of the base has some edits, others not.

    `taken` says which edits the text has; each edit that it has not is named with its place and words. A proposal of
    another text is left aside.

    >>> from instrument.difference.comparison import changes_of
    >>> from instrument.model import Clause, Provision, text
    >>> def draft(*lines): return Instrument((Clause("use", label="Article 1", provisions=tuple(
    ...     Provision(0, f"{number}.", text(line)) for number, line in enumerate(lines, 1))),))
    >>> base = draft("States shall act.", "They shall act soon.")
    >>> wanted = changes_of(base, draft("States may act.", "They may act soon."))
    >>> made = changes_of(base, draft("States may act.", "They shall act soon."))
    >>> print(*left_behind([("CCM/12", wanted)], base, made))
    CCM/12: warning: it is taken in part; left out: article 1, paragraph 2: “may” for “shall” [taken-in-part]
    """
    made = replace(through, items=tuple(singles(through, base)))
    for name, changes in proposals:
        items = singles(changes, base) if changes.base == through.base else ()
        answers = [answer for item in items for answer in answers_to(replace(changes, items=(item,)), base, made)]
        rest = [answer for answer in answers if answer.reflected not in taken]
        if 0 < len(rest) < len(answers):
            yield _problem(name, rest, base)


def left_out(name: str, edits: Iterable[Item], base: Instrument) -> Problem:
    """The same warning, where it is known which edits of a proposal are not taken."""
    nothing = Changes(digest(base), digest(base))
    rest = [answer for item in edits for answer in answers_to(replace(nothing, items=(item,)), base, nothing)]
    return _problem(name, rest, base)


def _problem(name: str, rest: Sequence[Answer], base: Instrument) -> Problem:
    told = "; ".join(_told(each, base) for each in rest)
    hint = "its edits belong together: take all of them, or ask its sponsors whether part is enough"
    return Problem(
        "taken-in-part", Severity.WARNING, Where(name), f"it is taken in part; left out: {told}", hint,
        words="\n".join(filter(None, (_words(each.rebased.item) for each in rest))),
    )  # fmt: skip


def _told(answer: Answer, base: Instrument) -> str:
    """An edit, where it belongs, and how far it is there all the same."""
    item = answer.rebased.item
    where = _gap(item.gap, answer, base) if isinstance(item, Insert) else answer.rebased.where
    there = "" if answer.reflected is Reflected.NOT else f" ({answer.reflected})"
    return f"{where}: {_edit(item)}{there}"


def _gap(gap: Gap, answer: Answer, base: Instrument) -> str:
    """Where something is put in: behind what stands before it."""
    if gap.clause:
        name = answer.rebased.where
        return f"after {name}" if gap.position else f"at the beginning of {name.partition(', ')[0]}"
    return f"after {clause_name(base.clauses[gap.position - 1], base.language)}" if gap.position else "at the beginning"


def _edit(item: Item) -> str:
    """An edit in a few words."""
    match item:
        case Replace(old=old, new=new) if old and new:
            return f"“{plain(new).strip()}” for “{plain(old).strip()}”"
        case Replace(new=new):
            return f"“{_words(item).strip()}” {'put in' if new else 'struck'}"
        case Insert():
            return f"“{_words(item)}” put in"
        case Delete():
            return f"“{_words(item)}” struck"
        case Relabel(old=old, new=new) | Redesignate(old=old, new=new):
            return f"“{new.label}” for “{old.label}”"
        case Move() | Split() | Join() | Restyle():
            return _DEEDS[type(item)]


def _words(item: Item) -> str:
    """The words that an edit is about: those it brings, else those it strikes."""
    match item:
        case Replace(old=old, new=new):
            return plain(new or old)
        case Insert(units=units) | Delete(units=units):
            return "\n".join(map(words_of, units))
        case _:
            return ""
