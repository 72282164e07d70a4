// A page of traces, newest first.
// params:
//   model (string) id or name, or null for any
//   text (string) part of the prompt, or null
//   tag (string) one of its tags, or null
//   before (string) createdAt of the last trace of the page before, or null
//   beforeId (trace) id of the same, or null
//   limit (integer) most rows
// columns:
//   trace (map) its properties
//   prediction (token) the most probable next
//   probability (float) its own
//   baseline (trace) of a changed pass, the trace of the pass as it is; else null
MATCH (t:Trace)
WHERE t.createdAt IS NOT NULL
  AND ($model IS NULL OR $model IN [t.model, t.modelName])
  AND ($text IS NULL OR toLower(t.prompt) CONTAINS toLower($text))
  AND ($tag IS NULL OR $tag IN t.tags)
  AND ($before IS NULL
    OR t.createdAt < datetime($before)
    OR (t.createdAt = datetime($before) AND t.id < $beforeId))
WITH t ORDER BY t.createdAt DESC, t.id DESC LIMIT $limit
OPTIONAL MATCH (t)-[p:PREDICTS {rank: 1}]->(k:Token)
CALL (t) {
  OPTIONAL MATCH (t)-[:INTERVENES_ON]->(b:Trace)
  RETURN min(b.id) AS baseline
}
RETURN properties(t) AS trace, k.text AS prediction, p.probability AS probability, baseline
ORDER BY t.createdAt DESC, t.id DESC
