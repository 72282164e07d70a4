// The neurons that fire most at a trace's target position, in order.
// $trace: id
MATCH (a:MlpOutput {trace: $trace})-[r:FIRES]->(n:Neuron)
RETURN a.node AS source, n.layer AS layer, n.index AS neuron, properties(r) AS properties
ORDER BY a.layer, r.rank, n.index
