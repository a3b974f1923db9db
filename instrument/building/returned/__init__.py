"""A Word file that came back, as changes of the text it was made from: whose, when, and which of them are silent."""

from instrument.building.returned.arrival import came_back
from instrument.building.returned.json import to_json
from instrument.building.returned.left import onto
from instrument.building.returned.reading import read_returned, take
from instrument.building.returned.saying import say
from instrument.building.returned.values import Contribution, Remark, Returned

__all__ = ["Contribution", "Remark", "Returned", "came_back", "onto", "read_returned", "say", "take", "to_json"]
