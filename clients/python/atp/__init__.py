"""Ask people, over the Agent Triage Protocol: send a question with typed actions, wait for the answer.

    from atp import ATPClient, TriageNotification, Action, ResponseType

    client = ATPClient()  # finds the Triage Inbox that runs on this machine
    sent = client.send_notification(
        TriageNotification(title="Deploy?", actions=[Action(id="go", label="Go", response_type=ResponseType.SIMPLE)])
    )
    print(client.wait_for_response(sent.notification_id).action_id)
"""

from ._client import ATPClient, NotificationStatus, RegisteredService, SentNotification
from ._errors import ATPError, ATPTimeout, ATPUnreachable, WebhookError
from ._notification import Action, Attachment, ResponseType, TriageNotification
from ._webhook import WebhookAnswer, verify_webhook

__all__ = [
    "ATPClient",
    "ATPError",
    "ATPTimeout",
    "ATPUnreachable",
    "Action",
    "Attachment",
    "NotificationStatus",
    "RegisteredService",
    "ResponseType",
    "SentNotification",
    "TriageNotification",
    "WebhookAnswer",
    "WebhookError",
    "verify_webhook",
]
