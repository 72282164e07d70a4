// Tokens that repeat
// Tokens that stand in a prompt more than once: where induction and duplicate-token heads have something to find.
// group: Positions
// params:
//   trace (trace, default latest) id of the trace
//   limit (integer, default 100) most rows
// columns:
//   token (token) the token
//   times (integer) how often it stands there
//   positions (list) where
//   follows (list) what comes after each; the last position has nothing after it
MATCH (:Trace {id: $trace})-[:HAS_POSITION]->(p:Position)-[:IS]->(k:Token)
OPTIONAL MATCH (p)-[:NEXT]->(next:Position)
WITH k, p, next ORDER BY p.index
WITH k, count(*) AS times, collect(p.index) AS positions, collect(next.text) AS follows
WHERE times > 1
RETURN k.text AS token, times, positions, follows
ORDER BY times DESC, positions[0]
LIMIT $limit
