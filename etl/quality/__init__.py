"""Runs the expectation suites and keeps their results."""
