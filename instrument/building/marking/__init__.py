"""Amendments of several delegations as tracked changes of each of them on one issued document."""

from instrument.building.marking.mark import mark
from instrument.proposals.amendment import Amendment, from_json, to_json

__all__ = ["Amendment", "from_json", "mark", "to_json"]
