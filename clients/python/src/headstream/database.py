"""The database itself: Neo4j's driver, logged on."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import HeadstreamError
from .http import Http

if TYPE_CHECKING:
    from neo4j import Driver

_USER = "neo4j"


def connect(base_url: str | None = None, api_key: str | None = None, **options: Any) -> Driver:
    """A driver of the graph's database; it can also write. Needs the package neo4j.

    NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD say where, if NEO4J_URI is set; else a Headstream on this machine is asked,
    and the password read from its data folder, as only who started it can.

    Args:
        base_url: where Headstream is; else HEADSTREAM_URL, else http://localhost:8080
        api_key: its key, if it has one; else HEADSTREAM_API_KEY
        options: anything that neo4j.GraphDatabase.driver takes

    Raises:
        HeadstreamError: where the password is not to be had.
    """
    from neo4j import GraphDatabase

    uri = os.environ.get("NEO4J_URI")
    if uri and base_url is None:
        user, password = os.environ.get("NEO4J_USERNAME") or _USER, os.environ.get("NEO4J_PASSWORD", "")
    else:
        uri, password = _ask(base_url, api_key)
        user = _USER
    return GraphDatabase.driver(uri, auth=(user, password), **options)


def _ask(base_url: str | None, api_key: str | None) -> tuple[str, str]:
    http = Http(base_url, api_key)
    try:
        settings = http.get("/api/settings")
    finally:
        http.close()
    uri, named = str(settings.get("boltUri")), settings.get("boltPasswordFile")
    if named is None:
        raise HeadstreamError(
            f"the password of the database at {uri} is not Headstream's to give: set NEO4J_URI and NEO4J_PASSWORD"
        )
    file = Path(named)
    # a server's answer must not decide which file is read, or where what is in it is sent
    if file.name != "bolt-password" or not re.fullmatch(r"bolt://localhost:\d+", uri):
        raise HeadstreamError(f"the server names '{file}' and {uri}, which are not Headstream's; is it another server?")
    try:
        return uri, file.read_text().strip()
    except OSError as e:
        raise HeadstreamError(
            f"the password in '{file}' cannot be read ({e.strerror}); only who started Headstream, on the same machine, can"
        ) from e
