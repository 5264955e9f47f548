"""Sentences to quantities to facts; assessments and findings; the number ledger."""

from etl.extract.lexicon import lexicon_version
from etl.extract.pipeline import EXTRACTOR_VERSION, extract
from etl.extract.results import Extraction

__all__ = ["EXTRACTOR_VERSION", "Extraction", "extract", "lexicon_version"]
