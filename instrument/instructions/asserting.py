"""What an instruction says that the text will read once it is done: tested, not believed."""

from __future__ import annotations

from instrument.changes.items import Place
from instrument.instructions.editor import Editor
from instrument.instructions.instruction import Passage
from instrument.instructions.refusal import Refused
from instrument.instructions.standing import alike
from instrument.model import Text, cut, length, text


def look_at_assertion(asserted: Passage, editor: Editor) -> None:
    """Refuse what does not read as it is said to read."""
    places = list(dict.fromkeys(place for place, *_ in editor.draft.edits))
    read = [_after(place, editor) for place in places]
    wanted = " ".join(alike(asserted.words).split())
    if not any(wanted in " ".join(alike(chars).split()) for chars in read):
        said = f"it would read “{read[0]}”" if read else ""
        raise Refused("not-as-asserted", "the text does not read as is said once this is done", said, asserted.start)


def _after(place: Place, editor: Editor) -> str:
    """What a place reads once the edits of an instruction are made."""
    old: Text = editor.standing.text(place)
    made: list[Text] = []
    at = 0
    for where, start, end, new in sorted(editor.draft.edits, key=lambda edit: (edit[1], edit[2])):
        if where == place:
            made += [cut(old, at, start), new]
            at = end
    whole = text(*(atom for part in (*made, cut(old, at, length(old))) for atom in part))
    return editor.standing.print(whole, place.clause).chars
