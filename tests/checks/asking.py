"""What a rule says of a few lines, for the tests of the rules."""

from instrument.checks import Reading, found
from instrument.checks.examples import example
from instrument.checks.values import Finding, Terms
from instrument.model import Instrument


def findings(
    code: str, *lines: str, final: bool = False, base: Instrument | None = None, language: str = "en"
) -> list[Finding]:
    reading = Reading(example(*lines, language=language), base, final)
    return [finding for finding, _ in found(reading, Terms(select=(code,)))]


def told(
    code: str, *lines: str, final: bool = False, base: Instrument | None = None, language: str = "en"
) -> list[str]:
    """The last part of each address, and what is said of it."""
    every = findings(code, *lines, final=final, base=base, language=language)
    return [f"{finding.line.address.partition('/')[2]}: {finding.message}" for finding in every]


def fixes(code: str, *lines: str, final: bool = False, language: str = "en") -> list[tuple[str, str | None]]:
    """The words of each finding and what should stand there."""
    return [
        (each.line.label if each.on_label else each.line.chars[each.start : each.end], each.fix)
        for each in findings(code, *lines, final=final, language=language)
    ]
