"""Two languages of one text laid side by side: what is not in step is said, and nothing else."""

from dataclasses import replace

import pytest

from instrument.concord import Concordance, concord
from instrument.model import Clause, Footnote, Holders, Instrument, Kind, Provision, text
from instrument.problem import Misuse, Severity

EN = (
    (
        0,
        "1.",
        "Each State Party shall destroy its stockpiles within five years of the entry into force of this treaty.",
    ),
    (0, "2.", "It shall report to the Depositary every year on 30 April, under article 7, paragraph 1:"),
    (1, "(a)", "The number of munitions that it has destroyed, and where; and"),
    (1, "(b)", "Its plan for those that remain, with a budget."),
    (
        0,
        "3.",
        "A State Party that is not able to do so may ask for ten more years; a request is made nine months before.",
    ),
    (0, "4.", "Requests are decided on by two thirds of those present and voting."),
)
FR = (
    (0, "1.", "Chaque État Partie détruit ses stocks dans les cinq ans suivant l’entrée en vigueur du présent traité."),
    (0, "2.", "Il fait rapport au Dépositaire chaque année le 30 avril, au titre de l’article 7, paragraphe 1 :"),
    (1, "a)", "Le nombre de munitions qu’il a détruites, et à quel endroit ; et"),
    (1, "b)", "Son plan pour celles qui restent, avec un budget."),
    (0, "3.", "L’État Partie qui n’en est pas capable peut demander dix ans de plus, neuf mois avant l’échéance."),
    (0, "4.", "Les demandes sont tranchées à la majorité des deux tiers des présents et votants."),
)
Rows = tuple[tuple[int, str, str], ...]


def clause(rows: Rows, label: str = "Article 4") -> Clause:
    provisions = tuple(Provision(depth, label, text(words)) for depth, label, words in rows)
    return Clause("stocks", Kind.ARTICLE, label, text("Stocks"), provisions)


def laid(english: Rows = EN, french: Rows = FR) -> Concordance:
    return concord((Instrument((clause(english),), "en"), Instrument((clause(french),), "fr")))


def found(english: Rows = EN, french: Rows = FR) -> list[tuple[str, str, str]]:
    return [(each.code, *(place.address for place in each.places)) for each in laid(english, french).differences]


def with_row(rows: Rows, at: int, words: str = "", label: str = "") -> Rows:
    depth, was, said = rows[at]
    return (*rows[:at], (depth, label or was, words or said), *rows[at + 1 :])


def test_two_languages_that_say_the_same_are_in_step() -> None:
    assert found() == []


def test_a_figure_that_differs_is_named_in_both_languages_at_both_places() -> None:
    (difference,) = laid(french=with_row(FR, 0, FR[0][2].replace("cinq", "six"))).differences
    assert difference.message == 'en has "five", fr has "six"'
    assert [str(place) for place in difference.places] == ["stocks/1@en", "stocks/1@fr"]
    assert difference.problem.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("at", "old", "new", "code"),
    [
        (0, "les cinq ans", "les deux ans", "figure"),
        (1, "30 avril", "30 mars", "date"),
        (1, "paragraphe 1", "paragraphe 2", "figure"),
        (1, "l’article 7", "l’article 8", "figure"),
        (4, "dix ans", "", "figure"),
        (5, "deux tiers", "trois quarts", "figure"),
    ],
)
def test_a_slip_in_one_language_is_found(at: int, old: str, new: str, code: str) -> None:
    assert [each[0] for each in found(french=with_row(FR, at, FR[at][2].replace(old, new)))] == [code]


@pytest.mark.parametrize(("at", "address"), [(0, "1"), (1, "2/a"), (2, "2/b"), (3, "3"), (4, "4")])
def test_a_paragraph_that_is_missing_is_the_only_difference(at: int, address: str) -> None:
    rows = (*FR[:at], *FR[at + 1 :]) if at == 0 else (*FR[: at + 1], *FR[at + 2 :])
    assert [each[:2] for each in found(french=rows)] == [("missing", f"stocks/{address}")]


def test_what_stands_under_a_missing_paragraph_is_counted_with_it() -> None:
    (difference,) = laid(french=(*FR[:1], *FR[4:])).differences
    assert 'en has "2. It shall report' in difference.message and "and 2 under it" in difference.message


def test_a_paragraph_that_is_missing_does_not_make_those_behind_it_differ_when_they_were_renumbered() -> None:
    renumbered = (*FR[:1], (0, "2.", FR[4][2]), (0, "3.", FR[5][2]))
    assert [each[:2] for each in found(french=renumbered)] == [("missing", "stocks/2"), ("label", "stocks/3")]


def test_what_only_the_other_language_has_is_named_there() -> None:
    more = (*FR, (0, "5.", "Le présent article s’applique aussi aux sous-munitions transportées en vrac."))
    assert found(french=more) == [("missing", "stocks/4", "stocks/5")]


def test_an_article_that_one_language_lacks_is_named() -> None:
    one, other = Instrument((clause(EN), Clause("use")), "en"), Instrument((clause(FR),), "fr")
    (difference,) = concord((one, other)).differences
    assert (difference.code, difference.places[1].text) == ("missing-clause", "fr")


def test_articles_in_another_order_are_named_once() -> None:
    ids = Clause("use"), Clause("aid"), Clause("end")
    (difference,) = concord((Instrument(ids, "en"), Instrument(ids[::-1], "fr"))).differences
    assert difference.message == "where en has use, fr has end"


def test_a_label_is_compared_by_what_it_says() -> None:
    russian = tuple((depth, {"(a)": "а)", "(b)": "б)"}.get(label, label), words) for depth, label, words in EN)
    chinese = dict(zip([row[1] for row in EN], ["一、", "二、", "（一）", "（二）", "三、", "四、"], strict=True))
    for language, labels in (("ru", [row[1] for row in russian]), ("zh", [chinese[row[1]] for row in EN])):
        rows = tuple((depth, label, "一") for (depth, _, _), label in zip(EN, labels, strict=True))
        base = tuple((depth, label, "—") for depth, label, _ in EN)
        both = Instrument((clause(base),), "en"), Instrument((clause(rows),), language)
        assert concord(both).differences == ()


def test_another_label_is_named() -> None:
    assert found(french=with_row(FR, 3, label="c)")) == [("label", "stocks/2/b", "stocks/2/c")]


def test_article_premier_is_article_1() -> None:
    one, other = Instrument((clause(EN, "Article 1"),), "en"), Instrument((clause(FR, "Article premier"),), "fr")
    assert concord((one, other)).differences == ()


def test_a_bracket_that_one_language_has_not_is_named() -> None:
    (difference,) = laid(english=with_row(EN, 0, EN[0][2].replace("five", "[five] [ten]"))).differences[:1]
    assert difference.code == "brackets"
    assert difference.message == "en has 2 brackets, fr 0 brackets"


def test_brackets_that_nest_otherwise_are_named() -> None:
    nested, flat = with_row(EN, 3, "[Its plan [with] a budget.]"), with_row(FR, 3, "[Son plan] [avec] un budget.")
    (difference,) = laid(nested, flat).differences
    assert difference.message == "en has 2 brackets, nested 0 1, fr 2 brackets, nested 0 0"


def test_a_bracket_of_another_delegation_is_named() -> None:
    def held(language: str, name: str) -> Instrument:
        words = text("[may]", Holders(by=(name,)))
        return Instrument((Clause("use", provisions=(Provision(0, "1.", words),)),), language)

    (difference,) = concord((held("en", "Delegation A"), held("fr", "Delegation B"))).differences
    assert difference.code == "brackets" and "Delegation B" in difference.message


def test_a_note_that_is_not_translated_is_named() -> None:
    noted = replace(clause(EN), notes=(Footnote("1", text("Agreed in the working group.")),))
    (difference,) = concord((Instrument((noted,), "en"), Instrument((clause(FR),), "fr"))).differences
    assert (difference.code, difference.places[0].address) == ("missing", "stocks/note/1")


def test_a_dual_is_no_missing_two_but_three_for_two_is_named() -> None:
    def one(words: str, language: str) -> Instrument:
        return Instrument((Clause("use", provisions=(Provision(0, "1.", text(words)),)),), language)

    english = one("within two years", "en")
    assert concord((english, one("في غضون سنتين", "ar"))).differences == ()
    assert concord((english, one("каждые годы", "ru"))).differences == ()
    assert [each.code for each in concord((english, one("dans les trois ans", "fr"))).differences] == ["figure"]
    assert [each.code for each in concord((english, one("dans un an", "fr"))).differences] == ["figure"]


def test_a_figure_that_is_said_again_is_no_difference_but_one_for_another_is() -> None:
    def one(words: str, language: str) -> Instrument:
        return Instrument((Clause("use", provisions=(Provision(0, "1.", text(words)),)),), language)

    english = one("under annex VIII, and the tribunal of that annex, within 30 or 30 or 15 days", "en")
    assert (
        concord((english, one("l’annexe VIII, le tribunal de l’annexe VIII, 30 ou 30 ou 15", "fr"))).differences == ()
    )
    swapped = concord((english, one("l’annexe VIII, le tribunal, 30 ou 15 ou 15", "fr"))).differences
    assert [each.message for each in swapped] == ['en has "30", fr has "15"']


def test_paragraphs_that_run_on_are_cut_at_their_labels_and_compared() -> None:
    words = " ".join(f"{label} {words}" for _, label, words in FR)
    run_on = concord((Instrument((clause(EN),), "en"), Instrument((clause(((0, "", words),)),), "fr")))
    assert [each.code for each in run_on.differences] == ["run-on"]
    assert [len(pair.base) for pair in run_on.pairs(1, "stocks")] == [1] * 7
    slipped = words.replace("30 avril", "30 mai")
    wrong = concord((Instrument((clause(EN),), "en"), Instrument((clause(((0, "", slipped),)),), "fr")))
    assert [each.code for each in wrong.differences] == ["run-on", "date"]


def test_one_text_alone_is_refused() -> None:
    with pytest.raises(Misuse, match="another language"):
        concord((Instrument((), "en"),))
