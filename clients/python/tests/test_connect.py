"""The database by Neo4j's driver, as who started Headstream."""

from __future__ import annotations

import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import headstream
from headstream import Client, HeadstreamError


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD"):
        monkeypatch.delenv(name, raising=False)


def test_connect_reads_the_password_and_may_write(client: Client) -> None:
    with headstream.connect(client.url) as driver:
        records, _, _ = driver.execute_query(
            "CREATE (n:Note {text: 'mine'}) WITH n, n.text AS text DELETE n RETURN text"
        )
        assert records[0]["text"] == "mine"


def test_without_the_password_the_database_is_shut(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    import httpx
    import neo4j
    from neo4j.exceptions import AuthError

    uri = httpx.get(f"{client.url}/api/settings").json()["boltUri"]
    for auth in (None, ("neo4j", "neo4j"), ("neo4j", ""), ("", "")):
        with neo4j.GraphDatabase.driver(uri, auth=auth) as stranger, pytest.raises(AuthError):
            stranger.verify_connectivity()
    with headstream.connect(client.url) as driver:
        driver.verify_connectivity()  # wrong guesses lock nobody out


@pytest.fixture
def impostor(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    secret = tmp_path / "secret"
    secret.write_text("of another program")

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps({"boltUri": "bolt://localhost:1", "boltPasswordFile": str(secret)}).encode())

        def log_message(self, format: str, *args: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", secret
        server.shutdown()


def test_a_server_cannot_have_another_file_read(impostor: tuple[str, Path]) -> None:
    url, secret = impostor
    with pytest.raises(HeadstreamError, match="not Headstream's") as refused:
        headstream.connect(url)
    assert secret.read_text() not in str(refused.value)
