// Strongest effects
// The activations that matter most to the prediction by activation times gradient, at all positions.
// group: Flow
// params:
//   trace (trace, default latest) the trace
//   kind (string of HeadOutput|MemoryValue|NeuronActivation|MlpOutput|AttentionOutput|Residual, default any) only this kind
//   limit (integer, default 50) most rows
// columns:
//   node (string) the activation
//   component (string) the component, or what the activation is called
//   kind (string) its kind
//   position (position) its position
//   effect (float) activation times gradient of the metric
//   dla (float) direct logit attribution, at the target position
//   share (float) of the residual state it ends in
//   influence (float) how much of the last residual state came through it
MATCH (n:Activation {trace: $trace})
WHERE n.effect IS NOT NULL AND ($kind IS NULL OR $kind IN labels(n))
RETURN n.node AS node, n.name AS component, [l IN labels(n) WHERE l <> 'Activation'][0] AS kind,
       n.position AS position, n.effect AS effect, n.dla AS dla, n.share AS share, n.influence AS influence
ORDER BY abs(effect) DESC
LIMIT $limit
