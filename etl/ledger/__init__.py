"""Facts of known reports that ship with the project, and their proof against the text."""
