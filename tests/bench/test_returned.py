"""How the time to take a returned file apart grows with the file."""

import random
import re
from itertools import count

import pytest

from instrument.building.returned import take
from instrument.formats import docx
from instrument.model import Clause, Instrument, Kind, Provision, Run
from instrument.papers.draft import draft
from tests.bench.measuring import in_turn, row
from tests.building.tracking import edited
from tests.formats.docx.raw import deleted, inserted, run

pytestmark = pytest.mark.bench

SENTENCE = (
    "the parties shall ensure that each contaminated area under their jurisdiction is marked, fenced and cleared as "
    "soon as possible, without delay, by every means available to them, and report on it at each meeting"
)
AUTHORS = ("Delegation A", "Delegation B", "Delegation C")
PRINTED = re.compile(r"<w:r><w:t[^>]*>([^<]{60,})</w:t></w:r>")


def issued(provisions: int) -> Instrument:
    """Articles of ten paragraphs of thirty words each."""
    chance, words = random.Random(1), SENTENCE.split()

    def paragraph(number: int) -> Provision:
        return Provision(1, f"{number}.", (Run(" ".join(chance.choices(words, k=30))),))

    articles = range(1, provisions // 10 + 1)
    return Instrument(
        tuple(
            Clause(f"clause-{number}", Kind.ARTICLE, f"Article {number}", (), tuple(map(paragraph, range(1, 11))))
            for number in articles
        ),
        "en",
    )


def returned(base: Instrument) -> bytes:
    """The same as a file in which each of three authors replaced a word in about every sixth paragraph."""
    chance, ids = random.Random(2), count(9000)

    def edit(found: re.Match[str]) -> str:
        author = chance.choice((*AUTHORS, "", "", ""))
        words = found[1].split(" ")
        place = chance.randrange(5, 25)
        changes = deleted(words[place], author) + inserted("promptly", author)
        changes = re.sub(r'w:id="9"', lambda _: f'w:id="{next(ids)}"', changes)
        before, after = (" ".join(each) for each in (words[:place], words[place + 1 :]))
        return run(f"{before} ") + changes + run(f" {after}") if author else found[0]

    return edited(docx.write(draft(base).value), lambda xml: PRINTED.sub(edit, xml))


def test_a_returned_file_is_taken_apart_in_proportion() -> None:
    small, large = issued(150), issued(1_500)
    files = returned(small), returned(large)
    for base, file in zip((small, large), files, strict=True):
        authors = take(docx.tracked(file, "returned.docx"), base).value.authors
        assert sorted(each.author for each in authors) == list(AUTHORS)
    ours, more = in_turn(
        3,
        lambda: take(docx.tracked(files[0], "returned.docx"), small),
        lambda: take(docx.tracked(files[1], "returned.docx"), large),
    )
    row("1,500 provisions returned by three authors, taken apart", more, "10 times 150 provisions", 10 * ours)
