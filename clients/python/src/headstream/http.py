"""One server: requests in, JSON out, problems as errors."""

from __future__ import annotations

import os
from typing import Any

import httpx

from .errors import HeadstreamError

# a trace's flow and a query may take long; only an answer that does not begin is given up
_TIMEOUT = httpx.Timeout(120.0, connect=5.0)


class Http:
    """The API of one server, such as http://localhost:8080."""

    def __init__(self, base_url: str | None, api_key: str | None) -> None:
        self.url = (base_url or os.environ.get("HEADSTREAM_URL") or "http://localhost:8080").rstrip("/")
        key = api_key or os.environ.get("HEADSTREAM_API_KEY")
        headers = {"X-API-Key": key} if key else {}
        self._client = httpx.Client(base_url=self.url, headers=headers, timeout=_TIMEOUT)

    def get(self, path: str, **params: Any) -> Any:
        return self.send("GET", path, params=_given(params)).json()

    def post(self, path: str, body: dict[str, Any], **params: Any) -> Any:
        return self.send("POST", path, json=body, params=_given(params)).json()

    def delete(self, path: str) -> None:
        self.send("DELETE", path)

    def send(self, method: str, path: str, **options: Any) -> httpx.Response:
        """Any request.

        Raises:
            HeadstreamError: for every answer that is not a success, and where there is no answer.
        """
        try:
            response = self._client.request(method, path, **options)
        except httpx.TransportError as e:
            raise HeadstreamError(f"{self.url} does not answer ({e}); start Headstream with ./headstream") from e
        if response.is_error:
            raise HeadstreamError(_detail(response), response.status_code, _retry_after(response))
        return response

    def close(self) -> None:
        self._client.close()


def _given(params: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in params.items() if value is not None}


def _detail(response: httpx.Response) -> str:
    try:
        problem = response.json()
    except ValueError:
        problem = None
    fallback = f"{response.status_code} {response.reason_phrase} at {response.request.url.path}"
    if not isinstance(problem, dict):
        return fallback
    return str(problem.get("detail") or problem.get("title") or fallback)


def _retry_after(response: httpx.Response) -> float | None:
    given = response.headers.get("Retry-After", "")
    return float(given) if given.isdigit() else None
