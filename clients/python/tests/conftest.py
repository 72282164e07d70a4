"""The tests ask a running Headstream: HEADSTREAM_URL says where."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from headstream import Client, Trace

MARY = "When Mary and John went to the store, John gave a drink to"


@pytest.fixture(scope="session")
def client() -> Iterator[Client]:
    if "HEADSTREAM_URL" not in os.environ:
        pytest.skip("set HEADSTREAM_URL to a running Headstream")
    with Client() as made:
        yield made


@pytest.fixture(scope="session")
def mary(client: Client) -> Trace:
    return client.trace(MARY, target=" Mary", distractor=" John", tags=["python-client"], progress=None)


@pytest.fixture(scope="session")
def tokyo(client: Client) -> Trace:
    return client.trace("The capital of Japan is the city of", tags=["python-client"], progress=None)
