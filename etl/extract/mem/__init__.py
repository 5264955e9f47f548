"""What a MEM evaluation says: ratings, findings, treaties, and the tally it draws."""

from etl.extract.mem.assessments import read_assessments
from etl.extract.mem.findings import read_findings
from etl.extract.mem.instruments import read_instruments
from etl.extract.mem.tally import Tally, count_ratings, read_tally

__all__ = [
    "Tally",
    "count_ratings",
    "read_assessments",
    "read_findings",
    "read_instruments",
    "read_tally",
]
