"""A Word file as parts of a package: packed, opened with suspicion, its elements, styles and manifest."""
