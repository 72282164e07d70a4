"""What a notebook does while the server has no room, or is away: against a server that has no room, or is away."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from headstream import HeadstreamError, jobs
from headstream.http import Http

JOB = {"id": "j", "state": "queued", "stage": "waiting", "done": 0, "total": 100, "place": 3, "traces": []}
DONE = {**JOB, "state": "done", "stage": "done", "done": 100, "traces": ["t"]}

Answer = tuple[int, dict[str, Any], dict[str, str]] | None
"""Status, body and headers, or None for a connection that breaks."""


class Scripted(HTTPServer):
    answers: list[Answer]
    seen: list[str]


class Handler(BaseHTTPRequestHandler):
    server: Scripted

    def _answer(self) -> None:
        self.server.seen.append(self.command)
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        answer = self.server.answers.pop(0)
        if answer is None:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        status, body, headers = answer
        content = json.dumps(body).encode()
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_DELETE = _answer

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Scripted]:
    made = Scripted(("127.0.0.1", 0), Handler)
    made.answers, made.seen = [], []
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


def run(server: Scripted, answers: list[Answer], progress: jobs.Progress | None = None) -> list[str]:
    server.answers += answers
    http = Http(f"http://127.0.0.1:{server.server_port}", None)
    try:
        return jobs.run(http, {"prompt": "Hi"}, progress)
    finally:
        http.close()


def test_a_full_queue_is_waited_for(server: Scripted, capsys: pytest.CaptureFixture[str]) -> None:
    full: Answer = (429, {"detail": "5000 prompts of yours wait"}, {"Retry-After": "1"})
    assert run(server, [full, (202, JOB, {}), (200, DONE, {})]) == ["t"]
    assert "5000 prompts of yours wait (waiting" in capsys.readouterr().err


def test_a_server_that_was_stopped_is_waited_for(server: Scripted, capsys: pytest.CaptureFixture[str]) -> None:
    away: Answer = (502, {"detail": "Bad gateway"}, {})
    assert run(server, [(202, JOB, {}), None, away, (200, JOB, {}), (200, DONE, {})]) == ["t"]
    assert capsys.readouterr().err.count("the job goes on when it is back") == 1


def test_progress_tells_the_place(server: Scripted, capsys: pytest.CaptureFixture[str]) -> None:
    run(server, [(202, JOB, {}), (200, DONE, {})], jobs.print_progress)
    assert "waiting, 3 before it" in capsys.readouterr().err


def test_a_refusal_is_no_reason_to_wait(server: Scripted) -> None:
    with pytest.raises(HeadstreamError, match="the prompt is empty"):
        run(server, [(400, {"detail": "the prompt is empty"}, {})])
    with pytest.raises(HeadstreamError, match="no such job"):
        run(server, [(202, JOB, {}), (404, {"detail": "no such job"}, {}), (404, {"detail": "no such job"}, {})])
