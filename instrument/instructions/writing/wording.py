"""Words replaced, taken out and put in: the orders for the changes inside one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from instrument.changes.items import Part, Place, Replace
from instrument.changes.performing import edited
from instrument.instructions.scope import Scope
from instrument.instructions.standing import Printed
from instrument.instructions.writing import naming
from instrument.instructions.writing.orders import Order, best
from instrument.instructions.writing.passages import count, quoted, set_off, which, windows
from instrument.instructions.writing.proof import Bench
from instrument.model import length

_NEAR = 3  # words between two changes that are quoted with them
_REWRITTEN = 2 / 3


@dataclass(frozen=True, slots=True)
class Edit:
    """Printed characters `start` to `end` of a place that become `new`."""

    start: int
    end: int
    new: str
    items: tuple[Replace, ...]


def word_orders(place: Place, items: Sequence[Replace], bench: Bench, others: Sequence[Replace] = ()) -> list[Order]:
    """The orders that make the changes of words in a place; changes that no sentence makes have none.

    `others` are changes there that are said elsewhere: their words are not quoted again.
    """
    printed = bench.standing.printed(place)
    edits = [_edit(item, printed, bench) for item in items]
    told = [edit for edit in edits if edit.new != printed.chars[edit.start : edit.end]]
    rewritten = sum(edit.end - edit.start for edit in told) > _REWRITTEN * len(printed.chars.strip())
    shut = [(edit.start, edit.end) for edit in (_edit(item, printed, bench) for item in others)]
    merged = _merged(told, printed)
    orders = _each(merged, place, shut, bench) if not (rewritten and len(printed.chars)) else []
    if told and sum(len(order.items) for order in orders) < len(told):
        anew = _anew(place, items, bench) if not others else None
        orders = [anew] if anew else orders or _each(merged, place, shut, bench)
    return orders


def _each(merged: Sequence[Edit], place: Place, shut: Sequence[tuple[int, int]], bench: Bench) -> list[Order]:
    """An order for each edit, none of which quotes words that another one changes."""
    orders: list[Order] = []
    chars, walls = bench.standing.printed(place).chars, [*shut, *((edit.start, edit.end) for edit in merged)]
    for edit in merged:
        before = [end for _, end in walls if end <= edit.start] + [order.reach for order in orders]
        behind = [start for start, end in walls if start >= edit.end and (start, end) != (edit.start, edit.end)]
        orders += _orders(edit, place, (max(before, default=0), min(behind, default=len(chars))), bench)
    return orders


def _edit(item: Replace, printed: Printed, bench: Bench) -> Edit:
    old = bench.standing.text(item.place)
    start, end = printed.at(item.start), printed.at(item.start + length(item.old))
    return Edit(start, end, bench.printed(item.new, item.place.clause, old), (item,))


def _merged(edits: Sequence[Edit], printed: Printed) -> list[Edit]:
    """Edits with hardly a word between them as one."""
    merged: list[Edit] = []
    for edit in edits:
        last = merged[-1] if merged else None
        if last and _belong_together(last, edit, printed):
            between = printed.chars[last.end : edit.start]
            merged[-1] = Edit(last.start, edit.end, last.new + between + edit.new, (*last.items, *edit.items))
        else:
            merged.append(edit)
    return merged


def _belong_together(one: Edit, two: Edit, printed: Printed) -> bool:
    """Whether two edits are one to whoever reads them: near each other, or a bracket and the one that closes it."""
    olds = printed.chars[one.start : one.end], printed.chars[two.start : two.end]
    brackets = ("[", "]") in (olds, (one.new, two.new)) and {"", *olds} & {"", one.new, two.new}
    return bool(brackets) or len(printed.chars[one.end : two.start].split()) <= _NEAR


def _orders(edit: Edit, place: Place, limits: tuple[int, int], bench: Bench) -> list[Order]:
    """The order for an edit, or those for the edits that it was made of."""
    chars = bench.standing.printed(place).chars
    tried = (
        Order(edit.items, place, phrase, name, reach)
        for name, scope in naming.around(place, bench)
        for phrase, reach in _phrases(edit, place, scope, limits, chars, bench)
    )
    order = best(tried, bench)
    if order or len(edit.items) == 1:
        return [order] if order else []
    return _each([_edit(item, bench.standing.printed(place), bench) for item in edit.items], place, [], bench)


def _anew(place: Place, items: Sequence[Replace], bench: Bench) -> Order | None:
    """The order that gives a place new words as a whole."""
    old = bench.standing.text(place)
    new = bench.printed(edited(old, items, place), place.clause, old).strip()
    ground = bench.standing.ground(place.clause)
    label = ground.clause.provisions[place.index].label if place.part is Part.PROVISION else ""
    named = [name for name, scope in naming.around(place, bench) if list(scope.places) == [place]]
    phrases = [
        bench.phrases.say("amend", place=name, new=set_off(words, bench))
        for name in named
        for words in ([f"{label} {new}"] if label else []) + [new]
    ]
    return best((Order(tuple(items), place, phrase) for phrase in phrases), bench)


def _phrases(
    edit: Edit, place: Place, scope: Scope, limits: tuple[int, int], chars: str, bench: Bench
) -> Iterator[tuple[str, int]]:
    """Every way to say an edit, and how far the words reach that it changes; the best first."""
    old = chars[edit.start : edit.end]
    if edit.new == f"[{old}]" or old == f"[{edit.new}]":
        inner = (edit.start, edit.end) if edit.new == f"[{old}]" else (edit.start + 1, edit.end - 1)
        if _is_only(place, *inner, scope, bench):
            verb = "bracket" if edit.new == f"[{old}]" else "unbracket"
            yield bench.phrases.say(verb, old=quoted(chars[slice(*inner)], bench)), edit.end
    if not old.strip() and edit.new.strip():
        yield from ((way, edit.end) for way in _ends(edit, place, scope, chars, bench))
        yield from ((way, edit.end) for way in _beside(edit, place, scope, chars, bench))
    elif old.strip() and not edit.new.strip():
        yield from ((way, edit.end) for way in _deleting(edit, place, scope, chars, bench))
    yield from _replacing(edit, place, scope, limits, chars, bench)


def _is_only(place: Place, start: int, end: int, scope: Scope, bench: Bench) -> bool:
    words = bench.standing.printed(place).chars[start:end]
    return bool(words) and words == words.strip() and count(words, place, start, scope, bench) == (1, 1)


def _deleting(edit: Edit, place: Place, scope: Scope, chars: str, bench: Bench) -> Iterator[str]:
    words = chars[edit.start : edit.end]
    start = edit.start + len(words) - len(words.lstrip())
    if _is_only(place, start, start + len(words.strip()), scope, bench):
        yield bench.phrases.say("delete", old=quoted(words.strip(), bench))


def _ends(edit: Edit, place: Place, scope: Scope, chars: str, bench: Bench) -> Iterator[str]:
    """Words at the end or the beginning of a place."""
    new = quoted(edit.new.strip(), bench)
    if list(scope.places) == [place]:
        if not chars[edit.end :].strip():
            yield bench.phrases.say("end", new=new)
        if not chars[: edit.start].strip():
            yield bench.phrases.say("start", new=new)


def _beside(edit: Edit, place: Place, scope: Scope, chars: str, bench: Bench) -> Iterator[str]:
    """Words after or before the fewest others that are found once."""
    new = quoted(edit.new.strip(), bench)
    behind = len(chars[: edit.start].rstrip())
    ahead = len(chars) - len(chars[edit.end :].lstrip())
    ways = [("after", *each) for each in windows(chars, behind, behind, 0, behind)]
    ways += [("before", *each) for each in windows(chars, ahead, ahead, ahead, len(chars))]
    for way, start, end in sorted(ways, key=lambda way: len(chars[way[1] : way[2]].split())):
        words = chars[start:end]
        if any(map(str.isalnum, words)) and _is_only(place, start, end, scope, bench):
            yield bench.phrases.say(way, old=quoted(words, bench), new=new)


def _replacing(
    edit: Edit, place: Place, scope: Scope, limits: tuple[int, int], chars: str, bench: Bench
) -> Iterator[tuple[str, int]]:
    """Words for others, with those beside them that tell which are meant; or else by their count."""
    first = None
    for start, end in windows(chars, edit.start, edit.end, *limits):
        words, new = chars[start:end], chars[start : edit.start] + edit.new + chars[edit.end : end]
        if not words or (new.strip() and new != new.strip()):
            continue
        number, times = count(words, place, start, scope, bench)
        if (number, times) == (1, 1):
            yield _replace(quoted(words, bench), new, bench), end
        elif 0 < number <= len(bench.phrases.ordinals):
            first = first or (_replace(which(words, number, bench), new, bench), end)
    if first:
        yield first


def _replace(old: str, new: str, bench: Bench) -> str:
    if not new.strip():
        return bench.phrases.say("delete", old=old)
    return bench.phrases.say("replace", old=old, new=quoted(new, bench))
