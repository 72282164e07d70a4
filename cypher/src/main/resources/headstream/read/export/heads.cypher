// The heads of a trace's model, in order.
// params:
//   trace (trace) its id
// columns:
//   properties (map) the head's
MATCH (:Trace {id: $trace})-[:OF]->(:Model)-[:HAS_HEAD]->(h:Head)
RETURN properties(h) AS properties
ORDER BY h.layer, h.head
