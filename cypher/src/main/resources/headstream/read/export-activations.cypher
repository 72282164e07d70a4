// A trace's activations, in order.
// $trace: id
MATCH (n:Activation {trace: $trace})
RETURN n.node AS node, head([label IN labels(n) WHERE label <> 'Activation']) AS label, properties(n) AS properties
ORDER BY n.layer, n.position, n.node
