"""Cross-references: printed with the number of the day, found in a text, resolved to the provisions they name."""

from instrument.references.finding import find
from instrument.references.printing import cite, print_path, printed
from instrument.references.resolving import Resolution, Target, resolve
from instrument.references.values import Citation, Group, Unit
from instrument.references.wording import PROFILES, Wording, wording

__all__ = [
    "PROFILES", "Citation", "Group", "Resolution", "Target", "Unit", "Wording", "cite", "find", "print_path", "printed",
    "resolve", "wording",
]  # fmt: skip
