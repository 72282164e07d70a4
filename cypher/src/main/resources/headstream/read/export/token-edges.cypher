// A trace's relationships of one type from activations to tokens, in order.
// params:
//   trace (trace) its id
//   type (string) WRITES, ERASES, SEEKS, OFFERS, LIFTS or FILTERS
// columns:
//   source (string) id within the trace
//   token (integer) the token's id
//   properties (map) its own
MATCH (a:Activation {trace: $trace})-[r:$($type)]->(k:Token)
RETURN a.node AS source, k.id AS token, properties(r) AS properties
ORDER BY a.layer, a.position, a.node, r.rank, k.id
