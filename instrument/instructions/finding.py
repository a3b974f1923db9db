"""Where quoted words stand in the provisions that were named: exactly, as whole words, and which of several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from instrument.changes.items import Place
from instrument.instructions.elements import LAST
from instrument.instructions.instruction import Passage
from instrument.instructions.refusal import Refused, listed
from instrument.instructions.scope import Scope
from instrument.instructions.standing import Printed, Standing, alike

_SIMILAR = 80  # out of 100: below this, a passage is another one and no misquotation
_GAPS = re.compile(r"\s*(?=[;:!?»%°])|(?<=«)\s*|(?P<between>\s+)")

_WORD = re.compile(r"\w+")  # what no printing of quoted words is without


@dataclass(frozen=True, slots=True)
class Found:
    """Printed characters `start` to `end` of a place."""

    place: Place
    start: int
    end: int


def find(passage: Passage, scopes: Sequence[Scope], standing: Standing) -> Found:
    """The one place where a passage stands in some stretches.

    Raises `Refused` where it stands in none, with the nearest words, or in several, with each of them.
    """
    found = list(everywhere(passage, scopes, standing))
    if not found:
        raise _absent(passage, scopes, standing)
    if passage.occurrence:
        index = len(found) + passage.occurrence if passage.occurrence < 0 else passage.occurrence - 1
        if not 0 <= index < len(found):
            raise Refused("which-words", f"“{passage.words}” stands only {_times(len(found))} there", at=passage.start)
        _look_at_capitals(passage, found[index], scopes, standing)
        return found[index]
    if passage.is_sign:
        return found[LAST]
    if len(found) > 1:
        raise Refused(
            "which-words",
            f"“{passage.words}” stands {_times(len(found))} in {_where(scopes, standing)}: say which",
            listed(
                f"{standing.name(each.place)}: {standing.excerpt(each.place, each.start, each.end)}" for each in found
            ),
            passage.start,
        )
    return found[0]


def _quoted(found: Found, standing: Standing) -> str:
    return f"{standing.name(found.place)}: {standing.excerpt(found.place, found.start, found.end)}"


def _look_at_capitals(passage: Passage, found: Found, scopes: Sequence[Scope], standing: Standing) -> None:
    """Refuse to count words that somebody who counts those with other capitals too would count differently."""
    every = list(everywhere(passage, scopes, standing, re.IGNORECASE))
    if every[passage.occurrence - (passage.occurrence > 0)] != found:
        message = f"“{passage.words}” stands there with other capitals too: say which is meant"
        raise Refused("which-words", message, "quote more of the words", passage.start)


def everywhere(
    passage: Passage, scopes: Sequence[Scope], standing: Standing, flags: re.RegexFlag = re.NOFLAG
) -> Iterator[Found]:
    """Every place where a passage stands in some stretches, in reading order."""
    pattern = re.compile(_pattern(passage).pattern, flags)
    words = set() if flags else set(_WORD.findall(alike(passage.words)))
    for scope in scopes:
        if not standing.may_read(scope.ground, words):
            continue
        for place in scope.places:
            printed = standing.printed(place)
            if not all(word in printed.alike for word in words):
                continue
            low, high = stretch(scope, printed)
            for found in pattern.finditer(printed.alike, low, high):
                yield Found(place, found.start(), found.end())


def stretch(scope: Scope, printed: Printed) -> tuple[int, int]:
    """The printed characters of a place that a stretch means: all, or a sentence."""
    return printed.sentences[scope.sentence - 1] if scope.sentence else (0, len(printed.chars))


def _pattern(passage: Passage) -> re.Pattern[str]:
    """The words as they may be set, with or without the spaces of French before its signs; a word is a whole word."""
    words = alike(passage.words).strip()
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    parts, at = [], 0
    for gap in _GAPS.finditer(words):
        parts += [re.escape(words[at : gap.start()]), r"\s+" if gap["between"] else r"\s*"]
        at = gap.end()
    return re.compile(before + "".join(parts) + re.escape(words[at:]) + after)


def _times(count: int) -> str:
    return {1: "once", 2: "twice", 3: "three times"}.get(count, f"{count} times")


def _where(scopes: Sequence[Scope], standing: Standing) -> str:
    return listed((standing.name(scope.name_at) for scope in scopes), most=2) if len(scopes) < 3 else "the text"


def _absent(passage: Passage, scopes: Sequence[Scope], standing: Standing) -> Refused:
    """What to say of words that do not stand where they should: where else they do, or what is like them."""
    where = _where(scopes, standing)
    message = f"“{passage.words}” does not stand in {where}"
    elsewhere = list(everywhere(passage, [Scope(ground) for ground in standing.grounds], standing))
    if elsewhere:
        names = listed(standing.name(found.place) for found in elsewhere)
        return Refused("no-such-words", message, f"it stands in {names}", passage.start)
    nearest = _nearest(passage, scopes, standing)
    if nearest:
        return Refused("misquoted", message, f"the text reads “{nearest}”: quote it as it stands", passage.start)
    return Refused("no-such-words", message, "quote the words as they stand in the text", passage.start)


def _nearest(passage: Passage, scopes: Sequence[Scope], standing: Standing) -> str:
    """The words of the text that are most like those quoted, if any are."""
    words, best, said = alike(passage.words), float(_SIMILAR), ""
    for place in (place for scope in scopes for place in scope.places):
        chars = standing.printed(place).chars
        found = fuzz.partial_ratio_alignment(
            words.casefold(), standing.printed(place).alike.casefold(), score_cutoff=best
        )
        if found and found.score >= best and chars and len(words) <= len(chars) + 8:
            start, end = found.dest_start, found.dest_end
            while start and chars[start - 1].isalnum() and chars[start : start + 1].isalnum():
                start -= 1
            while end < len(chars) and chars[end].isalnum() and chars[end - 1 : end].isalnum():
                end += 1
            best, said = found.score, chars[start:end].strip()
    return said


def in_other_cases(passage: Passage, scopes: Sequence[Scope], standing: Standing) -> str:
    """The first words that are those quoted but for their capitals, as they stand; "" where there are none."""
    exact = set(everywhere(passage, scopes, standing))
    for found in everywhere(passage, scopes, standing, re.IGNORECASE):
        if found not in exact:
            return standing.printed(found.place).chars[found.start : found.end]
    return ""


def whole(place: Place, standing: Standing) -> Found:
    """All words of a place."""
    return Found(place, 0, len(standing.printed(place).chars))
