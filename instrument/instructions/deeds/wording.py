"""Words replaced, deleted and put in, with the spaces and stops around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from instrument.brackets.reading import Point
from instrument.brackets.spacing import SEAM, Slot, surplus
from instrument.changes.items import Place
from instrument.instructions.editor import Editor
from instrument.instructions.elements import LAST, Role
from instrument.instructions.finding import Found, everywhere, find, in_other_cases, stretch
from instrument.instructions.instruction import Instruction, Passage, Spot
from instrument.instructions.refusal import Refused
from instrument.instructions.scope import Scope
from instrument.instructions.standing import Standing

_NO_SPACE_BEFORE = tuple(",.;:)]’”»?!،؛。，；：）")
_NO_SPACE_AFTER = tuple("([“«")
_FINAL = re.compile(r"[.;:,!?。；：，][)\]”»\"]*\s*$")
_LAST_MARK = re.compile(r"\s*(?P<mark>[”»\"])\s*[.;:,]?\s*$")
_OPENINGS = {"»": "«", "”": "“", '"': '"'}
_SIGNS = {".": "full stop", ";": "semicolon", ":": "colon", ",": "comma"}
WITHOUT_SPACES = ("zh",)
_ELIDING = ("fr",)


def replace_words(instruction: Instruction, scopes: Sequence[Scope], editor: Editor) -> None:
    """ "Replace X with Y", once or wherever it stands."""
    new = _new(instruction, editor)
    for found in _met(instruction, scopes, editor):
        editor.words(found, new)


def delete_words(instruction: Instruction, scopes: Sequence[Scope], editor: Editor) -> None:
    """ "Delete X", once or wherever it stands; one of the spaces around it goes too."""
    for found in _met(instruction, scopes, editor):
        editor.words(with_space(found, editor.standing), "")
        _look_at_beginning(found, editor)


def _look_at_beginning(found: Found, editor: Editor) -> None:
    """Words that go from the beginning of a sentence leave a small letter there."""
    printed = editor.standing.printed(found.place)
    starts = [at + len(chars) - len(chars.lstrip("«“\" \u00a0\u202f")) for at, end in printed.sentences
              if (chars := printed.chars[at:end])]  # fmt: skip
    if found.start in starts and printed.chars[found.end :].lstrip()[:1].islower():
        editor.draft.reasons.append("the sentence begins with a small letter now")


def _new(instruction: Instruction, editor: Editor) -> str:
    if not instruction.new:
        raise Refused("no-words", "the new words are missing", "set them in quotation marks, or below the line")
    if len(instruction.new) > 1:
        raise Refused("which-words", f"{len(instruction.new)} passages are to be put in: say which goes where")
    return in_line(instruction.new[0].words, editor)


def in_line(words: str, editor: Editor) -> str:
    """New words inside a paragraph, where they cannot be several."""
    if "\n" in words:
        editor.draft.reasons.append("the new words are several paragraphs, and stand in one here")
    return words.replace("\n", " ")


def _met(instruction: Instruction, scopes: Sequence[Scope], editor: Editor) -> list[Found]:
    """The passages that are named, in the text."""
    if instruction.span[0] is not None:
        return [_span(instruction, scopes, editor)]
    found: list[Found] = []
    for passage in instruction.passages:
        if passage.is_rest:
            found += [_rest(instruction, each, editor) for each in _each(scopes)]
        elif instruction.everywhere:
            found += _all(instruction, passage, scopes, editor)
        else:
            _look_at_lines(scopes, editor)
            found += [_one(instruction, passage, each, editor) for each in _each(scopes)]
    return found


def _each(scopes: Sequence[Scope]) -> list[Sequence[Scope]]:
    """The stretches in which words are looked for by themselves: each of several provisions, or the whole text."""
    if len(scopes) > 1 and not any(scope.is_clause for scope in scopes):
        return [[scope] for scope in scopes]
    return [scopes]


def _one(instruction: Instruction, passage: Passage, scopes: Sequence[Scope], editor: Editor) -> Found:
    """The one place of a passage, if need be told by the words it stands behind or in.

    "After 'X', replace 'the' with 'any'"; "in 'for the use', delete 'the'".
    """
    spot = next((spot for spot in instruction.spots if spot.passage and spot.role in (Role.AFTER, Role.IN)), None)
    if spot is None or spot.passage is None:
        return find(passage, scopes, editor.standing)
    limit = find(spot.passage, scopes, editor.standing)
    after = spot.role is Role.AFTER
    told = [
        each
        for each in everywhere(passage, scopes, editor.standing)
        if each.place == limit.place
        and (each.start >= limit.end if after else limit.start <= each.start and each.end <= limit.end)
    ]
    where = f"{'behind' if after else 'in'} “{spot.passage.words}”"
    if not told:
        raise Refused("no-such-words", f"“{passage.words}” does not stand {where}", at=passage.start)
    if passage.occurrence:
        index = len(told) + passage.occurrence if passage.occurrence < 0 else passage.occurrence - 1
        if not 0 <= index < len(told):
            raise Refused("which-words", f"“{passage.words}” stands only {len(told)} times {where}", at=passage.start)
        return told[index]
    if len(told) > 1 and not after:
        raise Refused("which-words", f"“{passage.words}” stands {len(told)} times {where}: say which", at=passage.start)
    if editor.standing.printed(limit.place).chars[limit.end : told[0].start].strip() and len(told) > 1:
        editor.draft.reasons.append(f"“{passage.words}” stands {len(told)} times {where}: the nearest was taken")
    return told[0]


def _look_at_lines(scopes: Sequence[Scope], editor: Editor) -> None:
    if any(scope.is_line for scope in scopes):
        editor.draft.reasons.append("lines depend on the page: the words were looked for in the whole provision")


def _all(instruction: Instruction, passage: Passage, scopes: Sequence[Scope], editor: Editor) -> list[Found]:
    found = list(everywhere(passage, scopes, editor.standing))
    if not found:
        find(passage, scopes, editor.standing)
    counts = [sum(1 for _ in everywhere(passage, each, editor.standing)) for each in _each(scopes)]
    if instruction.times and instruction.times != len(found) and set(counts) != {instruction.times}:
        raise Refused("which-words", f"“{passage.words}” stands {len(found)} times, not {instruction.times}")
    left = in_other_cases(passage, scopes, editor.standing)
    if left:
        editor.draft.reasons.append(f"“{left}” with other capitals was left as it is")
    return found


def _span(instruction: Instruction, scopes: Sequence[Scope], editor: Editor) -> Found:
    """ "From X to Y", both included."""
    first, last = instruction.span
    assert first is not None
    start = find(first, scopes, editor.standing)
    if last is None:
        return Found(start.place, start.start, _end(scopes, start.place, editor.standing))
    every = [each for each in everywhere(last, scopes, editor.standing) if each.place == start.place]
    behind = [each for each in every if each.start >= start.end]
    if len(behind) != 1:
        how = "does not stand" if not behind else "stands more than once"
        raise Refused("which-words", f"“{last.words}” {how} behind “{first.words}”", at=last.start)
    return Found(start.place, start.start, behind[0].end)


def _end(scopes: Sequence[Scope], place: Place, standing: Standing) -> int:
    scope = next(scope for scope in scopes if place in list(scope.places))
    return stretch(scope, standing.printed(place))[1]


def _rest(instruction: Instruction, scopes: Sequence[Scope], editor: Editor) -> Found:
    """ "All words after X", to the end of the sentence or provision; its stop stays unless the new words have one."""
    spot = next((spot for spot in instruction.spots if spot.passage), None)
    if spot is None or spot.passage is None:
        raise Refused("which-words", "the words after which the rest begins are not said")
    limit = find(spot.passage, scopes, editor.standing)
    chars = editor.standing.printed(limit.place).chars
    end = _end(scopes, limit.place, editor.standing)
    final = _FINAL.search(chars, limit.end, end)
    new = instruction.new[0].words if instruction.new else ""
    if final and not _FINAL.search(new):
        editor.draft.reasons.append(f"the final “{chars[final.start() : end].strip()}” was left")
        end = final.start()
    start = limit.end + (chars[limit.end : limit.end + 1] == " " and bool(new))
    return Found(limit.place, start, end)


def insert_words(instruction: Instruction, scopes: Sequence[Scope], editor: Editor) -> None:
    """ "After X, insert Y"; "at the end of paragraph 2, add Y"."""
    new = _new(instruction, editor)
    spots = [spot for spot in instruction.spots if spot.passage or not spot.places]
    if not spots:
        raise Refused("no-spot", "it is not said where the words go", "say after or before which words")
    if len(spots) > 1 and spots[0].role is Role.BETWEEN:
        spots = spots[:1]
    if len(spots) > 1:
        spots = [_narrowed(spots, scopes, editor)]
    spot = spots[0]
    if spot.passage is None:
        for row in _each(scopes):
            insert_at_end(new, row, editor, spot.role)
        return
    _look_at_lines(scopes, editor)
    if instruction.everywhere:
        found = _all(instruction, spot.passage, scopes, editor)
    else:
        found = [find(spot.passage, row, editor.standing) for row in _each(scopes)]
    for each in found:
        beside(each, new, spot.role is Role.BEFORE, editor)


def _narrowed(spots: Sequence[Spot], scopes: Sequence[Scope], editor: Editor) -> Spot:
    """Two spots that are one: "after X, before Y" where nothing stands between."""
    first, second = spots[0], spots[1]
    if first.passage and second.passage and {first.role, second.role} == {Role.AFTER, Role.BEFORE}:
        left, right = (first, second) if first.role is Role.AFTER else (second, first)
        assert left.passage and right.passage
        a, b = find(left.passage, scopes, editor.standing), find(right.passage, scopes, editor.standing)
        between = editor.standing.printed(a.place).chars[a.end : b.start]
        if a.place == b.place and not between.strip():
            return left
    raise Refused("which-spot", f"{len(spots)} places are named for the same words", "name one")


def beside(found: Found, new: str, before: bool, editor: Editor) -> None:
    """Put words before or after others, with a space between where one belongs."""
    language = editor.standing.instrument.language
    gap = "" if language in WITHOUT_SPACES else " "
    elided = language in _ELIDING and new.endswith(("'", "’"))
    if before:
        point = Found(found.place, found.start, found.start)
        editor.words(point, new if elided or new.endswith(_NO_SPACE_AFTER) or new[-1:].isspace() else new + gap)
    else:
        behind = editor.standing.printed(found.place).chars[found.end : found.end + 1]
        point = Found(found.place, found.end, found.end + (elided and behind.isspace()))
        editor.words(point, new if _clings(new) or new[:1].isspace() else gap + new)


def _clings(words: str) -> bool:
    """Whether words follow on without a space: ", and", or "[, and" in brackets."""
    return words.lstrip("[").startswith(_NO_SPACE_BEFORE)


def insert_at_end(new: str, scopes: Sequence[Scope], editor: Editor, role: Role) -> None:
    """Put words at an end of a sentence or provision: a sentence behind its stop, other words before it."""
    if len(scopes) != 1:
        raise Refused("which-provision", f"{len(scopes)} provisions are named", "name one")
    scope = scopes[0]
    places = [place for place in scope.places if place.part.value != "heading"] or list(scope.places)
    if scope.is_clause and len(places) > 1:
        raise Refused("which-provision", f"{editor.standing.name(scope.name_at)} has several paragraphs", "say which")
    if not places:
        raise Refused("no-such-place", f"{editor.standing.name(scope.name_at)} has no words", "insert a paragraph")
    place = places[0] if role is Role.START else places[-1]
    chars = editor.standing.printed(place).chars
    low, high = stretch(scope, editor.standing.printed(place))
    if role is Role.START:
        if high > low:
            if new[-1:].islower() and chars[low].isupper():
                editor.draft.reasons.append(f"“{chars[low:high].split()[0]}” keeps its capital letter")
            beside(Found(place, low, low), new, True, editor)
        else:
            editor.words(Found(place, low, low), new)
        return
    high = inside_quotation(chars, low, high, editor)
    final = _FINAL.search(chars, low, high)
    if final is None or _FINAL.search(new):
        beside(Found(place, high, high), new, False, editor)
        if final and not _is_sentence(new):
            editor.draft.reasons.append(f"put behind the final “{chars[final.start() : high].strip()}”")
        return
    if not _clings(new):
        sign = chars[final.start()]
        editor.draft.reasons.append(f"put before the final {_SIGNS.get(sign, sign)}")
    beside(Found(place, low, final.start()), new, False, editor)


def inside_quotation(chars: str, low: int, high: int, editor: Editor) -> int:
    """Where the words of a stretch end that is a quotation, or the last part of one: before its last mark."""
    mark = _LAST_MARK.search(chars, low, high)
    if mark is None:
        return high
    opening = _OPENINGS[mark["mark"]]
    if opening == mark["mark"]:
        is_closed = chars.count(opening, low, mark.start()) % 2 == 1
    else:
        is_closed = chars.count(opening, low, mark.start()) > chars.count(mark["mark"], low, mark.start())
    if is_closed and chars.rfind(opening, low, mark.start()) > low:
        return high
    editor.draft.reasons.append("the closing quotation mark was left behind the words")
    return mark.start()


def _is_sentence(words: str) -> bool:
    return words[:1].isupper() and words.rstrip("”»\"')")[LAST:] in (".", "!", "?")


def with_space(found: Found, standing: Standing) -> Found:
    """A passage with the space that goes with it, by the rule of `brackets.spacing`."""
    chars, (start, end) = standing.printed(found.place).chars, (found.start, found.end)
    closed = end + (chars[end:] == '"')  # a straight mark at the very end closes: what stands before it is at an end
    before = [_slot(at, chars) for at in range(max(start - 1, 0), start)]
    after = [_slot(at, chars) for at in range(closed, min(closed + 1, len(chars)))]
    gone = {point.offset for point in surplus([*before, SEAM, *after])}
    return Found(found.place, start - (start - 1 in gone), end + (end in gone))


def _slot(at: int, chars: str) -> Slot:
    return Slot(Point(0, True, at), chars[at])
