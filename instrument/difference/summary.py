"""A comparison in the one paragraph that a lawyer can quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from instrument.difference.comparison import Comparison
from instrument.difference.counting import Counts, Tally, count
from instrument.difference.names import Names
from instrument.difference.phrases import counted, listed
from instrument.difference.view import Fate, Line
from instrument.labels import designation, number
from instrument.model import Clause

_NAMED = 3  # more places than this are counted, not named one by one


def summarize(comparison: Comparison) -> str:
    """What differs, with exact counts; clauses are named as the new text has them, deleted ones as the old had them.

    >>> from instrument.difference.comparison import diff
    >>> from instrument.model import Clause, Instrument, Provision, text
    >>> old, new = (Clause("use", label="Article 1", provisions=(Provision(0, "1.", text(words)),)) for words in
    ...     ("No State shall use them.", "No State may use them."))
    >>> summarize(diff(Instrument((old,)), Instrument((new,))))
    '1 replacement in article 1, of normative force; nothing else.'
    """
    counts = count(comparison)
    if not counts.rows and comparison.changes:
        return "The texts read alike; they differ in ids and anchors, which are not printed, and in nothing else."
    if not counts.rows:
        return "The texts are identical."
    old, new = Names.of(comparison.base), Names.of(comparison.result)
    said = [*_reworded(counts, new), *_clauses(comparison, old, new), *_provisions(comparison, old, new)]
    paragraph = "; ".join([*said, *_rest(counts.total), "nothing else"])
    return f"{paragraph[0].upper()}{paragraph[1:]}."


def _reworded(counts: Counts, new: Names) -> Iterator[str]:
    total = counts.total
    kinds = ((total.insertions, "insertion"), (total.deletions, "deletion"), (total.replacements, "replacement"))
    said = listed([counted(many, noun) for many, noun in kinds if many] or [""])
    if said:
        yield f"{said} in {new.listed(row.name for row in counts.rows if row.tally.reworded)}{_weights(total)}"


def _weights(total: Tally) -> str:
    found = [(n, what) for n, what in ((total.force, "normative force"), (total.figures, "figures")) if n]
    if not found:
        return ""
    if total.insertions + total.deletions + total.replacements == 1:
        return f", of {listed([what for _, what in found])}"
    return f", among them {listed([f'{n} of {what}' for n, what in found])}"


def _clauses(comparison: Comparison, old: Names, new: Names) -> Iterator[str]:
    """What happened to clauses as a whole."""
    chapters = comparison.chapters
    fresh = [new.by_id[c.new.id] for c in chapters if c.new and c.fate is Fate.INSERTED]
    gone = [old.by_id[c.old.id] for c in chapters if c.old and c.fate is Fate.DELETED]
    moved = [new.by_id[c.new.id] for c in chapters if c.new and c.fate is Fate.MOVED]
    both = [(c.old, c.new) for c in chapters if c.old and c.new and c.old.label != c.new.label]
    renumbered = [(old.by_id[before.id], new.by_id[after.id]) for before, after in both if not _alike(before, after)]
    restyled = [new.by_id[after.id] for before, after in both if _alike(before, after)]
    if fresh:
        yield f"{new.listed(fresh)} {_is(fresh)} new"
    if gone:
        yield f"{old.listed(gone)} of the old text {_is(gone)} deleted"
    if moved:
        yield f"{new.listed(moved)} {_is(moved)} moved"
    if renumbered:
        befores, afters = (list(names) for names in zip(*renumbered, strict=True))
        yield f"{new.listed(afters)} {_is(afters)} renumbered, formerly {old.listed(befores)}"
    if restyled:
        yield f"the designation of {new.listed(restyled)} is printed in another form"


def _alike(before: Clause, after: Clause) -> bool:
    """Whether two designations say the same: "Article premier" and "Article 1er"."""
    one, other = (designation(clause.label)[1] for clause in (before, after))
    if one or other:
        return number(one) is not None and number(one) == number(other)
    return not (before.label and after.label)


def _provisions(comparison: Comparison, old: Names, new: Names) -> Iterator[str]:
    """What happened to provisions as a whole, where their clause stays."""
    lines = [line for chapter in comparison.chapters for line in chapter.lines]
    whole = (Fate.INSERTED, Fate.DELETED)
    stay = [line for chapter in comparison.chapters if chapter.fate not in whole for line in chapter.lines]
    fresh = [line for line in stay if line.fate is Fate.INSERTED]
    gone = [line for line in stay if line.fate is Fate.DELETED]
    renumbered = [line for line in lines if line.fate is Fate.RENUMBERED and line.part != "heading"]
    yield from _told(fresh, "new", new)
    yield from _told(gone, "deleted", old)
    yield from _moves([line for line in lines if line.fate is Fate.MOVED], new)
    yield from _cuts(lines)
    only = sum(line.renumbered for line in renumbered)
    for many, what in ((only, "only renumbered"), (len(renumbered) - only, "only set at another level")):
        if many:
            yield f"{counted(many, 'provision')} {'is' if many == 1 else 'are'} {what}"


def _told(lines: Sequence[Line], what: str, names: Names) -> Iterator[str]:
    """Provisions of one fate, named if they are few; those under another of them go without saying."""
    heads = _heads(lines)
    sides = [side for line in heads for side in ([line.new] if line.new else line.old[:1])]
    text = " of the old text" if what == "deleted" else ""
    if len(heads) > _NAMED:
        where = names.listed(names.by_id[side.clause] for side in sides)
        yield f"{counted(len(lines), 'provision')}{text} are {what}, in {where}"
    elif heads:
        yield f"{listed([side.name for side in sides])}{text} {_is(heads)} {what}"


def _moves(moved: Sequence[Line], new: Names) -> Iterator[str]:
    heads = [(line, line.new) for line in _heads(moved) if line.new]
    if len(heads) > _NAMED:
        where = new.listed(new.by_id[side.clause] for _, side in heads)
        yield f"{counted(len(moved), 'provision')} are moved, to {where}"
    else:
        yield from (f"{line.old[0].name} of the old text is moved to {side.name}" for line, side in heads)


def _cuts(lines: Sequence[Line]) -> Iterator[str]:
    """What was split and joined."""
    joined = [(line, line.new) for line in lines if line.joined and line.new]
    split: dict[str, list[Line]] = {}
    for line in lines:
        if line.split:
            split.setdefault(line.old[0].address, []).append(line)
    if len(split) > _NAMED:
        yield f"{counted(len(split), 'provision')} of the old text are split"
    else:
        yield from (f"{parts[0].old[0].name} of the old text is split into {len(parts)}" for parts in split.values())
    if len(joined) > _NAMED:
        yield f"{counted(len(joined), 'provision')} are joined from several of the old text"
    else:
        yield from (
            f"{listed([old.name for old in line.old])} of the old text are joined in {side.name}"
            for line, side in joined
        )


def _rest(total: Tally) -> Iterator[str]:
    if total.restyled:
        yield f"{counted(total.restyled, 'passage')} {'differs' if total.restyled == 1 else 'differ'} in emphasis only"
    if total.consequential:
        follow = "only follows" if total.consequential == 1 else "only follow"
        yield f"{counted(total.consequential, 'reference')} {follow} the new numbers"
    if total.doubtful:
        yield f"{total.doubtful} {'match is' if total.doubtful == 1 else 'matches are'} doubtful"


def _heads(lines: Sequence[Line]) -> list[Line]:
    """The lines that stand under no other of them, neither in the old text nor in the new one."""
    found: list[Line] = []
    for line in lines:
        if not found or not _under(line, found[-1]):
            found.append(line)
    return found


def _under(line: Line, head: Line) -> bool:
    pairs = [(line.new, head.new), *((old, head.old[0] if head.old else None) for old in line.old)]
    return all(outer and inner.address.startswith(f"{outer.address}/") for inner, outer in pairs if inner)


def _is(things: Sequence[object]) -> str:
    return "is" if len(things) == 1 else "are"
