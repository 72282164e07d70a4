// The first token of each of some activations' vocabulary projections.
// $trace: id; $nodes: their ids within the trace
UNWIND $nodes AS node
MATCH (n:Activation {trace: $trace, node: node})-[:WRITES {rank: 1}]->(k:Token)
RETURN node, coalesce(k.bytes, k.text) AS token
