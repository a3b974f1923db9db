"""What a proposal does to a text as it stands on record: with the sub-amendments to it that were adopted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from instrument.changes import Changes, apply, carry, compose, digest
from instrument.changes.overlapping import Clash
from instrument.library import bases
from instrument.model import Instrument
from instrument.problem import Misuse, Problem, Severity, Where
from instrument.proposals.moments import order
from instrument.proposals.proposal import Proposal


def effect(proposal: Proposal, base: Instrument, known: Sequence[Proposal], problems: list[Problem]) -> Changes:
    """What a proposal does, as it was adopted where it was orally amended, with the adopted ones of `known` to it.

    What should be looked at is added to `problems`. Raises `Misuse` where its changes are not recorded, are of another
    text, or contradict one another.
    """
    changes = proposal.effect
    if changes is None:
        raise Misuse(f"{proposal.name} has words but no changes yet; make them before it is adopted")
    if changes.base != digest(base):
        raise Misuse(f"{proposal.name} was made for another text than {proposal.against} is now; make it again")
    if not bases.is_true(changes, base):
        raise Misuse(f"the changes of {proposal.name} do not make the text that they say they make; mend its file")
    below = (each for each in known if each.against == proposal.name and each.is_adopted)
    adopted = sorted(below, key=lambda each: order(each.life[-1].at))
    if not adopted:
        return changes
    text = apply(changes, base)
    further = together([(each.name, effect(each, text, known, problems)) for each in adopted], text, problems)
    return compose(changes, further, base)


def together(parts: Iterable[tuple[str, Changes]], base: Instrument, problems: list[Problem]) -> Changes:
    """The changes of several proposals, by their names, as one; `Misuse` where they contradict one another."""
    (name, total), *others = parts
    names = [name]
    for name, changes in others:
        carried = carry(changes, total, base)
        if carried.contrary:
            raise Misuse(f"{name} contradicts {' or '.join(names)}; adopt one of them, or a text as orally amended")
        if any(meeting.clash is Clash.BESIDE for meeting in carried.met):
            message = f"{name} adds words where {' or '.join(names)} adds words; its own stand after them"
            problems.append(Problem("beside", Severity.WARNING, Where(name), message, "look at their order"))
        total = compose(total, carried.changes, base)
        names.append(name)
    return total
