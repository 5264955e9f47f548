"""A staging database of invented reports, in the shape of `etl.staging.tables`."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import duckdb
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlalchemy.schema import CreateTable

from etl.documents.anchor import anchor, observation_id, words
from etl.staging.tables import Base
from samples.reports import Planted, Sample, samples

RULE = "sample_rule"


def staging(path: Path, reports: tuple[Sample, ...] | None = None) -> Path:
    """Make a staging database at `path` with the reports as if read from documents."""
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"ATTACH '{path}' AS durable")
        connection.execute("USE durable")
        for schema in ("staging", "ops"):
            connection.execute(f"CREATE SCHEMA {schema}")
        dialect = create_engine("duckdb:///:memory:", poolclass=StaticPool).dialect
        for table in Base.metadata.sorted_tables:
            connection.execute(str(CreateTable(table).compile(dialect=dialect)))
        for sample in samples() if reports is None else reports:
            load(connection, sample)
    return path


def load(connection: duckdb.DuckDBPyConnection, sample: Sample) -> None:
    """Add one invented report with its document, sentences, mentions and facts."""
    body = " ".join(line.text for line in sample.lines)
    sha = hashlib.sha256(body.encode()).hexdigest()
    _insert(
        connection,
        "staging.reports",
        report_id=sample.report_id,
        series=sample.series,
        edition=sample.edition,
        edition_year=sample.edition_year,
        reference_year=sample.reference_year,
        ref_area=sample.ref_area,
        title="A title",
        document_sha256=sha,
        extractor_version="1",
        lexicon_version="1",
        fingerprint=sha,
        status="active",
    )
    _insert(
        connection,
        "staging.documents",
        report_id=sample.report_id,
        sha256=sha,
        text_sha256=sha,
        media_type="text/plain",
        layout="sample",
        file_name=f"{sample.report_id}.txt",
        title="A title",
        char_count=len(body),
        page_count=0,
        text=body,
    )
    _insert(
        connection,
        "staging.sections",
        report_id=sample.report_id,
        section_id="body",
        ordinal=0,
        title="",
        start_char=0,
        end_char=len(body),
    )
    _sentences(connection, sample)
    _ratings(connection, sample)


def _sentences(connection: duckdb.DuckDBPyConnection, sample: Sample) -> None:
    position = mention = 0
    seen: dict[str, int] = {}
    for index, line in enumerate(sample.lines):
        mark = anchor(line.text)
        seen[mark] = seen.get(mark, 0) + 1
        place = {
            "report_id": sample.report_id,
            "sentence_index": index,
            "section_id": "body",
            "sentence_number": index + 1,
            "anchor": mark,
            "occurrence": seen[mark],
        }
        end = position + len(line.text)
        _insert(
            connection,
            "staging.sentences",
            **place,
            paragraph_index=0,
            start_char=position,
            end_char=end,
            page=0,
            text=line.text,
        )
        numbers: list[tuple[str, str, str | None]] = []
        for planted in line.facts:
            name = _observation(connection, place, line.text, position, planted)
            numbers.append((planted.number, "fact", name))
        numbers += [(number, disposition, None) for number, disposition in line.others]
        for number, disposition, name in numbers:
            start = position + line.text.index(number)
            _insert(
                connection,
                "staging.number_mentions",
                report_id=sample.report_id,
                mention_index=mention,
                sentence_index=index,
                start_char=start,
                end_char=start + len(number),
                text=number,
                disposition=disposition,
                rule_id=RULE,
                observation_id=name,
            )
            mention += 1
        position = end + 1


def _observation(
    connection: duckdb.DuckDBPyConnection,
    place: dict[str, Any],
    sentence: str,
    position: int,
    planted: Planted,
) -> str:
    at = sentence.index(planted.number)
    word = next(i for i, (start, _) in enumerate(words(sentence)) if start >= at)
    name = observation_id(place["report_id"], place["anchor"], place["occurrence"], word)
    _insert(
        connection,
        "staging.observations",
        **place,
        observation_id=name,
        origin="extracted",
        kind=planted.kind,
        indicator=planted.indicator,
        substance=planted.substance,
        ref_area=place["report_id"][-3:].upper(),
        time_period=planted.period,
        time_basis=planted.basis,
        stated_value=planted.value,
        stated_value_high=planted.high,
        stated_unit=planted.unit,
        qualifier=planted.qualifier,
        obs_status=planted.status,
        estimator=planted.estimator,
        number_word=word,
        number_text=planted.number,
        number_start=position + at,
        number_end=position + at + len(planted.number),
        quote=sentence,
        quote_start=position,
        quote_end=position + len(sentence),
        page=0,
        verification="verified",
        review="machine",
        rule_id=RULE,
        extractor_version="1",
    )
    return name


def _ratings(connection: duckdb.DuckDBPyConnection, sample: Sample) -> None:
    for number, rating in enumerate(sample.ratings, start=1):
        _insert(
            connection,
            "staging.assessments",
            report_id=sample.report_id,
            recommendation=number,
            origin="extracted",
            chapter="supply_reduction",
            rating_body=rating,
            rating_summary=rating,
            verification="verified",
        )
        if rating == "complete":
            continue
        quote = next(line.text for line in sample.lines if "did not" in line.text)
        body = " ".join(line.text for line in sample.lines)
        start = body.index(quote)
        _insert(
            connection,
            "staging.findings",
            finding_id=f"{sample.report_id}-{number}",
            origin="extracted",
            report_id=sample.report_id,
            recommendation=number,
            polarity="shortcoming",
            section_id="body",
            sentence_number=4,
            anchor=anchor(quote),
            occurrence=1,
            quote=quote,
            quote_start=start,
            quote_end=start + len(quote),
            verification="verified",
        )


def _insert(connection: duckdb.DuckDBPyConnection, table: str, **row: Any) -> None:
    marks = ", ".join("?" for _ in row)
    connection.execute(
        f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values())
    )
