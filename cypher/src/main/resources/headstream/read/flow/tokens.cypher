// The first token of each of some activations' vocabulary projections.
// params:
//   trace (trace) its id
//   nodes (list) their ids within the trace
// columns:
//   node (string) id within the trace
//   token (string) the token's text
UNWIND $nodes AS node
MATCH (n:Activation {trace: $trace, node: node})-[:WRITES {rank: 1}]->(k:Token)
RETURN node, k.text AS token
