"""The context of quantities: where, when, by whom and how sure."""

from __future__ import annotations

from collections.abc import Sequence

from etl.documents.model import Document
from etl.extract.context.chronicle import Chronicle
from etl.extract.model import Concept, Quantity, Setting


class Placer:
    """Finds the settings of one document's quantities; reads each sentence once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._chronicle = Chronicle(document)

    def place(self, quantity: Quantity, concept: Concept) -> Setting:
        """Where, when, by whom and how sure a quantity is.

        Args:
            quantity: The number as read.
            concept: What it measures.
        """
        dated = self._chronicle.place(quantity, concept)
        return Setting(
            ref_area=self._document.identity.ref_area,
            time_period=dated.period.code,
            time_basis=dated.basis,
            status="actual",
            estimator="",
            rule_id=dated.rule,
        )


def place(quantity: Quantity, concept: Concept, document: Document) -> Setting:
    """The setting of one quantity; for many of one document use `place_all`."""
    return Placer(document).place(quantity, concept)


def place_all(
    quantities: Sequence[Quantity], concepts: Sequence[Concept], document: Document
) -> list[Setting]:
    """The settings of a document's quantities, in their order.

    Args:
        quantities: In the order of the text.
        concepts: What each measures.
        document: The document that holds them.
    """
    placer = Placer(document)
    return [
        placer.place(quantity, concept)
        for quantity, concept in zip(quantities, concepts, strict=True)
    ]
