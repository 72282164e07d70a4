// Size of the stream
// The norm of every residual state at a position, and of what attention and MLP add to it, layer by layer: all of them, as the trace lists
// them; in traces of version 1 those that are nodes.
// group: Norms
// params:
//   trace (trace, default latest) id of the trace
//   position (position, default any) the position; any stands for the target position
//   limit (integer, default 500) most rows
// columns:
//   layer (integer) the layer
//   kind (string) Residual, AttentionOutput or MlpOutput
//   node (string) its id within the trace, whether it is a node or not
//   norm (float) its L2 norm
//   share (float) its share of the residual state it ends in
MATCH (t:Trace {id: $trace})
WITH t, coalesce($position, t.targetPosition) AS at
CALL (t, at) {
  MATCH (h:HookPoint {trace: t.id}) WHERE 0 <= at < size(h.norm)
  RETURN h.layer AS layer, h.site AS site, h.norm[at] AS norm, h.share[at] AS share
  UNION ALL
  MATCH (n:Activation {trace: t.id, position: at})
  WHERE (n:Residual OR n:AttentionOutput OR n:MlpOutput) AND NOT EXISTS { MATCH (:HookPoint {trace: t.id}) }
  RETURN n.layer AS layer, CASE WHEN n:AttentionOutput THEN 'attn' WHEN n:MlpOutput THEN 'mlp' ELSE n.site END AS site,
         n.norm AS norm, n.share AS share
}
RETURN layer, CASE site WHEN 'attn' THEN 'AttentionOutput' WHEN 'mlp' THEN 'MlpOutput' ELSE 'Residual' END AS kind,
       'L' + layer + 'P' + at + '.' + site AS node, norm, share
ORDER BY layer, CASE site WHEN 'embed' THEN 0 WHEN 'attn' THEN 1 WHEN 'mid' THEN 2 WHEN 'mlp' THEN 3 ELSE 4 END
LIMIT $limit
