"""Sentences to quantities to facts; assessments and findings; the number ledger."""

from etl.extract.lexicon import lexicon_version
from etl.extract.pipeline import extract
from etl.extract.results import Extraction
from etl.extract.version import extractor_version

__all__ = ["Extraction", "extract", "extractor_version", "lexicon_version"]
