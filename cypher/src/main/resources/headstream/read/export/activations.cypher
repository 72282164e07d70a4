// A trace's activations, in order.
// params:
//   trace (trace) its id
// columns:
//   node (string) id within the trace
//   label (string) beside Activation
//   properties (map) its own
MATCH (n:Activation {trace: $trace})
RETURN n.node AS node, head([label IN labels(n) WHERE label <> 'Activation']) AS label, properties(n) AS properties
ORDER BY n.layer, n.position, n.node
