"""Words replaced, deleted and put in, with the spaces and stops around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from instrument.changes.items import Place
from instrument.instructions.desk import Editor
from instrument.instructions.elements import LAST, Role
from instrument.instructions.finding import Found, everywhere, find, in_other_cases, stretch
from instrument.instructions.instruction import Instruction, Passage, Spot
from instrument.instructions.refusal import Refused
from instrument.instructions.scope import Scope
from instrument.instructions.standing import Standing

_NO_SPACE_BEFORE = tuple(",.;:)]’”»?!،؛。，；：）")
_NO_SPACE_AFTER = tuple("([“«")
_FINAL = re.compile(r"[.;:,!?。；：，][)\]”»\"]*\s*$")
_SIGNS = {".": "full stop", ";": "semicolon", ":": "colon", ",": "comma"}
_WITHOUT_SPACES = ("zh",)


def replace_words(instruction: Instruction, scopes: Sequence[Scope], editor: Editor) -> None:
    """ "Replace X with Y", once or wherever it stands."""
    new = _new(instruction)
    for found in _met(instruction, scopes, editor):
        editor.words(found, new)


def delete_words(instruction: Instruction, scopes: Sequence[Scope], editor: Editor) -> None:
    """ "Delete X", once or wherever it stands; one of the spaces around it goes too."""
    for found in _met(instruction, scopes, editor):
        editor.words(with_space(found, editor.standing), "")


def _new(instruction: Instruction) -> str:
    if len(instruction.new) != 1:
        raise Refused("which-words", f"{len(instruction.new)} passages are to be put in: say which goes where")
    return instruction.new[0].words.replace("\n", " ")


def _met(instruction: Instruction, scopes: Sequence[Scope], editor: Editor) -> list[Found]:
    """The passages that are named, in the text."""
    if instruction.span[0] is not None:
        return [_span(instruction, scopes, editor)]
    found: list[Found] = []
    for passage in instruction.passages:
        if passage.is_rest:
            found.append(_rest(instruction, scopes, editor))
        elif instruction.everywhere:
            found += _all(instruction, passage, scopes, editor)
        else:
            _look_at_lines(scopes, editor)
            found.append(find(_inner(instruction, passage, scopes, editor), scopes, editor.standing))
    return found


def _inner(instruction: Instruction, passage: Passage, scopes: Sequence[Scope], editor: Editor) -> Passage:
    """A passage of several like it that is told by the words before it: "after 'X', replace 'the' with 'any'"."""
    spot = next((spot for spot in instruction.spots if spot.passage and spot.role is Role.AFTER), None)
    if spot is None or spot.passage is None or passage.occurrence:
        return passage
    limit = find(spot.passage, scopes, editor.standing)
    every = list(everywhere(passage, scopes, editor.standing))
    behind = [index for index, each in enumerate(every) if each.place == limit.place and each.start >= limit.end]
    return replace(passage, occurrence=behind[0] + 1) if behind else passage


def _look_at_lines(scopes: Sequence[Scope], editor: Editor) -> None:
    if any(scope.is_line for scope in scopes):
        editor.draft.reasons.append("lines depend on the page: the words were looked for in the whole provision")


def _all(instruction: Instruction, passage: Passage, scopes: Sequence[Scope], editor: Editor) -> list[Found]:
    found = list(everywhere(passage, scopes, editor.standing))
    if not found:
        find(passage, scopes, editor.standing)
    if instruction.times and instruction.times != len(found):
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
    new = _new(instruction)
    spots = [spot for spot in instruction.spots if spot.passage or not spot.places]
    if not spots:
        raise Refused("no-spot", "it is not said where the words go", "say after or before which words")
    if len(spots) > 1 and spots[0].role is Role.BETWEEN:
        spots = spots[:1]
    if len(spots) > 1:
        spots = [_narrowed(spots, scopes, editor)]
    spot = spots[0]
    if spot.passage is None:
        insert_at_end(new, scopes, editor, spot.role)
        return
    _look_at_lines(scopes, editor)
    every = instruction.everywhere
    found = _all(instruction, spot.passage, scopes, editor) if every else [find(spot.passage, scopes, editor.standing)]
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
    gap = "" if editor.standing.instrument.language in _WITHOUT_SPACES else " "
    if before:
        point = Found(found.place, found.start, found.start)
        editor.words(point, new if new.endswith(_NO_SPACE_AFTER) or new[-1:].isspace() else new + gap)
    else:
        point = Found(found.place, found.end, found.end)
        editor.words(point, new if new.startswith(_NO_SPACE_BEFORE) or new[:1].isspace() else gap + new)


def insert_at_end(new: str, scopes: Sequence[Scope], editor: Editor, role: Role) -> None:
    """Put words at an end of a sentence or provision: a sentence behind its stop, other words before it."""
    if len(scopes) != 1:
        raise Refused("which-provision", f"{len(scopes)} provisions are named", "name one")
    scope = scopes[0]
    places = [place for place in scope.places if place.part.value != "heading"] or list(scope.places)
    if scope.is_clause and len(places) > 1:
        raise Refused("which-provision", f"{editor.standing.name(scope.name_at)} has several paragraphs", "say which")
    place = places[0] if role is Role.START else places[-1]
    chars = editor.standing.printed(place).chars
    low, high = stretch(scope, editor.standing.printed(place))
    if role is Role.START:
        if high > low:
            beside(Found(place, low, low), new, True, editor)
        else:
            editor.words(Found(place, low, low), new)
        return
    final = _FINAL.search(chars, low, high)
    if final is None or _FINAL.search(new):
        beside(Found(place, high, high), new, False, editor)
        if final and not _is_sentence(new):
            editor.draft.reasons.append(f"put behind the final “{chars[final.start() : high].strip()}”")
        return
    if not new.startswith(_NO_SPACE_BEFORE):
        sign = chars[final.start()]
        editor.draft.reasons.append(f"put before the final {_SIGNS.get(sign, sign)}")
    beside(Found(place, low, final.start()), new, False, editor)


def _is_sentence(words: str) -> bool:
    return words[:1].isupper() and words.rstrip("”»\"')")[LAST:] in (".", "!", "?")


def with_space(found: Found, standing: Standing) -> Found:
    """A passage with the space that goes with it."""
    chars = standing.printed(found.place).chars
    start, end = found.start, found.end
    before, after = chars[start - 1 : start], chars[end : end + 1]
    if before.isspace() and (not after or after.isspace() or after in _NO_SPACE_BEFORE):
        return Found(found.place, start - 1, end)
    if after.isspace() and (not before or before in _NO_SPACE_AFTER):
        return Found(found.place, start, end + 1)
    return found
