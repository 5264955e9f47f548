"""What may come in: source definitions, inbox, fetching, and the archive of raw bytes."""
