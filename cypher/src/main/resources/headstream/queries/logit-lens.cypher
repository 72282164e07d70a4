// Logit lens
// What each residual state along the stream would predict, and where the target stands in it.
// group: Tokens
// params:
//   trace (trace, default latest) id of the trace
//   position (position, default any) the position; any stands for the target position
// columns:
//   layer (integer) layer of the state
//   site (string) embed, mid or post
//   node (string) the state's id within the trace
//   token (token) the first token of its vocabulary projection
//   probability (float) that token's probability
//   targetRank (integer) the target's rank
//   targetProbability (float) the target's probability
MATCH (t:Trace {id: $trace})
MATCH (r:Residual {trace: $trace})
WHERE r.position = coalesce($position, t.targetPosition)
OPTIONAL MATCH (r)-[w:WRITES {rank: 1}]->(k:Token)
RETURN r.layer AS layer, r.site AS site, r.node AS node, k.text AS token, w.probability AS probability,
       r.targetRank AS targetRank, r.targetProbability AS targetProbability
ORDER BY layer, site
