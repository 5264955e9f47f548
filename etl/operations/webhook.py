"""A notice as JSON to a web address.

`DCW_WEBHOOK_URL` is the address; `DCW_WEBHOOK_SECRET`, if set, signs the body: header
`X-DCW-Signature: sha256=<HMAC-SHA256 of the body, hex>`.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import TYPE_CHECKING, Any

from etl.errors import DcwError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from etl.operations.notices import Notice

SECONDS = 10.0
_OK = range(200, 300)


def post_webhook(notice: Notice, env: Mapping[str, str]) -> None:
    """Post `notice`; redirects are not followed, since the address may be a secret.

    Raises:
        DcwError: The server did not answer 2xx. No message holds the address.
        httpx.HTTPError: It could not be asked.
    """
    import httpx  # noqa: PLC0415 - a run without notices need not wait for it

    url, body = env["DCW_WEBHOOK_URL"], _body(notice)
    if not url.startswith(("https://", "http://")):
        msg = "DCW_WEBHOOK_URL: expected an http or https address"
        raise UsageError(msg)
    headers = {"Content-Type": "application/json"} | _signature(body, env)
    with httpx.Client(trust_env=False, timeout=SECONDS, follow_redirects=False) as client:
        response = client.post(url, content=body, headers=headers)
    if response.status_code not in _OK:
        msg = f"the webhook answered {response.status_code}"
        raise DcwError(msg)


def _body(notice: Notice) -> bytes:
    content: dict[str, Any] = {
        "subject": notice.subject,
        "text": notice.bounded_text,
        "is_trouble": notice.is_trouble,
        "is_news": notice.is_news,
        "details": dict(notice.details),
    }
    return json.dumps(content, sort_keys=True).encode()


def _signature(body: bytes, env: Mapping[str, str]) -> dict[str, str]:
    secret = env.get("DCW_WEBHOOK_SECRET", "")
    if not secret:
        return {}
    digest = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return {"X-DCW-Signature": f"sha256={digest}"}
