"""Run by Vitest against a real server: ATP_SERVER_URL, ATP_API_KEY and ATP_ADMIN_TOKEN are set."""

import json
import os
import unittest
from datetime import datetime, timedelta, timezone

from atp import (
    ATPClient,
    ATPError,
    ATPTimeout,
    ATPUnreachable,
    Action,
    Attachment,
    ResponseType,
    TriageNotification,
    WebhookError,
    verify_webhook,
)

SECRET = "test-webhook-secret-0123456789abcdef"
BODY = (
    b'{"notification_id":"5f0c1c52-6a53-4d8e-9f0a-2b7d4c9e1a33","action_id":"ship_it","response_data":null,'
    b'"responded_at":"2026-01-15T09:00:00Z","responder":{"id":"user_42","type":"human"}}'
)
PLAIN = "86ec0956bea8e13c29c82dc1ce62471b1d1bb8bea5d41cd01db9c4bb956228af"
STAMPED = "t=1768467600,v1=fce26e1d7179879ff3207ea1fe03b4085d0497c60d527a10f1cff5b9146002cf"
THEN = 1768467600


def a_question(**changes):
    actions = [
        Action(id="go", label="Go", response_type=ResponseType.SIMPLE, flags=["costly"]),
        Action(id="why", label="Why", response_type=ResponseType.TEXT, constraints={"max_length": 100}),
    ]
    return TriageNotification(**{"title": "Go on?", "actions": actions, "metadata": {"build": 118}, **changes})


class AgainstAServer(unittest.TestCase):
    def setUp(self):
        self.client = ATPClient()

    def test_asks_and_reads(self):
        id = self.client.send_notification(a_question(attachments=[Attachment.from_file(__file__)])).notification_id
        status = self.client.get_notification_status(id)
        self.assertEqual((status.state, status.responded, status.metadata), ("created", False, {"build": 118}))
        with self.assertRaises(ATPTimeout):
            self.client.wait_for_response(id, timeout=0.001)
        self.client.invalidate(id, "enough")
        ended = self.client.wait_for_response(id)
        self.assertEqual((ended.state, ended.reason, ended.is_open), ("invalidated", "enough", False))

    def test_the_same_id_asks_once(self):
        question = a_question(id="7b6a2a52-6a53-4d8e-9f0a-2b7d4c9e1a33")
        first, second = self.client.send_notification(question), self.client.send_notification(question)
        self.assertEqual(first, second)

    def test_a_refusal_names_code_and_field(self):
        scale = Action(id="s", label="S", response_type="scale", constraints={"min": 5, "max": 1})
        with self.assertRaises(ATPError) as caught:
            self.client.send_notification(a_question(actions=[scale]))
        self.assertEqual(caught.exception.code, "MALFORMED_ACTION")
        self.assertIn("actions.0", caught.exception.details["path"])

    def test_wrong_key_and_nobody_there(self):
        with self.assertRaises(ATPError) as caught:
            ATPClient(api_key="sk_wrong").get_notification_status("x")
        self.assertEqual(caught.exception.code, "AUTH_INVALID_TOKEN")
        with self.assertRaises(ATPUnreachable):
            ATPClient(url="http://127.0.0.1:9", api_key="k").get_notification_status("x")

    def test_registers_a_service(self):
        made = self.client.register_service("Python", "", None, admin_token=os.environ["ATP_ADMIN_TOKEN"])
        ATPClient(api_key=made.api_key, webhook_secret=made.webhook_secret).send_notification(a_question())


class Alone(unittest.TestCase):
    def test_times_without_a_zone_are_local(self):
        local = datetime(2030, 1, 2, 3, 4)
        wire = a_question(deadline=local).to_wire("id")
        self.assertEqual(datetime.fromisoformat(wire["deadline"].replace("Z", "+00:00")), local.astimezone(timezone.utc))
        bounds = {"min": local.isoformat(), "max": (local + timedelta(days=7)).isoformat()}
        action = Action(id="d", label="D", response_type=ResponseType.DATETIME, constraints=bounds).to_wire()
        self.assertTrue(action["constraints"]["min"].endswith("Z"))
        self.assertEqual(
            datetime.fromisoformat(action["constraints"]["min"].replace("Z", "+00:00")), local.astimezone(timezone.utc)
        )

    def test_signatures(self):
        self.assertEqual(verify_webhook(BODY, {"x-atp-signature": PLAIN}, SECRET).action_id, "ship_it")
        self.assertIsNone(verify_webhook(BODY, {"X-ATP-Signature": STAMPED}, SECRET, now=THEN).response_data)
        for body, headers, options, code in [
            (BODY, {}, {}, "signature-missing"),
            (BODY + b" ", {"X-ATP-Signature": PLAIN}, {}, "signature-wrong"),
            (BODY, {"X-ATP-Signature": PLAIN.upper()}, {}, "signature-wrong"),
            (BODY, {"X-ATP-Signature": STAMPED}, {"now": THEN + 301}, "signature-too-old"),
            (BODY, {"X-ATP-Signature": PLAIN}, {"require_timestamp": True}, "signature-missing"),
            (BODY, {"X-ATP-Signature": PLAIN, "X-ATP-Signature-V1": STAMPED}, {"now": THEN + 999}, "signature-too-old"),
        ]:
            with self.assertRaises(WebhookError) as caught:
                verify_webhook(body, headers, SECRET, **options)
            self.assertEqual(caught.exception.code, code)

    def test_a_key_goes_to_its_own_server_only(self):
        folder = os.environ["TRIAGE_DATA_DIR"]
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "local-server.json"), "w", encoding="utf-8") as file:
            json.dump({"url": "http://127.0.0.1:1", "api_key": "sk_local", "webhook_secret": "s", "pid": 1}, file)
        kept = {name: os.environ.pop(name) for name in ("ATP_SERVER_URL", "ATP_API_KEY")}
        try:
            self.assertEqual((ATPClient().url, ATPClient().webhook_secret), ("http://127.0.0.1:1", "s"))
            with self.assertRaises(ATPError) as caught:
                ATPClient(url="http://127.0.0.1:2")
            self.assertEqual(caught.exception.code, "NO_KEY")
        finally:
            os.environ.update(kept)


if __name__ == "__main__":
    unittest.main()
