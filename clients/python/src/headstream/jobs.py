"""Waiting for what the server works on."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

from .errors import HeadstreamError
from .http import Http

Progress = Callable[[dict[str, Any]], None]
"""Is told the job (stage, done, total) whenever it has moved on."""

_ENDED = {"done", "failed", "cancelled"}


_AWAY = {0, 502, 503, 504}
"""No server answers, or what stands before it says so."""

_PATIENCE = 600.0
"""Seconds that a server which has gone away is waited for."""


def run(http: Http, request: dict[str, Any], progress: Progress | None) -> list[str]:
    """As done().

    Returns:
        the ids of its traces
    """
    traces: list[str] = done(http, request, progress)["traces"]
    return traces


def done(http: Http, request: dict[str, Any], progress: Progress | None) -> dict[str, Any]:
    """Submits a job and waits for it; an interrupt (Ctrl+C, a notebook's stop button) cancels it.

    While as many prompts wait as may, it waits too. A server that stops keeps the job and goes on with it at its next start;
    it is waited for.

    Returns:
        its last state
    Raises:
        HeadstreamError: where it is refused, fails or is cancelled
    """
    job = _submit(http, request)
    path = f"/api/jobs/{job['id']}"
    try:
        job = _wait(http, path, job, progress)
    except BaseException:
        _cancel(http, path)
        raise
    if job["state"] != "done":
        raise HeadstreamError(job.get("error") or f"the job was {job['state']}")
    return job


def _submit(http: Http, request: dict[str, Any]) -> dict[str, Any]:
    while True:
        try:
            job: dict[str, Any] = http.post("/api/jobs", request)
            return job
        except HeadstreamError as e:
            if e.status != 429:
                raise
            pause = e.retry_after or 1.0
            _say(f"{e} (waiting; an interrupt gives up)")
        time.sleep(pause)


def _cancel(http: Http, path: str) -> None:
    try:
        http.delete(path)
    except HeadstreamError as e:
        if e.status not in _AWAY:
            raise
        _say("the job was not cancelled, and goes on when the server does")


def _wait(http: Http, path: str, job: dict[str, Any], progress: Progress | None) -> dict[str, Any]:
    seen: tuple[Any, ...] = ()
    pause = 0.05
    while True:
        now = (job["state"], job["stage"], job["done"], job.get("place"))
        if progress is not None and now != seen:
            progress(job)
        seen = now
        if job["state"] in _ENDED:
            return job
        time.sleep(pause)
        pause = min(pause * 1.3, 0.5)
        job = _state(http, path)


def _state(http: Http, path: str) -> dict[str, Any]:
    told = False
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            job: dict[str, Any] = http.get(path)
            return job
        except HeadstreamError as e:
            if e.status not in _AWAY or time.monotonic() > end:
                raise
        if not told:
            _say("the server has stopped, or cannot be reached; the job goes on when it is back (waiting for it)")
            told = True
        time.sleep(1.0)


def _say(text: str) -> None:
    sys.stderr.write(f"\n{text}\n")
    sys.stderr.flush()


def print_progress(job: dict[str, Any]) -> None:
    """One line on standard error that is written over."""
    end = "\n" if job["state"] in _ENDED else ""
    place = f", {job['place']} before it" if job.get("place") else ""
    sys.stderr.write(f"\r{job['stage'] + place:<14} {job['done']}/{job['total']} {end}")
    sys.stderr.flush()
