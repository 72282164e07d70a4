// Logit lens
// What each residual state along the stream would predict, and where the target stands in it.
// group: Stream
// params:
//   trace (trace, default latest) id of the trace
//   position (integer, default any) the position; any stands for the target position
// columns:
//   layer: layer of the state
//   site: embed, mid or post
//   node: the state's id within the trace
//   token: the first token of its vocabulary projection
//   probability: that token's probability
//   targetRank: the target's rank
//   targetProbability: the target's probability
MATCH (t:Trace {id: $trace})
MATCH (r:Residual {trace: $trace})
WHERE r.position = coalesce($position, t.targetPosition)
OPTIONAL MATCH (r)-[w:WRITES {rank: 1}]->(k:Token)
RETURN r.layer AS layer, r.site AS site, r.node AS node, k.text AS token, w.probability AS probability,
       r.targetRank AS targetRank, r.targetProbability AS targetProbability
ORDER BY layer, site
