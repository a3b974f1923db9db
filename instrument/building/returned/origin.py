"""Which text a returned file was made from: the one it was asked about, or another stage that it is nearer to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import get_args

from instrument.formats import docx
from instrument.model import Instrument, plain
from instrument.papers.draft import draft
from instrument.papers.setting import Holding

Likeness = tuple[int, int]


def origin(
    untouched: Instrument, digests: Mapping[str, str], base: Instrument, stages: Mapping[str, Instrument]
) -> str:
    """The stage that a file was made from, "" where none is nearer to it than the base.

    `untouched` is what the file says without its tracked changes. What its manifest says of the clauses as they were
    printed counts first, `digests` by id; then the words.

    >>> from instrument.model import Clause, Provision, text
    >>> first, second = (Instrument((Clause("use", provisions=(Provision(text=text(words)),)),)) for words in "ab")
    >>> origin(first, {}, second, {"first-draft": first}), origin(first, {}, first, {"second-draft": second})
    ('first-draft', '')
    """
    if not stages:
        return ""
    likeness = {name: _likeness(untouched, digests, text) for name, text in {"": base, **stages}.items()}
    return max(likeness, key=lambda name: likeness[name])


def _likeness(untouched: Instrument, digests: Mapping[str, str], stage: Instrument) -> Likeness:
    return _printed_alike(digests, stage) if digests else 0, (lines(untouched) & lines(stage)).total()


def _printed_alike(digests: Mapping[str, str], stage: Instrument) -> int:
    """How many clauses are printed as the manifest says, whatever the page showed of the holders of brackets."""
    pages = (docx.digests(draft(stage, holders=holding).value) for holding in get_args(Holding))
    return max(len(digests.items() & page.items()) for page in pages)


def lines(text: Instrument) -> Counter[str]:
    """The words of a text, line by line: a line counts only whole."""
    return Counter(words for clause in text for content in clause.texts if (words := plain(content)))
