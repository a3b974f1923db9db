"""A rule, what it found, and the houses that it is kept in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from instrument.model import Text
from instrument.problem import Severity
from instrument.references import Place


@dataclass(frozen=True, slots=True)
class Rule:
    """How grave a finding of a rule is in a draft and in a final text; None where it does not matter there.

    `languages` are those that the rule can read; empty means all of them. `profiles` are the houses that keep it.
    """

    code: str
    draft: Severity | None = Severity.WARNING
    final: Severity | None = Severity.ERROR
    languages: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One text of a clause as a reader sees it: its address, its label, its characters and their offsets.

    In `chars` an atom that is not a run is one character, U+FFFC, so that offsets are those of the model.
    """

    place: Place
    address: str
    label: str
    chars: str
    content: Text = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule has to say about the characters `start` to `end` of a line, or of its label where `on_label`.

    `fix` is what should stand there instead, where that is certain. `severity` is the rule's unless it is given.
    """

    line: Line
    start: int
    end: int
    message: str
    hint: str = ""
    fix: str | None = None
    on_label: bool = False
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class House:
    """What a style profile asks for beyond citations.

    `ize` is whether words end in -ize; `spelling` has other words as the house writes them, by how it does not.
    """

    name: str
    ize: bool
    spelling: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Terms:
    """Which rules are kept: chosen, left out, or graded otherwise ("off" for not at all); none chosen means all."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, str] = field(default_factory=dict)

    def over(self, base: Terms) -> Terms:
        """These terms where they say something, those of the base where they do not."""
        severities = {**base.severities, **self.severities}
        return Terms(self.select or base.select, (*base.ignore, *self.ignore), severities)


HOUSES = {"un": House("un", ize=True), "ccm": House("ccm", ize=False)}
