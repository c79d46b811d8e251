"""A controller that answers what a test tells it to, right or wrong."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from socketserver import ThreadingMixIn


class _Server(ThreadingMixIn, HTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request, client_address):
        """Keeps quiet: that a client hangs up is part of some tests."""


class StandIn:
    """Answers every request with one answer; a context manager.

    :param status: the HTTP status
    :param body: the body as bytes
    :param before: called before each answer, so that it can be held back
    :param missing: the end of paths that are answered with 404 instead
    """

    def __init__(self, status=200, body=b"{}", before=lambda: None, missing="\0"):
        self.requests = []
        stand_in = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self):
                length = int(self.headers.get("Content-Length") or 0)
                stand_in.requests.append((self.command, self.path, dict(self.headers), self.rfile.read(length)))
                before()
                self.send_response(404 if self.path.endswith(missing) else status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = do_DELETE = answer

            def log_message(self, *_):
                """Keeps quiet."""

        self._server = _Server(("127.0.0.1", 0), Handler)
        self.url = "http://127.0.0.1:{}".format(self._server.server_port)

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()
