"""Rules about recitals, headings, final clauses, and what a change moves."""

from instrument.checks import check
from instrument.checks.examples import example
from instrument.model import Instrument
from instrument.problem import Problem


def _found(code: str, *lines: str, base: Instrument | None = None, language: str = "en") -> list[Problem]:
    return list(check(example(*lines, language=language), base, final=True, select=(code,)))


def test_a_french_recital_that_begins_otherwise_is_told() -> None:
    lines = ("# Préambule", "Les États,", "Rappelant la Charte,", "Convaincus de cela,", "Conscients du coût,",
             "Le coût est élevé,", "Sont convenus de ce qui suit :")  # fmt: skip
    assert [problem.words for problem in _found("recital", *lines, language="fr")] == ["Le"]


def test_a_preamble_without_habits_is_left_alone() -> None:
    assert _found("recital", "# Preamble", "The cost is high.", "People suffer;", "It must end") == []


def test_the_same_heading_may_stand_in_every_part() -> None:
    lines = ("# Part I", "# Article 1 Objectives", "None.", "# Part II", "# Article 2 Objectives", "None.")
    assert _found("heading-present", *lines) == []
    assert len(_found("heading-present", *lines[1:3], *lines[4:])) == 1


def test_an_excerpt_is_not_asked_for_final_clauses() -> None:
    assert _found("final-clauses", "# Article 1 Use", "None.", "# Article 2 Disputes", "None.") == []


def test_french_final_clauses_are_read_too() -> None:
    lines = ("# Article 1 Signature", "Aucune.", "# Article 2 Ratification", "Aucune.", "# Article 3 Amendements",
             "Il est ratifié conformément à l’article 1.")  # fmt: skip
    assert [problem.words for problem in _found("final-clause-references", *lines, language="fr")] == ["article 1"]


def test_its_own_instrument_of_ratification_is_not_counted() -> None:
    lines = (
        "# Article 1 Entry into force",
        "1. After the thirtieth instrument.",
        "2. After its instrument, the sixth month.",
    )
    assert _found("entry-into-force", *lines) == []


def test_a_count_that_is_still_in_brackets_is_left_alone() -> None:
    lines = ("# Article 1 Entry into force", "1. After the [twentieth] [thirtieth] instrument.")
    assert _found("entry-into-force", *lines) == []


def test_a_reference_whose_provision_is_gone_is_told() -> None:
    base = example("# Article 1 Use", "See article 2.", "# Article 2 Help for victims of mines", "Each helps them.",
                   "# Article 3 Costs of the meetings", "All pay their share.")  # fmt: skip
    now = ("# Article 1 Use", "See article 2.", "# Article 2 Costs of the meetings", "All pay their share.")
    (problem,) = _found("reference-shifted", *now, base=base)
    assert problem.message == "it named article-2 (Help for victims of mines), which is gone"


def test_a_paragraph_put_in_shifts_the_references_behind_it() -> None:
    base = example("1. Each Party reports as paragraph 2 says.", "2. Reports are made each year in writing.")
    now = (
        "1. Each Party reports as paragraph 2 says.",
        "2. Costs are shared.",
        "3. Reports are made each year in writing.",
    )
    (problem,) = _found("reference-shifted", *now, base=base)
    assert problem.message == "it named article-1/2, which is article-1/3 now"


def test_a_reference_that_was_made_to_name_another_provision_is_told() -> None:
    lines = ("2. Reports are made each year in writing.", "3. Costs are shared by all.")
    base = example("1. Each Party reports as paragraph 2 says.", *lines)
    (problem,) = _found("reference-shifted", "1. Each Party reports as paragraph 3 says.", *lines, base=base)
    assert problem.message == "it named article-1/2, and names article-1/3 now"


def test_a_range_that_takes_in_a_new_article_is_told() -> None:
    first = ("# Article 1 Use of mines", "Use is banned.", "# Article 2 Help for victims", "Each helps.")
    last = ("# Article {} End of the text", "Under articles 1 to {}.")
    base = example(*first, *(line.format(3) for line in last))
    now = (*first, "# Article 3 Costs of all meetings", "All pay.", *(line.format(4) for line in last))
    (problem,) = _found("consequential", *now, base=base)
    assert problem.words == "articles 1 to 4" and "is new" in problem.message
