"""The context of a quantity: period, area, status and estimator."""

from etl.extract.context.placer import Placer, place, place_all

__all__ = ["Placer", "place", "place_all"]
