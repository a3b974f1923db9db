"""The BBNJ Agreement in six languages: every difference is known with its reason, and slips put in are found."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from instrument.concord import Concordance, concord
from instrument.labels import parse, show
from instrument.model import Clause, Instrument, Kind, Run, plain
from tests.corpus import needs_corpus, text

pytestmark = [needs_corpus, pytest.mark.slow]

CASES = Path(__file__).parents[1] / "cases/concord-bbnj.tsv"
LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")


def treaty(language: str) -> Instrument:
    return text(f"multilingual/bbnj-2023/{language}.txt")


@cache
def laid(*languages: str) -> Concordance:
    return concord([treaty(each) for each in languages])


def test_every_difference_is_known_with_its_reason_and_none_is_invented() -> None:
    known = [line.split("\t")[:4] for line in CASES.read_text(encoding="utf-8").splitlines()[1:]]
    found = [
        [each.places[-1].language, each.code, each.places[0].address, each.places[-1].address]
        for each in laid(*LANGUAGES).differences
    ]
    assert found == known


def test_all_paragraphs_of_the_76_articles_are_beside_one_another() -> None:
    articles = [clause for clause in treaty("en") if clause.kind is Kind.ARTICLE]
    assert len(articles) == 76
    for place in range(1, len(LANGUAGES)):
        alone = [
            pair
            for clause in articles
            for pair in laid(*LANGUAGES).pairs(place, clause.id)
            if pair.base and not pair.other and pair.base[0].part == "provision"
        ]
        assert len(alone) == {"ru": 1}.get(LANGUAGES[place], 0), LANGUAGES[place]


@pytest.mark.parametrize("language", ["fr", "es", "ru"])
def test_a_figure_that_is_changed_anywhere_is_found(language: str) -> None:
    known = set(laid("en", language).differences)
    slips = [slip for clause in treaty(language) for slip in _slips(clause)]
    assert len(slips) > 90
    for slip in slips:
        english = treaty("en").clause(slip.id)
        assert english is not None
        both = Instrument((english,), "en"), Instrument((slip,), language)
        assert set(concord(both).differences) - known, slip.id


def _slips(clause: Clause) -> Iterator[Clause]:
    """The clause with one number in it nine hundred more, for the first number of each provision."""
    for index, provision in enumerate(clause.provisions):
        words = plain(provision.text)
        if (found := re.search(r"\d{1,2}(?!\d)", words)) and len(provision.text) == 1:
            wrong = words[: found.start()] + str(int(found[0]) + 900) + words[found.end() :]
            provisions = [*clause.provisions]
            provisions[index] = replace(provision, text=(Run(wrong),))
            yield replace(clause, provisions=tuple(provisions))


@pytest.mark.parametrize("language", ["fr", "es", "ru"])
def test_a_paragraph_that_is_taken_out_and_counted_over_is_missing_there_or_beside_it(language: str) -> None:
    right, beside, total = 0, 0, 0
    for clause in treaty(language):
        if clause.kind is not Kind.ARTICLE:
            continue
        tops = [at for at, each in enumerate(clause.provisions) if each.depth == 0 and parse(each.label)]
        for which in range(1, len(tops) - 1):
            shorter = _without(clause, tops[which], tops[which + 1])
            other = treaty(language)
            texts = treaty("en"), other.with_clauses(shorter if each.id == clause.id else each for each in other)
            differences = {
                (each.code, each.places[0].address)
                for each in concord(texts).differences
                if each.places[0].address.startswith(f"{clause.id}/")
            }
            missing = [address for code, address in differences if code in ("missing", "run-on")]
            total += 1
            right += f"{clause.id}/{which + 1}" in missing
            beside += bool(missing)
    assert beside == total
    assert right / total > 0.9


def _without(clause: Clause, start: int, end: int) -> Clause:
    """The clause without some provisions, those behind them counted over."""
    after = []
    for each in clause.provisions[end:]:
        read = parse(each.label) if each.depth == 0 else None
        label = show(replace(read, numbers=(read.numbers[0] - 1,))) if read else each.label
        after.append(replace(each, label=label))
    return replace(clause, provisions=(*clause.provisions[:start], *after))
