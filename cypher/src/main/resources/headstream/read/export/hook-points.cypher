// A trace's residual sites at all positions, in order.
// params:
//   trace (trace) its id
// columns:
//   properties (map) of :HookPoint
MATCH (n:HookPoint {trace: $trace})
RETURN properties(n) AS properties
ORDER BY n.layer, n.site
