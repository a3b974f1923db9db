"""French instructions, as treaty conferences and as parliaments write them, on the sample's French text."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import instrument
from instrument.instructions import Amended, amend
from instrument.model import Clause, Instrument, Provision, plain, text


@cache
def convention() -> Instrument:
    return instrument.open(Path(__file__).parents[2] / "clauses").draft("final-draft.fr")


def lines(text_: Instrument, clause: str) -> list[str]:
    rows = text_.clause(clause).provisions
    return [" ".join(filter(None, (row.label, plain(row.text)))) for row in rows]


def article(*rows: str) -> Instrument:
    """A text of one article, whose paragraphs have no numbers."""
    return Instrument(
        (Clause("article", label="Article 1", provisions=tuple(Provision(0, "", text(row)) for row in rows)),),
        language="fr",
    )


def alone(*rows: str, asks: str) -> list[str]:
    return lines(amend(article(*rows), asks).instrument, "article")


def statuses(amended: Amended) -> list[str]:
    return [outcome.status.name for outcome in amended.outcomes]


def messages(amended: Amended) -> str:
    return "; ".join(problem.message for problem in amended.problems)


# What is asked for, the clause, the words there before, and those there afterwards.
WORDS = [
    ("À l’article 4, paragraphe 3, remplacer « dépollution » par « décontamination ».", "clearance",
     "3. La dépollution, les", "3. La décontamination, les"),
    ("Au paragraphe 3 de l’article 4, remplacez les mots « La dépollution » par les mots « L’enlèvement ».",
     "clearance", "3. La dépollution,", "3. L’enlèvement,"),
    ("Au paragraphe 3 de l’article 4, substituer aux mots « La dépollution » les mots « L’enlèvement ».",
     "clearance", "3. La dépollution,", "3. L’enlèvement,"),
    ("Au paragraphe 3 de l’article 4, substituer les mots « L’enlèvement » aux mots « La dépollution ».",
     "clearance", "3. La dépollution,", "3. L’enlèvement,"),
    ("À l’article 4, paragraphe 3, les mots « La dépollution » sont remplacés par les mots « L’enlèvement ».",
     "clearance", "3. La dépollution,", "3. L’enlèvement,"),
    ("À l’article 4, paragraphe 2, alinéa d), supprimer les mots « assorti d’un budget ».", "clearance",
     "dépollution assorti d’un budget et d’objectifs", "dépollution et d’objectifs"),
    ("À l’alinéa d) du paragraphe 2 de l’article 4, les mots « et d’objectifs annuels » sont supprimés.", "clearance",
     "budget et d’objectifs annuels.", "budget."),
    ("Article 4, par. 2 c) iii) : insérer, après les mots « au logement », les mots « , au travail ».", "clearance",
     "au logement, aux écoles", "au logement, au travail, aux écoles"),
    ("Au paragraphe 2 de l’article 5, après « victimes », sont insérés les mots « et à leur famille ».",
     "victim-assistance", "aux victimes qui ont", "aux victimes et à leur famille qui ont"),
    ("Au chapeau du paragraphe 1 de l’article 5, remplacer le mot « reçoivent » par le mot « obtiennent ».",
     "victim-assistance", "contrôle reçoivent,", "contrôle obtiennent,"),
    ("À la première phrase du paragraphe 5 de l’article 5, remplacer « sexe » par « genre ».", "victim-assistance",
     "par sexe, âge", "par genre, âge"),
    ("Compléter la dernière phrase du paragraphe 5 de l’article 5 par les mots « par la loi ».", "victim-assistance",
     "sont protégées.", "sont protégées par la loi."),
    ("Le paragraphe 5 de l’article 5 est complété par la phrase suivante : « Elles sont publiques. »",
     "victim-assistance", "sont protégées.", "sont protégées. Elles sont publiques."),
    ("Supprimer la seconde phrase du paragraphe 5 de l’article 5.", "victim-assistance",
     "handicap. Les données à caractère personnel sont protégées.", "handicap."),
    ("À l’article premier, paragraphe 7, remplacer « limitant » par « réduisant ».", "general-obligations",
     "comme limitant les", "comme réduisant les"),
    ("Remplacer, au deuxième alinéa du préambule, « maisons » par « foyers ».", "preamble",
     "transforment maisons,", "transforment foyers,"),
]  # fmt: skip


@pytest.mark.parametrize(("asks", "clause", "old", "new"), WORDS, ids=[case[0] for case in WORDS])
def test_words_are_replaced_deleted_and_inserted(asks: str, clause: str, old: str, new: str) -> None:
    amended = amend(convention(), asks, "fr")
    before, after = "\n".join(lines(convention(), clause)), "\n".join(lines(amended.instrument, clause))
    assert before.count(old) == 1
    assert after == before.replace(old, new), messages(amended)
    assert set(statuses(amended)) <= {"APPLIED", "CHECK"}


def test_a_paragraph_is_deleted_put_in_moved_and_renumbered() -> None:
    asks = """Article 4
Supprimer le paragraphe 9.
Après le paragraphe 3, insérer un nouveau paragraphe 3 bis ainsi rédigé :
« 3 bis. Ces normes sont publiques. »
Article 5
Le paragraphe 8 est déplacé après le paragraphe 2.
L’alinéa d) du paragraphe 1 devient l’alinéa e)."""
    amended = amend(convention(), asks, "fr")
    clearance = lines(amended.instrument, "clearance")
    assert "3 bis. Ces normes sont publiques." in clearance
    assert not any(line.startswith("9. ") for line in clearance)
    victims = lines(amended.instrument, "victim-assistance")
    assert [line[:2] for line in victims if line[:1].isdigit()] == ["1.", "2.", "8.", "3.", "4.", "5.", "6.", "7."]
    assert any(line.startswith("e) Une aide") for line in victims)


def test_a_paragraph_reads_anew() -> None:
    for asks in (
        "Rédiger comme suit le paragraphe 8 de l’article 5 :\n\n8. Rien n’affecte ce droit.",
        "Le paragraphe 8 de l’article 5 est remplacé par le texte suivant : « 8. Rien n’affecte ce droit. »",
        "Le paragraphe 8 de l’article 5 se lit comme suit : « 8. Rien n’affecte ce droit. »",
        "Remplacer le paragraphe 8 de l’article 5 par le texte suivant :\n8. Rien n’affecte ce droit.",
    ):
        amended = amend(convention(), asks, "fr")
        assert lines(amended.instrument, "victim-assistance")[-1] == "8. Rien n’affecte ce droit.", messages(amended)


@pytest.mark.parametrize(
    ("asks", "reads"),
    [
        ("L’alinéa 2 est supprimé et remplacé par : « Trois. »", ["Un.", "Trois."]),
        ("L’alinéa 2 est supprimé, et remplacé par un nouvel alinéa ainsi rédigé : « Trois. »", ["Un.", "Trois."]),
        ("Les alinéas 1 et 2 sont supprimés et remplacés par les alinéas suivants :\n« Trois.\nQuatre. »",
         ["Trois.", "Quatre."]),
        ("Les alinéas 1 et 2 sont supprimés. Ils sont remplacés par le texte suivant : « Trois. »", ["Trois."]),
        ("L’alinéa 2 est abrogé et remplacé par deux alinéas ainsi rédigés :\n« Trois.\nQuatre. »",
         ["Un.", "Trois.", "Quatre."]),
        ("À l’alinéa 2, le mot « Deux » est supprimé et remplacé par le mot « Trois ».", ["Un.", "Trois."]),
        ("Supprimer et remplacer l’alinéa 2 par : « Trois. »", ["Un.", "Trois."]),
        ("Supprimer l’alinéa 2 et le remplacer par : « Trois. »", ["Un.", "Trois."]),
    ],
)  # fmt: skip
def test_what_is_deleted_and_replaced_is_replaced(asks: str, reads: list[str]) -> None:
    assert alone("Un.", "Deux.", asks=asks) == reads


@pytest.mark.parametrize("by", ["", " par l’alinéa 1", " par deux alinéas ainsi rédigés : « Trois. »"])
def test_nothing_is_deleted_that_was_to_be_replaced_by_what_is_not_there(by: str) -> None:
    amended = amend(article("Un.", "Deux."), f"L’alinéa 2 est supprimé et remplacé{by}.")
    assert statuses(amended) == ["REFUSED"]


def test_an_alinea_that_is_numbered_counts_every_paragraph_and_a_lettered_one_is_a_subparagraph() -> None:
    rows = ("Un.", "a) Deux.", "b) Trois.", "Quatre.")
    assert alone(*rows, asks="Supprimer l’alinéa 3.") == ["Un.", "a) Deux.", "Quatre."]
    assert alone(*rows, asks="Supprimer le deuxième alinéa.") == ["Un.", "b) Trois.", "Quatre."]
    assert alone(*rows, asks="Supprimer l’avant-dernier alinéa.") == ["Un.", "a) Deux.", "Quatre."]
    assert alone(*rows, asks="Supprimer les alinéas 2 et 3.") == ["Un.", "Quatre."]
    assert alone(*rows, asks="Supprimer les alinéas 2 à 4.") == ["Un."]
    amended = amend(convention(), "À l’article 5, paragraphe 4, supprimer l’alinéa b).", "fr")
    assert not any(line.startswith("b) Détermine") for line in lines(amended.instrument, "victim-assistance"))


def test_ordinals_go_as_far_as_alineas_do() -> None:
    rows = [f"Alinéa {number} du texte." for number in range(1, 82)]
    for ordinal, number in (("vingt-deuxième", 22), ("vingt et unième", 21), ("soixante-douzième", 72),
                            ("soixante et onzième", 71), ("quatre-vingtième", 80), ("80e", 80), ("premier", 1),
                            ("quatre-vingt-unième", 81), ("trente-et-unième", 31)):  # fmt: skip
        left = alone(*rows, asks=f"Supprimer le {ordinal} alinéa.")
        assert left == [row for row in rows if row != f"Alinéa {number} du texte."], ordinal


PARLIAMENT = [
    ("Alinéa 2\n\nRemplacer les mots :\n\nle juge\n\npar les mots :\n\nle maire",
     ["Le juge décide.", "En cas de doute, le maire tranche."]),
    ("I. – Alinéa 1\n\nRemplacer le mot :\n\ndécide\n\npar le mot :\n\nstatue\n\n"
     "II. – Alinéa 2\n\nSupprimer cet alinéa.",
     ["Le juge statue."]),
    ("Après l’alinéa 1\n\nInsérer un alinéa ainsi rédigé :\n\n« Il est saisi par les parties. »",
     ["Le juge décide.", "Il est saisi par les parties.", "En cas de doute, le juge tranche."]),
    ("Après l'alinéa 1, insérer les deux alinéas suivants :\n\n« Il est saisi.\n\n« Il entend. »",
     ["Le juge décide.", "Il est saisi.", "Il entend.", "En cas de doute, le juge tranche."]),
    ("Avant l’alinéa 1\n\nInsérer un alinéa ainsi rédigé :\n\nIl y a un juge.",
     ["Il y a un juge.", "Le juge décide.", "En cas de doute, le juge tranche."]),
    ("Alinéa 1\n\nRédiger ainsi cet alinéa :\n\nLe juge statue seul.",
     ["Le juge statue seul.", "En cas de doute, le juge tranche."]),
    ("Alinéa 2\n\nAprès le mot :\n\ndoute,\n\nrédiger ainsi la fin de cet alinéa :\n\nil est sursis.",
     ["Le juge décide.", "En cas de doute, il est sursis."]),
    ("Compléter l’alinéa 1 par une phrase ainsi rédigée : « Il est seul. »",
     ["Le juge décide. Il est seul.", "En cas de doute, le juge tranche."]),
    ("Compléter cet article par un alinéa ainsi rédigé :\n\nUn décret le précise.",
     ["Le juge décide.", "En cas de doute, le juge tranche.", "Un décret le précise."]),
    ("Substituer à l’alinéa 2 les deux alinéas suivants :\n\n« Il entend.\n\n« Il tranche. »",
     ["Le juge décide.", "Il entend.", "Il tranche."]),
    ("Remplacer l’alinéa 2 par deux alinéas ainsi rédigés :\n\n« Il entend.\n\n« Il tranche. »",
     ["Le juge décide.", "Il entend.", "Il tranche."]),
    ("I. – À l’alinéa 1, substituer au mot :\n\n« juge »,\n\nle mot :\n\n« maire ».\n\n"
     "II. – En conséquence, procéder à la même substitution à l’alinéa 2.",
     ["Le maire décide.", "En cas de doute, le maire tranche."]),
    ("Aux alinéas 1 et 2, remplacer le mot « juge » par le mot « maire ».",
     ["Le maire décide.", "En cas de doute, le maire tranche."]),
    ("Alinéas 1 et 2\n\nSupprimer ces alinéas.", []),
    ("Faire précéder l’alinéa 1 de la mention : « I. – »",
     ["I. – Le juge décide.", "En cas de doute, le juge tranche."]),
    ("Alinéa 2\n\nRemplacer le mot :\n\ndoute\n\npar le mot :\n\nlitige\n\n"
     "et le mot :\n\njuge\n\npar le mot :\n\nmaire",
     ["Le juge décide.", "En cas de litige, le maire tranche."]),
    ("Rédiger ainsi cet article :\n\nLe deuxième alinéa est supprimé.\n\nLe juge statue.",
     ["Le deuxième alinéa est supprimé.", "Le juge statue."]),
]  # fmt: skip


@pytest.mark.parametrize(("asks", "reads"), PARLIAMENT, ids=[case[0] for case in PARLIAMENT])
def test_amendments_are_read_as_parliaments_set_them(asks: str, reads: list[str]) -> None:
    amended = amend(article("Le juge décide.", "En cas de doute, le juge tranche."), asks)
    assert lines(amended.instrument, "article") == reads, messages(amended)


def test_an_article_is_deleted() -> None:
    assert not tuple(amend(article("Le juge décide."), "Supprimer cet article.").instrument)


def test_which_occurrence_is_counted() -> None:
    asks = "À l’alinéa 1, substituer à la seconde occurrence du mot : « de » le mot : « du »."
    assert alone("Le droit de pêche et de passage.", asks=asks) == ["Le droit de pêche et du passage."]
    asks = "Après la dernière occurrence du mot « de », insérer le mot « libre »."
    assert alone("Le droit de pêche et de passage.", asks=asks) == ["Le droit de pêche et de libre passage."]
    twice = "Supprimer (deux fois) les mots « de mer »."
    assert alone("Le droit de mer et la loi de mer.", asks=twice) == ["Le droit et la loi."]
    assert "stands 2 times, not 3" in messages(
        amend(article("Le droit de mer et la loi de mer."), "Supprimer (trois fois) les mots « de mer ».")
    )


def test_an_elided_article_stands_before_its_noun_without_a_space() -> None:
    asks = "Après le mot « hors », insérer les mots : « région d' »."
    assert alone("Les trains hors Île-de-France.", asks=asks) == ["Les trains hors région d'Île-de-France."]


def test_spaces_before_french_signs_are_not_words() -> None:
    asks = "Remplacer « 10\u00a0% ; les frais » par « 5 %, les frais »."
    assert alone("Le taux est de 10 %; les frais aussi.", asks=asks) == ["Le taux est de 5 %, les frais aussi."]


def test_words_added_to_a_quoted_paragraph_stay_in_its_quotation_marks() -> None:
    base = article("L’article 3 est ainsi rédigé :", "« Le juge décide. »")
    amended = amend(base, "Alinéa 2\n\nCompléter cet alinéa par une phrase ainsi rédigée :\n\nIl est seul.")
    assert lines(amended.instrument, "article")[1] == "« Le juge décide. Il est seul. »"
    amended = amend(base, "Compléter l’alinéa 2 par les mots « seul ».")
    assert lines(amended.instrument, "article")[1] == "« Le juge décide seul. »"


def test_an_alinea_put_beside_a_quoted_one_asks_for_a_look() -> None:
    amended = amend(article("« Un.", "« Deux. »"), "Après l’alinéa 1, insérer un alinéa ainsi rédigé : « Un et demi. »")
    assert "the words around are in quotation marks" in messages(amended)
    assert statuses(amended) == ["CHECK"]


def test_a_new_proposal_forgets_where_the_one_before_it_was() -> None:
    base = article("Le juge décide.", "Le maire décide.")
    asks = (
        "Amendement n° 12\n\nAlinéa 2\n\nSupprimer cet alinéa.\n\nAmendement n° 13\n\nRemplacer « juge » par « roi »."
    )
    assert lines(amend(base, asks).instrument, "article") == ["Le roi décide."]


def test_reasons_are_kept_and_ask_for_nothing() -> None:
    for opener in ("Objet", "Exposé sommaire :", "Exposé des motifs", "Motifs :", "Justification :"):
        amended = amend(
            article("Un.", "Deux."), f"Supprimer l’alinéa 2.\n\n{opener}\n\nIl convient de supprimer le reste."
        )
        assert statuses(amended) == ["APPLIED", "KEPT"], opener


# What must not be carried out, and why.
REFUSALS = [
    ("Rédiger ainsi le début de l’alinéa 1 :\n\nLe roi… (le reste sans changement)", "“début” is not understood"),
    ("Alinéa 1\n\nRédiger ainsi cet alinéa :\n\nLe roi décide… (le reste sans changement)", "not all given"),
    ("Supprimer le deuxième alinéa du texte proposé par cet article.", "“texte” is not understood"),
    ("Alinéa 1 du texte proposé\n\nSupprimer le mot « décide ».", "to which this belongs, is not understood"),
    ("Après l’alinéa 1, insérer trois alinéas ainsi rédigés :\n\n« Un.\n\n« Deux. »", "3 paragraphs are announced"),
    ("Pour compenser la perte résultant du I, supprimer l’alinéa 2.", "“Pour” is not understood"),
    ("Supprimer de « juge » à « tranche ».", "it is not said what is to be deleted"),
    ("À la fin de l’alinéa 1 et à l’alinéa 2, supprimer le mot « juge ».", "an end and a whole provision"),
    ("Au deuxième alinéa, remplacer « le roi » par « le maire ».", "does not stand in"),
    ("Alinéa 3\n\nSupprimer cet alinéa.", "there is no alinéa 3"),
    ("Après les mots « Le juge », substituer au mot « doute » le mot « litige ».", "does not stand behind"),
    ("Alinéa 1\n\nRédiger ainsi cet alinéa :", "the new words are missing"),
    ("par les mots :\n\nle maire", "it is not said what is to be done"),
]


@pytest.mark.parametrize(("asks", "why"), REFUSALS, ids=[case[0] for case in REFUSALS])
def test_what_is_not_sure_is_refused(asks: str, why: str) -> None:
    base = article("Le juge décide.", "En cas de doute, le juge tranche.")
    amended = amend(base, asks)
    assert amended.instrument == base
    assert why in messages(amended)
    assert "REFUSED" in statuses(amended)


def test_two_who_put_in_the_same_are_one_and_two_who_put_in_something_in_one_place_are_told() -> None:
    base = article("Le juge décide.")
    same = "Compléter cet article par un alinéa ainsi rédigé :\n\n{}"
    asks = "\n\n".join((f"Amendement n° {n}\n\n" + same.format(words)) for n, words in enumerate(
        ("L’appel est ouvert.", "L'appel est ouvert.", "Le pourvoi est ouvert."), 1))  # fmt: skip
    amended = amend(base, asks)
    assert lines(amended.instrument, "article") == ["Le juge décide.", "L’appel est ouvert.", "Le pourvoi est ouvert."]
    assert "line 3 does the same already" in messages(amended)
    assert "line 3 puts something in the same place" in messages(amended)


def test_an_order_among_new_words_asks_for_a_look() -> None:
    amended = amend(
        article("Un.", "Deux."), "Rédiger ainsi cet article :\n\nTrois.\n\nÀ titre exceptionnel, supprimer quatre."
    )
    assert "reads like an instruction of its own" in messages(amended)


def test_an_article_that_is_amended_as_follows_is_not_replaced_by_what_follows() -> None:
    base = article("Un.", "Deux.", "Trois.")
    for asks in (
        "L’article 1 est ainsi modifié :\n\n1° Le deuxième alinéa est supprimé ;\n\n2° À l’alinéa 3, « Trois » est "
        "remplacé par « Quatre ».",
        "Modifier ainsi cet article :\n\n1° Supprimer l’alinéa 2 ;\n\n2° À l’alinéa 3, remplacer « Trois » par "
        "« Quatre ».",
    ):
        amended = amend(base, asks)
        assert lines(amended.instrument, "article") == ["Un.", "Quatre."], messages(amended)
    amended = amend(base, "L’article 1 est ainsi modifié :\n\n1° Au deuxième alinéa du code, « Deux » est supprimé.")
    assert amended.instrument == base
    assert "REFUSED" in statuses(amended)
    amended = amend(base, "Article 1 is amended as follows:\n\n1. Delete the second paragraph.", "en")
    assert lines(amended.instrument, "article") == ["Un.", "Trois."]


def test_a_passage_that_is_never_closed_takes_in_nothing_that_follows() -> None:
    asks = "I. – Alinéa 1\n\nRédiger ainsi cet alinéa :\n\n« Quatre.\n\nII. – Après l’alinéa 1\n\n"
    asks += "Insérer un alinéa ainsi rédigé :\n\n« Cinq. »"
    assert alone("Un.", "Deux.", asks=asks) == ["Quatre.", "Cinq.", "Deux."]


def test_a_label_behind_a_counted_alinea_only_says_it_again() -> None:
    rows = ("Sont créés :", "1° Un fonds ;", "2° Un conseil.")
    assert alone(*rows, asks="Supprimer le troisième alinéa (2°) de cet article.") == list(rows[:2])
    assert "there is no label 1 in" in messages(amend(article(*rows), "Supprimer le troisième alinéa (1°)."))


def test_words_in_words_are_told_by_them() -> None:
    base = article("Le droit de pêche et le droit de passage.")
    asks = "Dans les mots « droit de passage », remplacer « de » par « du »."
    assert lines(amend(base, asks).instrument, "article") == ["Le droit de pêche et le droit du passage."]


def test_words_are_not_counted_where_their_capitals_make_another_one_of_them() -> None:
    amended = amend(article("Les uns, les autres et les tiers."), "Supprimer la deuxième occurrence du mot « les ».")
    assert "stands there with other capitals too" in messages(amended)
    assert statuses(amended) == ["REFUSED"]


def test_what_two_people_delete_goes_once() -> None:
    amended = amend(article("Un.", "Deux."), "Supprimer l’alinéa 2.\n\nSupprimer l’alinéa 2.")
    assert lines(amended.instrument, "article") == ["Un."]
    assert "line 1 does the same already" in messages(amended)


def test_a_sentence_that_loses_its_first_words_asks_for_a_look() -> None:
    amended = amend(article("En cas de doute, le juge tranche."), "Supprimer les mots « En cas de doute, ».")
    assert "begins with a small letter" in messages(amended)


def test_several_paragraphs_that_are_to_stand_in_one_ask_for_a_look() -> None:
    asks = "Après le mot « dont », rédiger ainsi la fin de cet article :\n\n« – un juge ;\n\n« – un maire. »"
    amended = amend(article("Un conseil dont le juge."), asks)
    assert "several paragraphs, and stand in one" in messages(amended)


def test_a_sentence_is_put_before_another_one() -> None:
    asks = "Alinéa 1, avant la dernière phrase\n\nInsérer une phrase ainsi rédigée :\n\nDeux."
    assert alone("Un. Trois.", asks=asks) == ["Un. Deux. Trois."]


def test_headings_of_lines_may_name_the_article_and_its_title() -> None:
    amended = amend(
        convention(), "Article 4 – Enlèvement et destruction des restes\n\nSupprimer le paragraphe 9.", "fr"
    )
    assert not any(line.startswith("9. ") for line in lines(amended.instrument, "clearance"))


def test_brackets_stand_around_what_is_placed_in_them_and_nothing_else() -> None:
    amended = amend(convention(), "À l’article 4, placer le paragraphe 9 entre crochets.", "fr")
    assert any(line.startswith("[9. ") for line in lines(amended.instrument, "clearance"))
    amended = amend(convention(), "À l’article 4, placer le paragraphe 9 après le paragraphe 2.", "fr")
    assert not any("[" in line for line in lines(amended.instrument, "clearance"))
    amended = amend(
        convention(), "À l’article 5, paragraphe 5, mettre entre crochets les mots « type de handicap ».", "fr"
    )
    assert any("et [type de handicap]." in line for line in lines(amended.instrument, "victim-assistance"))


def test_titles_and_every_place_where_words_stand() -> None:
    amended = amend(convention(), "L’intitulé de l’article 5 se lit comme suit : « Aide aux victimes ».", "fr")
    assert plain(amended.instrument.clause("victim-assistance").heading) == "Aide aux victimes"
    asks = "À l’article 5, remplacer partout « victimes » par « survivants »."
    amended = amend(convention(), asks, "fr")
    assert not any("victimes" in line for line in lines(amended.instrument, "victim-assistance"))


def test_words_beside_each_other_go_with_the_space_between_them() -> None:
    asks = "Supprimer les mots « seul » et les mots « et juste »."
    assert alone("Le juge statue seul et juste en droit.", asks=asks) == ["Le juge statue en droit."]


def test_a_paragraph_without_a_number_is_given_none() -> None:
    amended = amend(article("Un.", "Deux."), "L’alinéa 2 devient l’alinéa 1.")
    assert amended.instrument == article("Un.", "Deux.")
    assert "has no number that could become another" in messages(amended)


@pytest.mark.parametrize(
    "asks", ["Intervertir les alinéas 1 et 2.", "Idem à l’alinéa 2.", "Scander « Un » à l’alinéa 1."]
)
def test_an_order_whose_verb_is_not_known_is_no_remark(asks: str) -> None:
    assert statuses(amend(article("Un.", "Deux."), asks)) == ["REFUSED"]


ASKED = st.sampled_from([
    "À {0}, remplacer {1} par {2}.", "Supprimer {0}.", "Supprimer les mots {1} et {2}.", "Après {1}, insérer {2}.",
    "Compléter {0} par les mots {1}.", "Rédiger ainsi {0} : « Neuf. »",
    "Après {0}, insérer un alinéa ainsi rédigé :\n\n{1}",
    "Déplacer {0} après l’alinéa 2.", "Fusionner {0}.", "Scinder {0} après {1}.", "Placer {0} entre crochets.",
    "Procéder à la même substitution à {0}.", "Après {1}, rédiger ainsi la fin de {0} : {2}.", "{0} est supprimé.",
    "À la fin de {0}, supprimer {1}.", "Remplacer partout {1} par {2}.", "Supprimer (deux fois) les mots {1}.",
])  # fmt: skip
NAMED = st.sampled_from([
    "l’alinéa 1", "l’alinéa 3", "la première phrase de l’alinéa 2", "le dernier alinéa", "les alinéas 1 et 2",
    "cet article", "cet alinéa", "l’alinéa 9",
])  # fmt: skip
QUOTED = st.sampled_from(["juge", "Le juge", "en droit", ",", "il motive", "Il statue seul ;", "et", "le juge notifie"])


@given(st.lists(st.tuples(ASKED, NAMED, QUOTED, QUOTED), min_size=1, max_size=4))
def test_whatever_is_asked_nothing_breaks_and_nothing_changes_that_is_not_said(asks: list[tuple[str, ...]]) -> None:
    base = article(
        "Le juge décide, en droit.", "Le juge tranche et le juge notifie. Il dort.", "Il statue seul ; il motive."
    )
    said = "\n\n".join(form.format(named, f"« {one} »", f"« {two} »") for form, named, one, two in asks)
    amended = amend(base, said)
    done = {"APPLIED", "CHECK"} & set(statuses(amended))
    assert done or amended.instrument == base
