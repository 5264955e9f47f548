"""Sentences to quantities to facts; assessments and findings; the number ledger.

What reads is loaded when it is first asked for: the many patterns of extraction take
longer to prepare than a night without news takes to find that there is nothing to read.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from etl.extract.lexicon import lexicon_version
from etl.extract.version import extractor_version

if TYPE_CHECKING:
    from etl.extract.pipeline import extract
    from etl.extract.results import Extraction

__all__ = ["Extraction", "extract", "extractor_version", "lexicon_version"]

_HOMES = {"Extraction": "etl.extract.results", "extract": "etl.extract.pipeline"}


def __getattr__(name: str) -> object:
    """`extract` and `Extraction`, from where they are made."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
