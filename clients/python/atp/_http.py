"""One call to a server, over the standard library."""

from __future__ import annotations

import email.utils
import json
import time
import urllib.error
import urllib.request
from typing import Any, Optional

from ._errors import ATPError, ATPUnreachable

_LONGEST_REPLY = 16 * 1024 * 1024


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A key is never carried to another address."""

    def redirect_request(self, *_: Any) -> None:
        return None


_opener = urllib.request.build_opener(_NoRedirects)


def call(method: str, url: str, token: str, body: Optional[Any] = None, timeout: float = 15) -> dict[str, Any]:
    """Returns the reply's JSON object; raises ATPError with the server's code, or ATPUnreachable."""
    data = None if body is None else json.dumps(body).encode("utf-8")
    headers = {"Accept": "application/json", "Authorization": f"Bearer {token}"}
    if data is not None:
        headers["Content-Type"] = "application/json"
    request = urllib.request.Request(url, data=data, headers=headers, method=method)
    try:
        with _opener.open(request, timeout=timeout) as response:
            reply = _json(response.read(_LONGEST_REPLY))
    except urllib.error.HTTPError as error:
        with error:
            raise _refusal(error, _json(error.read(_LONGEST_REPLY))) from None
    except OSError as error:
        raise ATPUnreachable("UNREACHABLE", f"The server cannot be reached: {error}") from error
    if not isinstance(reply, dict):
        raise _not_atp(200)
    return reply


def _json(text: bytes) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _not_atp(status: int) -> ATPError:
    return ATPError("NOT_ATP", "What answers there does not speak the Agent Triage Protocol.", http_status=status)


def _refusal(error: urllib.error.HTTPError, body: Any) -> ATPError:
    fields = body if isinstance(body, dict) and isinstance(body.get("code"), str) else None
    if fields is None and error.code < 400:
        return _not_atp(error.code)
    fields = fields or {}
    details = fields.get("details")
    request_id = fields.get("request_id")
    return ATPError(
        fields.get("code") or f"HTTP_{error.code}",
        str(fields.get("message") or f"The server answered with HTTP {error.code}."),
        http_status=error.code,
        details=details if isinstance(details, dict) else None,
        request_id=request_id if isinstance(request_id, str) else None,
        retry_after=_seconds(error.headers.get("Retry-After")),
    )


def _seconds(header: Optional[str]) -> Optional[float]:
    if not header:
        return None
    if header.strip().isdigit():
        return float(header.strip())
    try:
        return max(0.0, email.utils.parsedate_to_datetime(header).timestamp() - time.time())
    except (TypeError, ValueError):
        return None
