"""Words in the spellings of two houses: -ize and -ise, "programme" and "program"."""

from __future__ import annotations

import re
from functools import lru_cache

# What the one house writes and the other; applied in turn, so that every mixture of them is a variant.
_HOUSES = (
    (r"our(?=$|s|ed|ing|able|ably|less|ful)", "or"), (r"is(?=e$|ed$|es$|ing$|ation|er)", "iz"), (r"ys(?=e|ing)", "yz"),
    (r"tre(?=$|s|d)", "ter"), (r"ence(?=$|s|less)", "ense"), (r"gramme", "gram"), (r"ll(?=ed$|ing$|er)", "l"),
)  # fmt: skip


@lru_cache(maxsize=4096)
def variants(word: str, language: str) -> frozenset[str]:
    """A word with its other spellings; in languages with one spelling, the word alone.

    >>> sorted(variants("organisation", "en"))
    ['organisation', 'organization']
    """
    forms = {word}
    if language == "en":
        for pattern, other in _HOUSES:
            forms |= {re.sub(pattern, other, form) for form in forms}
    return frozenset(forms)
