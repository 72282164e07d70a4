"""The Python blocks of a page under docs/."""

from __future__ import annotations

import re
from pathlib import Path

DOCS = Path(__file__).parents[3] / "docs"


def blocks(page: str, marker: str) -> list[str]:
    """Python blocks whose first line is a comment that begins with `marker`, in order."""
    text = (DOCS / page).read_text(encoding="utf-8")
    return [block for block in re.findall(r"```python\n(.*?)```", text, re.S) if block.startswith(f"# {marker}")]
