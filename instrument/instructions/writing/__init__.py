"""Changes written as instructions: what a drafting lawyer would send, read again as anybody reads it.

Each change becomes an `Order` (`chapters` for a text, `chapter` for a clause; `clauses`, `provisions`, `labels`,
`wording`, `everywhere`, `anew` for the kinds of change), whose sentence is tried on the text (`proof`): the first that
reading carries out as it was meant is taken. What none says, and what prose has no words for, is named (`leaving`).
A language is a table (`phrases`), a place is called by what finds it (`naming`), words are quoted as far as they are
told from others (`passages`).
"""

from instrument.instructions.writing.saying import Sentence, say

__all__ = ["Sentence", "say"]
