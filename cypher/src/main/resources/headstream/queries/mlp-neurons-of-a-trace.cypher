// Strongest neurons of a trace
// The neurons that write most at a position.
// group: Neurons
// params:
//   trace (trace, default latest) id of the trace
//   position (integer, default any) the position; any stands for the target position
//   layer (integer, default any) only this layer
//   limit (integer, default 50) most rows
// columns:
//   neuron: the neuron
//   layer: its layer
//   node: its id within the trace
//   activation: its post-activation value
//   strength: |activation| times the norm of its row of W_out
//   share: its share of mlp_out times mlp_out's share of resid_post
//   influence: how much of the last residual state came through it
//   dla: its direct logit attribution; at the target position only
MATCH (t:Trace {id: $trace})
MATCH (n:NeuronActivation {trace: $trace})
WHERE n.position = coalesce($position, t.targetPosition) AND ($layer IS NULL OR n.layer = $layer)
RETURN n.name AS neuron, n.layer AS layer, n.node AS node, n.activation AS activation, n.strength AS strength,
       n.share AS share, n.influence AS influence, n.dla AS dla
ORDER BY strength DESC, node
LIMIT $limit
