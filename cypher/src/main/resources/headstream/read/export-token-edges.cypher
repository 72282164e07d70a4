// A trace's relationships of one type from activations to tokens, in order.
// $trace: id; $type: WRITES, ERASES, SEEKS, OFFERS, LIFTS, FILTERS
MATCH (a:Activation {trace: $trace})-[r:$($type)]->(k:Token)
RETURN a.node AS source, k.id AS token, properties(r) AS properties
ORDER BY a.layer, a.position, a.node, r.rank, k.id
