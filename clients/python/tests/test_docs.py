"""What the pages under docs/ and the README show is run, and held to what others found."""

from __future__ import annotations

import json
import os
import re
import runpy
from pathlib import Path
from typing import Any

import pytest
from documents import blocks

from headstream import Client

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def page(client: Client) -> dict[str, Any]:
    """The names that the Headstream blocks of from-transformerlens.md leave behind, each block's own under its place."""
    os.environ["HEADSTREAM_URL"] = client.url
    names: dict[str, Any] = {}
    for block in blocks("from-transformerlens.md", "Headstream"):
        exec(block, names)
    return names


THEIRS: dict[str, Any] = json.loads((HERE / "transformerlens.json").read_text())


@pytest.mark.parametrize("name", ["dla", "effect", "neurons"])
def test_figures_are_those_of_transformerlens(page: dict[str, Any], name: str) -> None:
    assert page[name] == pytest.approx(THEIRS[name], abs=1e-3)


def test_the_metric_is_that_of_transformerlens(page: dict[str, Any]) -> None:
    assert page["metric"] == pytest.approx(THEIRS["metric"], abs=1e-3)


def test_the_lens_reads_the_tokens_that_transformerlens_reads(page: dict[str, Any]) -> None:
    assert page["lens"] == THEIRS["lens"]


def test_a_pattern_is_that_of_transformerlens_whole(page: dict[str, Any]) -> None:
    pattern = [page["pattern"].get(key, 0.0) for key in range(len(THEIRS["pattern"]))]
    assert pattern == pytest.approx(THEIRS["pattern"], abs=1e-4)
    assert max(page["pattern"], key=page["pattern"].__getitem__) == 2, "of ' Mary'"


def test_induction_scores_are_those_of_transformerlens(page: dict[str, Any]) -> None:
    assert page["induction"] == pytest.approx(THEIRS["induction"], abs=1e-4)


def test_the_driver_s_examples_run(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    import httpx

    settings = httpx.get(f"{client.url}/api/settings").json()
    # as after eval "$(./headstream bolt --env)"
    monkeypatch.setenv("NEO4J_URI", settings["boltUri"])
    monkeypatch.setenv("NEO4J_USERNAME", "neo4j")
    monkeypatch.setenv("NEO4J_PASSWORD", Path(settings["boltPasswordFile"]).read_text().strip())
    examples = blocks("neo4j-browser.md", "Python driver")
    assert examples
    for example in examples:
        names: dict[str, Any] = {}
        exec(example, names)
        assert names["rows"]


def test_the_example_and_the_quick_start_run(client: Client, capsys: pytest.CaptureFixture[str]) -> None:
    os.environ["HEADSTREAM_URL"] = client.url
    runpy.run_path(str(HERE.parent / "examples" / "ioi.py"))
    assert "L4H5" in capsys.readouterr().out
    readme = (HERE.parent / "README.md").read_text()
    code = re.findall(r"```python\n(.*?)```", readme, re.S)
    names: dict[str, Any] = {}
    for block in code:
        exec(block, names)
