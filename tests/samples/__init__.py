"""Invented reports and databases of the project's shape, for tests."""
