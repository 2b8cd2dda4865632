"""A web server on loopback that answers whatever a test tells it to, byte by byte."""

import socket
import threading
from contextlib import suppress


class Server:
    """Listens on 127.0.0.1. routes: path -> bytes to send, or a function of the connection; asked: paths, in order."""

    def __init__(self, context=None):
        self.context = context  # of TLS, for https
        self.routes = {}
        self.asked = []
        self.requests = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def url(self, path="/", host="site.example"):
        return f"http://{host}:{self.port}{path}"

    def page(self, path, body=b"<html><body><p>A page.</p></body></html>", status="200 OK", **headers):
        told = {
            "Content-Type": "text/html",
            "Content-Length": len(body),
            **{k.replace("_", "-"): v for k, v in headers.items()},
        }
        head = "".join(f"{name}: {value}\r\n" for name, value in told.items() if value is not None)
        self.routes[path] = f"HTTP/1.1 {status}\r\n{head}\r\n".encode("latin-1") + body

    def redirect(self, path, location, status="302 Found"):
        self.page(path, b"", status, Location=location)

    def close(self):
        self.listener.close()

    def _serve(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection):
        with connection, suppress(OSError):
            if self.context:
                connection = self.context.wrap_socket(connection, server_side=True)
            request = b""
            while b"\r\n\r\n" not in request:
                piece = connection.recv(4096)
                if not piece:
                    return
                request += piece
            path = request.split(b" ")[1].decode()
            self.asked.append(path)
            self.requests.append(request.decode("latin-1"))
            answer = self.routes.get(path, b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
            if callable(answer):
                answer(connection)
            else:
                connection.sendall(answer)
