// Where a token is written or erased
// Everything stored of a trace whose vocabulary projection has the token among its first or its last, in the order of the pass. At the target
// position that is every state, head and output, elsewhere what matters to the prediction.
// group: Tokens
// params:
//   trace (trace, default latest) id of the trace
//   token (token, default any) the token's text; any stands for the trace's target
//   position (position, default any) only this position
//   rank (integer, default 5) the last rank that counts as written
//   limit (integer, default 200) most rows
// columns:
//   node (string) id within the trace
//   kind (string) its label
//   layer (integer) its layer
//   position (position) its position
//   relation (string) WRITES or ERASES
//   rank (integer) the token's rank in the projection
//   probability (float) its probability there
//   share (float) the part's share of the residual state it ends in
MATCH (t:Trace {id: $trace})
MATCH (n:Activation {trace: $trace})-[w:WRITES|ERASES]->(k:Token)
WHERE (k.text = $token OR ($token IS NULL AND k.id = t.targetToken))
  AND ($position IS NULL OR n.position = $position)
  AND (type(w) = 'ERASES' OR w.rank <= $rank)
RETURN n.node AS node, [label IN labels(n) WHERE label <> 'Activation'][0] AS kind, n.layer AS layer,
       n.position AS position, type(w) AS relation, w.rank AS rank, w.probability AS probability, n.share AS share
ORDER BY position, layer, relation DESC, node
LIMIT $limit
