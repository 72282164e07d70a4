"""Opens exports of one trace with the tools that people use, and checks what they see.

    python check_exports.py FOLDER

FOLDER holds trace.json, trace.graphml, trace.csv.zip, trace.parquet.zip, trace.circuit-tracer.json, answer.csv, answer.parquet,
answer.graphml and trace.schema.json of one trace of "When Mary and John went to the store, John gave a drink to".
Needs networkx, pandas, pyarrow, duckdb, jsonschema and pydantic, and circuit-tracer 0.5.0 for its graph_models, which need no torch (--no-deps).
"""

import io
import json
import math
import re
import sys
import zipfile
from pathlib import Path

import duckdb
import jsonschema
import networkx as nx
import pandas as pd
from circuit_tracer.frontend.graph_models import Model, Node

folder = Path(sys.argv[1])
document = json.loads((folder / "trace.json").read_text("utf-8"))
NODES = {n["node"]: n for n in document["nodes"]}
WEIGHTS = {
    "ADDS_TO": "share",
    "ATTENDED_BY": "weight",
    "AFFECTS": "effect",
    "WRITES": "probability",
    "ERASES": "probability",
}


def check_json():
    schema = json.loads((folder / "trace.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(document, schema, cls=jsonschema.Draft202012Validator)
    whole = len(document["headPatterns"]) + len(document["hookPoints"])
    assert document["trace"]["nodes"] == len(NODES) + len(document["positions"]) + whole + 1
    for edge in document["edges"]:
        assert edge["source"] in NODES and edge["target"] in NODES


def check_graphml():
    graph = nx.read_graphml(folder / "trace.graphml")
    assert graph.is_directed() and graph.graph["metricValue"] == document["trace"]["metricValue"]
    for node, data in graph.nodes(data=True):
        assert data["labels"].startswith(":") and data["label"] == data["name"], (node, data)
    for node, expected in NODES.items():
        data = graph.nodes[node]
        assert data["labels"] == ":Activation:" + expected["label"] and data["name"] == expected["name"]
        for key in ("layer", "position", "share", "dla", "effect", "targetRank"):
            assert data.get(key) == expected.get(key), (node, key)
            assert data.get(key) is None or isinstance(data[key], int if key in ("layer", "position", "targetRank") else float)
    for _, _, data in graph.edges(data=True):
        assert isinstance(data["weight"], float) and data["type"]
    edges = {(a, b, d["type"], d.get("via"), d.get("rank")): d for a, b, d in graph.edges(data=True)}
    for edge in document["edges"]:
        data = edges[(edge["source"], edge["target"], edge["type"], edge.get("via"), edge.get("rank"))]
        assert data["weight"] == edge.get(WEIGHTS.get(edge["type"], ""), 1.0), (edge, data)
    assert graph.nodes["P2"]["name"] == " Mary" and "P2" in graph.successors("trace")
    # all but (:Trace)-[:OF]->(:Model) and (:HeadPattern)-[:OF]->(:Head)
    assert graph.number_of_edges() >= document["trace"]["relationships"] - 1 - len(document["headPatterns"])
    # a question for a graph tool: the head's value at " Mary" reaches the last state
    assert nx.has_path(graph, "L4P2.H5.v", "L5P14.post")
    return graph


def check_csv(graph):
    with zipfile.ZipFile(folder / "trace.csv.zip") as files:
        assert sorted(files.namelist()) == ["edges.csv", "nodes.csv", "trace.csv"]
        raw = files.read("nodes.csv")
        # every line ends as RFC 4180 says; line feeds within quotes are a token's own
        assert raw.count(b"\r\n") == len(pd.read_csv(io.BytesIO(raw))) + 1
        tables = [pd.read_csv(io.BytesIO(files.read(f)), keep_default_na=False, na_values=[""]) for f in ("nodes.csv", "edges.csv", "trace.csv")]
    nodes, edges, trace = tables
    for column in ("name", "text"):
        assert not nodes[column].dropna().astype(str).str.match(r"[=+\-@\t\r]").any()
    same_tables(nodes, edges, trace, graph)


def check_parquet(graph):
    with zipfile.ZipFile(folder / "trace.parquet.zip") as files:
        files.extractall(folder / "parquet")
    nodes, edges, trace = (pd.read_parquet(folder / "parquet" / f"{t}.parquet") for t in ("nodes", "edges", "trace"))
    same_tables(nodes, edges, trace, graph)
    heads = duckdb.sql(
        f"""SELECT n.id FROM '{folder}/parquet/nodes.parquet' n JOIN '{folder}/parquet/edges.parquet' e ON e.source = n.id
            JOIN '{folder}/parquet/nodes.parquet' t ON t.id = e.target
            WHERE n.labels = 'Activation:HeadOutput' AND n.position = 14 AND e.type = 'WRITES' AND e.rank = 1 AND t.text = ' Mary'"""
    ).fetchall()
    assert ("L4P14.H5",) in heads, heads
    types = dict(duckdb.sql(f"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '{folder}/parquet/nodes.parquet')").fetchall())
    assert types["layer"] == "BIGINT" and types["share"] == "DOUBLE" and types["name"] == "VARCHAR", types


def same_tables(nodes, edges, trace, graph):
    assert nodes["id"].is_unique and set(nodes["id"]) == set(graph.nodes)
    assert len(edges) == graph.number_of_edges()
    assert set(edges["source"]) <= set(nodes["id"]) and set(edges["target"]) <= set(nodes["id"])
    by_id = nodes.set_index("id")
    for node in ("L4P14.H5", "L4P14.post"):
        assert math.isclose(by_id.loc[node, "share"], NODES[node]["share"], rel_tol=1e-15)
    # shares into a whole, with what is not stored, are 1
    adds = edges[(edges["type"] == "ADDS_TO") & (edges["target"] == "L4P14.attn")]["share"].sum()
    assert math.isclose(adds + NODES["L4P14.attn"]["remainder"], 1, abs_tol=1e-3)
    assert trace.loc[0, "id"] == document["trace"]["id"]


def check_circuit():
    circuit = json.loads((folder / "trace.circuit-tracer.json").read_text("utf-8"))
    metadata, nodes, links = circuit["metadata"], circuit["nodes"], circuit["links"]
    check_as_circuit_tracer_does(circuit)
    for key in ("slug", "scan"):
        assert re.fullmatch(r"[a-zA-Z0-9_.-]+", metadata[key])
    assert metadata["prompt_tokens"] == [p["text"] for p in document["positions"]]
    assert set(circuit["qParams"]) == {"pinnedIds", "supernodes", "linkType", "clickedId", "sg_pos"}
    ids = [n["node_id"] for n in nodes]
    assert len(set(ids)) == len(ids)
    for node in nodes:
        assert isinstance(node["feature"], int) and isinstance(node["layer"], str) and isinstance(node["clerp"], str)
        assert 0 <= node["ctx_idx"] < len(metadata["prompt_tokens"]) and node["jsNodeId"]
        assert node["layer"] == "E" or node["layer"].isdigit()
    kinds = {k: [n for n in nodes if n["feature_type"] == k] for k in {n["feature_type"] for n in nodes}}
    assert len(kinds["embedding"]) == len(metadata["prompt_tokens"])
    assert all(n["layer"] == "E" and n["node_id"].startswith("E_") for n in kinds["embedding"])
    [logit] = kinds["logit"]
    assert logit["is_target_logit"] and logit["influence"] is None
    assert re.fullmatch(r'Output " Mary" \(p=0\.\d{3}\)', logit["clerp"]), logit["clerp"]
    assert max(int(n["layer"]) for n in nodes if n["layer"].isdigit() and n is not logit) < int(logit["layer"])
    known = set(ids)
    assert all(l["source"] in known and l["target"] in known and math.isfinite(l["weight"]) for l in links)
    check_influence(nodes, links, logit)
    # a name mover: L4H5 at the last position reads the value at " Mary" and is among the most influential
    assert any(n["headstream"] == "L4P14.H5" and n["influence"] < 0.5 for n in nodes)


def check_as_circuit_tracer_does(circuit):
    """Its own classes take the file, and number a feature as it is numbered here: no two of different layers alike."""
    model = Model.model_validate(circuit, strict=True)
    numbers = {}
    for node in model.nodes:
        if node.feature_type == "cross layer transcoder":
            layer, index, position = map(int, node.node_id.split("_"))
            assert node.feature == Node.feature_node(layer, position, index).feature
        if node.feature_type not in ("embedding", "logit", "mlp reconstruction error"):
            assert numbers.setdefault(node.feature, (node.layer, node.clerp.split(" → ")[0]))[0] == node.layer


def check_influence(nodes, links, logit):
    """Computed again with matrices: rows of absolute weights made to sum to 1, all powers summed, sorted, cumulated."""
    import numpy as np

    index = {n["node_id"]: i for i, n in enumerate(nodes)}
    a = np.zeros((len(nodes), len(nodes)))
    for link in links:
        a[index[link["target"]], index[link["source"]]] += abs(link["weight"])
    a /= np.maximum(a.sum(axis=1, keepdims=True), 1e-10)
    start = np.zeros(len(nodes))
    start[index[logit["node_id"]]] = logit["token_prob"]
    total = start @ (np.linalg.inv(np.eye(len(nodes)) - a) - np.eye(len(nodes)))
    order = np.argsort(-total)
    cumulative = np.cumsum(total[order]) / total.sum()
    for place, i in enumerate(order):
        if total[i] > 1e-9:
            assert abs(nodes[i]["influence"] - cumulative[place]) < 1e-6 + 2 * total[i] / total.sum(), nodes[i]
    assert all(0 < n["influence"] <= 1 for n in nodes if n is not logit)


def check_answers():
    table = pd.read_csv(folder / "answer.csv", keep_default_na=False)
    assert list(table.columns) == ["n", "x", "formula", "text"] and table["n"].tolist() == [1, 2, 3]
    assert table["formula"].tolist() == ["'=1+1", "'-x", "'@a"] and table["x"].tolist() == [-0.5, -1.0, -1.5]
    assert table["text"].tolist() == [' a "b", c'] * 3
    table = pd.read_parquet(folder / "answer.parquet")
    assert str(table["n"].dtype) == "int64" and table["formula"].tolist() == ["=1+1", "-x", "@a"]
    graph = nx.read_graphml(folder / "answer.graphml")
    assert graph.number_of_nodes() == 16 and {d["type"] for _, _, d in graph.edges(data=True)} == {"HAS_POSITION"}


check_json()
whole = check_graphml()
check_csv(whole)
check_parquet(whole)
check_circuit()
check_answers()
print("exports hold: json, graphml, csv, parquet, circuit-tracer, answers")
