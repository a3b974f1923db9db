"""The formats of git's word differences: both texts can be read out of them."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from instrument.cli.diffing.words import plain, porcelain
from instrument.difference.comparison import diff
from instrument.difference.saying import source
from instrument.model import Instrument
from tests import edits

NAMES = ("old", "new")


def words(text: Instrument) -> Counter[str]:
    lines = [c.label + source(c.heading) for c in text]
    lines += [p.label + source(p.text) for c in text for p in c.provisions]
    lines += [source(note.text) for c in text for note in c.notes]
    return Counter("".join("".join(lines).split()))


@given(st.data())
def test_porcelain_holds_every_character_of_both_texts(data: st.DataObject) -> None:
    base = data.draw(edits.instruments())
    result, _ = data.draw(edits.edited(base))
    shown = "\n".join(porcelain(diff(base, result), NAMES, None)).split("\n")
    told = [line for line in shown[2:] if not line.startswith("@@ ") and line != "~"]
    for text, signs in ((base, " -"), (result, " +")):
        read = "".join(line[1:] for line in told if line[:1] in signs)
        assert Counter("".join(read.split())) == words(text)


@given(st.data())
def test_plain_and_porcelain_have_the_same_hunks(data: st.DataObject) -> None:
    base = data.draw(edits.instruments())
    result, _ = data.draw(edits.edited(base))
    comparison = diff(base, result)
    hunks = [[line for line in write(comparison, NAMES, 0) if line.startswith("@@ -")] for write in (plain, porcelain)]
    assert hunks[0] == hunks[1]
