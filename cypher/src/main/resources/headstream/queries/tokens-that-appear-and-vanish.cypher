// Tokens that appear and vanish
// Tokens among the first $rank of some residual state at a position and no longer of the last one: what the stream had in mind on its
// way and gave up.
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
MATCH (r:Residual {trace: $trace})-[w:WRITES]->(k:Token)
WHERE r.position = coalesce($position, t.targetPosition) AND w.rank <= $rank
WITH t, k, r, w, CASE r.site WHEN 'embed' THEN 0 WHEN 'mid' THEN 2 * r.layer + 1 ELSE 2 * r.layer + 2 END AS step
ORDER BY step
WITH t, k, collect(r.node) AS nodes, max(step) AS lastStep, min(w.rank) AS bestRank, max(w.probability) AS probability
WHERE lastStep < 2 * t.layers
RETURN coalesce(k.bytes, k.text) AS token, nodes[0] AS appears, nodes[-1] AS vanishes, size(nodes) AS states, bestRank,
       probability
ORDER BY states DESC, probability DESC, token
LIMIT $limit
