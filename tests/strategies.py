"""What Hypothesis feeds the laws: texts, provisions, clauses and instruments of every legal shape."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from string import ascii_letters, ascii_lowercase, digits

from hypothesis import strategies as st

from instrument.labels import inserted, parse, renumbered
from instrument.model import (
    Atom,
    Cell,
    Clause,
    Footnote,
    Holders,
    Instrument,
    Kind,
    Mark,
    Note,
    Provision,
    Reference,
    Run,
    Text,
    text,
)

# Characters that formats treat specially come often; the scripts of the six languages come too.
SPECIAL = "[]{}*^#%+.()|\\\"'<>&_`~=:;-–—/ \u00a0\u2028\u200c\u0640"
LETTERS = "aiv1 shaltétatДержаваالأَطراف缔约国"
CHARS = st.one_of(
    st.text(st.sampled_from(SPECIAL + LETTERS), max_size=12),
    st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=8),
    st.sampled_from(
        [
            "shall",
            "1.",
            "(a)",
            "%%",
            "+++",
            "# Article 1",
            "{by=",
            "{@x}",
            "{#x}",
            "[^1]: ",
            "{base}",
            "Option 2",
            "3 bis",
        ]
    ),
)
MARKS = st.sets(st.sampled_from(list(Mark))).map(frozenset)
# Put together from letters, which is much cheaper than a regular expression: use, use2-1.
_FIGURES = ascii_lowercase + digits
_TAILS = st.text(st.sampled_from(_FIGURES), min_size=1, max_size=5).map("-{}".format)
NAMES = st.builds(
    "{}{}{}".format,
    st.sampled_from(ascii_lowercase),
    st.text(st.sampled_from(_FIGURES), max_size=6),
    st.one_of(st.just(""), _TAILS),
)
NOTE_NAMES = st.text(st.sampled_from(ascii_letters + digits + "*"), min_size=1, max_size=3)
HOLDER_NAMES = st.one_of(
    st.sampled_from(["Delegation A", "Delegation B", "Délégation C"]),
    st.text(st.sampled_from('ab "\\{}[]é'), min_size=1, max_size=6).map(str.strip).filter(bool),
)
WORDING = st.text(st.sampled_from('ad referendum "\\;{}é'), max_size=8).map(str.strip)
HOLDERS = st.builds(
    Holders,
    by=st.lists(HOLDER_NAMES, max_size=2).map(tuple),
    base=st.booleans(),
    against=st.lists(HOLDER_NAMES, max_size=2).map(tuple),
    alternative=st.sampled_from(["", "1", "2", "a b"]),
    status=WORDING,
    note=WORDING,
).filter(lambda holders: holders != Holders())


def runs(chars: st.SearchStrategy[str] = CHARS) -> st.SearchStrategy[Atom]:
    return st.builds(Run, chars, MARKS)


# What is made anew for every text costs more than the text: these are made once.
_RUNS = runs()
_REFERENCES = st.builds(Reference, NAMES, st.one_of(st.just(""), NAMES), MARKS)
_SOME_NOTE = Note("")  # whichever of those that the clause has


@cache
def _atoms(cells: bool, notes: bool) -> st.SearchStrategy[list[Atom]]:
    kinds: list[st.SearchStrategy[Atom]] = [_RUNS, _REFERENCES, _RUNS]
    kinds += [st.just(Cell())] if cells else []
    kinds += [st.just(_SOME_NOTE)] if notes else []
    return st.lists(st.one_of(kinds), max_size=5)


@st.composite
def texts(draw: st.DrawFn, notes: tuple[str, ...] = (), cells: bool = True) -> Text:
    atoms: list[Atom] = []
    for atom in draw(_atoms(cells, bool(notes))):
        atoms.append(Note(draw(st.sampled_from(notes))) if atom is _SOME_NOTE else atom)
        if isinstance(atom, Run) and atom.chars.endswith("]") and draw(st.booleans()):
            atoms.append(draw(HOLDERS))
    return text(*atoms)


COMMENTS = st.lists(CHARS, max_size=2).map(tuple)
LABELS = st.one_of(
    st.just(""),
    st.sampled_from(
        ["1.", "3 bis.", "(a)", "(iv)", "[1 ter.", "Option 2:", "3.3 bis", "a)", "1", "–", "§ 5", "(أ)", "（一）"]
    ),
    CHARS.map(str.strip),
)


_SOME_NAMES = st.lists(NOTE_NAMES, max_size=2, unique=True).map(tuple)
_PROVISIONS = st.lists(
    st.builds(Provision, st.integers(0, 3), LABELS, st.just(()), st.one_of(st.just(""), NAMES), COMMENTS),
    max_size=4,
    unique_by=lambda provision: provision.anchor or object(),
)
_TITLES = st.one_of(
    st.sampled_from([(Kind.ARTICLE, "Article 4 bis"), (Kind.PART, "PART I"), (Kind.TITLE, ""), (Kind.FINAL, "")]),
    st.tuples(st.sampled_from(list(Kind)), CHARS.map(str.strip)),
)


@st.composite
def clauses(draw: st.DrawFn, id: str = "use") -> Clause:
    names = draw(_SOME_NAMES)
    provisions = [replace(provision, text=draw(texts(names))) for provision in draw(_PROVISIONS)]
    kind, label = draw(_TITLES)
    heading = draw(texts(names, cells=False))
    notes = tuple(Footnote(name, draw(texts())) for name in names)
    return Clause(id, kind, label, heading, tuple(provisions), notes, draw(COMMENTS))


@st.composite
def instruments(draw: st.DrawFn) -> Instrument:
    ids = draw(st.lists(NAMES, min_size=1, max_size=3, unique=True))
    return Instrument(tuple(draw(clauses(id)) for id in ids), draw(st.sampled_from(["en", "fr", "ar", "zh"])))


DRESSES = ("1.", "(a)", "(i)", "a)", "1)", "(а)", "（一）", "(أ)")


@st.composite
def negotiated(draw: st.DrawFn) -> tuple[Instrument, Instrument]:
    """A text as issued, with a bis here and a gap there, and the same text in its final numbers."""
    issued, final = [], []
    count = draw(st.integers(1, 3))
    for place, label in enumerate(draw(frozen("1", count)), 1):
        clause = draw(numbered_clauses(f"article{place}"))
        issued.append(replace(clause[0], label=f"Article {label}"))
        final.append(replace(clause[1], label=f"Article {place}"))
    return Instrument(tuple(issued)), Instrument(tuple(final))


@st.composite
def numbered_clauses(draw: st.DrawFn, id: str) -> tuple[Clause, Clause]:
    rows: list[tuple[int, str, str]] = []
    outer, inner = draw(st.sampled_from(DRESSES)), draw(st.sampled_from(DRESSES))
    for place, label in enumerate(draw(frozen(outer, draw(st.integers(1, 4)))), 1):
        rows.append((0, label, nth(outer, place)))
        below = draw(st.sampled_from((0, 2, 3)))
        rows += [(1, each, nth(inner, n)) for n, each in enumerate(draw(frozen(inner, below)), 1)]
    words = [text(f"States shall act {place}") for place in range(len(rows))]
    both = [tuple(Provision(row[0], row[side], words[place]) for place, row in enumerate(rows)) for side in (1, 2)]
    return Clause(id, provisions=both[0]), Clause(id, provisions=both[1])


@st.composite
def frozen(draw: st.DrawFn, first: str, count: int) -> list[str]:
    """As many labels as asked for, as negotiation leaves them: some put in among those issued, some gone."""
    labels = [nth(first, place) for place in range(1, count + 1)]
    for gap in draw(st.lists(st.integers(0, 99), max_size=3)):
        at = gap % (len(labels) + 1)
        new = inserted("".join(labels[at - 1 : at] if at else []), "".join(labels[at : at + 1]), labels)
        labels[at:at] = [new] if new else []
    kept = sorted(draw(st.permutations(range(1, len(labels))))[: max(count - 1, 0)]) if labels else []
    return [labels[place] for place in ([0, *kept] if count else [])]


def nth(first: str, place: int) -> str:
    """The label at a place of a list that begins with another."""
    read = parse(first)
    assert read is not None
    return renumbered(first, read, place)
