// The neurons that a trace refers to, in order.
// params:
//   trace (trace) its id
// columns:
//   properties (map) the neuron's
CALL () {
  MATCH (:NeuronActivation {trace: $trace})-[:OF]->(n:Neuron) RETURN n
  UNION
  MATCH (:MlpOutput {trace: $trace})-[:FIRES]->(n:Neuron) RETURN n
}
RETURN properties(n) AS properties
ORDER BY n.layer, n.index
