"""How items are lettered, by language: (a) in English, a) in French, Spanish and Russian."""

from __future__ import annotations

from collections.abc import Iterator

from instrument.concord.values import Difference, Place
from instrument.concord.vocabulary import TONGUES
from instrument.labels import key, numerals, parse, readings
from instrument.model import Instrument
from instrument.outline import addresses

_NARROW = str.maketrans("（）", "()")
_DIGITS = ("decimal", "arabic-indic", "full-width")


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
    if tongue is None or read is None or not bare.endswith((")", "）")) or read.system in _DIGITS:
        return label
    dressed = tongue.item.replace("a", key(bare), 1)
    return label if bare.translate(_NARROW) == dressed else label.replace(bare, dressed, 1)


def rendered(label: str, language: str, numbers: frozenset[str] = frozenset()) -> str:
    """A label of another language as this one writes it; `numbers` says which reading of "(i)" is meant.

    >>> rendered("(b)", "fr"), rendered("(b)", "ar"), rendered("(b)", "zh"), rendered("2.", "zh"), rendered("2.", "ru")
    ('b)', '(ب)', '（二）', '二、', '2.')
    """
    bare, tongue = label.strip("[]"), TONGUES.get(language.partition("-")[0])
    read = next((each for each in readings(bare) if not numbers or str(each.numbers[-1]) in numbers), None)
    if tongue is None or read is None or len(read.numbers) > 1 or read.suffix or read.letter or read.alternative:
        return label
    system = tongue.systems.get(_family(read.system))
    if read.word or system is None:
        return label
    name, dress = system
    return label.replace(bare, dress.replace("{}", numerals.SYSTEMS[name].print(read.numbers[0])), 1)


def _family(system: str) -> str:
    """What a numeral system counts in: digits, letters or Roman numerals; Chinese ones may stand for either."""
    return "digits" if system in _DIGITS else "roman" if system == "lower-roman" else "letters"
