// Strongest effects
// The activations that matter most to the prediction by activation times gradient, at all positions.
// group: Prediction
// params:
//   trace (trace, required) the trace
//   kind (string, default any) HeadOutput, MemoryValue, NeuronActivation, MlpOutput, AttentionOutput or Residual
//   limit (integer, default 50) most rows
// columns:
//   node: the activation
//   component: the component, or what the activation is called
//   kind: its kind
//   position: its position
//   effect: activation times gradient of the metric
//   dla: direct logit attribution, at the target position
//   share: of the residual state it ends in
//   influence: how much of the last residual state came through it
MATCH (n:Activation {trace: $trace})
WHERE n.effect IS NOT NULL AND ($kind IS NULL OR $kind IN labels(n))
RETURN n.node AS node, n.name AS component, [l IN labels(n) WHERE l <> 'Activation'][0] AS kind,
       n.position AS position, n.effect AS effect, n.dla AS dla, n.share AS share, n.influence AS influence
ORDER BY abs(effect) DESC
LIMIT $limit
