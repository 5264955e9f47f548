"""What drugs are sold in beside grams and tablets: what a price may be per."""

from __future__ import annotations

PACKS = frozenset(
    "brick rock bag joint packet sachet bundle wrap capsule bottle ball stick vial hit line block "
    "bale ampoule sack tin package packet parcel roll stone cigarette".split()
)
