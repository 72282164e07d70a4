"""Writes transformerlens.json: what docs/from-transformerlens.md's TransformerLens blocks give.

Run by hand from the root of the project, in an environment with transformer_lens 4.3:
    HF_HUB_OFFLINE=1 python clients/python/tests/make_transformerlens.py
"""

import json
from pathlib import Path
from typing import Any

from documents import blocks

names: dict[str, Any] = {}
for block in blocks("from-transformerlens.md", "TransformerLens"):
    exec(block, names)
kept = ["metric", "dla", "lens", "pattern", "effect", "change", "induction", "neurons"]
file = Path(__file__).with_name("transformerlens.json")
file.write_text(json.dumps({name: names[name] for name in kept}, indent=1) + "\n")
