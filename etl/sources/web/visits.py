"""Visiting web sources: single documents, and index pages that link to documents."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from etl.errors import FetchFailed
from etl.sources import outcomes
from etl.sources.outcomes import Outcome
from etl.sources.provenance import LISTED
from etl.sources.web.answers import NOT_MODIFIED, OK, Answer
from etl.sources.web.client import Client
from etl.sources.web.links import links_of, matching
from etl.sources.web.memory import Memory
from etl.sources.web.pace import Pace, Patience
from etl.sources.web.sniffing import media_type

if TYPE_CHECKING:
    from pathlib import Path

    from etl.sources.definitions import Source
    from etl.sources.keeping import Keeper

GONE = frozenset({404, 410})


class Web:
    """Visits to web sources that share their pace and what they remember of versions."""

    def __init__(self, memory: Path, patience: Patience | None) -> None:
        self._memory = Memory(memory)
        self._patience = patience or Patience()
        self._pace = Pace()

    def visit(self, source: Source, keeper: Keeper) -> list[Outcome]:
        """Archive what is new at a source of kind `document` or `index`."""
        visit = visit_index if source.kind == "index" else visit_document
        with Client(source, patience=self._patience, pace=self._pace) as client:
            try:
                return visit(source, client, self._memory, keeper)
            finally:
                if not keeper.dry_run:
                    self._memory.save()


def visit_document(source: Source, client: Client, memory: Memory, keeper: Keeper) -> list[Outcome]:
    """Archive the document at one address where it is new; one outcome."""
    if keeper.dry_run:
        return [Outcome(source.id, source.url, outcomes.WOULD_FETCH)]
    return [_fetch(source, source.url, client, memory, keeper)]


def visit_index(source: Source, client: Client, memory: Memory, keeper: Keeper) -> list[Outcome]:
    """Archive what is new among the documents that an index page links to.

    A dry run asks for index pages alone.

    Returns:
        One outcome a document, and one for each page that could not be read.
    """
    documents, troubles = _listed(source, client)
    taken = documents[: source.max_documents]
    if keeper.dry_run:
        return [*troubles, *(Outcome(source.id, url, outcomes.WOULD_FETCH) for url in taken)]
    found = [_fetch(source, url, client, memory, keeper) for url in taken]
    if len(documents) > len(taken):
        message = f"{len(documents)} links match, the first {len(taken)} were taken"
        troubles.append(Outcome(source.id, source.url, outcomes.REFUSED, "", message))
    if source.marks_withdrawn and not troubles:
        found += keeper.withdraw_absent(set(documents))
    return [*troubles, *found]


def _listed(source: Source, client: Client) -> tuple[list[str], list[Outcome]]:
    pages, documents, troubles = [source.url], set(), []
    for position in range(1 + source.max_documents):
        if position == len(pages):
            break
        try:
            links = _links(client, pages[position])
        except FetchFailed as error:
            troubles.append(Outcome(source.id, pages[position], outcomes.FAILED, "", str(error)))
            continue
        documents.update(matching(links, source.link_pattern))
        if position == 0:
            pages += [p for p in matching(links, source.page_pattern) if p != source.url]
    if not documents and not troubles:
        message = "no link of the page matches link_pattern"
        troubles.append(Outcome(source.id, source.url, outcomes.FAILED, "", message))
    return sorted(documents), troubles


def _links(client: Client, url: str) -> list[str]:
    answer = client.get(url)
    if answer.status != OK:
        msg = f"{url}: the server answered {answer.status}"
        raise FetchFailed(msg)
    return links_of(answer.body, answer.url)


def _fetch(source: Source, url: str, client: Client, memory: Memory, keeper: Keeper) -> Outcome:
    known = keeper.known(url)
    listed = known is not None and known.state == LISTED
    sha256 = known.sha256 if known and listed else ""
    conditions = memory.conditions(source.origin(url), sha256)
    try:
        answer = client.get(url, conditions)
    except FetchFailed as error:
        return Outcome(source.id, url, outcomes.FAILED, sha256, str(error))
    if answer.status == OK:
        return _keep(source, url, answer, memory, keeper)
    if answer.status == NOT_MODIFIED and conditions:
        return keeper.keep(url, b"", sha256)
    message = f"the server answered {answer.status}"
    if answer.status in GONE and listed and source.marks_withdrawn:
        return keeper.withdraw(url, message)
    return Outcome(source.id, url, outcomes.FAILED, sha256, message)


def _keep(source: Source, url: str, answer: Answer, memory: Memory, keeper: Keeper) -> Outcome:
    kind = media_type(answer.body)
    sha256 = hashlib.sha256(answer.body).hexdigest()
    if kind not in source.media_types:
        message = f"expected {' or '.join(source.media_types)}, found {kind}"
        return Outcome(source.id, url, outcomes.REFUSED, sha256, message)
    outcome = keeper.keep(url, answer.body, sha256)
    memory.remember(source.origin(url), answer, sha256)
    return outcome
