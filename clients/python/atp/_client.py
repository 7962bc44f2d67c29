"""The service side of the protocol: ask, read the answer, withdraw. It can never answer."""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass, field
from typing import Any, Optional
from urllib.parse import quote

from ._errors import ATPError, ATPTimeout
from ._http import call
from ._notification import TriageNotification
from ._webhook import WebhookAnswer, verify_webhook
from ._where import find_endpoint

_SEND_ATTEMPTS = 4
_LONGEST_PAUSE = 10.0
_HELD_SECONDS = 30
_LONGEST_POLL = 15.0


@dataclass(frozen=True)
class SentNotification:
    notification_id: str


@dataclass(frozen=True)
class RegisteredService:
    service_id: str
    api_key: str
    webhook_secret: str


@dataclass(frozen=True)
class NotificationStatus:
    """How a question stands (section 5.4). `state` is the lifecycle state; the rest is there once it was answered."""

    notification_id: str
    state: str
    responded: bool
    action_id: Optional[str] = None
    response_data: Any = None
    responded_at: Optional[str] = None
    responder: Optional[dict[str, Any]] = None
    reason: Optional[str] = None
    metadata: dict[str, Any] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        return not self.responded and self.state not in ("responded", "completed", "expired", "invalidated")

    @classmethod
    def from_wire(cls, wire: dict[str, Any]) -> NotificationStatus:
        state, id = wire.get("status"), wire.get("notification_id")
        if not isinstance(state, str) or not isinstance(id, str):
            raise ATPError("NOT_ATP", "What answers there does not speak the Agent Triage Protocol.")
        responded = wire.get("responded")
        metadata = wire.get("metadata")
        return cls(
            notification_id=id,
            state=state,
            responded=responded if isinstance(responded, bool) else state in ("responded", "completed"),
            action_id=wire.get("action_id"),
            response_data=wire.get("response_data"),
            responded_at=wire.get("responded_at"),
            responder=wire.get("responder"),
            reason=wire.get("reason"),
            metadata=metadata if isinstance(metadata, dict) else {},
        )


class ATPClient:
    """Without arguments: ATP_SERVER_URL and ATP_API_KEY, else the Triage Inbox that runs on this machine.

    `webhook_url` is kept for whoever reads it; a service's callback is set where the service is registered.
    """

    def __init__(
        self,
        api_key: Optional[str] = None,
        webhook_url: Optional[str] = None,
        *,
        url: Optional[str] = None,
        webhook_secret: Optional[str] = None,
    ) -> None:
        found = find_endpoint(url, api_key, webhook_secret)
        self.url = found.url
        self.webhook_url = webhook_url
        self._api_key = found.api_key
        self._webhook_secret = found.webhook_secret

    @property
    def webhook_secret(self) -> str:
        """The secret that webhooks are signed with: given, ATP_WEBHOOK_SECRET, or the running app's own."""
        if self._webhook_secret is None:
            raise ATPError("NO_SECRET", "No webhook secret is known: give webhook_secret, or set ATP_WEBHOOK_SECRET.")
        return self._webhook_secret

    def send_notification(self, notification: TriageNotification) -> SentNotification:
        """Asks. Network faults and busy servers are retried under one id, so that the person is asked once."""
        body = notification.to_wire(notification.id or str(uuid.uuid4()))
        for attempt in range(1, _SEND_ATTEMPTS + 1):
            try:
                reply = self._call("POST", "/notifications", body)
                return SentNotification(str(reply.get("notification_id") or body["id"]))
            except ATPError as error:
                pause = error.retry_after if error.retry_after is not None else 0.25 * 2**attempt
                if not error.is_transient or attempt == _SEND_ATTEMPTS or pause > _LONGEST_PAUSE:
                    raise
                time.sleep(pause)
        raise AssertionError("unreachable")

    def get_notification_status(self, notification_id: str) -> NotificationStatus:
        return self._status(notification_id, 0)

    def wait_for_response(self, notification_id: str, timeout: Optional[float] = None) -> NotificationStatus:
        """Waits until the question was answered, has expired or was withdrawn. Outages are waited out.

        Raises ATPTimeout after `timeout` seconds; the question then stays open.
        """
        ends = None if timeout is None else time.monotonic() + timeout
        pause = 1.0
        while True:
            left = None if ends is None else ends - time.monotonic()
            if left is not None and left <= 0:
                raise ATPTimeout("TIMED_OUT", f"No answer within {timeout} s; the question stays open.")
            held = _HELD_SECONDS if left is None else min(_HELD_SECONDS, int(left))
            asked_at = time.monotonic()
            next_pause = pause
            try:
                status = self._status(notification_id, held)
                if not status.is_open:
                    return status
                if held > 0 and time.monotonic() - asked_at >= held / 2:
                    next_pause, pause = 0.0, 1.0
            except ATPError as error:
                if not error.is_transient:
                    raise
                if error.retry_after is not None:
                    next_pause = error.retry_after
            if next_pause > 0:
                time.sleep(next_pause if ends is None else max(0.0, min(next_pause, ends - time.monotonic())))
                pause = min(pause * 1.5, _LONGEST_POLL)

    def invalidate(self, notification_id: str, reason: Optional[str] = None) -> None:
        """Withdraws a question that is still open; `reason` is shown to the person."""
        body = {"status": "invalidated"} if reason is None else {"status": "invalidated", "reason": reason}
        self._call("PATCH", f"/notifications/{quote(notification_id, safe='')}", body)

    def register_service(
        self,
        name: str,
        description: str,
        callback_url: Optional[str],
        *,
        admin_token: str,
        webhook_secret: Optional[str] = None,
        icon_url: Optional[str] = None,
        signature_scheme: str = "plain",
    ) -> RegisteredService:
        """Registers a service at this server; takes the administrator's token. The key is shown this once."""
        body: dict[str, Any] = {
            "name": name,
            "description": description,
            "callback_url": callback_url,
            "signature_scheme": signature_scheme,
        }
        if webhook_secret is not None:
            body["webhook_secret"] = webhook_secret
        if icon_url is not None:
            body["icon_url"] = icon_url
        reply = call("POST", f"{self.url}/api/v1/services", admin_token, body)
        return RegisteredService(str(reply["service_id"]), str(reply["api_key"]), str(reply["webhook_secret"]))

    def verify_webhook(self, raw_body: bytes, headers: Any, **options: Any) -> WebhookAnswer:
        """As the function of that name, with this client's secret."""
        return verify_webhook(raw_body, headers, self.webhook_secret, **options)

    def _status(self, notification_id: str, wait: int) -> NotificationStatus:
        query = f"?wait={wait}" if wait > 0 else ""
        path = f"/notifications/{quote(notification_id, safe='')}{query}"
        return NotificationStatus.from_wire(self._call("GET", path, timeout=15 + wait))

    def _call(self, method: str, path: str, body: Optional[Any] = None, timeout: float = 15) -> dict[str, Any]:
        return call(method, f"{self.url}/api/v1{path}", self._api_key, body, timeout)
