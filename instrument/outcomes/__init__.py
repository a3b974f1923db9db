"""Which alternatives won: what became of every bracket, choice and option of a draft in a later text.

`stretches` finds what may stay or go, `tokens` the words and what each of them belongs to, `matching` the lines that
became one another, `laying` the nearest way to have the one from the other; `judging` says what became of each
stretch, in the `values` of this room.
"""

from instrument.outcomes.judging import judge
from instrument.outcomes.stretches import Stretch, stretches
from instrument.outcomes.values import Choice, Fate, Outcome, Outcomes, Standing

__all__ = ["Choice", "Fate", "Outcome", "Outcomes", "Standing", "Stretch", "judge", "stretches"]
