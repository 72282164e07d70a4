"""What Neo4j's tools are given, against a real database and the schema."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import httpx
import pytest
from documents import DOCS

from headstream import Client, Trace

PERSPECTIVE: dict[str, Any] = json.loads((DOCS / "bloom" / "headstream-perspective.json").read_text())


def test_every_statement_of_the_guide_answers(client: Client, mary: Trace) -> None:
    guide = httpx.get(f"{client.url}/browser-files/guide.html").text
    statements = re.findall(r'<pre class="runnable">(.*?)</pre>', guide, re.S)
    assert len(statements) >= 5
    for statement in statements:
        assert len(client.cypher(html.unescape(statement))) > 0, statement


@pytest.mark.parametrize("phrase", PERSPECTIVE["templates"], ids=lambda phrase: str(phrase["name"]))
def test_bloom_s_phrases_answer(client: Client, mary: Trace, phrase: dict[str, Any]) -> None:
    examples = {"prompt": mary.prompt, "token": " Mary", "head": "L4H5"}
    parameters: dict[str, Any] = {parameter["name"]: examples[parameter["name"]] for parameter in phrase["params"]}
    assert len(client.cypher(phrase["cypher"], **parameters)) > 0


def test_the_perspective_has_the_schema_s_labels_properties_and_types() -> None:
    schema = (DOCS / "schema.md").read_text()
    labels = set(re.findall(r"^### :(\w+)$", schema, re.M))
    types = set(re.findall(r"-\[:(\w+)\]->", schema))
    assert {category["name"] for category in PERSPECTIVE["categories"]} == labels - {"Activation"}
    assert {each["name"] for each in PERSPECTIVE["relationshipTypes"]} == types
    for category in PERSPECTIVE["categories"]:
        for each in category["properties"]:
            assert f"| {each['name']} |" in schema
