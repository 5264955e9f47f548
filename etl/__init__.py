"""Reads drug-control reports into a warehouse in which every figure has its sentence.

Data flows one way: sources, documents, extract, ledger, staging, quality, warehouse,
site. A room imports from rooms before it in that order, never from one after it.
"""

__version__ = "0.1.0"
