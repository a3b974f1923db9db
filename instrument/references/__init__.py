"""Cross-references: printed with the number of the day, found in a text, resolved to the provisions they name."""

from instrument.references.finding import find
from instrument.references.printing import cite, cited, print_path, printed
from instrument.references.resolving import Resolution, Resolver, Target
from instrument.references.survey import Found, Place, survey
from instrument.references.values import Citation, Group, Unit
from instrument.references.wording import PROFILES, Wording, wording

__all__ = [
    "PROFILES", "Citation", "Found", "Group", "Place", "Resolution", "Resolver", "Target", "Unit", "Wording", "cite",
    "cited", "find", "print_path", "printed", "survey", "wording",
]  # fmt: skip
