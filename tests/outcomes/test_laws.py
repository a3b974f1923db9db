"""A draft resolved by accepting one alternative of each dispute: that one is kept, every rival dropped."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from instrument.brackets import accept, alternatives, lift, scan
from instrument.changes import apply
from instrument.model import Clause, Holders, Instrument, Kind, Provision, Run, Text, text
from instrument.outcomes import Fate, Outcomes, Standing, judge
from instrument.outcomes import laying as laying


@dataclass
class Disputed:
    """A draft, and the number of the alternative that wins in each of its disputes, by their names."""

    draft: Instrument
    chosen: dict[str, int]

    @property
    def adopted(self) -> Instrument:
        """The draft with the alternative that wins accepted, dispute by dispute."""
        text = self.draft
        for name, number in self.chosen.items():
            clause, group = next(
                (clause.id, group) for clause in text for group in alternatives(scan(clause).brackets)
                if group[0].holders and group[0].holders.alternative == name
            )  # fmt: skip
            text = apply(accept(text, clause, group[number]), text)
        return text

    def truth(self) -> list[Fate]:
        groups = [group for clause in self.draft for group in alternatives(scan(clause).brackets)]
        brackets = sorted(
            (bracket.start, number == self.chosen[bracket.holders.alternative])
            for group in groups for number, bracket in enumerate(group) if bracket.holders
        )  # fmt: skip
        return [Fate.KEPT if wins else Fate.DROPPED for _, wins in brackets]


@st.composite
def disputed(draw: st.DrawFn, alphabet: int) -> Disputed:
    """An article of paragraphs, told apart by how they begin, with disputes; of 0 letters every word is another one."""
    told = iter(range(1_000_000))

    def words(most: int) -> str:
        count = draw(st.integers(1, most))
        if alphabet:
            return " ".join(draw(st.sampled_from("abcdefgh"[:alphabet])) for _ in range(count))
        return " ".join(f"w{next(told)}" for _ in range(count))

    provisions, chosen = [], dict[str, int]()
    for number in range(draw(st.integers(1, 4))):
        content: list[Text] = [text(" ".join(f"p{next(told)}" for _ in range(4)))]
        for _ in range(draw(st.integers(0, 3))):
            name = str(len(chosen) + 1)
            rivals = draw(st.integers(2, 4))
            chosen[name] = draw(st.integers(0, rivals - 1))
            for _ in range(rivals):
                content += [text(" "), (Run(f"[{words(6)}]"), Holders(alternative=name))]
            content.append(text(" ", words(3)))
        provisions.append(Provision(0, f"{number + 1}.", text(*(atom for part in content for atom in part), ".")))
    return Disputed(Instrument((Clause("use", Kind.ARTICLE, "Article 1", provisions=tuple(provisions)),)), chosen)


def fates(outcomes: Outcomes) -> list[Fate]:
    return [each.fate for each in outcomes.found]


@given(disputed(0))
def test_the_chosen_alternative_is_kept_and_every_rival_dropped(given: Disputed) -> None:
    assert fates(judge(given.draft, given.adopted)) == given.truth()


@given(disputed(4))
def test_where_words_repeat_no_alternative_is_told_wrongly(given: Disputed) -> None:
    told = zip(fates(judge(given.draft, given.adopted)), given.truth(), strict=True)
    assert all(fate in (truth, Fate.UNCLEAR) for fate, truth in told)


@given(disputed(4))
def test_every_word_of_a_stretch_is_told_of_once(given: Disputed) -> None:
    found = judge(given.draft, given.adopted).found
    brackets = sorted(
        (bracket for clause in given.draft for bracket in scan(clause).brackets), key=lambda bracket: bracket.start
    )
    for bracket, outcome in zip(brackets, found, strict=True):
        content = given.draft.clauses[0].provisions[bracket.start.unit].text
        chars = "".join(atom.chars if isinstance(atom, Run) else " " for atom in content)
        assert " ".join(word for word, _ in outcome.words) == chars[bracket.start.offset + 1 : bracket.end.offset]


@given(disputed(0))
def test_a_text_against_itself_keeps_everything_and_all_of_it_is_open(given: Disputed) -> None:
    found = judge(given.draft, given.draft).found
    assert all(each.fate is Fate.KEPT and each.is_open for each in found)


def without(adopted: Instrument, word: str) -> Instrument:
    """A text from which somebody took one word."""

    def rest(atom: Run) -> str:
        return f"{atom.chars} ".replace(f" {word} ", " ").rstrip()

    (clause,) = adopted
    taken = ((each, [rest(atom) for atom in each.text if isinstance(atom, Run)]) for each in clause.provisions)
    return Instrument((replace(clause, provisions=tuple(replace(each, text=text(*words)) for each, words in taken)),))


@given(disputed(0), st.data())
def test_a_word_that_somebody_took_from_what_was_agreed_is_missed(given: Disputed, data: st.DataObject) -> None:
    kept = [each for each in judge(given.draft, given.adopted).found if each.fate is Fate.KEPT]
    if not kept:
        return
    chosen = data.draw(st.sampled_from(kept))
    word, _ = data.draw(st.sampled_from(chosen.words))
    found = {each.stretch: each for each in judge(given.draft, without(given.adopted, word)).found}
    assert found[chosen.stretch].fate in (Fate.PART, Fate.DROPPED)
    assert (word, Standing.WENT) in found[chosen.stretch].words
    assert {stretch for stretch, each in found.items() if each.fate is Fate.KEPT} == {
        each.stretch for each in kept if each is not chosen
    }


@given(disputed(0))
def test_a_rival_that_came_in_with_the_chosen_one_is_no_longer_dropped(given: Disputed) -> None:
    lifted = given.draft
    for clause in given.draft:
        lifted = apply(lift(lifted, clause.id, *scan(clause).brackets), lifted)
    assert all(each.fate is Fate.KEPT for each in judge(given.draft, lifted).found)
