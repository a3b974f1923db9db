"""The sample convention at its end: scrubbed and signed for, sealed, corrected in one place."""

from pathlib import Path

import instrument
from instrument.building import render
from instrument.building.answering import Texts, answers, unsigned
from instrument.building.copying import certified_copy
from instrument.building.correcting import corrected_in
from instrument.building.sealing import obstacles
from instrument.library import Library
from instrument.papers.true_copy import Certification
from instrument.problem import errors_in

ROOT = Path(__file__).parents[2]


def sample() -> Library:
    return instrument.open(ROOT / "clauses")


def test_nothing_would_keep_the_sealed_text_open_today() -> None:
    assert obstacles(sample(), "authentic-text") == ()


def test_what_was_sealed_reads_as_it_was_sealed() -> None:
    library = sample()
    assert library.stage("authentic-text").sealed
    assert errors_in(library.found) == ()


def test_it_is_certified_as_of_the_day_when_it_was_adopted_and_not_of_the_seal() -> None:
    page = render(certified_copy(sample(), "authentic-text", Certification()).value, ".txt").value.decode()
    assert "adopted at __________ on 22 May 2026 in the following languages: English, French." in page


def test_whatever_the_scrub_changed_is_signed_for() -> None:
    found = answers(Texts(sample(), "final-text", "scrubbed-text")).value
    assert unsigned(found) == []
    assert {each.signature.initials for _, said in found for each in said if each.signature} == {"AB"}


def test_the_corrected_text_corrects_one_place_of_the_french() -> None:
    found = dict(corrected_in(sample(), "authentic-text", "corrected-text").value)
    assert found["en"] == ()
    assert [(each.address, each.wrong, each.right) for each in found["fr"]] == [
        ("duration-withdrawal/2", "à l’Assemblée générale", "au Conseil de sécurité")
    ]
