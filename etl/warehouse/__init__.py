"""Runs dbt, makes the release and publishes it."""
