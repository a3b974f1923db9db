"""What a page does not carry is no edit: references that became words, holders that were not printed, numbers given."""

from dataclasses import replace

import pytest

from instrument.building.returned.terms import EVERYTHING, in_terms, page
from instrument.model import Atom, Clause, Holders, Instrument, Provision, Reference, Run, Text, text
from instrument.papers.assembly import number_articles
from instrument.references import PROFILES, cite
from tests.building.tracking import stage


def flat(whole: Instrument, profile: str) -> Instrument:
    """A text as a program leaves it that keeps words alone."""
    printed = number_articles(whole)

    def said(atom: Atom, clause: str) -> Atom | str:
        if isinstance(atom, Reference):
            return Run(cite(printed, atom, clause, profile) or "", atom.marks)
        return "" if isinstance(atom, Holders) else atom

    def flattened(words: Text, clause: str) -> Text:
        return text(*(said(atom, clause) for atom in words))

    return printed.with_clauses(
        replace(
            clause,
            heading=flattened(clause.heading, clause.id),
            provisions=tuple(replace(each, text=flattened(each.text, clause.id)) for each in clause.provisions),
            notes=tuple(replace(note, text=flattened(note.text, clause.id)) for note in clause.notes),
        )
        for clause in printed
    )


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", ["first-draft", "second-draft", "second-draft.fr"])
def test_a_text_that_lost_all_but_its_words_is_the_base_again(name: str, profile: str) -> None:
    base = stage(name)
    reading = flat(base, profile)
    assert page(reading, base).lacks
    assert in_terms(reading, base, page(reading, base)) == base.with_clauses(map(without_comments, base))


def without_comments(clause: Clause) -> Clause:
    return replace(clause, comments=(), provisions=tuple(replace(each, comments=()) for each in clause.provisions))


def clause(label: str, *words: Atom | str) -> Instrument:
    return Instrument((Clause("use", label=label, provisions=(Provision(0, "1.", text(*words)),)),))


def test_holders_stay_where_their_bracket_stands_and_go_where_it_goes() -> None:
    held = Holders(by=("Delegation A",))
    base = clause("Article 1", "It [shall]", held, " [may]", held, " use them.")
    reading = clause("Article 1", "It does [shall] use them now.")
    assert in_terms(reading, base, page(reading, base)) == clause(
        "Article 1", "It does [shall]", held, " use them now."
    )


def test_a_reference_whose_words_somebody_changed_stays_words() -> None:
    base = clause("Article 1", "It is under ", Reference("use"), " and this.")
    reading = clause("Article 1", "It is under article 7 and this.")
    assert in_terms(reading, base, page(reading, base)) == reading


def test_a_number_that_was_only_awaited_is_no_renumbering() -> None:
    base = clause("Article", "It is so.")
    assert in_terms(clause("Article 1", "It is so."), base, EVERYTHING) == base
    assert in_terms(clause("Article 2", "It is so."), base, EVERYTHING) == clause("Article 2", "It is so.")


def test_holders_that_a_program_made_words_of_are_holders_again() -> None:
    held, other = Holders(by=("Delegation A",)), Holders(by=("Delegation B",))
    base = clause("Article 1", "It [shall]", held, " [may]", other, " use them.")
    reading = clause("Article 1", "It [shall] (Delegation A) [may] use them.")
    assert in_terms(reading, base, page(reading, base)) == clause("Article 1", "It [shall]", held, " [may] use them.")
