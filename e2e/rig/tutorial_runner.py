"""Serves the webhook handler of the protocol's tutorial, word for word, on a free port of loopback.

Arguments: the tutorial's text and the webhook secret. Prints the address, then a line for each thing the handler does.
Where Flask is not installed, the handful of names that the handler takes from it are provided here.
"""

import json
import re
import sys
import textwrap
import types
from http.server import BaseHTTPRequestHandler, HTTPServer

text = open(sys.argv[1], encoding="utf-8").read()
match = re.search(r"^def handle_webhook\(\):\n(?:(?:[ \t].*)?\n)+", text, re.MULTILINE)
if match is None:
    sys.exit("The tutorial has no handle_webhook.")

current = types.SimpleNamespace(data=b"", headers={})


class Request:
    data = property(lambda self: current.data)
    headers = property(lambda self: current.headers)
    json = property(lambda self: json.loads(current.data))


def say(**what):
    print(json.dumps(what), flush=True)


names = {
    "hmac": __import__("hmac"),
    "hashlib": __import__("hashlib"),
    "request": Request(),
    "jsonify": lambda value: value,
    "client": types.SimpleNamespace(webhook_secret=sys.argv[2]),
    "run_database_query": lambda query_id: say(did="run", query_id=query_id),
    "schedule_query": lambda query_id, when: say(did="schedule", query_id=query_id, when=when),
    "print": lambda *words: say(printed=" ".join(map(str, words))),
}
exec(textwrap.dedent(match.group(0)), names)


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        current.data = self.rfile.read(int(self.headers["Content-Length"]))
        current.headers = self.headers
        body, status = names["handle_webhook"]()
        say(status=status, body=body)
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Handler)
say(url=f"http://127.0.0.1:{server.server_port}/atp/webhook")
server.serve_forever()
