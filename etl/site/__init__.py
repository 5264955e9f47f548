"""Static pages: evidence and run reports."""
