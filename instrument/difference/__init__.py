"""What differs between two instruments: which provision became which, and a view of it that people read."""
