"""The references of real treaties, in six languages: all resolved, or the reason is true."""

from collections import Counter

import pytest

from instrument.references import survey
from tests.corpus import needs_corpus, text

# How many are resolved, of another instrument, and not resolved. Of these, with their reasons: in the protocol, parts
# and lettered paragraphs of an annex without labels of its own; elsewhere "that article", annexes and parts of another
# convention that a heading or a glued text does not name, and what machine reading did to the Arabic and the Russian.
STANDING = {
    "treaties/ccm-2008.en.txt": (56, 0, 0),
    "treaties/ottawa-1997.en.txt": (27, 1, 0),
    "treaties/ccw-1980.en.txt": (20, 6, 0),
    "treaties/ccw-p5-erw-2003.en.txt": (9, 1, 6),
    "multilingual/bbnj-2023/en.txt": (181, 13, 4),
    "multilingual/bbnj-2023/fr.txt": (181, 14, 3),
    "multilingual/bbnj-2023/es.txt": (181, 14, 4),
    "multilingual/bbnj-2023/ru.txt": (164, 9, 6),
    "multilingual/bbnj-2023/zh.txt": (191, 12, 7),
}


@needs_corpus
@pytest.mark.parametrize("name", STANDING)
def test_the_references_of_an_adopted_text_are_resolved_or_listed(name: str) -> None:
    found = Counter(each.resolution.standing for each in survey(text(name)))
    unresolved = found["missing"] + found["ambiguous"] + found["unclear"]
    assert (found["resolved"], found["other"], unresolved) == STANDING[name]
