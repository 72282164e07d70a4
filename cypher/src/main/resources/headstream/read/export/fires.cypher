// The neurons that fire most at a trace's target position, in order.
// params:
//   trace (trace) its id
// columns:
//   source (string) id of the mlp_out within the trace
//   layer (integer) the neuron's
//   neuron (integer) its index within the layer
//   properties (map) the relationship's
MATCH (a:MlpOutput {trace: $trace})-[r:FIRES]->(n:Neuron)
RETURN a.node AS source, n.layer AS layer, n.index AS neuron, properties(r) AS properties
ORDER BY a.layer, r.rank, n.index
