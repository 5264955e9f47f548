"""The sizes beyond which a document is refused rather than read, in one place.

The largest real report is a volume of 0.6 MB of text in 350 pages; each limit
leaves room for one ten times as large and keeps time and memory bounded.
"""

from __future__ import annotations

MAX_TEXT_BYTES = 16_000_000
MAX_HTML_BYTES = 32_000_000
MAX_HTML_DEPTH = 2_000
MAX_PDF_BYTES = 128_000_000
MAX_PDF_PAGES = 3_000
MAX_TEXT_CHARS = 16_000_000
MAX_SENTENCE_CHARS = 20_000
MAX_SIDECAR_BYTES = 16_000
