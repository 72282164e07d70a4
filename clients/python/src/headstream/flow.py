"""A flow as a networkx graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx


def graph(answer: dict[str, Any]) -> nx.DiGraph[str]:
    """Nodes and edges with the API's figures as attributes; trace, threshold and target position are the graph's own."""
    try:
        import networkx as nx
    except ImportError as e:
        raise ImportError("flow() needs networkx: pip install 'headstream[graph]'") from e
    made: nx.DiGraph[str] = nx.DiGraph(
        trace=answer["trace"], threshold=answer["threshold"], targetPosition=answer["targetPosition"]
    )
    for node in answer["nodes"]:
        made.add_node(node["id"], **{name: value for name, value in node.items() if name != "id"})
    for edge in answer["edges"]:
        figures = {name: value for name, value in edge.items() if name not in ("source", "target")}
        made.add_edge(edge["source"], edge["target"], **figures)
    return made
