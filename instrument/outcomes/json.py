"""What became of a draft's brackets, as data for another program."""

from __future__ import annotations

from instrument.outcomes.values import Outcome, Outcomes


def to_json(outcomes: Outcomes) -> dict[str, object]:
    """Counts by clause, then every stretch with every word of its own once; numbers are places in that list."""
    return {
        "clauses": [
            {"clause": id, "name": name, "fates": {fate.value: times for fate, times in outcomes.count(id).items()}}
            for id, name in outcomes.names.items()
        ],
        "alternatives": {choice.value: times for choice, times in outcomes.choices().items()},
        "stretches": [_stretch(number, each) for number, each in enumerate(outcomes.found)],
    }


def _stretch(number: int, outcome: Outcome) -> dict[str, object]:
    return {
        "number": number,
        "what": outcome.stretch.what,
        "at": outcome.address,
        "group": outcome.stretch.group if outcome.stretch.group >= 0 else None,
        "fate": outcome.fate,
        "words": [{"word": word, "now": standing} for word, standing in outcome.words],
        "stand_in": list(outcome.places),
        "candidates": [None if rival < 0 else rival for rival in outcome.rivals],
        "open": outcome.is_open,
    }
