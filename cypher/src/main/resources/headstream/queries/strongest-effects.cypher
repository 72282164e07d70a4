// Strongest effects
// The activations that matter most to the prediction by activation times gradient: of all states, outputs and heads at all positions, and of
// the memory values and neurons that are stored, among them the first 100 of all. In traces of version 1 of those that are nodes.
// group: Flow
// params:
//   trace (trace, default latest) the trace
//   kind (string of HeadOutput|MemoryValue|NeuronActivation|MlpOutput|AttentionOutput|Residual, default any) only this kind
//   limit (integer, default 50) most rows
// columns:
//   node (string) the activation's id, whether it is a node or not
//   component (string) the component, or what the activation is called
//   kind (string) its kind
//   position (position) its position
//   effect (float) activation times gradient of the metric
//   dla (float) direct logit attribution, at the target position, where it is a node
//   share (float) of the residual state it ends in
//   influence (float) how much of the last residual state came through it
CALL () {
  MATCH (h:HeadPattern {trace: $trace})
  WHERE h.effect IS NOT NULL AND ($kind IS NULL OR $kind = 'HeadOutput')
  WITH h, h.effect AS effects, h.share AS shares, h.influence AS influences
  UNWIND range(0, size(effects) - 1) AS position
  RETURN 'L' + h.layer + 'P' + position + '.H' + h.head AS node, h.name AS component, 'HeadOutput' AS kind, position,
         effects[position] AS effect, shares[position] AS share, influences[position] AS influence
  UNION ALL
  MATCH (h:HookPoint {trace: $trace})
  WITH h, CASE h.site WHEN 'attn' THEN 'AttentionOutput' WHEN 'mlp' THEN 'MlpOutput' ELSE 'Residual' END AS kind
  WHERE h.effect IS NOT NULL AND ($kind IS NULL OR $kind = kind)
  WITH h, kind, h.effect AS effects, h.share AS shares, h.influence AS influences
  UNWIND range(0, size(effects) - 1) AS position
  RETURN 'L' + h.layer + 'P' + position + '.' + h.site AS node, h.name AS component, kind, position,
         effects[position] AS effect, shares[position] AS share, influences[position] AS influence
  UNION ALL
  MATCH (n:Activation {trace: $trace})
  WHERE n.effect IS NOT NULL AND ($kind IS NULL OR $kind IN labels(n))
    AND (n:MemoryValue OR n:NeuronActivation OR NOT EXISTS { MATCH (:HookPoint {trace: $trace}) })
  RETURN n.node AS node, n.name AS component, [l IN labels(n) WHERE l <> 'Activation'][0] AS kind, n.position AS position,
         n.effect AS effect, n.share AS share, n.influence AS influence
}
WITH node, component, kind, position, effect, share, influence
ORDER BY abs(effect) DESC, node LIMIT $limit
OPTIONAL MATCH (n:Activation {trace: $trace, node: node})
RETURN node, component, kind, position, effect, n.dla AS dla, share, influence
ORDER BY abs(effect) DESC, node
