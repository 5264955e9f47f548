"""Numbers of a document: quantities with value and unit, and what the others are."""

from etl.extract.quantities.find import find

__all__ = ["find"]
