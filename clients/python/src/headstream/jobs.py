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


def run(http: Http, request: dict[str, Any], progress: Progress | None) -> list[str]:
    """Submits a job and waits for it; an interrupt (Ctrl+C, a notebook's stop button) cancels it.

    Returns:
        the ids of its traces
    Raises:
        HeadstreamError: where it is refused, fails or is cancelled
    """
    job = http.post("/api/jobs", request)
    path = f"/api/jobs/{job['id']}"
    try:
        job = _wait(http, path, job, progress)
    except BaseException:
        http.delete(path)
        raise
    if job["state"] != "done":
        raise HeadstreamError(job.get("error") or f"the job was {job['state']}")
    traces: list[str] = job["traces"]
    return traces


def _wait(http: Http, path: str, job: dict[str, Any], progress: Progress | None) -> dict[str, Any]:
    seen: tuple[Any, ...] = ()
    pause = 0.05
    while True:
        now = (job["state"], job["stage"], job["done"])
        if progress is not None and now != seen:
            progress(job)
        seen = now
        if job["state"] in _ENDED:
            return job
        time.sleep(pause)
        pause = min(pause * 1.3, 0.5)
        job = http.get(path)


def print_progress(job: dict[str, Any]) -> None:
    """One line on standard error that is written over."""
    end = "\n" if job["state"] in _ENDED else ""
    sys.stderr.write(f"\r{job['stage']:<14} {job['done']}/{job['total']} {end}")
    sys.stderr.flush()
