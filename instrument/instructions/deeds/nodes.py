"""Provisions and clauses taken out and read anew."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from instrument import labels
from instrument.changes.items import Gap, Head, Part, Place
from instrument.instructions.deeds.payload import UNQUOTED, is_unquoted, labelled, provisions
from instrument.instructions.deeds.wording import in_line, inside_quotation, with_space
from instrument.instructions.editor import Editor
from instrument.instructions.finding import Found, stretch, whole
from instrument.instructions.instruction import Passage
from instrument.instructions.refusal import Refused, listed
from instrument.instructions.scope import Scope
from instrument.instructions.standing import Ground
from instrument.model import Kind, Note, Provision, length, plain

_LINKS = re.compile(r"[;,]\s*(and|or|et|ou)\s*$")


def delete(scope: Scope, editor: Editor) -> None:
    """Take out a sentence, a heading, a note, a provision with all below it, or a clause."""
    clause, id = scope.ground.clause, scope.ground.clause.id
    if scope.is_clause:
        grounds = with_all_below(scope, editor)
        editor.delete([Place(each.clause.id, Part.CLAUSE, each.position) for each in grounds],
                      [each.clause for each in grounds])  # fmt: skip
    elif scope.part is Part.NOTE:
        _delete_note(scope, editor)
    elif scope.part is Part.HEADING or scope.sentence or scope.own:
        for place in scope.places:
            printed = editor.standing.printed(place)
            low, high = stretch(scope, printed)
            high = inside_quotation(printed.chars, low, high, editor)
            if place.part is Part.PROVISION and not (printed.chars[:low] + printed.chars[high:]).strip():
                editor.draft.reasons.append(f"nothing is left of {editor.standing.name(place)} but its number")
            editor.words(with_space(Found(place, low, high), editor.standing), "")
    else:
        indices = scope.provisions
        editor.delete([Place(id, Part.PROVISION, i) for i in indices], [clause.provisions[i] for i in indices])
        _look_at_list(scope, editor)


def with_all_below(scope: Scope, editor: Editor) -> list[Ground]:
    """A clause with those that stand under it: a part with its articles, an annex with its sections."""
    below = editor.standing.below(scope.ground)
    if below:
        names = listed(editor.standing.name(Place(each.clause.id, Part.CLAUSE)) for each in below)
        editor.draft.reasons.append(f"what stands under it goes with it: {names}")
    return [scope.ground, *below]


def _delete_note(scope: Scope, editor: Editor) -> None:
    """A note goes with its mark in the text."""
    clause, note = scope.ground.clause, scope.ground.clause.notes[scope.index]
    editor.delete([Place(clause.id, Part.NOTE, scope.index)], [note])
    for index, provision in enumerate(clause.provisions):
        at = 0
        for atom in provision.text:
            if atom == Note(note.name):
                editor.put(Place(clause.id, Part.PROVISION, index), at, at + 1, ())
            at += length((atom,))


def _look_at_list(scope: Scope, editor: Editor) -> None:
    """An item that goes from the end of a list leaves the "and" before it."""
    ground = scope.ground
    first, end = scope.provisions.start, scope.provisions.stop
    siblings = [i for i in range(len(ground.parents)) if ground.parents[i] == ground.parents[first]]
    before = [i for i in siblings if i < first]
    if before and not any(i >= end for i in siblings) and ground.clause.provisions[first].label:
        link = _LINKS.search(plain(ground.clause.provisions[before[-1]].text))
        if link:
            editor.draft.reasons.append(f"the item before it still ends with “{link[0].strip()}”")


def amend(scope: Scope, new: Passage, editor: Editor) -> None:
    """Let a sentence, a heading, a chapeau, or a provision with all below it read as new words do."""
    if scope.is_clause:
        _amend_clause(scope, new, editor)
        return
    if scope.part is not Part.PROVISION or scope.sentence or scope.own:
        place = next(iter(scope.places))
        low, high = stretch(scope, editor.standing.printed(place))
        high = inside_quotation(editor.standing.printed(place).chars, low, high, editor)
        editor.words(Found(place, low, high), in_line(new.words, editor))
        return
    first = scope.ground.clause.provisions[scope.provisions.start]
    made = provisions(new.words, first.depth)
    whole_line = all(not each.label for each in made) and not first.label
    read_anew(scope, made if not whole_line else provisions(new.words, first.depth, is_labelled=False), editor)


def _amend_clause(scope: Scope, new: Passage, editor: Editor) -> None:
    """A whole article read anew; a line that is its designation or its heading is that."""
    clause = scope.ground.clause
    if below := editor.standing.below(scope.ground):
        names = listed(editor.standing.name(Place(each.clause.id, Part.CLAUSE)) for each in below)
        raise Refused("which-provision", f"{editor.standing.name(scope.name_at)} has others under it", names, new.start)
    lines = new.words.split("\n")
    if clause.kind is Kind.TITLE and not clause.provisions:
        editor.words(whole(Place(clause.id, Part.HEADING), editor.standing), " ".join(lines))
        return
    head = re.split(r"\s+[-–—]\s+", lines[0], maxsplit=1)
    if labels.designation(head[0])[0] is clause.kind:
        lines = lines[1:]
        heading = head[1] if len(head) > 1 else ""
        if not heading and lines and not labels.split(lines[0])[0] and not lines[0].rstrip().endswith((".", ";", ":")):
            heading, lines = lines[0], lines[1:]
        if heading:
            editor.words(whole(Place(clause.id, Part.HEADING), editor.standing), heading)
    if lines:
        read_anew(scope, provisions("\n".join(lines), 0), editor)


def read_anew(scope: Scope, made: list[Provision], editor: Editor, is_range: bool = False) -> None:
    """Put provisions in the place of others; those that have the same label, or are in the same place, are changed."""
    clause = scope.ground.clause
    indices = list(scope.provisions)
    olds = [clause.provisions[index] for index in indices]
    if olds and made and not scope.is_clause:
        made = labelled(made, olds[0].label)
    before = [(old.depth, labels.key(old.label)) for old in olds]
    after = [(new.depth, labels.key(new.label)) for new in made]
    for tag, i, i_end, j, j_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        pairs = min(i_end - i, j_end - j) if tag in ("equal", "replace") else 0
        for step in range(pairs):
            place = Place(clause.id, Part.PROVISION, indices[i + step])
            _change(place, olds[i + step], made[j + step], editor)
        gone = range(i + pairs, i_end)
        if gone:
            places = [Place(clause.id, Part.PROVISION, indices[at]) for at in gone]
            editor.delete(places, [olds[at] for at in gone])
            if not is_range:
                names = listed(editor.standing.name(place) for place in places)
                editor.draft.reasons.append(f"the new words have nothing for {names}")
        if j + pairs < j_end:
            position = indices[i + pairs - 1] + 1 if i + pairs else scope.provisions.start
            editor.insert(Gap(clause.id, Part.PROVISION, position), made[j + pairs : j_end])


def _change(place: Place, old: Provision, new: Provision, editor: Editor) -> None:
    editor.words(whole(place, editor.standing), plain(new.text))
    if is_unquoted(plain(new.text), plain(old.text)):
        editor.draft.reasons.append(UNQUOTED)
    renumbered = labels.key(new.label) != labels.key(old.label)
    if renumbered or new.depth != old.depth or _opens(new.label) != _opens(old.label):
        editor.head(place, Head(old.depth, old.label, old.anchor), Head(new.depth, new.label, old.anchor))
        if old.label and renumbered:
            editor.draft.reasons.append(f"{editor.standing.name(place)} is “{new.label}” in the new words")


def _opens(label: str) -> bool:
    """Whether a bracket stands before a label, as before “[4.”."""
    return label.startswith("[")
