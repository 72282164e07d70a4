// Tokens that appear and vanish
// Tokens among the first $rank of some residual state at a position and no longer of the last one: what the stream had in mind on its
// way and gave up. Of all states, as the trace lists them; of very long prompts, and in traces of version 1, of the states that are nodes.
// group: Tokens
// params:
//   trace (trace, default latest) id of the trace
//   position (position, default any) the position; any stands for the target position
//   rank (integer, default 3) the last rank that counts; 5 is as far as is stored
//   limit (integer, default 50) most rows
// columns:
//   token (token) the token
//   appears (string) id of the first state that has it
//   vanishes (string) id of the last state that has it
//   states (integer) states that have it
//   bestRank (integer) its best rank among them
//   probability (float) its largest probability among them
MATCH (t:Trace {id: $trace})
WITH t, coalesce($position, t.targetPosition) AS at
CALL (t, at) {
  MATCH (h:HookPoint {trace: t.id}) WHERE h.targetRank IS NOT NULL AND 0 <= at < size(h.targetRank)
  WITH at, h, size(h.tokens) / size(h.targetRank) AS top
  UNWIND range(1, CASE WHEN $rank < top THEN $rank ELSE top END) AS rank
  RETURN h.layer AS layer, h.site AS site, rank, h.tokens[at * top + rank - 1] AS id,
         h.probabilities[at * top + rank - 1] AS probability
  UNION ALL
  MATCH (r:Residual {trace: t.id})-[w:WRITES]->(k:Token)
  WHERE r.position = at AND w.rank <= $rank
    AND NOT EXISTS { MATCH (h:HookPoint {trace: t.id}) WHERE h.targetRank IS NOT NULL }
  RETURN r.layer AS layer, r.site AS site, w.rank AS rank, k.id AS id, w.probability AS probability
}
WITH t, id, 'L' + layer + 'P' + at + '.' + site AS node, rank, probability,
     CASE site WHEN 'embed' THEN 0 WHEN 'mid' THEN 2 * layer + 1 ELSE 2 * layer + 2 END AS step
ORDER BY step
WITH t, id, collect(node) AS nodes, max(step) AS lastStep, min(rank) AS bestRank, max(probability) AS probability
WHERE lastStep < 2 * t.layers
MATCH (k:Token {model: t.model, id: id})
RETURN k.text AS token, nodes[0] AS appears, nodes[-1] AS vanishes, size(nodes) AS states, bestRank,
       probability
ORDER BY states DESC, probability DESC, token
LIMIT $limit
