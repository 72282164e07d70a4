"""A trace's picture in a notebook."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Picture:
    """The page's own picture of a trace, which a notebook shows in a frame: pointed at and clicked as there."""

    url: str
    width: int
    height: int
    title: str

    def _repr_html_(self) -> str:
        return (
            f'<iframe src="{escape(self.url)}" width="{self.width}" height="{self.height}" '
            f'title="{escape(self.title)}" style="border: 0; max-width: 100%"></iframe>'
        )
