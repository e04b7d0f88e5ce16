"""Máy chủ: a PostgreSQL of its own, the real `congvu serve`, the bare page, and a browser of forty lines."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

from bench.scenario import Answer
from congvu.cli.kin import dies_with

ROOT = Path(__file__).resolve().parent.parent
POSTGRES = {  # what an office gives its database server, on a small machine
    "shared_buffers": "1GB",
    "effective_cache_size": "3GB",
    "work_mem": "16MB",
    "max_wal_size": "4GB",
    "random_page_cost": "1.1",
    "max_connections": "200",
}
_HOST = "127.0.0.1"
_PATIENCE = 60.0


@dataclass
class Browser:
    """Trình duyệt: one connection kept open, cookies kept, forms sent with their token."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    line: http.client.HTTPConnection | None = None

    def get(self, path: str) -> Answer:
        """Mở trang."""
        return self._ask("GET", path, None)

    def post(self, path: str, sent: Mapping[str, str]) -> Answer:
        """Gửi biểu mẫu."""
        if "csrftoken" not in self.cookies:
            self.get(path)
        return self._ask("POST", path, urlencode({**sent, "csrfmiddlewaretoken": self.cookies["csrftoken"]}))

    def _ask(self, method: str, path: str, body: str | None) -> Answer:
        try:
            response = self._answer(method, path, body)
        except (http.client.RemoteDisconnected, ConnectionError):  # an idle line was closed at the other end
            self.line = None
            response = self._answer(method, path, body)
        answer = Answer(response.status, response.read())
        for said in response.headers.get_all("Set-Cookie", []):
            self.cookies.update({name: morsel.value for name, morsel in SimpleCookie(said).items()})
        return answer

    def _answer(self, method: str, path: str, body: str | None) -> http.client.HTTPResponse:
        self.line = self.line or http.client.HTTPConnection(_HOST, self.port, timeout=600)
        self.line.request(method, path, body, self._headers(body))
        return self.line.getresponse()

    def _headers(self, body: str | None) -> dict[str, str]:
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "X-Forwarded-Proto": "https",
            "Referer": f"https://{_HOST}:{self.port}/",
        }
        return headers | ({"Content-Type": "application/x-www-form-urlencoded"} if body else {})


@contextmanager
def serving(*words: str, environment: Mapping[str, str]) -> Iterator[Browser]:
    """Chạy một máy chủ; `{port}` among the words is replaced by a free port."""
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", *(word.format(port=port) for word in words)],
        cwd=ROOT,
        env={**os.environ, **environment},
        preexec_fn=dies_with(os.getpid(), signal.SIGTERM),
    )
    try:
        _wait_for(port, process)
        yield Browser(port)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind((_HOST, 0))
        port: int = found.getsockname()[1]
        return port


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + _PATIENCE
    while process.poll() is None and time.monotonic() < end:
        with socket.socket() as tried:
            if tried.connect_ex((_HOST, port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("The server does not answer.")
