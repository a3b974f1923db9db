"""What differs between two texts: which block became which, and which words differ in it."""
