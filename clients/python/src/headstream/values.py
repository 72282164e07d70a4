"""Rows of the API as data frames."""

from __future__ import annotations

import warnings
from typing import Any

import pandas as pd

from .errors import TruncatedWarning


def frame(result: dict[str, Any]) -> pd.DataFrame:
    """A Result (columns, rows, truncated) as a frame; warns where rows are missing."""
    if result.get("truncated"):
        warnings.warn(
            f"only the first {len(result['rows'])} rows were sent; narrow the question or raise the limit",
            TruncatedWarning,
            stacklevel=3,
        )
    rows = [[plain(value) for value in row] for row in result["rows"]]
    return pd.DataFrame(rows, columns=pd.Index(result["columns"]))


def plain(value: Any) -> Any:
    """A value of the graph without its wrapping.

    A node becomes a dict of its properties with `_labels` and `_id`; a relationship one with `_type`, `_start`, `_end` and `_id`; a
    path one with `nodes` and `relationships`.
    """
    if isinstance(value, list):
        return [plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        ((kind, content),) = value.items()
        if kind == "$node":
            return {**plain(content["properties"]), "_labels": content["labels"], "_id": content["id"]}
        if kind == "$relationship":
            ends = {"_type": content["type"], "_start": content["start"], "_end": content["end"]}
            return {**plain(content["properties"]), **ends, "_id": content["id"]}
        if kind == "$path":
            return {key: plain(content[key]) for key in ("nodes", "relationships")}
    return {key: plain(item) for key, item in value.items()}
