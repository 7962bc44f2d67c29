"""What can go wrong, as facts."""

from __future__ import annotations

from typing import Any, Optional


class ATPError(Exception):
    """A call did not do what was asked. `code` is the server's (or NO_SERVER, NO_KEY, BAD_URL, NOT_ATP)."""

    def __init__(
        self,
        code: str,
        message: str,
        *,
        http_status: Optional[int] = None,
        details: Optional[dict[str, Any]] = None,
        request_id: Optional[str] = None,
        retry_after: Optional[float] = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.http_status = http_status
        self.details = details or {}
        self.request_id = request_id
        self.retry_after = retry_after

    @property
    def is_transient(self) -> bool:
        """Whether the same call may succeed later (section 16 of the protocol)."""
        status = self.http_status or 0
        return status in (408, 425, 429) or status >= 500


class ATPUnreachable(ATPError):
    """The server did not answer."""

    @property
    def is_transient(self) -> bool:
        return True


class ATPTimeout(ATPError):
    """`wait_for_response` ran out of time; the question stays open."""


class WebhookError(Exception):
    """A webhook is not to be believed. `code`: signature-missing, signature-wrong, signature-too-old, body-malformed."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
