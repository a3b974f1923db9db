"""Which alternatives won: a draft in brackets against the text that came of it."""

from __future__ import annotations

import pytest

from instrument.formats import clause as clause_format
from instrument.model import Clause, Instrument, Kind, Provision, text
from instrument.outcomes import Fate, Outcome, Standing, judge, laying


def one(source: str, id: str = "use") -> Instrument:
    return Instrument((clause_format.read(source, f"{id}.clause", id).value.clause,))


def judged(draft: str, later: str) -> list[Outcome]:
    return list(judge(one(draft), one(later)).found)


def fates(draft: str, later: str) -> list[str]:
    return [each.fate.value for each in judged(draft, later)]


@pytest.mark.parametrize(
    ("draft", "later", "expected"),
    [
        ("Each Party [shall][should] act.", "Each Party should act.", ["dropped", "kept"]),
        ("Each Party [shall][should] act.", "Each Party must act.", ["dropped", "dropped"]),
        ("Each Party [shall][should] act.", "Each Party Should act.", ["dropped", "kept"]),
        ("Each Party [shall / should] act.", "Each Party should act.", ["no words", "dropped", "kept"]),
        ("Each Party [shall/should] act.", "Each Party shall act.", ["no words", "kept", "dropped"]),
        ("Each Party [acts and/or waits] here.", "Each Party acts and/or waits here.", ["kept"]),
        ("Parties [, if able,] act.", "Parties, if able, act.", ["kept"]),
        ("Part[y][ies] may act.", "Parties may act.", ["dropped", "kept"]),
        ("A Party may act[ at once].", "A Party may act.", ["dropped"]),
        ("It is [wholly [and fully]] binding.", "It is wholly binding.", ["kept", "dropped"]),
        ("It is [wholly [and fully]] binding.", "It is wholly and fully binding.", ["kept", "kept"]),
        ("It is [[wholly]] binding.", "It is wholly binding.", ["no words", "kept"]),
        ("[] It is binding.", "It is binding.", ["no words"]),
    ],
)
def test_a_bracket_is_kept_or_dropped(draft: str, later: str, expected: list[str]) -> None:
    assert fates(draft, later) == expected


def test_of_a_bracket_kept_in_part_every_word_is_told_of() -> None:
    (found,) = judged("States shall clear [mines, remnants and other] areas.", "States shall clear mines, areas.")
    assert found.fate is Fate.PART
    assert [word for word, standing in found.words if standing is Standing.STANDS] == ["mines", ","]
    assert [word for word, standing in found.words if standing is Standing.WENT] == ["remnants", "and", "other"]
    assert found.places == ("use/~1",)


def test_new_words_in_the_stead_of_some_are_a_rewording() -> None:
    draft = "States shall clear [all known mined areas within ten years]."
    assert fates(draft, "States shall clear all known mined areas within twenty long years.") == ["reworded"]
    assert fates(draft, "States shall clear all known mined areas.") == ["in part"]


def test_a_stop_that_became_another_is_no_rewording() -> None:
    assert fates("[States shall clear all areas;]", "States shall clear all areas.") == ["kept"]
    assert fates("States shall act [quickly, soon] and well.", "States shall act quickly soon and well.") == ["kept"]


def test_one_small_word_in_common_keeps_no_bracket() -> None:
    assert fates("States shall act [with the help of others].", "States shall act on the date.") == ["dropped"]


def test_alternatives_that_read_the_same_are_candidates_and_none_is_chosen() -> None:
    first, second = judged("States [shall soon][shall soon] act.", "States shall soon act.")
    assert (first.fate, second.fate) == (Fate.UNCLEAR, Fate.UNCLEAR)
    assert (first.rivals, second.rivals) == ((1,), (0,))
    assert first.places == ("use/~1",)


def test_the_alternative_that_reads_exactly_so_wins_over_one_that_has_the_words_too() -> None:
    draft = "Support goes to [developing States][developing States in special need] only."
    assert fates(draft, "Support goes to developing States only.") == ["kept", "dropped"]
    assert fates(draft, "Support goes to developing States in special need only.") == ["dropped", "kept"]


LONG = "the Parties shall meet once in every year at a place that they agree upon in good time"


def test_a_bracket_that_stands_in_another_article_has_moved() -> None:
    draft = Instrument((*one(f"1. Each Party reports. [{LONG}]", "reports"), *one("1. No State may use them.")))
    later = Instrument((*one("1. Each Party reports.", "reports"), *one(f"1. No State may use them.\n2. {LONG}")))
    (found,) = judge(draft, later).found
    assert (found.fate, found.places) == (Fate.MOVED, ("use/2",))
    assert {standing for _, standing in found.words} == {Standing.MOVED}


def test_of_two_places_that_had_words_that_moved_neither_is_chosen() -> None:
    draft = Instrument((*one(f"1. All report. [{LONG}]", "reports"), *one(f"1. None may use them. [{LONG}]")))
    clauses = (*one("1. All report.", "reports"), *one("1. None may use them."), *one(f"1. {LONG}", "meetings"))
    first, second = judge(draft, Instrument(clauses)).found
    assert (first.fate, second.fate) == (Fate.UNCLEAR, Fate.UNCLEAR)
    assert (first.rivals, second.rivals) == ((1,), (0,))


def test_eleven_words_in_a_row_elsewhere_prove_nothing() -> None:
    short = " ".join(LONG.split()[:11])
    report, use = (
        "1. Each Party reports on all the stocks that it has destroyed",
        "1. No State may use or sell any of them",
    )
    draft = Instrument((*one(f"{report}. [{short}]", "reports"), *one(f"{use}.")))
    later = Instrument((*one(f"{report}.", "reports"), *one(f"{use}; {short}.")))
    assert [each.fate for each in judge(draft, later).found] == [Fate.DROPPED]


def test_an_option_takes_in_what_stands_below_it() -> None:
    provisions = (
        Provision(0, "1.", ()),
        Provision(1, "Option 1:", text("Each Party reports every year:")),
        Provision(2, "(a)", text("on its stocks;")),
        Provision(1, "Option 2:", text("Nobody needs to tell anything to others.")),
    )
    draft = Instrument((Clause("reports", Kind.ARTICLE, "Article 1", provisions=provisions),))
    kept = (Provision(0, "1.", text("Each Party reports every year:")), Provision(1, "(a)", text("on its stocks;")))
    later = Instrument((Clause("reports", Kind.ARTICLE, "Article 1", provisions=kept),))
    found = judge(draft, later).found
    assert [(each.stretch.what, each.address, each.fate.value) for each in found] == [
        ("option", "reports/1/Option 1", "kept"),
        ("option", "reports/1/Option 2", "dropped"),
    ]
    assert found[0].stretch.group == found[1].stretch.group >= 0


def test_words_that_are_in_brackets_still_are_said_to_be_open() -> None:
    first, second = judged("States [may][shall] act [soon].", "States shall act [soon].")[1:]
    assert (first.fate, first.is_open) == (Fate.KEPT, False)
    assert (second.fate, second.is_open) == (Fate.KEPT, True)


def test_a_bracket_over_two_paragraphs_is_one() -> None:
    found = judged("1. States act [soon.\n2. They report] yearly.", "1. States act soon.\n2. They report yearly.")
    assert [each.fate for each in found] == [Fate.KEPT]
    assert found[0].places == ("use/1", "use/2")


def test_a_paragraph_that_lost_most_of_its_alternatives_is_found_again() -> None:
    ways = [f"{way} and by other means of the {way} kind" for way in ("air", "land", "sea", "rail", "road")]
    draft = f"1. Parties shall move the stocks {''.join(f'[{way}]' for way in ways)} before the day."
    later = f"1. Parties shall move the stocks {ways[2]} before the day."
    assert fates(draft, later) == ["dropped", "dropped", "kept", "dropped", "dropped"]


def options(*lines: str) -> Instrument:
    above = (Provision(0, "1.", text("The Parties")),)
    below = tuple(Provision(1, f"Option {number}:", text(line)) for number, line in enumerate(lines, 1))
    return Instrument((Clause("reports", Kind.ARTICLE, "Article 1", provisions=above + below),))


def after(line: str) -> Instrument:
    provisions = (Provision(0, "1.", text("The Parties")), Provision(1, "(a)", text(line)))
    return Instrument((Clause("reports", Kind.ARTICLE, "Article 1", provisions=provisions),))


def test_of_several_options_the_nearest_is_what_a_line_came_of() -> None:
    draft = options(
        "shall [each year][regularly][at times] send a [short][full] report on [all] stocks [and on clearance]",
        "should regularly consider a report on all stocks they own",
    )
    found = judge(draft, after("shall regularly send a full report on stocks and on clearance")).found
    assert [each.fate.value for each in found if each.stretch.what == "option"] == ["kept", "dropped"]
    kept = [" ".join(word for word, _ in each.words) for each in found[1:] if each.fate is Fate.KEPT]
    assert kept == ["regularly", "full", "and on clearance"]


def test_options_that_are_equally_near_are_candidates() -> None:
    draft = options("shall report once a year on clearance", "shall report once a year on victims")
    found = judge(draft, after("shall report once a year on stocks")).found
    assert [(each.fate, each.rivals) for each in found] == [(Fate.UNCLEAR, (1,)), (Fate.UNCLEAR, (0,))]


def test_a_weak_likeness_to_a_line_of_another_article_moves_nothing() -> None:
    draft = Instrument(
        (*one("1. [Parties shall report on all their stocks once a year.]", "reports"), *one("1. None may use any."))
    )
    later = Instrument((*one("1. None may use any.\n2. Parties shall clear all their areas once in ten years."),))
    assert [each.fate for each in judge(draft, later).found] == [Fate.DROPPED]


def test_what_was_agreed_and_stands_is_no_new_word_beside_a_bracket() -> None:
    draft = "1. Each Party reports each year.\n2. States [shall clear all areas] soon."
    assert fates(draft, "1. Each Party reports.\n2. States shall clear all areas soon.") == ["kept"]


def test_references_and_marks_of_notes_are_words_and_are_shown_as_such() -> None:
    (found,) = judged("1. States [act under {@use} soon[^1]].\n[^1]: And well.", "1. States act under {@use} now.")
    assert [(word, standing.value) for word, standing in found.words] == [
        ("act", "stands"), ("under", "stands"), ("{@use}", "stands"), ("soon", "went"), ("{^1}", "went"),
    ]  # fmt: skip


def test_a_line_of_very_many_words_is_compared_as_any_two_texts_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(laying, "_MOST", 1)
    laying.lay.cache_clear()
    assert fates("Each Party [shall][should] act.", "Each Party should act.") == ["dropped", "kept"]
    laying.lay.cache_clear()
