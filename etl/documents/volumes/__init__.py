"""An INCSR volume: one file with the chapters of many countries."""

from etl.documents.volumes.split import Chapter, split

__all__ = ["Chapter", "split"]
