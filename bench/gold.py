"""The labelled quantities, each with the sentence it stands in."""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from etl.documents import read
from etl.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from etl.documents.model import Document


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled quantity.

    Attributes:
        sentence: The text of its sentence.
        start: Offset of its number in the sentence.
        end: End of that number.
    """

    report_id: str
    sentence: str
    sentence_start: int
    start: int
    end: int
    value: Decimal
    value_high: Decimal | None
    unit: str


def gold_folder() -> Path:
    """Folder of labelled facts: `DCW_GOLD`, by default beside the corpus."""
    default = Settings.from_environment().corpus.parent / "gold"
    return Path(os.environ.get("DCW_GOLD", default))


def documents() -> list[Document]:
    """The labelled reports, read."""
    corpus = Settings.from_environment().corpus
    files = [corpus / f"{path.stem}.txt" for path in sorted(gold_folder().glob("*.csv"))]
    return [document for file in files for document in read(file)]


def labelled(document: Document) -> Iterator[Labelled]:
    """The labelled quantities of one document, but for those that labellers leave open."""
    path = gold_folder() / f"{document.identity.report_id}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if "optional" in row["note"]:
                continue
            start, end = int(row["start"]), int(row["end"])
            home = next(s for s in document.sentences if s.start <= start < s.end)
            yield Labelled(
                report_id=row["report_id"],
                sentence=document.text[home.start : home.end],
                sentence_start=home.start,
                start=start - home.start,
                end=end - home.start,
                value=Decimal(row["value"]),
                value_high=Decimal(row["value_high"]) if row["value_high"] else None,
                unit=row["unit"],
            )
