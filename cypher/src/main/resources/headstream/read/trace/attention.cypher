// Heads of a trace at all positions: their patterns, scores and figures.
// params:
//   trace (trace) its id
//   layer (integer) only of that layer; null for any
//   head (integer) only of that index within its layer; null for any
// columns:
//   properties (map) of :HeadPattern
MATCH (n:HeadPattern {trace: $trace})
WHERE ($layer IS NULL OR n.layer = $layer) AND ($head IS NULL OR n.head = $head)
RETURN properties(n) AS properties
ORDER BY n.layer, n.head
