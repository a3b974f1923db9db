"""Real drafts: what became of the brackets of the Paris Agreement. docs/brackets.md says what was read by hand."""

import pytest

from instrument.outcomes import Fate, judge
from tests.corpus import needs_corpus, text

pytestmark = [pytest.mark.slow, needs_corpus]

OCTOBER, DECEMBER, ADOPTED = (f"drafts/paris-agreement/{day}.md" for day in ("2015-10-23", "2015-12-04", "2015-12-12"))


@pytest.mark.parametrize(
    ("draft", "later", "counts"),
    [
        (OCTOBER, ADOPTED, (47, 11, 54, 2, 1014, 10, 40)),
        (DECEMBER, ADOPTED, (78, 7, 57, 4, 929, 12, 34)),
        (OCTOBER, DECEMBER, (443, 21, 137, 2, 523, 12, 40)),
    ],
)
def test_what_became_of_the_brackets_of_a_real_draft(draft: str, later: str, counts: tuple[int, ...]) -> None:
    count = judge(text(draft), text(later)).count()
    assert tuple(count[fate] for fate in Fate) == counts


def test_what_a_reader_finds_in_the_adopted_text_is_found() -> None:
    """Places read by hand: alternatives of which one was adopted, a date, a figure, a paragraph that moved."""
    found = {each.address: each for each in judge(text(DECEMBER), text(ADOPTED)).found}
    kept = ["article-10/2:56", "article-15/1:224", "article-18/1:101", "article-25/2:54", "article-4/5/2:187"]
    assert all(found[at].fate is Fate.KEPT for at in kept)
    assert found["article-10/2:62"].fate is found["article-15/1:232"].fate is Fate.DROPPED
    assert (found["article-1/7:1"].fate, found["article-1/7:1"].places) == (Fate.MOVED, ("article-5/2",))
    assert found["article-4/2/Option 1:114"].fate is Fate.PART
    assert found["article-6/12/Option 2:1"].fate is Fate.UNCLEAR


def test_a_text_without_brackets_has_nothing_to_tell() -> None:
    assert judge(text(ADOPTED), text("drafts/paris-agreement/2016-01-29.md")).found == ()
