"""Going through a part: every paragraph, in whatever it stands, and each word with its look and its layer."""
