"""Sentences to quantities to facts; assessments and findings; the number ledger."""
