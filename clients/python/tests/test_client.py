"""What a notebook gets from a real server and the shipped model."""

from __future__ import annotations

import json
import math
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import httpx
import networkx as nx
import pandas as pd
import pytest

from headstream import Client, HeadstreamError, Trace, TruncatedWarning
from headstream.values import plain


def test_a_trace_shows_its_prompt_and_answer_in_a_notebook(mary: Trace) -> None:
    assert mary.predictions["text"][0] == " Mary"
    assert mary.target_rank == 1
    html = mary._repr_html_()
    assert mary.prompt in html
    assert "<code> Mary</code>" in html
    assert mary.id in html


def test_markup_in_a_prompt_stays_text(client: Client) -> None:
    trace = client.trace("<script>alert(1)</script>", detail="stream", progress=None)
    assert "<script>" not in trace._repr_html_()
    client.delete(trace)


def test_progress_is_told_until_the_job_is_done(client: Client) -> None:
    seen: list[dict[str, Any]] = []
    trace = client.trace("The capital of Norway is", detail="stream", progress=seen.append)
    assert seen[-1]["state"] == "done"
    assert seen[-1]["traces"] == [trace.id]
    client.delete(trace)
    with pytest.raises(HeadstreamError, match=trace.id) as gone:
        client.get(trace.id)
    assert gone.value.status == 404


def test_a_changed_pass_is_compared_with_the_pass_as_it_is(client: Client) -> None:
    prompt = "When Mary and John went to the store, John gave a drink to"
    baseline, changed = client.intervene(
        prompt,
        {"kind": "zero", "at": {"component": "L5H0"}},
        target=" Mary",
        distractor=" John",
        progress=None,
    )
    assert baseline.metric_value == pytest.approx(8.0791, abs=2e-3)  # golden/sample/mary-ablations.json
    assert changed.metric_value == pytest.approx(16.5722, abs=2e-3)
    sweep = client.sweep(prompt, target=" Mary", distractor=" John", progress=None)
    assert len(sweep) == 36
    assert sweep.set_index("component")["metric"]["L0H1"] == pytest.approx(-3.9289, abs=2e-3)
    client.delete(changed)


def test_a_circuit_is_found_and_read_as_frames(client: Client) -> None:
    names = ["Mary", "John", "Tom", "Julia", "Anna"]
    prompts = [
        {
            "prompt": f"When {first} and {second} went to the store, {second} gave a drink to",
            "target": f" {first}",
            "distractor": f" {second}",
        }
        for first, second in pairwise(names)
    ]
    circuit = client.find_circuit("python", prompts, steps=2, trials=3, progress=None)
    assert circuit["name"] == "python"
    assert 0 < len(circuit["edges"]) < circuit["edgesOfModel"] == 856
    assert set(circuit["edges"]["from"]) | set(circuit["edges"]["to"]) == set(circuit["nodes"]["name"])
    assert "python" in set(client.circuits()["name"])
    shared = client.query("what-two-circuits-share", circuit="python", other="python")
    assert set(shared["which"]) == {"both"}
    cut = client.sweep(
        prompts[0]["prompt"], "edges", circuit="python", target=" Mary", distractor=" John", progress=None
    )
    assert len(cut) == len(circuit["edges"])
    assert client.circuit("python")["edges"]["traces"].eq(1).all()
    client.delete_circuit("python")
    with pytest.raises(HeadstreamError, match="there is no circuit 'python'"):
        client.circuit("python")


def test_an_interrupt_cancels_the_job(client: Client) -> None:
    jobs: list[str] = []

    def stop(job: dict[str, Any]) -> None:
        jobs.append(job["id"])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        client.trace_all([f"Prompt number {i}" for i in range(50)], detail="full", progress=stop)
    state = httpx.get(f"{client.url}/api/jobs/{jobs[0]}").json()
    assert state["state"] in ("cancelled", "running")
    assert len(state["traces"]) < 50


def test_a_refusal_is_an_error_in_the_server_s_words(client: Client) -> None:
    with pytest.raises(HeadstreamError, match="the prompt is empty") as refused:
        client.trace("", progress=None)
    assert refused.value.status == 400
    with pytest.raises(HeadstreamError, match="no-such-question"):
        client.query("no-such-question")
    with pytest.raises(HeadstreamError) as written:
        client.cypher("CREATE (n) RETURN n")
    assert written.value.status == 400
    with pytest.raises(HeadstreamError, match="start Headstream"):
        Client("http://localhost:1").models()


def test_models_and_traces_are_frames(client: Client, mary: Trace, tokyo: Trace) -> None:
    models = client.models()
    sample = models[models["name"] == "headstream-sample"].iloc[0]
    assert (sample["layers"], sample["heads"]) == (6, 6)
    tagged = client.traces(tag="python-client")
    assert set(tagged["id"]) >= {mary.id, tokyo.id}
    assert list(client.traces(query="Japan", limit=1)["prediction"]) == [" Tokyo"]


def test_a_pattern_is_a_matrix_whose_rows_make_one(client: Client, mary: Trace) -> None:
    pattern = client.pattern(mary, "L4H5")
    positions = list(range(len(mary.tokens)))
    assert pattern.index.tolist() == positions
    assert [int(column) for column in pattern.columns] == positions
    assert pattern.sum(axis=1).to_numpy() == pytest.approx(1.0, abs=1e-4)
    assert pattern.loc[positions[-1]].idxmax() == 2, "of ' Mary'"


def test_a_picture_is_a_frame_of_the_page_that_the_server_has(client: Client, mary: Trace) -> None:
    picture = client.picture(mary, "as=heads&count=40", height=500)
    assert picture.url == f"{client.url}/embed/trace/{mary.id}#as=heads&count=40"
    html = picture._repr_html_()
    assert f'src="{client.url}/embed/trace/{mary.id}#as=heads&amp;count=40"' in html
    assert 'height="500"' in html
    page = httpx.get(picture.url)
    assert page.status_code == 200
    assert "<title>Headstream</title>" in page.text


def test_a_story_stays_in_the_notebook_as_svg(client: Client, mary: Trace, tmp_path: Path) -> None:
    still = client.story_svg(mary, theme="dark", count=40)
    svg = still._repr_svg_()
    root = ElementTree.fromstring(svg)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    text = "".join(root.itertext())
    assert "4.5" in text
    assert "would say" in text
    assert "#161b22" in svg, "the dark page's panel"
    assert ElementTree.parse(still.save(tmp_path / "mary.svg")).getroot().attrib == root.attrib
    with pytest.raises(HeadstreamError, match="light or dark"):
        client.story_svg(mary, theme="blue")  # type: ignore[arg-type]


def test_a_score_is_split_by_who_wrote_query_and_key(client: Client, mary: Trace) -> None:
    last = len(mary.tokens) - 1
    why = client.why(mary, "L4H5", last, 2, against=4)
    row = client.pattern(mary, "L4H5").loc[last].to_numpy(dtype=float)
    assert why.attrs["score"] == pytest.approx(math.log(row[2] / row[4]), abs=5e-3)
    sums = why.groupby("side").score.sum()
    assert sums["query"] == pytest.approx(why.attrs["score"], abs=1e-3)
    assert sums["key"] == pytest.approx(why.attrs["score"], abs=1e-3)
    assert {"hook_embed", "hook_pos_embed", "L3H0", "ln1.b", "b_Q"} <= set(why[why.side == "query"].name)


def test_a_block_is_told_whole(client: Client, mary: Trace) -> None:
    block = client.block(mary, 4, len(mary.tokens) - 1)
    heads = [node for node in block["nodes"] if node["kind"] == "head"]
    assert len(heads) == 6, "all of the layer's"
    stored = client.activation(mary, heads[5]["id"])
    assert heads[5]["figures"]["share"] == pytest.approx(stored["share"], abs=1e-5)


def test_named_queries_are_listed_and_asked(client: Client, mary: Trace) -> None:
    assert {"strongest-contributors", "logit-lens"} <= set(client.queries()["name"])
    heads = client.query("heads-that-write-a-token", token=" Mary")
    assert "L4H5" in set(heads["head"])
    check = client.query("sums-check", trace=mary)
    assert len(check) > 0


def test_cypher_gives_nodes_as_dicts_and_warns_of_missing_rows(client: Client, mary: Trace) -> None:
    statement = "MATCH (t:Trace {id: $trace})-[p:PREDICTS {rank: 1}]->(k:Token) RETURN t, p, k.text AS text"
    row = client.cypher(statement, trace=mary).iloc[0]
    assert row["t"]["prompt"] == mary.prompt
    assert row["t"]["_labels"] == ["Trace"]
    assert (row["p"]["_type"], row["p"]["rank"]) == ("PREDICTS", 1)
    assert row["text"] == " Mary"
    with pytest.warns(TruncatedWarning, match="first 3 rows"):
        few = client.cypher("UNWIND range(1, 10) AS n RETURN n", limit=3)
    assert list(few["n"]) == [1, 2, 3]


def test_a_path_is_unwrapped() -> None:
    node = {"$node": {"id": "1", "labels": ["Head"], "properties": {"name": "L0H1"}}}
    edge = {"$relationship": {"id": "2", "type": "OF", "start": "1", "end": "3", "properties": {}}}
    path = plain({"$path": {"nodes": [node], "relationships": [edge]}})
    assert path["nodes"] == [{"name": "L0H1", "_labels": ["Head"], "_id": "1"}]
    assert path["relationships"][0]["_type"] == "OF"


def test_the_flow_is_a_graph_that_ends_in_the_prediction(client: Client, mary: Trace) -> None:
    flow = client.flow(mary, threshold=0.04)
    assert nx.is_directed_acyclic_graph(flow)
    last = f"L5P{len(mary.tokens) - 1}.post"
    assert [node for node in flow if flow.out_degree(node) == 0] == [last]
    assert all(nx.has_path(flow, node, last) for node in flow)
    assert min(share for _, _, share in flow.edges(data="share")) >= 0.04
    assert len(client.flow(mary, threshold=0.2)) < len(flow)


def test_the_lens_is_a_table_of_layers_by_tokens(client: Client, tokyo: Trace) -> None:
    lens = client.lens(tokyo)
    assert list(lens.columns) == tokyo.tokens
    assert lens.index[-1] == (5, "post")
    assert lens.iloc[-1, -1] == " Tokyo"
    ranks = client.lens(tokyo, value="targetRank")
    assert ranks.iloc[-1, -1] == 1


def test_the_parts_of_the_logit_add_up(client: Client, mary: Trace) -> None:
    parts = client.sum(mary)
    assert parts["value"].sum() == pytest.approx(mary.metric_value, rel=1e-4)
    head = client.activation(mary, f"L4P{len(mary.tokens) - 1}.H5")
    assert head["component"] == "L4H5"
    assert " Mary" in [written["text"] for written in head["writes"]]


def needs(client: Client, path: str) -> None:
    """A server may be older than the client."""
    if path not in httpx.get(f"{client.url}/q/openapi?format=json").json()["paths"]:
        pytest.skip(f"this server has no {path}")


def test_two_traces_are_compared(client: Client, mary: Trace, tokyo: Trace) -> None:
    needs(client, "/api/compare")
    table = client.compare(mary, tokyo)
    assert isinstance(table, pd.DataFrame)
    both = table.dropna(subset=[("dla", "left"), ("dla", "right")])
    assert len(both) > 0
    differences = both[("dla", "right")] - both[("dla", "left")]
    assert list(both[("dla", "difference")]) == pytest.approx(list(differences), abs=1e-6)
    assert table.attrs["comparison"]["left"]["trace"]["id"] == mary.id


def test_a_trace_is_exported(client: Client, mary: Trace, tmp_path: Path) -> None:
    needs(client, "/api/traces/{id}/export")
    graph = nx.read_graphml(client.export(mary, tmp_path / "mary.graphml"))
    assert len(graph) > 100
    whole = json.loads(client.export(mary, tmp_path / "mary.json").read_text())
    assert whole["trace"]["prompt"] == mary.prompt
