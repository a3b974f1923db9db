"""Cross-references as the houses print them."""

from __future__ import annotations

import pytest

from instrument.labels import designate
from instrument.model import Clause, Instrument, Kind, Provision, Reference
from instrument.problem import Misuse
from instrument.references import cite

ITEM = Reference("clearance", "item")


def instrument(language: str, item: str = "(a)") -> Instrument:
    provisions = (Provision(0, "2."), Provision(1, item, anchor="item"), Provision(0, "", anchor="third"))
    clearance = Clause("clearance", Kind.ARTICLE, designate(Kind.ARTICLE, "5", language), (), provisions)
    definitions = Clause("definitions", Kind.ARTICLE, designate(Kind.ARTICLE, "2", language), (), (
        Provision(0), Provision(1, "(a)", anchor="remnant"),
    ))  # fmt: skip
    preamble = Clause("preamble", Kind.PREAMBLE, "", (), (Provision(), Provision(), Provision(anchor="deeply")))
    return Instrument((preamble, definitions, clearance), language)


@pytest.mark.parametrize(
    ("language", "item", "elsewhere", "inside"),
    [
        ("en", "(a)", "article 5, paragraph 2 (a)", "paragraph 2 (a) of this article"),
        ("fr", "a)", "article 5, paragraphe 2 a)", "paragraphe 2 a) du présent article"),
        ("es", "a)", "artículo 5, párrafo 2 a)", "párrafo 2 a) del presente artículo"),
        ("ru", "a)", "статья 5, пункт 2 a)", "пункт 2 a) настоящей статьи"),
        ("ar", "(أ)", "الفقرة 2 (أ) من المادة 5", "الفقرة 2 (أ) من هذه المادة"),
        ("zh", "(a)", "第五条第2款 (a)", "本条第2款 (a)"),
    ],
)
def test_a_reference_is_printed_in_the_language_of_the_text(
    language: str, item: str, elsewhere: str, inside: str
) -> None:
    text = instrument(language, item)
    assert cite(text, ITEM, "definitions") == elsewhere
    assert cite(text, ITEM, "clearance") == inside


def test_a_profile_decides_the_order_and_the_capitals() -> None:
    assert cite(instrument("en"), ITEM, "definitions", "ccm") == "paragraph 2 (a) of Article 5"
    assert cite(instrument("en"), Reference("clearance"), "definitions", "ccm") == "Article 5"


def test_the_number_of_the_day_is_printed() -> None:
    renumbered = Clause("clearance", Kind.ARTICLE, "Article 6 bis")
    assert cite(Instrument((renumbered,)), Reference("clearance"), "use") == "article 6 bis"


def test_an_item_directly_under_a_chapeau_is_a_subparagraph() -> None:
    assert cite(instrument("en"), Reference("definitions", "remnant"), "clearance") == "article 2, subparagraph (a)"


def test_recitals_and_unlabelled_paragraphs_are_counted() -> None:
    assert cite(instrument("en"), Reference("preamble", "deeply"), "clearance") == "preambular paragraph 2"
    assert cite(instrument("en"), Reference("clearance", "third"), "definitions") == "article 5, paragraph 1"


def test_a_reference_to_nothing_is_not_printed() -> None:
    assert cite(instrument("en"), Reference("nothing"), "clearance") is None
    assert cite(instrument("en"), Reference("clearance", "nothing"), "clearance") is None


def test_an_unknown_profile_is_refused_with_the_known_ones() -> None:
    with pytest.raises(Misuse, match="un, ccm"):
        cite(instrument("en"), ITEM, "clearance", "house")
