"""Papers: values turned into the documents a conference prints. The house style lives here."""
