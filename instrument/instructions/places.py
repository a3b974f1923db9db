"""The references of an instruction: put together with what was said before, and looked up in the text."""

from __future__ import annotations

from collections.abc import Sequence

from instrument.instructions.editor import Editor
from instrument.instructions.elements import Target, depth
from instrument.instructions.refusal import Refused
from instrument.instructions.resolving import completed, resolve
from instrument.instructions.scope import Scope


def nested(targets: Sequence[Target]) -> list[Target]:
    """What was said of the place in several parts as one: "in article 4, delete 'x' in paragraphs 5 and 6"."""
    nested: list[Target] = []
    for level in sorted({depth(target[0]) for target in targets}):
        nested = with_context([target for target in targets if depth(target[0]) == level], nested)
    return nested


def with_context(targets: Sequence[Target], context: Sequence[Target]) -> list[Target]:
    """References with what was said before, each place that was named: "in articles 3 and 4, paragraph 2"."""
    found: list[Target] = []
    for target in targets:
        found += [completed(target, base) for base in context or [()]]
    return list(dict.fromkeys(found))


def stretches(targets: Sequence[Target], editor: Editor) -> list[Scope]:
    """The stretches that references name; the whole text where there are none."""
    if not targets:
        return [Scope(ground) for ground in editor.standing.grounds]
    return [scope for target in targets for scope in resolve(target, editor.standing)]


def wholes(targets: Sequence[Target], editor: Editor) -> list[Scope]:
    """The stretches that references name, of which all is meant: no text has the lines of a page."""
    scopes = stretches(targets, editor)
    for scope in (each for each in scopes if each.is_line):
        if not scope.sentence:
            raise Refused("line", "lines depend on the page, and no text has them", "quote the words of the line")
        editor.draft.reasons.append("lines depend on the page: the sentence was counted")
    return scopes
