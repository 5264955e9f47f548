"""What quantities measure, told from the words around them and the lexicon."""

from etl.extract.concepts.coder import code, code_all

__all__ = ["code", "code_all"]
