"""A Word file on its way out of the house: what says who made it is taken away, what is unfinished is refused.

`scrub` applies the rules in `properties`, `ties`, `traces` and `attribution` to a `Scrubbing`; `remains` finds what a
final text must not have.
"""
