"""Which provision a reference names, and the reason where none can be said."""

import pytest

from instrument.model import Clause, Instrument, Kind, Provision, Reference, text
from instrument.references import survey


def _provision(depth: int, label: str, words: str = "") -> Provision:
    return Provision(depth, label, text(words))


def _instrument(words: str, *, here: int = 0) -> Instrument:
    """Two articles of the same shape and an annex; the words stand in paragraph 2 of the first, or at an index."""
    shape = [
        _provision(0, "1.", "Each State Party:"), _provision(1, "(a)"), _provision(1, "(b)"),
        _provision(0, "2.", "Further:"), _provision(1, "(a)"), _provision(2, "(i)"), _provision(2, "(ii)"),
        _provision(0, "3."), _provision(0, "3 bis."),
    ]  # fmt: skip
    first = [*shape]
    first[here] = Provision(first[here].depth, first[here].label, text(words))
    return Instrument(
        (
            Clause("preamble", Kind.PREAMBLE),
            Clause("part-1", Kind.PART, "Part I"),
            Clause("use", Kind.ARTICLE, "Article 1", provisions=tuple(first)),
            Clause("clearance", Kind.ARTICLE, "Article 2", provisions=tuple(shape)),
            Clause("form", Kind.ANNEX, "Annex I", provisions=(_provision(0, "", "The"), _provision(1, "(a)"))),
        )
    )


def _named(words: str, here: int = 0) -> str:
    found = list(survey(_instrument(words, here=here)))
    assert len(found) == 1, found
    resolution = found[0].resolution
    if resolution.standing != "resolved":
        return f"{resolution.standing}: {resolution.reason}"
    return ", ".join(
        target.clause if target.index is None else f"{target.clause} {target.index}" for target in resolution.targets
    )


@pytest.mark.parametrize(
    ("words", "here", "named"),
    [
        ("article 2", 0, "clearance"),
        ("articles 1 and 2", 0, "use, clearance"),
        ("paragraph 3", 0, "use 7"),
        ("paragraph 3 bis", 0, "use 8"),
        ("paragraphs 1 to 3", 8, "use 0, use 3, use 7"),
        ("article 2, paragraph 2 (a) (ii)", 0, "clearance 6"),
        ("paragraph 2 (a) of article 2", 0, "clearance 4"),
        ("subparagraph (a)", 3, "use 4"),
        ("subparagraph (a)", 2, "use 1"),
        ("subparagraph (b) of this paragraph", 1, "use 2"),
        ("this paragraph", 6, "use 3"),
        ("this article", 6, "use"),
        ("this Part", 6, "part-1"),
        ("the preceding paragraph", 3, "use 0"),
        ("annex I, subparagraph (a)", 0, "form 1"),
        ("the preamble", 0, "preamble"),
        ("article 7", 0, "missing: there is no article 7"),
        ("paragraph 9", 0, "missing: Article 1 has no 9"),
        ("article 2, paragraph 1 (c)", 0, "missing: Article 2 has no c"),
        ("the preceding paragraph", 0, "missing: Article 1 has nothing before it"),
        ("that article", 0, 'unclear: which one "that article" means depends on the sentence'),
        ("article 7 of the Charter", 0, "other: it is of another instrument: Charter"),
    ],
)
def test_a_reference_is_resolved_or_says_why_not(words: str, here: int, named: str) -> None:
    assert _named(words, here) == named


def test_two_provisions_with_one_label_are_both_named_and_neither_is_chosen() -> None:
    clause = Clause(
        "use", Kind.ARTICLE, "Article 1", provisions=(_provision(0, "1."), _provision(0, "1.", "paragraph 1"))
    )
    resolution = next(iter(survey(Instrument((clause,))))).resolution
    assert (resolution.standing, [target.index for target in resolution.targets]) == ("ambiguous", [0, 1])


def test_an_article_of_an_annexed_protocol_cites_the_articles_beside_it() -> None:
    cites = Clause("p-1", Kind.ARTICLE, "Article 1", provisions=(_provision(0, "", "as in article 2"),))
    text_ = Instrument(
        (
            Clause("main", Kind.ARTICLE, "Article 2"), Clause("protocol", Kind.ANNEX, "Annex I"), cites,
            Clause("p-2", Kind.ARTICLE, "Article 2"),
        )
    )  # fmt: skip
    assert [target.clause for target in next(iter(survey(text_))).resolution.targets] == ["p-2"]


def test_the_convention_is_the_texts_own_only_where_it_calls_itself_so() -> None:
    def standing(words: str) -> list[str]:
        clause = Clause("use", Kind.ARTICLE, "Article 1", provisions=(_provision(0, "", words),))
        return [found.resolution.standing for found in survey(Instrument((clause,)))]

    assert standing("Under this Convention, article 1 of the Convention") == ["resolved"]
    assert standing("Under this Agreement, article 1 of the Convention") == ["other"]


def test_a_live_reference_without_a_target_is_found_too() -> None:
    clause = Clause("use", Kind.ARTICLE, "Article 1", provisions=(Provision(text=text("under ", Reference("gone"))),))
    found = next(iter(survey(Instrument((clause,)))))
    assert (found.start, found.resolution.reason) == (6, 'there is no clause "gone"')
