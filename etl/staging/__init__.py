"""The durable database of what was read: tables, bulk load, migrations."""
