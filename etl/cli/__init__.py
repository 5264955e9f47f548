"""The verbs of the `dcw` command.

Verbs import what they need when they run, so that `dcw --help` and a query do not wait
for dbt or Great Expectations.
"""

from etl.cli import ask, pages, proof, read, release, status, visit, work
from etl.cli.app import app, main

__all__ = ["app", "ask", "main", "pages", "proof", "read", "release", "status", "visit", "work"]
