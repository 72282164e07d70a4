// Logit lens
// What each residual state along the stream would predict, and where the target stands in it. Of all states at any position, as the trace
// lists them; of very long prompts, and in traces of version 1, of the states that are nodes.
// group: Tokens
// params:
//   trace (trace, default latest) id of the trace
//   position (position, default any) the position; any stands for the target position
// columns:
//   layer (integer) layer of the state
//   site (string) embed, mid or post
//   node (string) the state's id within the trace, whether it is a node or not
//   token (token) the first token of its vocabulary projection
//   probability (float) that token's probability
//   targetRank (integer) the target's rank
//   targetProbability (float) the target's probability
MATCH (t:Trace {id: $trace})
WITH t, coalesce($position, t.targetPosition) AS at
CALL (t, at) {
  MATCH (h:HookPoint {trace: t.id}) WHERE h.targetRank IS NOT NULL AND 0 <= at < size(h.targetRank)
  WITH t, at, h, at * (size(h.tokens) / size(h.targetRank)) AS first
  OPTIONAL MATCH (k:Token {model: t.model, id: h.tokens[first]})
  RETURN h.layer AS layer, h.site AS site, k.text AS token, h.probabilities[first] AS probability,
         h.targetRank[at] AS targetRank, h.targetProbability[at] AS targetProbability
  UNION ALL
  MATCH (r:Residual {trace: t.id})
  WHERE r.position = at AND NOT EXISTS { MATCH (h:HookPoint {trace: t.id}) WHERE h.targetRank IS NOT NULL }
  OPTIONAL MATCH (r)-[w:WRITES {rank: 1}]->(k:Token)
  RETURN r.layer AS layer, r.site AS site, k.text AS token, w.probability AS probability, r.targetRank AS targetRank,
         r.targetProbability AS targetProbability
}
RETURN layer, site, 'L' + layer + 'P' + at + '.' + site AS node, token, probability, targetRank, targetProbability
ORDER BY layer, site
