// The heads of a trace's model, in order.
// $trace: id
MATCH (:Trace {id: $trace})-[:OF]->(:Model)-[:HAS_HEAD]->(h:Head)
RETURN properties(h) AS properties
ORDER BY h.layer, h.head
