"""A trace's pictures in a notebook."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path


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


@dataclass(frozen=True)
class Still:
    """A picture that stays: SVG, which a notebook keeps and shows without the server."""

    svg: str

    def _repr_svg_(self) -> str:
        return self.svg

    def save(self, file: str | Path) -> Path:
        """Writes it to a file."""
        path = Path(file)
        path.write_text(self.svg, encoding="utf-8")
        return path
