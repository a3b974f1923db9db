"""What a scrubbed text may differ in without anybody having to answer for it, and what not."""

from dataclasses import replace

import pytest

from instrument.building.dictionary import unknown_words
from instrument.checks.examples import example
from instrument.difference.classing import Class, classify
from instrument.difference.comparison import diff
from instrument.model import Clause, Instrument, Kind, Provision
from instrument.model import text as plain_text
from tests.corpus import needs_corpus, text


def _classes(old: str, new: str, language: str = "en") -> list[str]:
    compared = diff(example(f"1. {old}", language=language), example(f"1. {new}", language=language))
    return [str(each.kind) for each in classify(compared, unknown_words)]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("under article 5 shall", "under article 6 shall", "reference"),
        ("paragraph 2 (a) of article 5", "paragraph 2 (b) of article 5", "reference"),
        ("Recognising its programme", "Recognizing its program", "spelling"),
        ("each state party", "each State Party", "spelling"),
        ("each sub-munition", "each submunition", "spelling"),
        ("of publie conscience", "of public conscience", "spelling"),
        ("referred toin article", "referred to in article", "spelling"),
        ("mines; and", "mines, and", "punctuation"),
        ("the “mines”", 'the "mines"', "punctuation"),
        ("two  spaces", "two spaces", "punctuation"),
        ("shall report", "may report", "other"),
        ("within 5 years", "within 6 years", "other"),
        ("[ten] years", "ten years", "other"),
        ("it may be so", "it maybe so", "other"),
        ("shall not use", "shall now use", "other"),
        ("the principal aim", "the principle aim", "other"),
        ("mines and bombs", "mines bombs", "other"),
    ],
)
def test_a_difference_is_harmless_only_where_the_words_are_the_same_but_for_that(old: str, new: str, kind: str) -> None:
    assert set(_classes(old, new)) == {kind}


def test_a_line_put_in_taken_out_or_moved_is_something_else() -> None:
    one, two = "1. Each Party shall report on its mines.", "2. Each Party shall help all victims."
    put_in = diff(example(one), example(one, two))
    assert [str(each.kind) for each in classify(put_in)] == ["other"]
    assert [(str(each.kind), each.new) for each in classify(diff(example(one, two), example(one)))] == [("other", "")]


def test_a_new_number_alone_is_numbering() -> None:
    found = classify(
        diff(example("3 bis. None shall be used.", "4. All."), example("4. None shall be used.", "5. All."))
    )
    assert [(each.kind, each.old, each.new) for each in found] == [
        (Class.NUMBERING, "3 bis.", "4."), (Class.NUMBERING, "4.", "5."),
    ]  # fmt: skip


def test_other_emphasis_is_something_else() -> None:
    assert _classes("applies *mutatis mutandis* here", "applies mutatis mutandis here") == ["other"]


@needs_corpus
@pytest.mark.parametrize("name", ["treaties/ccm-2008.en.txt", "multilingual/bbnj-2023/fr.txt"])
def test_a_text_compared_with_itself_has_nothing_to_class(name: str) -> None:
    assert classify(diff(text(name), text(name)), unknown_words) == ()


def test_an_article_that_changes_places_or_becomes_something_else_is_something_else() -> None:
    one, two, three = (
        Clause(id, label=f"Article {number}", provisions=(Provision(0, "1.", plain_text(f"Words of {id}.")),))
        for number, id in enumerate(("use", "aid", "end"), 1)
    )
    old = Instrument((one, two, three))
    moved = classify(diff(old, Instrument((two, one, three))))
    assert [(str(each.kind), each.address) for each in moved] == [("other", "aid")]
    changed = classify(diff(old, Instrument((one, two, replace(three, kind=Kind.ANNEX)))))
    assert [(str(each.kind), each.address) for each in changed] == [("other", "end")]
