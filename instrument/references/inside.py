"""Labels followed inside a clause: which provision "2 (a) (i)" is, what "this paragraph" means, what a range spans."""

from __future__ import annotations

from collections.abc import Sequence

from instrument.labels.label import key, readings
from instrument.model import Provision

Above = Sequence[int | None]


class PathNotFound(Exception):
    """No provision, or several, where one was named; it reads on from "article 5 has"."""

    def __init__(self, reason: str, candidates: tuple[int, ...] = ()) -> None:
        super().__init__(reason)
        self.candidates = candidates


def locate(
    provisions: Sequence[Provision], above: Above, path: Sequence[str], scope: int | None, deep: bool = False
) -> int:
    """The provision that a path of labels leads to, from the children of `scope` down; unlabelled levels are passed.

    `deep` looks for a first label at every level where there is none at the first. Raises `PathNotFound`.

    >>> provisions = (Provision(0, "1."), Provision(1, "(a)"), Provision(0, "2."), Provision(1, "(a)"))
    >>> locate(provisions, [None, 0, None, 2], ("2", "a"), None)
    3
    """
    found = [index for index in _labelled(provisions, above, scope) if same(path[0], provisions[index].label)]
    if not found and deep:
        inside = range(len(provisions)) if scope is None else _below(above, scope)
        found = [index for index in inside if same(path[0], provisions[index].label)]
    if len(path) > 1 and len(found) > 1:
        found = [index for index in found if _has(provisions, above, path[1:], index)] or found
    if len(found) != 1:
        said = key(path[0]) if path[0] else path[0]
        raise PathNotFound(f"no {said}" if not found else f"{len(found)} provisions labelled {said}", tuple(found))
    return found[0] if len(path) == 1 else locate(provisions, above, path[1:], found[0])


def _has(provisions: Sequence[Provision], above: Above, path: Sequence[str], scope: int) -> bool:
    try:
        locate(provisions, above, path, scope)
    except PathNotFound:
        return False
    return True


def same(cited: str, label: str) -> bool:
    """Whether a cited label is the one of a provision: by what it says, whatever its dress.

    >>> same("(a)", "a)"), same("2", "2."), same("i", "(j)")
    (True, True, False)
    """
    if not label:
        return False
    one, other = key(cited).casefold(), key(label).casefold()
    if one == other:
        return True
    read = {(r.system, r.numbers, r.suffix, r.letter, r.alternative) for r in readings(one)}
    return any((r.system, r.numbers, r.suffix, r.letter, r.alternative) in read for r in readings(other))


def _labelled(provisions: Sequence[Provision], above: Above, scope: int | None) -> list[int]:
    """The nearest labelled provisions below a scope."""
    found: list[int] = []
    for index, parent in enumerate(above):
        at = parent
        while at is not None and at != scope and not provisions[at].label:
            at = above[at]
        if at == scope and provisions[index].label:
            found.append(index)
    return found


def _below(above: Above, scope: int) -> list[int]:
    found: set[int] = {scope}
    for index, parent in enumerate(above):
        if parent in found:
            found.add(index)
    return sorted(found - {scope})


def enclosing(provisions: Sequence[Provision], above: Above, index: int, paragraph: bool) -> int:
    """What "this paragraph" or "this subparagraph" is from a provision: the outermost around it, the nearest label."""
    lineage = [index]
    while (parent := above[lineage[-1]]) is not None:
        lineage.append(parent)
    if paragraph:
        return next((at for at in reversed(lineage) if provisions[at].label), lineage[-1])
    return next((at for at in lineage if provisions[at].label), index)


def neighbour(above: Above, index: int, step: int) -> int:
    """The provision before or after one, under the same parent."""
    siblings = [at for at, parent in enumerate(above) if parent == above[index]]
    at = siblings.index(index) + step
    if not 0 <= at < len(siblings):
        raise PathNotFound("nothing " + ("before it" if step < 0 else "after it"))
    return siblings[at]


def span(provisions: Sequence[Provision], above: Above, first: int, last: int) -> list[int]:
    """The provisions from one up to another that follows it under the same parent, the last left out."""
    if above[first] != above[last] or last <= first:
        raise PathNotFound("no such range")
    return [at for at in range(first, last) if above[at] == above[first] and provisions[at].label]
