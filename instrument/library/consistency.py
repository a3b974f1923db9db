"""What does not hang together in a register: names that clash, bases that are missing, words that were touched."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from instrument import tables
from instrument.library.register import ENDING, Entry, Register
from instrument.library.settings import Settings
from instrument.problem import Problem, Severity, Where
from instrument.proposals.life import Event
from instrument.proposals.proposal import rewritten


def problems(register: Register, settings: Settings) -> Iterator[Problem]:
    """Everything that is wrong with the proposals as such; whether they fit their texts is another question."""
    yield from register.found
    for entry in register.entries:
        yield from entry.problems
        yield from _unknown(entry, register, settings)
        yield from _unissued(entry, register)
    for one, other in combinations([entry for entry in register.entries if entry.proposal.symbol], 2):
        if _slug(one) == _slug(other):
            message = f"{other.proposal.name} and {one.proposal.name} are one name for a file"
            yield other.error("symbol-twice", message, "symbol", f"the other stands in {one.path.name}")
    symbols = [entry.proposal.symbol for entry in register.entries]
    for entry in register.issued:
        if entry.proposal.symbol not in symbols:
            message = f"{entry.proposal.name} was issued, but no proposal has that symbol"
            hint = "put its file back; it is on record as issued"
            yield entry.error("not-registered", message, "symbol", hint)


def circle(entry: Entry, register: Register) -> tuple[str, ...]:
    """The names by which proposals amend one another in a circle; empty where they do not."""
    line: list[str] = []
    names = {each.names[0]: each for each in register.entries}
    at: Entry | None = entry
    while at is not None:
        if at.names[0] in line:
            return (*line[line.index(at.names[0]) :], at.names[0])
        line.append(at.names[0])
        at = names.get(at.proposal.against)
    return ()


def _slug(entry: Entry) -> str:
    return entry.proposal.symbol.slug if entry.proposal.symbol else ""


def _unknown(entry: Entry, register: Register, settings: Settings) -> Iterator[Problem]:
    """Texts, delegations and languages that are not there."""
    proposal = entry.proposal
    bases = (*settings.stages, *(str(each.proposal.symbol) for each in register.entries if each.proposal.symbol))
    if proposal.against and proposal.against not in bases:
        message = f'"{proposal.against}" is neither a stage nor a proposal'
        yield entry.error("unknown-base", message + tables.did_you_mean(proposal.against, bases), "against")
    elif names := circle(entry, register):
        yield entry.error("circle", f"the proposals amend one another in a circle: {' < '.join(names)}", "against")
    if proposal.language not in settings.languages:
        message = f'"{proposal.language}" is no language here; there are: {", ".join(settings.languages)}'
        yield entry.error("language", message, "language")
    for name in dict.fromkeys(name for one in proposal.sponsors for name in (one.name, one.behalf) if name):
        if name not in settings.speakers:
            message = f'"{name}" is no delegation and no group here{tables.did_you_mean(name, settings.speakers)}'
            yield entry.error("unknown-delegation", message, "sponsors", "add it to library.toml, or mend the name")


def _unissued(entry: Entry, register: Register) -> Iterator[Problem]:
    """Where the symbol, the life, the name of the file and what was issued disagree."""
    proposal, symbol = entry.proposal, entry.proposal.symbol
    was_issued = any(step.event is Event.ISSUED for step in proposal.life)
    if symbol is None and was_issued:
        yield entry.error("no-symbol", "this proposal was issued, but has no symbol", "life")
    elif symbol is not None and not was_issued and proposal.life:
        hint = "take the symbol out and issue it, or add the step to its life"
        yield entry.error("not-issued", f"{symbol} has a symbol, but was never issued", "symbol", hint)
    elif symbol is not None:
        if entry.path.stem != symbol.slug:
            message = f'{symbol} stands in a file called "{entry.path.name}"'
            hint = f"call it {symbol.slug}{ENDING}"
            yield Problem("misnamed", Severity.WARNING, Where(str(entry.path)), message, hint)
        yield from _touched(entry, register)


def _touched(entry: Entry, register: Register) -> Iterator[Problem]:
    proposal = entry.proposal
    issued = next((each for each in register.issued if each.proposal.symbol == proposal.symbol), None)
    if issued is None:
        message = f"{proposal.symbol} was issued, but what was issued is not kept"
        yield entry.error("not-kept", message, "symbol", f"put it back as issued/{_slug(entry)}{ENDING}")
    elif reason := rewritten(issued.proposal, proposal):
        hint = f"take them from {issued.path}; issue others as a revision"
        yield entry.error("issued-touched", f"{reason} are not what was issued", "symbol", hint)
