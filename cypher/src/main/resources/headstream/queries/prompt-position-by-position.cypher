// The prompt, position by position
// Each token with what the last residual state there predicts, and whether that is what comes next. Of very long prompts, and in traces of
// version 1, at the positions whose states are nodes.
// group: Positions
// params:
//   trace (trace, default latest) id of the trace
//   limit (integer, default 1000) most rows
// columns:
//   position (position) the position
//   token (token) the token there
//   id (integer) the token's id
//   predicts (token) the first token of the last state's vocabulary projection
//   probability (float) its probability
//   right (boolean) whether it is the next token of the prompt; absent at the last position
MATCH (t:Trace {id: $trace})-[:HAS_POSITION]->(p:Position)-[:IS]->(k:Token)
OPTIONAL MATCH (p)-[:NEXT]->(:Position)-[:IS]->(next:Token)
OPTIONAL MATCH (h:HookPoint {trace: $trace})
  WHERE h.layer = t.layers - 1 AND h.site = 'post' AND h.targetRank IS NOT NULL
WITH t, p, k, next, h, p.index * (size(h.tokens) / size(h.targetRank)) AS first
OPTIONAL MATCH (listed:Token {model: t.model, id: h.tokens[first]})
OPTIONAL MATCH (r:Activation {trace: $trace, node: 'L' + toString(t.layers - 1) + 'P' + toString(p.index) + '.post'})
  -[w:WRITES {rank: 1}]->(written:Token)
WITH p, k, next, coalesce(listed, written) AS top, coalesce(h.probabilities[first], w.probability) AS probability
RETURN p.index AS position, p.text AS token, k.id AS id, top.text AS predicts, probability,
       top.id = next.id AS right
ORDER BY position
LIMIT $limit
