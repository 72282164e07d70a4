// Where a token becomes first
// The first residual state along the stream, at each position, whose vocabulary projection has the token at rank 1. Of all states, as the
// trace lists them; of very long prompts, and in traces of version 1, of the states that are nodes.
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
//   node (string) the state's id within the trace, whether it is a node or not
//   probability (float) the token's probability there
MATCH (t:Trace {id: $trace})
CALL (t) {
  MATCH (k:Token {text: $token}) WHERE k.model = t.model
  RETURN collect(k.id) AS named
}
WITH t, CASE WHEN $token IS NULL THEN [t.targetToken] ELSE named END AS ids
CALL (t, ids) {
  MATCH (h:HookPoint {trace: t.id}) WHERE h.targetRank IS NOT NULL
  WITH ids, h, h.tokens AS tokens, h.probabilities AS probabilities, size(h.targetRank) AS positions
  WITH ids, h, tokens, probabilities, positions, size(tokens) / positions AS top
  UNWIND range(0, positions - 1) AS position
  WITH ids, h, position, tokens[position * top] AS id, probabilities[position * top] AS probability
  WHERE id IN ids AND ($position IS NULL OR position = $position)
  RETURN position, h.layer AS layer, h.site AS site, probability
  UNION ALL
  MATCH (r:Residual {trace: t.id})-[w:WRITES {rank: 1}]->(k:Token)
  WHERE k.id IN ids AND ($position IS NULL OR r.position = $position)
    AND NOT EXISTS { MATCH (h:HookPoint {trace: t.id}) WHERE h.targetRank IS NOT NULL }
  RETURN r.position AS position, r.layer AS layer, r.site AS site, w.probability AS probability
}
WITH t, position, layer, site, probability ORDER BY layer, site
WITH t, position, collect({layer: layer, site: site, probability: probability})[0] AS first
MATCH (p:Position {trace: $trace, index: position})
RETURN position, p.text AS text, position = t.targetPosition AS atTarget, first.layer AS layer, first.site AS site,
       'L' + first.layer + 'P' + position + '.' + first.site AS node, first.probability AS probability
ORDER BY atTarget DESC, position
