"""An invented evaluation of three recommendations, in a round that no list knows."""

from __future__ import annotations

from pathlib import Path

from etl.documents import Document, read

REPORT = "mem-9-ata"
EVALUATION = """Multilateral Evaluation Mechanism (MEM)

EVALUATION REPORT ON DRUG CONTROL
2020

INSTITUTIONAL STRENGTHENING

RECOMMENDATION 1

KEEP A LIGHTHOUSE.

Evaluation: Complete

Arcadia has a lighthouse.

DEMAND REDUCTION

RECOMMENDATION 2

OFFER TREATMENT IN EVERY PORT.

Evaluation: Partially complete

Arcadia has treatment services in its port.

Arcadia does not have follow-up programs.

CONTROL MEASURES

RECOMMENDATION 3

COUNT THE BOATS.

Evaluation: Not started

Arcadia has not counted its boats.

SUMMARY OF THE STATUS OF ALL RECOMMENDATIONS

INSTITUTIONAL STRENGTHENING
NO.\tRECOMMENDATION\tEVALUATION
1\tKeep a lighthouse.\tCOMPLETE
DEMAND REDUCTION
2\tOffer treatment in every port.\tPARTIALLY COMPLETE
CONTROL MEASURES
3\tCount the boats.\tNOT STARTED
"""


def evaluation(text: str = EVALUATION) -> Document:
    """The invented evaluation, or another text in its place."""
    return read(Path(f"{REPORT}.txt"), data=text.encode())[0]
