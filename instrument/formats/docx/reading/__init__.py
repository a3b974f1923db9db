"""From the paragraphs of a Word file to an instrument, with a report of whatever is no text."""
