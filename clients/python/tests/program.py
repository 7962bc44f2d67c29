"""A whole program in the manner of the protocol's tutorial: it asks, then reacts to the answer by webhook and by status."""

import hashlib
import hmac
import threading
import time
from datetime import datetime, timedelta

from atp import ATPClient, Action, ResponseType, TriageNotification
from flask import Flask, jsonify, request

client = ATPClient(api_key="sk_live_service_abc123", webhook_url="https://your-service.com/atp/webhook")
app = Flask(__name__)


def ask():
    now = datetime.now()
    sent = client.send_notification(
        TriageNotification(
            title="Approve Database Query",
            description="\n    A large query over all customer records.\n    It may take half an hour.\n    ",
            actions=[
                Action(id="approve", label="Approve Query", response_type=ResponseType.SIMPLE),
                Action(id="deny", label="Deny", response_type=ResponseType.TEXT, constraints={"placeholder": "Why?"}),
                Action(
                    id="schedule",
                    label="Schedule for Later",
                    response_type=ResponseType.DATETIME,
                    constraints={"min": now.isoformat(), "max": (now + timedelta(days=7)).isoformat()},
                ),
            ],
            deadline=now + timedelta(hours=1),
            metadata={"query_id": "analyze-customers-2023-q4"},
        )
    )
    print(f"Notification sent! ID: {sent.notification_id}")
    threading.Thread(target=follow, args=(sent.notification_id,)).start()


def follow(notification_id):
    while True:
        status = client.get_notification_status(notification_id)
        print(f"Notification status: {status.state}")
        if status.responded:
            print(f"Action selected: {status.action_id}")
            return
        time.sleep(300)


@app.route("/atp/webhook", methods=["POST"])
def handle_webhook():
    wanted = hmac.new(bytes(client.webhook_secret, "utf-8"), request.data, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted, request.headers.get("X-ATP-Signature")):
        return jsonify({"error": "Invalid signature"}), 403
    data = request.json
    if data.get("action_id") == "approve":
        print(f"Running query {data.get('metadata')['query_id']}...")
        print("Query approved and started!")
    return jsonify({"status": "success"}), 200


if __name__ == "__main__":
    ask()
    app.run(host="0.0.0.0", port=3000)
