"""Differences between two Word files written into the first one, in place, as tracked changes."""
