"""What servers said about the versions of their documents, for conditional requests.

Only a cache: without it everything is asked for in full and found unchanged.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from etl.sources.files import make_folder, replacing

if TYPE_CHECKING:
    from pathlib import Path

    from etl.sources.web.answers import Answer

Seen = dict[str, str]


class Memory:
    """ETag, Last-Modified and sha256 by origin, in one JSON file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = _load(path)
        self._saved = dict(self._known)

    def conditions(self, origin: str, sha256: str) -> dict[str, str]:
        """Headers that ask for `origin` only if it is no longer the bytes `sha256`."""
        seen = self._known.get(origin, {})
        if not sha256 or seen.get("sha256") != sha256:
            return {}
        named = {"If-None-Match": "etag", "If-Modified-Since": "last_modified"}
        return {header: seen[key] for header, key in named.items() if seen.get(key)}

    def remember(self, origin: str, answer: Answer, sha256: str) -> None:
        """Note what the server said about these bytes."""
        self._known[origin] = {
            "sha256": sha256,
            "etag": answer.etag,
            "last_modified": answer.last_modified,
        }

    def save(self) -> None:
        """Write the file where something changed."""
        if self._known == self._saved:
            return
        make_folder(self._path.parent)
        with replacing(self._path, mode=0o640) as file:
            file.write(json.dumps(self._known, sort_keys=True, indent=1).encode())
        self._saved = dict(self._known)


def _load(path: Path) -> dict[str, Seen]:
    try:
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}
