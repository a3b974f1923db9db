"""Edits that Hypothesis makes to a text, with the truth of what corresponds to what."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from instrument.changes.pairing import Pairing, Spot, Strand
from instrument.model import Clause, Footnote, Instrument, Provision, Run, Text, cut, length, text
from tests import strategies

_WORDS = st.lists(st.sampled_from(["shall", " may", " [", "] ", "the", " ", "States ", "条", "\u00a0"]), max_size=3)
Traced = tuple[Provision, frozenset[Spot]]  # a provision of the result and those of the base that it comes from


@st.composite
def instruments(draw: st.DrawFn) -> Instrument:
    """A small instrument whose clauses have ids, anchors and notes."""
    ids = draw(st.lists(st.sampled_from(["use", "clearance", "aid", "review"]), min_size=1, max_size=3, unique=True))
    return Instrument(tuple(draw(strategies.clauses(id)) for id in ids))


@st.composite
def edited(draw: st.DrawFn, base: Instrument) -> tuple[Instrument, Pairing]:
    """A text that grew from `base`, and the pairing that is true of the two."""
    clauses = [(clause, [_traced(clause.id, i, p) for i, p in enumerate(clause.provisions)]) for clause in base]
    kept = [(clause, provisions) for clause, provisions in clauses if draw(st.integers(0, 9))]
    everything = [provision for _, provisions in kept for provision in provisions]
    result: list[tuple[Clause, str | None, list[Traced]]] = []
    for clause, provisions in draw(st.permutations(kept)) if draw(st.booleans()) else kept:
        provisions = list(provisions)
        for _ in range(draw(st.integers(0, 3))):
            provisions = draw(_step(provisions))
        result.append((draw(_retitled(clause)), clause.id, provisions))
    names = [name for name in ("fresh", "new", "late") if base.clause(name) is None]
    if names and draw(st.booleans()):
        fresh = draw(strategies.clauses(draw(st.sampled_from(names))))
        result.insert(draw(st.integers(0, len(result))), (fresh, None, [(p, frozenset()) for p in fresh.provisions]))
    if everything and len(result) > 1 and draw(st.booleans()):
        _exchange(draw, result)
    return _assembled(result)


def _traced(clause: str, index: int, provision: Provision) -> Traced:
    return provision, frozenset({(clause, index)})


_FRESH = st.builds(Provision, st.integers(0, 2), strategies.LABELS, strategies.texts())
_STEPS = st.sampled_from(["insert", "delete", "move", "split", "join", "reword", "relabel"])


@st.composite
def _step(draw: st.DrawFn, provisions: list[Traced]) -> list[Traced]:
    """One edit somewhere in a clause: insert, delete, move, split, join, reword, relabel."""
    fresh = draw(_FRESH)
    at = draw(st.integers(0, len(provisions)))
    if at == len(provisions):
        return [*provisions, (fresh, frozenset())]
    before, (provision, origin), after = provisions[:at], provisions[at], provisions[at + 1 :]
    words = provision.text
    match draw(_STEPS):
        case "insert":
            return [*before, (fresh, frozenset()), (provision, origin), *after]
        case "delete":
            return before + after
        case "move":
            rest = before + after
            to = draw(st.integers(0, len(rest)))
            return [*rest[:to], (provision, origin), *rest[to:]]
        case "split":
            point = draw(st.integers(0, length(words)))
            head = replace(provision, text=cut(words, 0, point))
            tail = Provision(provision.depth, fresh.label, cut(words, point, length(words)))
            return [*before, (head, origin), (tail, origin), *after]
        case "join" if after:
            (following, other), *rest = after
            return [*before, (replace(provision, text=text(*words, *following.text)), origin | other), *rest]
        case "relabel":
            return [*before, (replace(provision, label=fresh.label, depth=fresh.depth), origin), *after]
    return [*before, (replace(provision, text=draw(reworded(words))), origin), *after]


@st.composite
def reworded(draw: st.DrawFn, words: Text) -> Text:
    start = draw(st.integers(0, length(words)))
    end = draw(st.integers(start, min(length(words), start + 6)))
    return text(*cut(words, 0, start), *draw(_WORDS), *cut(words, end, length(words)))


@st.composite
def _retitled(draw: st.DrawFn, clause: Clause) -> Clause:
    if not draw(st.booleans()):
        return clause
    notes = tuple(note for note in clause.notes if draw(st.booleans()))
    free = [name for name in ("n1", "n2", "n3") if clause.note(name) is None]
    fresh = draw(st.lists(st.builds(Footnote, st.sampled_from(free), strategies.texts()), max_size=1)) if free else ()
    heading = draw(reworded(clause.heading))
    label = draw(st.sampled_from([clause.label, "Article 9 bis"]))
    return replace(clause, label=label, heading=heading, notes=(*notes, *fresh))


def _exchange(draw: st.DrawFn, result: list[tuple[Clause, str | None, list[Traced]]]) -> None:
    """A provision goes from one clause to another."""
    _, _, source = result[draw(st.integers(0, len(result) - 1))]
    _, _, target = result[draw(st.integers(0, len(result) - 1))]
    if source and source is not target:
        target.insert(draw(st.integers(0, len(target))), source.pop(draw(st.integers(0, len(source) - 1))))


def _assembled(result: list[tuple[Clause, str | None, list[Traced]]]) -> tuple[Instrument, Pairing]:
    clauses, pairs = [], []
    groups: list[tuple[set[Spot], list[Spot]]] = []
    for clause, base, provisions in result:
        clauses.append(replace(clause, provisions=tuple(provision for provision, _ in provisions)))
        if base:
            pairs.append((base, clause.id))
        for index, (_, origin) in enumerate(provisions):
            if not origin:
                continue
            touching = [group for group in groups if group[0] & origin]
            merged = set(origin).union(*(group[0] for group in touching))
            spots = sorted([(clause.id, index), *(spot for group in touching for spot in group[1])])
            groups = [group for group in groups if group not in touching] + [(merged, spots)]
    strands = tuple(Strand(tuple(sorted(base)), tuple(spots)) for base, spots in groups)
    return Instrument(tuple(clauses)), Pairing(tuple(pairs), strands)


_PHRASES = ("as soon as possible", "within five years", "and its armed forces", "in all circumstances", "or transfer")


@st.composite
def drafted(draw: st.DrawFn, base: Instrument, most: int = 4) -> tuple[Instrument, Pairing]:
    """A text as a delegation may want it: a few words, paragraphs and articles of it changed, as drafters do."""
    clauses = [(clause, [_traced(clause.id, i, p) for i, p in enumerate(clause.provisions)]) for clause in base]
    result: list[tuple[Clause, str | None, list[Traced]]] = [(c, c.id, provisions) for c, provisions in clauses]
    for number in range(draw(st.integers(1, most))):
        at = draw(st.integers(0, len(result) - 1))
        clause, origin, provisions = result[at]
        what = draw(st.sampled_from(["words"] * 5 + ["paragraphs"] * 4 + ["heading", "article"]))
        if what == "heading" and clause.heading:
            clause = replace(clause, heading=text(*clause.heading, " ", draw(st.sampled_from(_PHRASES))))
        elif what == "article":
            words = draw(st.sampled_from(_PHRASES))
            fresh = Clause(
                f"new-{draw(st.integers(1, 10**9))}-{number}", label=f"Article {number + 90}", heading=text(words)
            )
            fresh = replace(fresh, provisions=(Provision(0, "1.", text(f"States Parties shall act {words}.")),))
            result.insert(at + 1, (fresh, None, [(p, frozenset()) for p in fresh.provisions]))
            continue
        elif provisions:
            step = _worded if what == "words" else _drafted_step
            provisions = draw(step(provisions))
        result[at] = (clause, origin, provisions)
    return _assembled(result)


@st.composite
def _worded(draw: st.DrawFn, provisions: list[Traced]) -> list[Traced]:
    """Words of one provision replaced, struck or put in."""
    at = draw(st.integers(0, len(provisions) - 1))
    provision, origin = provisions[at]
    gaps = _between_words(provision.text)
    start = draw(st.sampled_from(gaps))
    end = draw(st.sampled_from([gap for gap in gaps if start <= gap][:4]))
    phrase = draw(st.sampled_from(("", *_PHRASES)))
    whole = length(provision.text)
    new = text(*cut(provision.text, 0, start), *([phrase, " "] if phrase else []), *cut(provision.text, end, whole))
    return [*provisions[:at], (replace(provision, text=new), origin), *provisions[at + 1 :]]


def _between_words(words: Text) -> list[int]:
    """Where words begin."""
    chars = "".join(atom.chars if isinstance(atom, Run) else "\ufffc" for atom in words)
    return [0, *(at + 1 for at, char in enumerate(chars) if char == " " and at + 1 < len(chars))]


@st.composite
def _drafted_step(draw: st.DrawFn, provisions: list[Traced]) -> list[Traced]:
    """A paragraph put in, struck, moved, split or joined."""
    at = draw(st.integers(0, len(provisions) - 1))
    before, (provision, origin), after = provisions[:at], provisions[at], provisions[at + 1 :]
    fresh = Provision(provision.depth, f"{at + 1} bis.", text(f"This shall be done {draw(st.sampled_from(_PHRASES))}."))
    match draw(st.sampled_from(["insert", "insert", "delete", "move", "split", "join"])):
        case "delete" if len(provisions) > 1:
            return before + after
        case "move":
            to = draw(st.integers(0, len(before + after)))
            rest = before + after
            return [*rest[:to], (provision, origin), *rest[to:]]
        case "split":
            point, whole = draw(st.sampled_from(_between_words(provision.text))), length(provision.text)
            head = replace(provision, text=cut(provision.text, 0, point))
            tail = Provision(provision.depth, fresh.label, cut(provision.text, point, whole))
            return [*before, (head, origin), (tail, origin), *after]
        case "join" if after:
            (following, other), *rest = after
            return [
                *before,
                (replace(provision, text=text(*provision.text, " ", *following.text)), origin | other),
                *rest,
            ]
    return [*before, (provision, origin), (fresh, frozenset()), *after]
