// Strongest neurons of a trace
// The neurons that write most at a position.
// group: Neurons
// params:
//   trace (trace, default latest) id of the trace
//   position (position, default any) the position; any stands for the target position
//   layer (integer, default any) only this layer
//   limit (integer, default 50) most rows
// columns:
//   neuron (neuron) the neuron
//   layer (integer) its layer
//   node (string) its id within the trace
//   activation (float) its post-activation value
//   strength (float) |activation| times the norm of its row of W_out
//   share (float) its share of mlp_out times mlp_out's share of resid_post
//   influence (float) how much of the last residual state came through it
//   dla (float) its direct logit attribution; at the target position only
MATCH (t:Trace {id: $trace})
MATCH (n:NeuronActivation {trace: $trace})
WHERE n.position = coalesce($position, t.targetPosition) AND ($layer IS NULL OR n.layer = $layer)
RETURN n.name AS neuron, n.layer AS layer, n.node AS node, n.activation AS activation, n.strength AS strength,
       n.share AS share, n.influence AS influence, n.dla AS dla
ORDER BY strength DESC, node
LIMIT $limit
