// Where a token becomes first
// The first residual state along the stream, at each position, whose vocabulary projection has the token at rank 1.
// group: Tokens
// params:
//   trace (trace, default latest) id of the trace
//   token (token, default any) the token's text; any stands for the trace's target
//   position (position, default any) only this position
// columns:
//   position (position) the position
//   text (token) its token
//   atTarget (boolean) whether it is the target position
//   layer (integer) layer of the state
//   site (string) embed, mid or post
//   node (string) the state's id within the trace
//   probability (float) the token's probability there
MATCH (t:Trace {id: $trace})
MATCH (r:Residual {trace: $trace})-[w:WRITES]->(k:Token)
WHERE w.rank = 1
  AND (k.text = $token OR ($token IS NULL AND k.id = t.targetToken))
  AND ($position IS NULL OR r.position = $position)
WITH t, r, w ORDER BY r.layer, r.site
WITH t, r.position AS position, collect({residual: r, probability: w.probability})[0] AS first
MATCH (p:Position {trace: $trace, index: position})
RETURN position, p.text AS text, position = t.targetPosition AS atTarget, first.residual.layer AS layer,
       first.residual.site AS site, first.residual.node AS node, first.probability AS probability
ORDER BY atTarget DESC, position
