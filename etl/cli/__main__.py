"""`python -m etl.cli`: the same as `dcw`."""

from etl.cli import main

main()
