// Strongest neurons of a trace
// The neurons that write most at a position: at the target position of all neurons, the first 100 of each layer; elsewhere of those that are
// stored.
// group: Neurons
// params:
//   trace (trace, default latest) id of the trace
//   position (position, default any) the position; any stands for the target position
//   layer (integer, default any) only this layer
//   limit (integer, default 50) most rows
// columns:
//   neuron (neuron) the neuron
//   layer (integer) its layer
//   node (string) its id within the trace, whether it is a node or not
//   activation (float) its post-activation value
//   strength (float) |activation| times the norm of its row of W_out
//   share (float) its share of mlp_out times mlp_out's share of resid_post, where it is stored
//   influence (float) how much of the last residual state came through it, where it is stored
//   dla (float) its direct logit attribution, where it is stored; at the target position only
MATCH (t:Trace {id: $trace})
WITH t, coalesce($position, t.targetPosition) AS at
CALL (t, at) {
  MATCH (m:MlpOutput {trace: t.id})-[f:FIRES]->(n:Neuron)
  WHERE at = t.targetPosition AND ($layer IS NULL OR n.layer = $layer)
  RETURN n.name AS neuron, n.layer AS layer, n.index AS index, f.activation AS activation, f.strength AS strength
  UNION ALL
  MATCH (n:NeuronActivation {trace: t.id})
  WHERE n.position = at AND ($layer IS NULL OR n.layer = $layer)
  RETURN n.name AS neuron, n.layer AS layer, n.index AS index, n.activation AS activation, n.strength AS strength
}
WITH at, neuron, layer, index, max(activation) AS activation, max(strength) AS strength
WITH neuron, layer, 'L' + layer + 'P' + at + '.N' + index AS node, activation, strength
ORDER BY strength IS NULL, strength DESC, node LIMIT $limit
OPTIONAL MATCH (n:Activation {trace: $trace, node: node})
RETURN neuron, layer, node, activation, strength, n.share AS share, n.influence AS influence, n.dla AS dla
ORDER BY strength IS NULL, strength DESC, node
