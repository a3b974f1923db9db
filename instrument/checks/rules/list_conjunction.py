"""The items of a list are joined by "and" or "or" before the last one, where the lists of the text are.

Whether all conditions must be met or one is enough hangs on that word; it goes astray when an item is added behind the
last, or the last is struck. A list of whole sentences needs none, nor does a text that never writes one.

Source: legislative drafting practice, cumulative and alternative lists.

>>> from instrument.checks.examples import trial
>>> trial("list-conjunction", "1. A Party shall:", "  (a) look;", "  (b) meet; and", "  (c) report; and", "  (d) go.")
article-1/1/b: and: "and" stands before an item that is not the last
>>> trial("list-conjunction", "1. A Party shall:", "  (a) look; and", "  (b) meet;", "  (c) go.", "2. None.")
article-1/1/a: and: "and" stands before an item that is not the last
>>> trial("list-conjunction", "1. A Party shall:", "  (a) look;", "  (b) meet;", "  (c) report.", "2. None.")
article-1/1/b: ;: the last item is joined by no "and" or "or"
>>> trial("list-conjunction", "1. A Party shall:", "  (a) look;", "  (b) meet; or", "  (c) report.", "2. None.")
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from instrument.checks.lists import JOINTS, Ending, Item, Listing, ending
from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Rule
from instrument.problem import Severity

RULE = Rule("list-conjunction", Severity.WARNING, Severity.WARNING, languages=("en", "fr", "es", "ru", "nl"))

_HALF, _HABIT = 0.5, 0.7  # the share of the other lists that have one: where it is remarked on, where it is a habit
# An item that is a definition says something by itself.
_DEFINES = re.compile(r"\W*[“«\"„]|\w+ [“«\"„]")


def find(reading: Reading) -> Iterator[Finding]:
    lists = [
        listing
        for listing in reading.lists
        if listing.is_list and len(listing.items) > 1 and not _is_pending(listing, reading)
    ]
    read = [(listing, _endings(listing, reading.language)) for listing in lists]
    joined = [(listing, endings) for listing, endings in read if _is_joined(listing, endings)]
    having = sum(_has_joint(listing, endings, reading.language) for listing, endings in joined)
    share = having / (len(joined) - 1) if len(joined) > 1 else 1.0
    for listing, endings in joined:
        yield from _astray(listing, endings)
        if share >= _HALF and not _has_joint(listing, endings, reading.language):
            words = " or ".join(f'"{word}"' for word in JOINTS[reading.language][:2])
            message = f"the last item is joined by no {words}"
            severity = None if share >= _HABIT else Severity.INFO
            last, at = listing.items[-2].last, endings[-2].at
            yield Finding(last, at, at + 1, message, f"say {words} before it", severity=severity)


def _is_pending(listing: Listing, reading: Reading) -> bool:
    """Whether some of its items may not stand there in the end."""
    return any(item.line.place in reading.pending for item in listing.items)


def _endings(listing: Listing, language: str) -> list[Ending]:
    return [ending(item.last.chars, language) for item in listing.items]


def _is_joined(listing: Listing, endings: Sequence[Ending]) -> bool:
    """Whether the items are parts of one sentence, which semicolons or commas join."""
    inside = [each for each in endings[:-1] if each.stop in (";", ",") or each.joint]
    if any(_DEFINES.match(item.line.chars) for item in listing.items):
        return False
    return len(inside) * 2 > len(endings) - 1


def _has_joint(listing: Listing, endings: Sequence[Ending], language: str) -> bool:
    first = re.match(r"\W*([\w/]+)", listing.items[-1].line.chars)
    begins = bool(first and first[1].casefold() in JOINTS[language])
    return begins or any(each.joint for each in endings[:-1])


def _astray(listing: Listing, endings: Sequence[Ending]) -> Iterator[Finding]:
    """Each "and" that stands elsewhere than before the last item, unless it stands before every one."""
    inside = endings[:-1]
    if not all(each.joint for each in inside):
        for item, each in list(zip(listing.items, inside, strict=False))[:-1]:
            if each.joint and not _is_bracketed(item, each):
                message = f'"{each.joint}" stands before an item that is not the last'
                yield Finding(item.last, each.joint_at, each.joint_at + len(each.joint), message)
    words = {each.joint.casefold() for each in inside if each.joint}
    if len(words) > 1 and all(each.joint for each in inside):
        item, each = listing.items[-2], inside[-1]
        message = "the items of one list are joined by different words"
        yield Finding(item.last, each.joint_at, each.joint_at + len(each.joint), message)
    last = endings[-1]
    if last.joint and not listing.continues and not _is_bracketed(listing.items[-1], last):
        message = f'nothing comes behind "{last.joint}"'
        yield Finding(listing.items[-1].last, last.joint_at, last.joint_at + len(last.joint), message)


def _is_bracketed(item: Item, end: Ending) -> bool:
    """Whether an "and" is not agreed."""
    return "]" in item.last.chars[end.joint_at :]
