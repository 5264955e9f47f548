"""Exports of a release: the same release gives the same bytes."""

from etl.warehouse.exporting.export import FORMATS, Exported, export

__all__ = ["FORMATS", "Exported", "export"]
