"""Runs a webhook handler written for Flask, unchanged: `run.py HANDLER PORT`, the webhook secret on standard input."""

import sys
import types

handler_file, port = sys.argv[1], int(sys.argv[2])
client = types.SimpleNamespace(webhook_secret=sys.stdin.readline().strip())


def run_database_query(query_id):
    print(f"Running query {query_id}")


def schedule_query(query_id, when):
    print(f"Scheduling query {query_id} for {when}")


sys.stdout.reconfigure(line_buffering=True)
room = {
    "__name__": "tutorial",
    "client": client,
    "run_database_query": run_database_query,
    "schedule_query": schedule_query,
}
with open(handler_file, encoding="utf-8") as source:
    exec(compile(source.read(), handler_file, "exec"), room)
print(f"flask from {sys.modules['flask'].__file__}")
room["app"].run(host="127.0.0.1", port=port)
