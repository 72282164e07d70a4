// Tokens erased
// The tokens that heads, attention and MLP outputs push down most: the last of their vocabulary projections.
// group: Stream
// params:
//   trace (trace, default latest) id of the trace
//   position (integer, default any) the position; any stands for the target position
//   limit (integer, default 50) most rows
// columns:
//   node: the output's id within the trace
//   kind: its label
//   layer: its layer
//   token: the token
//   logit: its logit in the projection
//   share: the output's share of the residual state it ends in
MATCH (t:Trace {id: $trace})
MATCH (n:Activation {trace: $trace})-[e:ERASES]->(k:Token)
WHERE n.position = coalesce($position, t.targetPosition)
RETURN n.node AS node, [label IN labels(n) WHERE label <> 'Activation'][0] AS kind, n.layer AS layer,
       k.text AS token, e.logit AS logit, n.share AS share
ORDER BY share DESC, logit
LIMIT $limit
