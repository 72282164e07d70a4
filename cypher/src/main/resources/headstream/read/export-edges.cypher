// A trace's relationships of one type between activations, in order.
// $trace: id; $type: ADDS_TO, ATTENDED_BY, READ_BY, AFFECTS
MATCH (a:Activation {trace: $trace})-[r:$($type)]->(b:Activation)
RETURN a.node AS source, b.node AS target, properties(r) AS properties
ORDER BY a.layer, a.position, a.node, b.layer, b.position, b.node, r.rank, r.via
