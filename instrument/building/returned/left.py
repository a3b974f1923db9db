"""Changes taken on to another text, and what of them has no place there, with its words."""

from __future__ import annotations

from instrument.building.returned.values import Returned
from instrument.changes import Changes, carry
from instrument.changes.wording import clause_of, words_of
from instrument.difference.comparison import changes_of
from instrument.model import Instrument
from instrument.problem import Problem, Read, Severity, Where


def onto(changes: Changes, returned: Returned, text: Instrument) -> Read[Changes]:
    """Changes of the base that a file was made from, as changes of another text; what found no place is reported.

    >>> from instrument.building.returned.values import Returned
    >>> from instrument.model import Clause, Provision, text
    >>> old, new = (Instrument((Clause("use", provisions=(Provision(text=text(words)),)),)) for words in ("a b", "a c"))
    >>> lost = changes_of(old, Instrument((Clause("use", provisions=(Provision(text=text("a d")),)),)))
    >>> onto(lost, Returned(old, "first-draft", (), lost, lost), new).problems[0].message
    'a change meets another that was made since in "use", and is left out: "d"'
    """
    through = changes_of(returned.base, text)
    return carried(changes, through, returned.base, Where(), "a change meets another that was made since")


def carried(changes: Changes, through: Changes, base: Instrument, where: Where, what: str) -> Read[Changes]:
    """Changes as they are once `through` is done; `what` says why something is left out."""
    done = carry(changes, through, base)
    left = (
        Problem(
            "no-place", Severity.ERROR, where, f'{what} in "{clause_of(item)}", and is left out: "{words_of(item)}"'
        )
        for item in done.contrary
    )
    there = (
        Problem("there-already", Severity.WARNING, where, f'a change is there already: "{words_of(item)}"')
        for item in done.satisfied
        if item not in done.contrary
    )
    return Read(done.changes, (*left, *there))
