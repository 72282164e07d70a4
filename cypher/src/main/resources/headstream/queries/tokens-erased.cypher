// Tokens erased
// The tokens that heads, attention and MLP outputs push down most: the last of their vocabulary projections.
// group: Tokens
// params:
//   trace (trace, default latest) id of the trace
//   position (position, default any) the position; any stands for the target position
//   limit (integer, default 50) most rows
// columns:
//   node (string) the output's id within the trace
//   kind (string) its label
//   layer (integer) its layer
//   token (token) the token
//   logit (float) its logit in the projection
//   share (float) the output's share of the residual state it ends in
MATCH (t:Trace {id: $trace})
MATCH (n:Activation {trace: $trace})-[e:ERASES]->(k:Token)
WHERE n.position = coalesce($position, t.targetPosition)
RETURN n.node AS node, [label IN labels(n) WHERE label <> 'Activation'][0] AS kind, n.layer AS layer,
       k.text AS token, e.logit AS logit, n.share AS share
ORDER BY share IS NULL, share DESC, logit
LIMIT $limit
