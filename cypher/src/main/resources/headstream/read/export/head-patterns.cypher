// A trace's heads at all positions, in order.
// params:
//   trace (trace) its id
// columns:
//   properties (map) of :HeadPattern
MATCH (n:HeadPattern {trace: $trace})
RETURN properties(n) AS properties
ORDER BY n.layer, n.head
