"""A comparison as a frame."""

from __future__ import annotations

from typing import Any

import pandas as pd


def frame(answer: dict[str, Any]) -> pd.DataFrame:
    """A row a component or position; two levels of columns: the figure, and left, right, difference (of sets their mean)."""
    rows = [_row(row) for row in answer["rows"]]
    columns = list(dict.fromkeys(column for row in rows for column in row))
    made = pd.DataFrame([[row.get(column) for column in columns] for row in rows])
    if rows:
        made.columns = pd.MultiIndex.from_tuples(columns)
    made.attrs["comparison"] = answer
    return made


def _row(row: dict[str, Any]) -> dict[tuple[str, str], Any]:
    flat: dict[tuple[str, str], Any] = {(name, ""): value for name, value in row.items() if name != "figures"}
    for name, figure in row["figures"].items():
        for side, amount in figure.items():
            if isinstance(amount, dict):
                flat |= {(name, f"{side} {part}"): value for part, value in amount.items()}
            else:
                flat[name, side] = amount
    return flat
