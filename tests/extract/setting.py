"""Places one number of an invented text, for tests of context."""

from __future__ import annotations

from decimal import Decimal

from etl.documents import Document
from etl.extract.context import Placer
from etl.extract.model import Concept, Quantity, Setting
from tests.extract.reading import document_of


def quantity_at(document: Document, number: str, unit: str = "KG") -> Quantity:
    """The number `number`, the first of its kind in the text, as a quantity."""
    start = document.text.index(number)
    end = start + len(number)
    sentence = next(s.index for s in document.sentences if s.start <= start < s.end)
    return Quantity(
        start=start,
        end=end,
        text=number,
        sentence=sentence,
        value=Decimal(1),
        value_high=None,
        unit=unit,
        unit_start=-1,
        unit_end=-1,
        qualifier="exact",
        form="digits",
        rule_id="test",
        mentions_end=end,
    )


def concept_of(indicator: str = "seizure_mass", kind: str = "level") -> Concept:
    """What the number measures."""
    return Concept(kind=kind, indicator=indicator, substance="", sign=1, rule_id="test")


def setting_of(
    text: str,
    number: str,
    *,
    indicator: str = "seizure_mass",
    kind: str = "level",
    unit: str = "KG",
    report_id: str = "incsr-2018-per",
) -> Setting:
    """The setting of `number`, after all numbers in digits before it were placed."""
    document = document_of(text, report_id)
    return Placer(document).place(quantity_at(document, number, unit), concept_of(indicator, kind))


def settings_of(
    text: str, *numbers: str, indicator: str = "seizure_mass", report_id: str = "incsr-2018-per"
) -> list[Setting]:
    """The settings of several numbers of one text, placed in their order."""
    document = document_of(text, report_id)
    placer = Placer(document)
    return [placer.place(quantity_at(document, n), concept_of(indicator)) for n in numbers]
