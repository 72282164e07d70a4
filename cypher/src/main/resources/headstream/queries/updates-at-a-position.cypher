// What is written at a position
// Layer by layer, what attention and MLP write at a position and what the stream then says, each read through the vocabulary. Where it is no
// node, a state's tokens are as the trace lists them, and those of attention and MLP are not there.
// group: Positions
// params:
//   trace (trace, default latest) id of the trace
//   position (position, default any) the position; any stands for the target position
//   limit (integer, default 500) most rows
// columns:
//   layer (integer) the layer
//   kind (string) AttentionOutput, MlpOutput or Residual
//   node (string) id within the trace, whether it is a node or not
//   writes (list) first tokens of its projection
//   erases (list) last tokens of its projection, of attention and MLP outputs
//   share (float) its share of the residual state it ends in
//   targetRank (integer) the target's rank in the projection
MATCH (t:Trace {id: $trace})
WITH t, coalesce($position, t.targetPosition) AS at
CALL (t, at) {
  MATCH (h:HookPoint {trace: t.id}) WHERE 0 <= at < size(h.norm)
  WITH h, at, coalesce(h.tokens, []) AS tokens, size(coalesce(h.tokens, [])) / size(h.norm) AS top
  RETURN h.layer AS layer, h.site AS site, h.share[at] AS share, h.targetRank[at] AS rank,
         tokens[at * top..(at + 1) * top] AS ids
  UNION ALL
  MATCH (n:Activation {trace: t.id, position: at})
  WHERE (n:Residual OR n:AttentionOutput OR n:MlpOutput) AND NOT EXISTS { MATCH (:HookPoint {trace: t.id}) }
  RETURN n.layer AS layer, CASE WHEN n:AttentionOutput THEN 'attn' WHEN n:MlpOutput THEN 'mlp' ELSE n.site END AS site,
         n.share AS share, null AS rank, [] AS ids
}
WITH t, layer, site, share, rank, ids, 'L' + layer + 'P' + at + '.' + site AS node
OPTIONAL MATCH (n:Activation {trace: $trace, node: node})
CALL (t, ids) {
  UNWIND range(0, size(ids) - 1) AS i
  MATCH (k:Token {model: t.model, id: ids[i]})
  WITH k, i ORDER BY i
  RETURN collect(k.text) AS listed
}
CALL (n) {
  MATCH (n)-[w:WRITES]->(k:Token)
  WITH k, w ORDER BY w.rank
  RETURN collect(k.text) AS written
}
CALL (n) {
  MATCH (n)-[w:ERASES]->(k:Token)
  WITH k, w ORDER BY w.rank DESC
  RETURN collect(k.text) AS erases
}
RETURN layer, CASE site WHEN 'attn' THEN 'AttentionOutput' WHEN 'mlp' THEN 'MlpOutput' ELSE 'Residual' END AS kind, node,
       CASE WHEN size(listed) > 0 THEN listed ELSE written END AS writes, erases, share,
       coalesce(rank, n.targetRank) AS targetRank
ORDER BY layer, CASE site WHEN 'embed' THEN 0 WHEN 'attn' THEN 1 WHEN 'mid' THEN 2 WHEN 'mlp' THEN 3 ELSE 4 END
LIMIT $limit
