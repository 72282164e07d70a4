// What is written at a position
// Layer by layer, what attention and MLP write at a position and what the stream then says, each read through the vocabulary.
// group: Positions
// params:
//   trace (trace, default latest) id of the trace
//   position (position, default any) the position; any stands for the target position
//   limit (integer, default 500) most rows
// columns:
//   layer (integer) the layer
//   kind (string) AttentionOutput, MlpOutput or Residual
//   node (string) id within the trace
//   writes (list) first tokens of its projection
//   erases (list) last tokens of its projection, of attention and MLP outputs
//   share (float) its share of the residual state it ends in
//   targetRank (integer) the target's rank in the projection
MATCH (t:Trace {id: $trace})
MATCH (n:Activation {trace: $trace, position: coalesce($position, t.targetPosition)})
WHERE n:AttentionOutput OR n:MlpOutput OR n:Residual
CALL (n) {
  MATCH (n)-[w:WRITES]->(k:Token)
  WITH k, w ORDER BY w.rank
  RETURN collect(coalesce(k.bytes, k.text)) AS writes
}
CALL (n) {
  MATCH (n)-[w:ERASES]->(k:Token)
  WITH k, w ORDER BY w.rank DESC
  RETURN collect(coalesce(k.bytes, k.text)) AS erases
}
RETURN n.layer AS layer, [label IN labels(n) WHERE label <> 'Activation'][0] AS kind, n.node AS node, writes, erases,
       n.share AS share, n.targetRank AS targetRank
ORDER BY layer,
  CASE WHEN n.site = 'embed' THEN 0 WHEN n:AttentionOutput THEN 1 WHEN n.site = 'mid' THEN 2 WHEN n:MlpOutput THEN 3 ELSE 4 END
LIMIT $limit
