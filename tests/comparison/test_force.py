"""Changes of force and of figures are told from changes of wording."""

import pytest

from instrument.comparison.force import Weight, weigh
from instrument.comparison.runs import hunks
from instrument.words import words

FORCE, FIGURE = Weight.FORCE, Weight.FIGURE


def weights(old: str, new: str) -> set[Weight]:
    before, after = words(old), words(new)
    return {weight for hunk in hunks(before, after) for weight in weigh(before, after, hunk)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Each Party shall report.", "Each Party should report."),
        ("Each Party shall report.", "Each Party may report."),
        ("Each Party shall report.", "Each Party will endeavour to report."),
        ("Each Party shall use them.", "Each Party shall not use them."),
        ("Each Party shall report.", "Each Party shall, as appropriate, report."),
        ("Each Party shall help.", "Each Party in a position to do so shall help."),
        ("Each Party shall mark them.", "Each Party shall mark them where feasible."),
        ("as far as possible", "as possible"),
        ("Each Party in a position to do so", "Each Party in a position to help"),
        ("Chaque Partie doit détruire.", "Chaque Partie s’efforce de détruire."),
        ("Chaque Partie coopère.", "Chaque Partie coopère, le cas échéant."),
        ("Cada Parte deberá informar.", "Cada Parte podrá informar."),
        ("Cada Parte informará.", "Cada Parte informará, según proceda."),
        ("Каждая Сторона должна сообщать.", "Каждая Сторона может сообщать."),
        ("Каждая Сторона сообщает.", "Каждая Сторона сообщает, по возможности."),
        ("يجب على كل دولة طرف", "ينبغي على كل دولة طرف"),
        ("ويجوز للدول", "وينبغي للدول"),
        ("تتعاون الدول", "تتعاون الدول عند الاقتضاء"),
        ("各缔约国应当销毁", "各缔约国可以销毁"),
        ("各缔约国应提供援助", "各缔约国应酌情提供援助"),
    ],
)
def test_a_change_of_force_is_flagged(old: str, new: str) -> None:
    assert weights(old, new) == {FORCE}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("within [five] years", "within [ten] years"),
        ("within 5 years", "within 10 years"),
        ("within five years", "within five months"),
        ("not later than 30 April", "not later than 31 May"),
        ("not later than ten years", "as soon as possible and within ten years"),
        ("a majority of the States", "two-thirds of the States"),
        ("after the thirtieth instrument", "after the fortieth instrument"),
        ("dans un délai de cinq ans", "dans un délai de dix ans"),
        ("en un plazo de cinco años", "en un plazo de diez años"),
        ("в течение пяти лет", "в течение десяти лет"),
        ("خلال خمس سنوات", "خلال عشر سنوات"),
        ("五年内", "十年内"),
        ("不迟于每年", "尽快每年"),
    ],
)
def test_a_change_of_a_number_a_deadline_or_a_threshold_is_flagged(old: str, new: str) -> None:
    assert weights(old, new) == {FIGURE}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("shall clear mines", "shall clear remnants"),
        ("under article 5", "under article 6"),
        ("articles 4 (1), 5 and 7 apply", "articles 4 (1), 5 and 8 apply"),
        ("conformément à l’article 5", "conformément à l’article 6"),
        ("第五条", "第六条"),
        ("可持续的", "适应的"),
        ("一切措施", "所有措施"),
        ("shall [clear] them", "shall clear them"),
    ],
)
def test_a_change_of_wording_alone_is_not_flagged(old: str, new: str) -> None:
    assert weights(old, new) == set()


def test_force_and_figures_may_change_at_once() -> None:
    assert weights("shall clear them", "may within ten years clear them") == {FORCE, FIGURE}
