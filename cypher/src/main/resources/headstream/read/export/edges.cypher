// A trace's relationships of one type between activations, in order.
// params:
//   trace (trace) its id
//   type (string) ADDS_TO, ATTENDED_BY, READ_BY or AFFECTS
// columns:
//   source (string) id within the trace
//   target (string) id within the trace
//   properties (map) its own
MATCH (a:Activation {trace: $trace})-[r:$($type)]->(b:Activation)
RETURN a.node AS source, b.node AS target, properties(r) AS properties
ORDER BY a.layer, a.position, a.node, b.layer, b.position, b.node, r.rank, r.via
