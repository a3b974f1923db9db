"""How items are lettered, by language: (a) in English, a) in French, Spanish and Russian."""

from __future__ import annotations

from collections.abc import Iterator

from instrument.concord.values import Difference, Place
from instrument.concord.vocabulary import TONGUES
from instrument.labels import key, parse
from instrument.model import Instrument
from instrument.outline import addresses


def styles(text: Instrument, name: str = "") -> Iterator[Difference]:
    """The labels of items that are not as the language has them.

    >>> from instrument.model import Clause, Provision
    >>> use = Clause("use", provisions=(Provision(0, "(a)"), Provision(0, "b)")))
    >>> [difference.message for difference in styles(Instrument((use,), "fr"))]
    ['the label "(a)" is lettered as "a)" in fr']
    """
    tongue = TONGUES.get(text.language.partition("-")[0])
    for clause in text if tongue else ():
        for provision, address in zip(clause.provisions, addresses(clause), strict=True):
            wanted = lettered(provision.label, text.language)
            if wanted != provision.label:
                message = f'the label "{provision.label}" is lettered as "{wanted}" in {text.language}'
                yield Difference("label-style", message, (Place(name, text.language, address, provision.label),))


def lettered(label: str, language: str) -> str:
    """A label dressed as the language dresses items; one that counts in digits or wears no parenthesis stays.

    >>> lettered("[(b)", "ru"), lettered("ii)", "en"), lettered("1.", "fr")
    ('[b)', '(ii)', '1.')
    """
    tongue, read = TONGUES.get(language.partition("-")[0]), parse(label)
    bare = label.strip("[]")
    if tongue is None or read is None or not bare.endswith(")") or read.system in ("decimal", "arabic-indic"):
        return label
    dressed = tongue.item.replace("a", key(bare), 1)
    return label.replace(bare, dressed, 1)
