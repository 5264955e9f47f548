"""The sizes beyond which a document is refused rather than read, in one place.

The largest real report is a volume of 0.6 MB of text, 350 pages and 6,000 sentences;
each limit leaves room for one several times as large and keeps time and memory bounded.
"""

from __future__ import annotations

MAX_TEXT_BYTES = 5_000_000
MAX_TEXT_CHARS = 4_000_000
MAX_HTML_BYTES = 8_000_000
MAX_HTML_DEPTH = 1_000
MAX_PDF_BYTES = 96_000_000
MAX_PDF_PAGES = 3_000
MAX_SENTENCES = 60_000
MAX_SENTENCE_CHARS = 20_000
MAX_SIDECAR_BYTES = 16_000
