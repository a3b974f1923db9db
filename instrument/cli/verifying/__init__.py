"""How `instrument verify` says what it found: for people, and for another program."""
