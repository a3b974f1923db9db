"""What is true of the history of any text: drafts that Hypothesis makes, and adoptions whose truth is known."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from instrument.changes import apply, carry, compose
from instrument.changes.items import Replace
from instrument.difference.comparison import changes_of
from instrument.history import Act, Blame, Credit, Draft, Gone, Origin, blame
from instrument.history.lines import words_of
from instrument.model import Clause, Instrument, Provision, plain, text
from tests import edits

Texts = list[Instrument]


@st.composite
def drafts(draw: st.DrawFn, most: int = 4) -> Texts:
    """A text and what became of it, draft by draft."""
    texts = [draw(edits.instruments())]
    for _ in range(draw(st.integers(1, most - 1))):
        texts.append(draw(edits.edited(texts[-1]))[0])
    return texts


def told(texts: Texts, acts: tuple[Act, ...] = ()) -> Blame:
    return blame([Draft(str(number), each) for number, each in enumerate(texts)], acts)


def line(words: str, *, clause: str = "use") -> Instrument:
    return Instrument((Clause(clause, provisions=(Provision(0, "1.", text(words)),)),))


def all_words(instrument: Instrument) -> Counter[str]:
    return Counter(word for clause in instrument for content in clause.texts for word in words_of(content))


def told_words(blamed: Blame) -> Iterator[tuple[str, Origin]]:
    return (pair for each in blamed.lines for pair in zip(each.words, each.origins, strict=True))


def all_gone(blamed: Blame) -> Iterator[Gone]:
    yield from (gone for each in blamed.lines for gone in each.gone)
    yield from (gone for _, gone in blamed.clauses)


def origins(blamed: Blame) -> list[str]:
    return [origin.draft for line in blamed.lines for origin in line.origins]


@given(drafts())
def test_the_history_of_any_text_is_whole_and_true(texts: Texts) -> None:
    blamed = told(texts)
    every_word_has_one_origin_and_stands_once_in_its_place(blamed, texts[-1])
    words_stood_in_the_draft_they_are_said_to_come_from(blamed, texts)
    words_that_went_stood_in_the_draft_before(blamed, texts)
    every_word_that_ever_stood_first_is_in_the_text_or_told_of_as_gone(blamed, texts)


def every_word_has_one_origin_and_stands_once_in_its_place(blamed: Blame, newest: Instrument) -> None:
    assert [line.text for line in blamed.lines] == [content for clause in newest for content in clause.texts]
    for each in blamed.lines:
        assert list(each.words) == words_of(each.text)
        assert len(each.origins) == len(each.words)
        if each.words:
            assert text(*(atom for _, piece, _ in each.runs() for atom in piece)) == text(*each.text)


def words_stood_in_the_draft_they_are_said_to_come_from(blamed: Blame, texts: Texts) -> None:
    claimed: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word, origin in told_words(blamed):
        claimed[origin.draft][word] += 1
        assert not origin.returned or int(origin.returned) > int(origin.draft) + 1
    assert all(words <= all_words(texts[int(draft)]) for draft, words in claimed.items())


def words_that_went_stood_in_the_draft_before(blamed: Blame, texts: Texts) -> None:
    left: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for gone in all_gone(blamed):
        assert int(gone.origin.draft) < int(gone.draft)
        left[gone.draft].update(words_of(gone.text))
    assert all(words <= all_words(texts[int(draft) - 1]) for draft, words in left.items())


def every_word_that_ever_stood_first_is_in_the_text_or_told_of_as_gone(blamed: Blame, texts: Texts) -> None:
    first = Counter(word for word, origin in told_words(blamed) if origin.draft == "0")
    first.update(word for gone in all_gone(blamed) if gone.origin.draft == "0" for word in words_of(gone.text))
    assert first == all_words(texts[0])


@given(drafts())
def test_a_draft_that_repeats_the_one_before_changes_nothing(texts: Texts) -> None:
    once = told(texts)
    twice = blame([*(Draft(str(n), each) for n, each in enumerate(texts)), Draft("again", texts[-1])])
    assert twice.lines == once.lines and twice.clauses == once.clauses


@settings(max_examples=30)
@given(edits.instruments().flatmap(lambda base: st.tuples(st.just(base), edits.edited(base))))
def test_what_is_undone_at_once_comes_from_the_first_draft(both: tuple[Instrument, tuple[Instrument, object]]) -> None:
    base, (other, _) = both
    clauses = {clause.id for clause in other}
    blamed = told([base, other, base])
    for each in blamed.lines:
        if each.place.clause in clauses:
            assert {origin.draft for origin in each.origins} <= {"0"}, each


def test_a_single_word_taken_out_and_put_back_comes_from_its_first_draft() -> None:
    texts = [line("States shall not use mines"), line("States shall use mines"), line("States shall not use mines")]
    blamed = told(texts)
    assert origins(blamed) == ["0"] * 5
    assert [origin.returned for origin in blamed.lines[1].origins] == ["", "", "2", "", ""]
    assert blamed.lines[1].gone == ()


PHRASES = ("", "soon", "the States", "and the", "shall the States", "mines")


@st.composite
def adoptions(draw: st.DrawFn) -> tuple[Texts, list[Act], Counter[tuple[str, str]]]:
    """A chain of texts, each made of the one before by proposals, and how often each of them put in each word."""
    words = "The States Parties shall clear the mines and the States shall report on it"
    paragraphs = (Provision(0, f"{number}.", text(f"{words} {number}")) for number in range(3))
    texts = [Instrument((Clause("use", provisions=tuple(paragraphs)),))]
    acts: list[Act] = []
    truth: Counter[tuple[str, str]] = Counter()
    for stage in range(1, 4):
        base, total = texts[-1], None
        came: set[str] = set()
        went: set[str] = set()
        for _ in range(draw(st.integers(0, 3))):
            changes = changes_of(base, draw(amended(base)))
            carried = carry(changes, total, base) if total else None
            edits = [item for item in changes.items if isinstance(item, Replace)]
            new = [word for item in edits for word in words_of(item.new)]
            old = [word for item in edits for word in words_of(item.old)]
            # Whose of two equal words side by side goes, when one came in the same decision, nobody can tell.
            if not changes or (carried and (carried.contrary or carried.met)) or went & {*new} or came & {*old}:
                continue
            came.update(new)
            went.update(old)
            total = compose(total, carried.changes, base) if total and carried else changes
            name = f"P/{len(acts)}"
            acts.append(Act(changes, Credit(name, ("Delegation A",), "adopted", "Decision 1", str(stage))))
            truth.update((name, word) for word in new)
        texts.append(apply(total, base) if total else base)
    return texts, acts, truth


@st.composite
def amended(draw: st.DrawFn, base: Instrument) -> Instrument:
    """A text with some words of one paragraph replaced, struck or added."""
    (clause,) = base
    at = draw(st.integers(0, 2))
    words = plain(clause.provisions[at].text).split()
    start = draw(st.integers(0, len(words)))
    words[start : start + draw(st.integers(0, 2))] = draw(st.sampled_from(PHRASES)).split()
    changed = replace(clause.provisions[at], text=text(" ".join(words)))
    return Instrument((replace(clause, provisions=(*clause.provisions[:at], changed, *clause.provisions[at + 1 :])),))


@given(adoptions())
def test_what_adoption_recorded_is_told_word_for_word(chain: tuple[Texts, list[Act], Counter[tuple[str, str]]]) -> None:
    texts, acts, truth = chain
    blamed = told(texts, tuple(acts))
    found = Counter((credit.proposal, word) for word, origin in told_words(blamed) for credit in origin.credits)
    went = Counter(
        (credit.proposal, word)
        for gone in all_gone(blamed) for word in words_of(gone.text) for credit in gone.origin.credits
    )  # fmt: skip
    returned = Counter(word for word, origin in told_words(blamed) if origin.returned)
    assert found + went <= truth if returned else found + went == truth
    for word, origin in told_words(blamed):
        assert origin.is_recorded == (origin.draft != "0" or bool(origin.returned)), word
