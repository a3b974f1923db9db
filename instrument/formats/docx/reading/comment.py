"""What somebody said in the margin of a Word file, and the one line in which a clause keeps it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from instrument.formats.docx.walking.blocks import Range

# Where the lines of a comment ended; it is no character that people type.
BREAK = " ↵ "
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: its author, its date, what it says, and the words that it is fastened to.

    `range` is where that is, None where its mark is not in the text; `answers` is the author of the comment that it
    answers, and `resolved` says that somebody marked it as done.
    """

    author: str
    date: str
    words: str
    range: Range | None = None
    on: str = ""
    answers: str | None = None
    resolved: bool = False

    @property
    def line(self) -> str:
        """The comment on one line.

        >>> Comment("Delegation A", "2026-01-02T09:30:00Z", 'insert "reliable"', on="as soon as possible").line
        'Delegation A, 2026-01-02, on "as soon as possible": insert "reliable"'
        >>> Comment("Delegation B", "", "Agreed.\\nLet us close this.", answers="Delegation A", resolved=True).line
        'Delegation B, answering Delegation A, resolved: Agreed. ↵ Let us close this.'
        """
        day = _DAY.match(self.date)
        said = [
            _named(self.author),
            day[0] if day else " ".join(self.date.split()),
            f'on "{_shortened(" ".join(self.on.split()))}"' if self.on.strip() and self.answers is None else "",
            f"answering {_named(self.answers)}" if self.answers is not None else "",
            "resolved" if self.resolved else "",
        ]
        lines = filter(None, map(str.strip, self.words.splitlines()))
        return f"{', '.join(filter(None, said))}: {BREAK.join(lines)}".rstrip()


def _named(author: str) -> str:
    return " ".join(author.split()) or "unknown"


def _shortened(words: str) -> str:
    """The first and the last of many words: all of them stand in the text."""
    if len(words) <= _LONGEST:
        return words
    half = _LONGEST // 2
    first, last = words[:half].rpartition(" ")[0], words[-half:].partition(" ")[2]
    return f"{first or words[:half]} … {last or words[-half:]}"
