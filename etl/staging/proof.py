"""How the ledger fares against the documents that staging holds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
