// Size of the stream
// The norm of every residual state at a position, and of what attention and MLP add to it, layer by layer.
// group: Norms
// params:
//   trace (trace, default latest) id of the trace
//   position (position, default any) the position; any stands for the target position
//   limit (integer, default 500) most rows
// columns:
//   layer (integer) the layer
//   kind (string) Residual, AttentionOutput or MlpOutput
//   node (string) its id within the trace
//   norm (float) its L2 norm
//   share (float) its share of the residual state it ends in
MATCH (t:Trace {id: $trace})
MATCH (n:Activation {trace: $trace, position: coalesce($position, t.targetPosition)})
WHERE n:Residual OR n:AttentionOutput OR n:MlpOutput
WITH n, [label IN labels(n) WHERE label <> 'Activation'][0] AS kind
RETURN n.layer AS layer, kind, n.node AS node, n.norm AS norm, n.share AS share
ORDER BY layer,
  CASE WHEN n.site = 'embed' THEN 0 WHEN n:AttentionOutput THEN 1 WHEN n.site = 'mid' THEN 2 WHEN n:MlpOutput THEN 3 ELSE 4 END
LIMIT $limit
