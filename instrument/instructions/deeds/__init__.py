"""What instructions do to a text: words, provisions, their order and their brackets."""
