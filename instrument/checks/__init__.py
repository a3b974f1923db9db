"""What goes wrong in every treaty, looked for before a text is adopted: one rule, one file in `rules`.

A rule is a module: its docstring says what it asks, why, and where that is from, with a text that fails it and one that
passes; `RULE` says how grave it is; `find` yields what it found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType, ModuleType

from instrument.checks.reading import Reading, Unknown
from instrument.checks.values import Finding, Rule, Terms
from instrument.checks.waivers import Waivers
from instrument.model import Instrument
from instrument.problem import Misuse, Problem, Severity, Where

__all__ = ["CODES", "Reading", "Waivers", "check", "chosen", "found", "rule_module"]

# In the order of the list that drafters check by.
CODES = (
    "reference-unresolved", "reference-shifted", "consequential", "term-undefined", "term-drift", "term-given-up",
    "definition-unused", "definition-circular", "definition-late", "definition-changed", "numbering-continuous",
    "bracket-left", "unbalanced", "lone-item", "list-conjunction", "and-or", "list-punctuation", "item-grammar",
    "modal-force", "party-name", "citation-style", "spelling-profile", "date-style", "figure-words", "doubled-words",
    "spacing", "inclusive-terms", "foreign-italic", "odd-word", "label-style", "heading-present", "recital",
    "entry-into-force", "final-clauses", "final-clause-references", "contents-heading",
)  # fmt: skip
# These ask what changed, and are not even read where there is nothing to compare with.
COMPARING = frozenset({"reference-shifted", "consequential", "term-given-up", "definition-changed", "modal-force"})


def rule_module(code: str) -> ModuleType:
    """The module of a rule. Raises `Misuse` for a code that no rule has, with the codes listed."""
    if code not in CODES:
        raise Misuse(f'there is no rule "{code}"; the rules are {", ".join(CODES)}')
    return import_module(f"instrument.checks.rules.{code.replace('-', '_')}")


def check(
    instrument: Instrument,
    base: Instrument | None = None,
    final: bool = False,
    profile: str = "un",
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    severities: Mapping[str, str] = MappingProxyType({}),
    unknown: Unknown | None = None,
) -> tuple[Problem, ...]:
    """What the drafting rules find in a text, in reading order.

    `base` is the text that it grew from; `final` says that nothing is left to negotiate; `select` names the rules to
    keep to, `ignore` those to leave out; `severities` overrides how grave a rule is, "off" for not at all; `unknown`
    says of words which ones a language has not, where there is a dictionary. What a
    `%% waive CODE: reason` beside a provision or a clause excuses is left out; a waiver without a reason, or one that
    excuses nothing, is itself reported. Raises `Misuse` for a rule or a severity that does not exist.

    >>> from instrument.checks.examples import example
    >>> [problem.code for problem in check(example("# Article 1 Use", "Subject to article 7."))]
    ['reference-unresolved']
    """
    waivers = Waivers(instrument, CODES)
    terms = Terms(tuple(select), tuple(ignore), severities)
    told = [problem for _, problem in found(Reading(instrument, base, final, profile, unknown), terms, waivers)]
    return (*told, *(() if select else waivers.problems))


def found(reading: Reading, terms: Terms, waivers: Waivers | None = None) -> list[tuple[Finding, Problem]]:
    """The findings on a reading with the problems they make, in reading order."""
    every: list[tuple[Finding, Problem]] = []
    for code in chosen(terms):
        if code in COMPARING and reading.base is None:
            continue
        module = rule_module(code)
        severity = _severity(module.RULE, reading, terms.severities.get(code, ""))
        if severity is None:
            continue
        for finding in module.find(reading):
            if waivers is None or not waivers.excuse(code, finding.line.place):
                every.append((finding, _problem(code, severity, finding)))
    order = {line.place: at for at, line in enumerate(reading.lines)}
    return sorted(every, key=lambda pair: (order[pair[0].line.place], not pair[0].on_label, pair[0].start))


def chosen(terms: Terms) -> Iterator[str]:
    """The codes of the rules to apply. Raises `Misuse` for one that no rule has."""
    for code in (*terms.select, *terms.ignore, *terms.severities):
        rule_module(code)
    return (code for code in CODES if (not terms.select or code in terms.select) and code not in terms.ignore)


def _severity(rule: Rule, reading: Reading, override: str) -> Severity | None:
    if rule.languages and reading.language not in rule.languages:
        return None
    if rule.profiles and reading.profile not in rule.profiles:
        return None
    if not override:
        return rule.final if reading.final else rule.draft
    if override != "off" and override not in (*Severity,):
        raise Misuse(f'"{override}" is no severity of {rule.code}; there are {", ".join(Severity)} and off')
    return None if override == "off" else Severity(override)


def _problem(code: str, severity: Severity, finding: Finding) -> Problem:
    line = finding.line
    source = f"{line.label}\t{line.chars}" if line.label else line.chars
    ahead = 0 if finding.on_label or not line.label else len(line.label) + 1
    where = Where(line.address, 0, ahead + finding.start + 1, source.replace("\t", " ").replace("\ufffc", "·"))
    words = line.label if finding.on_label else line.chars[finding.start : finding.end]
    hint = finding.hint or (f'write "{finding.fix}"' if finding.fix else "")
    return Problem(code, finding.severity or severity, where, finding.message, hint, words)
