"""Which report a document is: from its sidecar, its file name, or its text; never guessed."""
