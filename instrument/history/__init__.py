"""Who wrote which word: every word of a text back to the draft it first stood in, and to the proposal it came with.

What adoption recorded is taken from the record; the rest is inferred by comparing drafts, one with the next.
"""

from instrument.history.blaming import LEAST, blame
from instrument.history.values import Act, Blame, Credit, Draft, Gone, Line, Origin

__all__ = ["LEAST", "Act", "Blame", "Credit", "Draft", "Gone", "Line", "Origin", "blame"]
