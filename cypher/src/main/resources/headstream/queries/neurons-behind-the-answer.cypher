// Neurons behind the answer
// The neurons that add most to, or take most from, the metric at the target position (of an answer of several tokens, at each of theirs) by direct logit attribution. Of the neurons
// that are stored: those with a large part in their layer or in the prediction; what the others add is their mlp_out's remainderDla.
// group: Neurons
// params:
//   trace (trace, default latest) id of the trace
//   layer (integer, default any) only this layer
//   limit (integer, default 25) most rows
// columns:
//   neuron (neuron) the neuron
//   node (string) its id within the trace
//   dla (float) its direct logit attribution
//   ofMetric (float) dla over the metric's value
//   effect (float) what the metric would lose without it, to first order
//   activation (float) its post-activation value
//   promotes (list) the first five tokens of its row of W_out; empty where the model has no index
MATCH (t:Trace {id: $trace})
MATCH (a:NeuronActivation {trace: $trace})
WHERE a.position IN coalesce(t.targetPositions, [t.targetPosition]) AND a.dla IS NOT NULL AND ($layer IS NULL OR a.layer = $layer)
WITH t, a ORDER BY abs(a.dla) DESC, a.node LIMIT $limit
CALL (a) {
  MATCH (a)-[:OF]->(:Neuron)-[p:PROMOTES]->(k:Token) WHERE p.rank <= 5
  WITH k, p ORDER BY p.rank
  RETURN collect(k.text) AS promotes
}
RETURN a.name AS neuron, a.node AS node, a.dla AS dla, a.dla / t.metricValue AS ofMetric, a.effect AS effect,
       a.activation AS activation, promotes
ORDER BY abs(dla) DESC, node
