"""The few parts of Flask that a webhook handler uses, on Python's standard library, for machines without Flask."""

import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_now = threading.local()


class _Request:
    """The request of this thread, as `flask.request` gives it."""

    @property
    def data(self):
        return _now.body

    @property
    def headers(self):
        return _now.headers

    @property
    def json(self):
        return json.loads(_now.body)


request = _Request()


def jsonify(value):
    return json.dumps(value)


class Flask:
    def __init__(self, name):
        self.name = name
        self._routes = {}

    def route(self, path, methods=("GET",)):
        def keep(handler):
            for method in methods:
                self._routes[(method, path)] = handler
            return handler

        return keep

    def run(self, host="127.0.0.1", port=5000):
        routes = self._routes

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                _now.body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                _now.headers = self.headers
                handler = routes.get(("POST", self.path))
                text, status = handler() if handler else (jsonify({"error": "not found"}), 404)
                reply = text.encode("utf-8")
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(reply)))
                self.end_headers()
                self.wfile.write(reply)

            def log_message(self, *_args):
                pass

        server = ThreadingHTTPServer((host, port), Handler)
        print(f" * Running on http://{host}:{server.server_port}", file=sys.stderr, flush=True)
        server.serve_forever()
