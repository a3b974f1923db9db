"""What `library.toml` says: languages, delegations, groups, the style, and the tree of stages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from instrument import tables
from instrument.checks.values import Terms
from instrument.problem import CannotRead, Misuse, Problem, Read
from instrument.proposals import moments
from instrument.proposals.sponsors import Group, Member
from instrument.proposals.symbol import parse_series
from instrument.tables import ANY, Rows, Schema, Shape, Source

FORMAT = 1
KINDS = ("basic proposal", "President's text", "facilitator's paper", "non-paper", "adopted", "corrected")
ADOPTED = ("adopted", "corrected")  # the kinds of a text that is no longer negotiated
RECORDS = "issued"
CORRECTED = "corrected"
ONLY_CORRECTIONS = f'call it kind = "{CORRECTED}"; a new text is drafted in a workspace of its own'
RESERVED = ("proposals", RECORDS)  # folders beside the clauses that hold other things

_NAMES = {ANY: Shape.TEXT}  # by language
_SHAPES: dict[str, Schema] = {
    "format": Shape.NUMBER,
    "title": Shape.TEXT,
    "languages": {"original": Shape.TEXT, "authentic": Shape.TEXTS, "courtesy": Shape.TEXTS},
    "style": {"profile": Shape.TEXT},
    "checks": {"select": Shape.TEXTS, "ignore": Shape.TEXTS, "severity": {ANY: Shape.TEXT}},
    "series": {ANY: Shape.TEXT},
    "delegations": {ANY: _NAMES},
    "groups": {
        ANY: {
            "name": _NAMES,
            "members": Rows({"delegation": Shape.TEXT, "from": Shape.DATE, "until": Shape.DATE}),
        }
    },
    "stages": {
        ANY: {
            "base": Shape.TEXT,
            "kind": Shape.TEXT,
            "date": Shape.DATE,
            "symbol": Shape.TEXT,
            "sealed": Shape.FLAG,
            "order": Shape.TEXTS,
        }
    },
}


@dataclass(frozen=True, slots=True)
class Stage:
    """A named state of the text: the stage it grew from, what it is, when it was issued and under which symbol.

    `order` lists its clauses, or is empty where the base's order stands; a sealed stage takes no more writes.
    """

    id: str
    base: str = ""
    kind: str = ""
    date: date | None = None
    symbol: str = ""
    sealed: bool = False
    order: tuple[str, ...] = ()

    @property
    def is_adopted(self) -> bool:
        """Whether nothing in it is left to negotiate; a draft that was issued and sealed is none."""
        return self.kind in ADOPTED

    @property
    def takes_only_corrections(self) -> bool:
        """Whether what grows from it corrects it: an adopted text that is sealed is changed by nothing else."""
        return self.sealed and self.is_adopted

    @property
    def name(self) -> str:
        """What a stage is called among people: its kind and its symbol, or whatever it has of these, or its id.

        >>> Stage("second-draft", kind="President's text", symbol="DC/2026/PT/1").name
        "President's text (DC/2026/PT/1)"
        """
        kind = self.kind[:1].upper() + self.kind[1:]
        return f"{kind} ({self.symbol})" if kind and self.symbol else kind or self.symbol or self.id


@dataclass(frozen=True, slots=True)
class Settings:
    """The whole of `library.toml`.

    `checks` says which drafting rules are kept; `delegations` gives each one's name by language, `series` how the
    symbols of each kind of document begin.
    """

    source: Source
    title: str = ""
    original: str = "en"
    authentic: tuple[str, ...] = ()
    courtesy: tuple[str, ...] = ()
    profile: str = "un"
    checks: Terms = field(default_factory=Terms)
    series: Mapping[str, str] = field(default_factory=dict)
    delegations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    stages: Mapping[str, Stage] = field(default_factory=dict)

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.original, *self.authentic, *self.courtesy)))

    @property
    def speakers(self) -> tuple[str, ...]:
        """The names in the original language of all who may speak: delegations, then groups."""
        named = (*self.delegations.values(), *(group.name for group in self.groups.values()))
        return tuple(names[self.original] for names in named if self.original in names)

    def speaker(self, name: str) -> str:
        """The name in the original language of a delegation or group, given in any language or by its id.

        Raises `Misuse` for one that is not there.
        """
        known = dict(self.delegations)
        known |= {group.id: group.name for group in self.groups.values()}
        for id, names in known.items():
            if name in (id, *names.values()) and self.original in names:
                return names[self.original]
        hint = tables.did_you_mean(name, self.speakers) or f"; there are: {', '.join(self.speakers) or 'none'}"
        raise Misuse(f'"{name}" is no delegation and no group here{hint}')

    def speaks_for(self, delegation: str, group: str, when: date) -> str:
        """The name of a group for which a delegation may speak at a moment.

        Raises `Misuse` for one that is no group, or of which it is no member then; a group that names no members lets
        anybody speak for it.
        """
        named = self.speaker(group)
        found = next((each for each in self.groups.values() if named in each.name.values()), None)
        if found is None:
            raise Misuse(f"{named} is no group here, so {delegation} cannot speak for it")
        members = [self.delegations.get(id, {}).get(self.original, id) for id in found.members_at(when)]
        if found.members and delegation not in (*members, named):
            told = ", ".join(members) or "nobody"
            raise Misuse(f"{delegation} is not in {named} on {moments.show(when)}; in it are: {told}")
        return named

    def ancestry(self, stage: str) -> tuple[str, ...]:
        """A stage and what it grew from, the newest first; a cycle is walked once.

        >>> Settings(Source("", ""), stages={"a": Stage("a"), "b": Stage("b", base="a")}).ancestry("b")
        ('b', 'a')
        """
        line: list[str] = []
        while stage in self.stages and stage not in line:
            line.append(stage)
            stage = self.stages[stage].base
        return tuple(line)

    def order(self, stage: str) -> tuple[str, ...]:
        """The ids of a stage's clauses: its own order, or the nearest one it inherits."""
        return next((self.stages[near].order for near in self.ancestry(stage) if self.stages[near].order), ())


def tree(settings: Settings) -> tuple[Stage, ...]:
    """The stages, each followed by those that grew from it.

    >>> [stage.id for stage in tree(Settings(Source("", ""), stages={"b": Stage("b", base="a"), "a": Stage("a")}))]
    ['a', 'b']
    """

    def under(base: str) -> Iterator[Stage]:
        for stage in settings.stages.values():
            if stage.base == base:
                yield stage
                yield from under(stage.id)

    grown = dict.fromkeys(under(""))
    return (*grown, *(stage for stage in settings.stages.values() if stage not in grown))


def read(source: Source) -> Read[Settings]:
    """The settings in a `library.toml`; what is not broken is kept.

    Raises `CannotRead` for what is not TOML at all, or was written by a later version of this library.
    """
    whole = tables.read(source)
    if whole.problems:
        raise CannotRead(f"{source.name} is not TOML; mend it where this points", whole.problems)
    if whole.value.get("format", FORMAT) != FORMAT:
        raise CannotRead(f"{source.name} is not of format {FORMAT}; another version of this program reads it")
    table, problems = (checked := tables.check(source, whole.value, _SHAPES)).value, checked.problems
    languages, style = table.get("languages", {}), table.get("style", {})
    settings = Settings(
        source,
        title=table.get("title", ""),
        original=languages.get("original", "en"),
        authentic=tuple(languages.get("authentic", ())),
        courtesy=tuple(languages.get("courtesy", ())),
        profile=style.get("profile", "un"),
        checks=_terms(table.get("checks", {})),
        series=table.get("series", {}),
        delegations=table.get("delegations", {}),
        groups={id: _group(id, group) for id, group in table.get("groups", {}).items()},
        stages={
            id: Stage(id, **stage | {"order": tuple(stage.get("order", ()))})
            for id, stage in table.get("stages", {}).items()
        },
    )
    return Read(settings, (*problems, *_inconsistencies(settings)))


def _terms(table: Mapping[str, Any]) -> Terms:
    return Terms(tuple(table.get("select", ())), tuple(table.get("ignore", ())), table.get("severity", {}))


def _group(id: str, table: Mapping[str, Any]) -> Group:
    members = (Member(row.get("delegation", ""), row.get("from"), row.get("until")) for row in table.get("members", ()))
    return Group(id, table.get("name", {}), tuple(members))


def _inconsistencies(settings: Settings) -> Iterator[Problem]:
    """What does not hang together: stages without a base, circles, unsafe names, orders that repeat."""
    for language in settings.languages:
        if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", language):
            message = f'"{language}" is no code of a language; write "en", "fr", "zh" and the like'
            yield settings.source.error("language", message, ("languages",))
    for key, series in settings.series.items():
        try:
            parse_series(series)
        except Misuse as refusal:
            yield settings.source.error("series", str(refusal), ("series", key))
    for stage in settings.stages.values():
        yield from _stage_problems(settings, stage)
    for group in settings.groups.values():
        for member in group.members:
            if member.delegation not in settings.delegations:
                message = f'the group "{group.id}" has the member "{member.delegation}", which is no delegation here'
                message += tables.did_you_mean(member.delegation, settings.delegations)
                yield settings.source.error("unknown-delegation", message, ("groups", group.id, "members"))


def _stage_problems(settings: Settings, stage: Stage) -> Iterator[Problem]:
    error, stages, keys = settings.source.error, settings.stages, ("stages", stage.id)
    if reason := unsafe(stage.id):
        yield error("unsafe-name", f'"{stage.id}" cannot name a stage: {reason}', keys)
    line = settings.ancestry(stage.id)
    if stage.base and stage.base not in stages:
        message = f'"{stage.id}" has the base "{stage.base}", which is no stage here'
        yield error("unknown-stage", message + tables.did_you_mean(stage.base, stages), (*keys, "base"))
    elif stages[line[-1]].base in line:
        message = f'the bases of "{stage.id}" run in a circle: {" < ".join((*line, stages[line[-1]].base))}'
        yield error("circle", message, (*keys, "base"))
    if stage.kind and stage.kind not in KINDS:
        message = f'"{stage.kind}" is no kind of stage{tables.did_you_mean(stage.kind, KINDS)}'
        yield error("unknown-kind", message, (*keys, "kind"), f"a stage is one of: {', '.join(KINDS)}")
    base = stages.get(stage.base)
    if base and base.takes_only_corrections and stage.kind != CORRECTED:
        message = f'"{base.id}" is adopted and sealed, and "{stage.id}" on it is no corrected stage'
        yield error("sealed-base", message, (*keys, "kind"), ONLY_CORRECTIONS)
    for id in dict.fromkeys(id for id in stage.order if stage.order.count(id) > 1):
        yield error("duplicate-id", f'"{stage.id}" orders "{id}" more than once', (*keys, "order"))


def unsafe(name: str) -> str:
    """Why a name cannot be a file's name everywhere, Windows included; empty when it can.

    >>> unsafe("clearance"), unsafe("con")
    ('', 'Windows keeps that name for a device')
    """
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        return "a name is made of small letters from a to z, digits and single hyphens"
    if re.fullmatch(r"con|prn|aux|nul|(com|lpt)[0-9]", name):
        return "Windows keeps that name for a device"
    if name in RESERVED:
        return "a folder of that name holds something else"
    return ""
