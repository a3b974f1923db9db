"""What somebody answers for with initials: a difference between an adopted text and its scrubbed form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from instrument.difference.classing import Difference


@dataclass(frozen=True, slots=True)
class Signature:
    """Who answers for one difference in a language of two texts, and why it changes nothing that was agreed.

    `line` is the line of the scrubbed text that it was signed in: a line that reads otherwise is not signed for.
    """

    on: str
    adopted: str
    scrubbed: str
    language: str
    at: date
    initials: str
    note: str
    old: str = ""
    new: str = ""
    line: str = ""

    def covers(self, difference: Difference, names: tuple[str, str], language: str) -> bool:
        """Whether it was said of this difference between texts of these names in this language."""
        said = self.on, self.old, self.new, self.line
        is_it = said == (difference.address, difference.old, difference.new, line_of(difference))
        return is_it and (self.adopted, self.scrubbed, self.language) == (*names, language)


def line_of(difference: Difference) -> str:
    """The line that a difference is in, as the scrubbed text has it."""
    return f"{difference.before}{difference.new}{difference.behind}"
