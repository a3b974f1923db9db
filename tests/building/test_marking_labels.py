"""Paragraphs that Word numbers, cut in two, joined, given other labels: printed as the text says, or said to be not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml.etree import _Element

import instrument
from instrument.building.marking import Amendment, mark
from instrument.formats import docx
from instrument.formats.docx import Revised
from instrument.formats.docx.lint import lint
from instrument.formats.docx.parts.opened import opened
from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.walking.view import View
from instrument.model import Instrument, Provision, text
from instrument.problem import CannotWrite, Read
from tests.building.test_marking_foreign import alone, joined, place, put_in, reworded, spoken, struck, view_of
from tests.formats.docx.judges import VALIDATORS, invalid, read_by_libreoffice, stored
from tests.formats.docx.press import pressed
from tests.formats.docx.redlines import lines
from tests.formats.docx.treaties import Treaty, said

A, B = "Delegation A", "Delegation B"
Edit = Callable[[list[Provision]], None]
ISSUED = pressed(
    Treaty(
        (
            said("title", "Draft convention on the sea"),
            said("article", "Measures"),
            said("provision", "Words mean what they say."),
            said("provision", "Each Party shall prevent all pollution and the Parties shall cooperate in good faith."),
            said("item", "at sea, wherever that may be;"),
            said("item", "on land as far as rivers reach."),
            said("provision", "Each Party shall notify the others."),
            said("provision", "Nothing here affects other rules."),
            said("article", "Languages"),
            said("provision", "All languages are equal."),
        ),
        automatic=True,
    )
)
BASE = docx.read(ISSUED, "issued.docx").value
MEASURES = 1


def wanted(*edits: Edit) -> Instrument:
    """The text with what is done to the provisions of its first article."""
    clause = BASE.clauses[MEASURES]
    provisions = list(clause.provisions)
    for edit in edits:
        edit(provisions)
    return BASE.with_clauses(replace(clause, provisions=tuple(provisions)) if each is clause else each for each in BASE)


def amended(new: Instrument, by: str = A) -> Amendment:
    return Amendment(instrument.diff(BASE, new).changes, (by,), "2026-03-10")


def marked(*edits: Edit) -> Read[Revised]:
    return mark(ISSUED, BASE, [amended(wanted(*edits))])


def cut(before: str, *labels: str, depth: int = 0) -> Edit:
    """Cut a paragraph before some words; the label of what is cut off, or the labels of both."""

    def edit(provisions: list[Provision]) -> None:
        at = place(provisions, before)
        left, right = spoken(replace(provisions[at], label="")).split(f" {before}")
        first = labels[0] if len(labels) > 1 else provisions[at].label
        provisions[at : at + 1] = (
            replace(provisions[at], label=first, text=text(left)),
            Provision(depth, labels[-1], text(before + right)),
        )

    return edit


def called(**labels: str) -> Edit:
    """Give paragraphs other labels, by a word in each."""

    def edit(provisions: list[Provision]) -> None:
        for word, label in labels.items():
            at = place(provisions, word)
            provisions[at] = replace(provisions[at], label=label)

    return edit


def written(given: Instrument) -> list[str]:
    """What a text says, line by line, labels too."""
    return [
        words
        for clause in given
        for each in (Provision(0, clause.label, clause.heading), *clause.provisions)
        if (words := spoken(each))
    ]


def said_of(read: Read[Revised]) -> list[str]:
    return [each.message for each in read.problems if each.code == "label-automatic"]


def paragraph(data: bytes, words: str) -> _Element:
    """The first paragraph in which some words are."""
    every = opened(data, "").document.iter(w("p"))
    return next(each for each in every if words in "".join(map(str, each.itertext())))


NEXT = called(notify="4.", Nothing="5.")
TOLD: dict[str, tuple[Edit, ...]] = {
    "it is cut in two and those behind it are renumbered": (cut("the Parties", "3."), NEXT),
    "it is cut in two and those behind it keep their numbers": (cut("the Parties", "2 bis."),),
    "it is cut in two and what is cut off has no label": (cut("the Parties", ""),),
    "it is cut before an item": (cut("the Parties", "(a)", depth=1), called(wherever="(b)", rivers="(c)")),
    "what is cut off before it has a label of its own": (cut("the Parties", "1 bis.", "2."),),
    "few words stand before the cut": (cut("shall prevent", "2 bis."),),
    "the last of all is cut in two": (cut("affects", "5."),),
    "an item is cut in two": (cut("as far", "(c)", depth=1),),
    "two become one": (joined("notify", "Nothing"),),
    "it takes its first item in": (joined("prevent", "wherever"), called(rivers="(a)")),
    "it is called by another name": (called(notify="2 bis.", Nothing="3."),),
    "it loses its label": (called(Nothing=""),),
}


@pytest.mark.parametrize("says", TOLD)
def test_word_prints_the_labels_of_the_text(says: str) -> None:
    new = wanted(*TOLD[says])
    found = mark(ISSUED, BASE, [amended(new)])
    assert said_of(found) == []
    assert written(docx.read(found.value.data, "").value) == written(new)
    assert written(docx.read(found.value.data, "", view="rejected").value) == written(BASE)
    assert lint(found.value.data) == ()


def test_what_is_cut_off_has_a_label_in_words_only_where_word_would_print_another() -> None:
    counted, literal = (marked(*TOLD[says]).value.data for says in list(TOLD)[:2])
    assert "the Parties shall cooperate in good faith." in alone(counted, A)
    assert "2 bis.\tthe Parties shall cooperate in good faith." in alone(literal, A)
    assert "Each Party shall prevent all pollution and" in alone(literal, A)
    off = paragraph(literal, "in good faith").find(w("pPr"))
    assert off is not None
    assert attribute(off.find(f"{w('numPr')}/{w('numId')}")) == "0"
    assert off.find(f"{w('pPrChange')}/{w('pPr')}/{w('numPr')}") is None


def test_a_cut_marks_its_new_end_and_its_label_and_none_of_the_words_around_it() -> None:
    data = marked(cut("the Parties", "2 bis.")).value.data
    put_in = ["".join(map(str, each.itertext())) for each in opened(data, "").document.iter(w("ins"))]
    assert sorted(put_in) == ["", "2 bis."]


@pytest.mark.parametrize(("edits", "sentence"), [
    ((cut("the Parties", "3."),), '"4." to "5." where the text has "3." to "4."'),
    ((cut("the Parties", "3."), called(notify="4.", Nothing="4 bis.", rivers="(c)")),
     '"(b)" where the text has "(c)"'),
    ((joined("notify", "Nothing"), put_in("Nothing", Provision(0, "5.", text("It ends.")))), None),
    ((struck("notify"),), '"3." where the text has "4."'),
    ((put_in("say", Provision(0, "2.", text("Parties mean States."))),),
     '"3." to "5." where the text has "2." to "4."'),
    ((called(notify="7."),), '"3." where the text has "7."'),
])  # fmt: skip
def test_labels_that_word_prints_otherwise_are_named_from_first_to_last(
    edits: tuple[Edit, ...], sentence: str | None
) -> None:
    found = said_of(marked(*edits))
    end = ", in Article 1: the issued document numbers paragraphs itself"
    assert found == ([f"Word prints {sentence}{end}"] if sentence else [])


def test_labels_that_word_prints_otherwise_in_two_places_are_two_things_to_know() -> None:
    found = said_of(marked(struck("say"), called(notify="3 bis.", wherever="(b)", rivers="(c)")))
    assert [re.findall(r'"(.*?)"', each) for each in found] == [
        ["1.", "2."], ["(a)", "(b)", "(b)", "(c)"], ["2.", "4."],
    ]  # fmt: skip


def test_each_delegation_cuts_and_counts_as_if_it_were_alone() -> None:
    cuts = cut("the Parties", "2 bis."), cut("affects", "5.")
    texts = [wanted(each) for each in cuts]
    data = mark(ISSUED, BASE, [amended(each, by) for each, by in zip(texts, (A, B), strict=True)]).value.data
    assert "2 bis.\tthe Parties shall cooperate in good faith." in alone(data, A)
    assert alone(data, B) == alone(mark(ISSUED, BASE, [amended(texts[1], B)]).value.data, B)
    assert [line.words for line in lines(data, View.REJECTED)] == [line.words for line in lines(ISSUED, View.REJECTED)]


def test_a_paragraph_that_two_delegations_number_otherwise_is_refused_by_its_words() -> None:
    first, second = amended(wanted(cut("the Parties", "2 bis."))), amended(wanted(cut("cooperate", "2 bis.")), B)
    with pytest.raises(CannotWrite, match="how Word numbers one paragraph") as refused:
        mark(ISSUED, BASE, [first, second])
    assert "cooperate in good faith." in refused.value.problems[0].message


def test_who_changes_a_word_in_what_another_cuts_off_leaves_it_numbered_as_that_one_wants() -> None:
    first, second = amended(wanted(cut("the Parties", "2 bis."))), amended(wanted(reworded("good", "best")), B)
    data = mark(ISSUED, BASE, [first, second]).value.data
    assert "2 bis.\tthe Parties shall cooperate in best faith." in [each.words for each in lines(data, View.ACCEPTED)]
    whole = [each.words for each in lines(data, view_of(B))]
    assert "Each Party shall prevent all pollution and the Parties shall cooperate in best faith." in whole


@pytest.mark.judge
def test_libreoffice_prints_the_labels_of_the_text_and_rejected_those_issued(tmp_path: Path) -> None:
    texts = {says: wanted(*edits) for says, edits in TOLD.items()}
    given = []
    for number, new in enumerate(texts.values()):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(mark(ISSUED, BASE, [amended(new)]).value.data)
        given += [(path, "accept"), (path, "reject")]
    read = iter(read_by_libreoffice(given))
    for says, new in texts.items():
        for expected in (new, BASE):
            assert next(read) == [" ".join(each.split()) for each in written(expected)], says


@pytest.mark.judge
@pytest.mark.parametrize("validator", VALIDATORS)
def test_a_validator_finds_nothing_in_them(validator: str, tmp_path: Path) -> None:
    redlines = [
        stored(tmp_path, number, says, ISSUED, ISSUED, marked(*edits).value.data)
        for number, (says, edits) in enumerate(TOLD.items())
    ]
    assert invalid(validator, redlines) == []
