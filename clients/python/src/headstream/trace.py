"""One stored forward pass."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import Any

import pandas as pd


@dataclass(frozen=True)
class Trace:
    """A forward pass as the server describes it; in a notebook it shows its prompt and answer."""

    id: str
    prompt: str
    target: str
    model: str
    metric: str
    metric_value: float
    target_rank: int
    target_probability: float
    tokens: list[str]
    tags: list[str]
    raw: dict[str, Any] = field(repr=False)
    """All that the server sent."""

    @classmethod
    def of(cls, raw: dict[str, Any]) -> Trace:
        return cls(
            id=raw["id"],
            prompt=raw["prompt"],
            target=raw["target"],
            model=raw["modelName"],
            metric=raw["metric"],
            metric_value=raw["metricValue"],
            target_rank=raw["targetRank"],
            target_probability=raw["targetProbability"],
            tokens=[token["text"] for token in raw["tokens"]],
            tags=raw["tags"],
            raw=raw,
        )

    @property
    def predictions(self) -> pd.DataFrame:
        """The most probable next tokens: rank, text, token, logit, probability."""
        return pd.DataFrame(self.raw["predictions"])

    def _repr_html_(self) -> str:
        answers = " ".join(
            f"<code>{escape(p['text'])}</code> {p['probability']:.1%}" for p in self.raw["predictions"][:5]
        )
        return (
            f"<div><p><b>{escape(self.prompt)}</b> &rarr; {answers}</p>"
            f"<p>{escape(self.model)}, target <code>{escape(self.target)}</code> at rank {self.target_rank}, "
            f"{escape(self.metric)} {self.metric_value:.4f}; trace <code>{escape(self.id)}</code></p></div>"
        )
