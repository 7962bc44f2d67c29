"""Webhooks: what is signed, and whether to believe it (section 9.3 of the protocol)."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Optional, Union

from ._errors import WebhookError


@dataclass(frozen=True)
class WebhookAnswer:
    notification_id: str
    action_id: str
    response_data: Any
    responded_at: str
    responder: dict[str, Any]
    metadata: dict[str, Any]


def verify_webhook(
    raw_body: Union[bytes, str],
    headers: Mapping[str, str],
    secret: str,
    *,
    require_timestamp: bool = False,
    tolerance: float = 300,
    now: Optional[float] = None,
) -> WebhookAnswer:
    """Checks the signature over the raw bytes and returns the answer; raises WebhookError.

    Both formats are read, `<hex>` and `t=…,v1=…`; the latter is refused when older than `tolerance` seconds. A plain
    one that comes with X-ATP-Signature-V1 must pass that, too.
    """
    body = raw_body.encode("utf-8") if isinstance(raw_body, str) else bytes(raw_body)
    given = {str(name).lower(): str(value) for name, value in headers.items()}
    signature = given.get("x-atp-signature", "")
    if not signature:
        raise WebhookError("signature-missing", "The header X-ATP-Signature is missing.")
    stamped = signature if signature.startswith("t=") else given.get("x-atp-signature-v1")
    if not signature.startswith("t="):
        if not re.fullmatch(r"[0-9a-f]{64}", signature) or not hmac.compare_digest(signature, _hmac(secret, body)):
            raise WebhookError("signature-wrong", "The signature does not fit the body.")
    if stamped:
        _check_stamped(stamped, body, secret, time.time() if now is None else now, tolerance)
    elif require_timestamp:
        raise WebhookError("signature-missing", "The signature has no timestamp, and one is required.")
    return _parse(body)


def _check_stamped(text: str, body: bytes, secret: str, now: float, tolerance: float) -> None:
    parts = [part.strip() for part in text.split(",")]
    stamps = [part[2:] for part in parts if re.fullmatch(r"t=[0-9]{1,12}", part)]
    if not stamps:
        raise WebhookError("signature-wrong", "The signature names no time.")
    wanted = _hmac(secret, stamps[0].encode("ascii") + b"." + body)
    candidates = [part[3:] for part in parts if re.fullmatch(r"v1=[0-9a-f]{64}", part)]
    if not any(hmac.compare_digest(one, wanted) for one in candidates):
        raise WebhookError("signature-wrong", "The signature does not fit the body.")
    if abs(now - int(stamps[0])) > tolerance:
        raise WebhookError("signature-too-old", "The signature is too old, or a clock is wrong.")


def _hmac(secret: str, body: bytes) -> str:
    return hmac.new(secret.encode("utf-8"), body, hashlib.sha256).hexdigest()


def _parse(body: bytes) -> WebhookAnswer:
    try:
        data = json.loads(body)
        names = ("notification_id", "action_id", "responded_at")
        if not isinstance(data, dict) or not all(isinstance(data.get(name), str) for name in names):
            raise ValueError
        responder, metadata = data.get("responder"), data.get("metadata")
        return WebhookAnswer(
            notification_id=data["notification_id"],
            action_id=data["action_id"],
            response_data=data.get("response_data"),
            responded_at=data["responded_at"],
            responder=responder if isinstance(responder, dict) else {},
            metadata=metadata if isinstance(metadata, dict) else {},
        )
    except (ValueError, UnicodeDecodeError):
        raise WebhookError("body-malformed", "The body is signed but is not an answer of the protocol.") from None
