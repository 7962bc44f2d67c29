"""Our own webhook handler in the manner of the protocol's first tutorial, for checkouts without the tutorial itself."""

from flask import Flask, request, jsonify
import hmac, hashlib

app = Flask(__name__)


@app.route("/atp/webhook", methods=["POST"])
def handle_webhook():
    wanted = hmac.new(bytes(client.webhook_secret, "utf-8"), request.data, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted, request.headers.get("X-ATP-Signature")):
        return jsonify({"error": "Invalid signature"}), 403
    data = request.json
    query_id = data.get("metadata").get("query_id")
    if data.get("action_id") == "approve":
        run_database_query(query_id)
    elif data.get("action_id") == "deny":
        print(f"Query denied. Reason: {data.get('response_data')}")
    elif data.get("action_id") == "schedule":
        schedule_query(query_id, data.get("response_data"))
    return jsonify({"status": "success"}), 200
