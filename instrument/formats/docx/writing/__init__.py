"""From a Paper to a Word file: our own template or the user's, clauses tagged by id."""
