// What people call the components that a trace names, in order.
// params:
//   trace (trace) its id
// columns:
//   properties (map) a label's
MATCH (t:Trace {id: $trace})
CALL () {
  MATCH (n:HeadPattern {trace: $trace}) RETURN n.name AS name
  UNION
  MATCH (n:HeadOutput {trace: $trace}) RETURN n.name AS name
  UNION
  MATCH (n:MlpOutput {trace: $trace}) RETURN n.name AS name
  UNION
  MATCH (n:NeuronActivation {trace: $trace}) RETURN n.name AS name
  UNION
  MATCH (:MlpOutput {trace: $trace})-[:FIRES]->(n:Neuron) RETURN n.name AS name
}
WITH t.model AS model, collect(name) AS named
MATCH (l:ComponentLabel {model: model})
WHERE l.component IN named
RETURN properties(l) AS properties
ORDER BY l.component
