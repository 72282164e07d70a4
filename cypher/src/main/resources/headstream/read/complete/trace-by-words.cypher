// Traces with all the words in their prompts, or whose ids begin as typed, newest first.
// params:
//   prefix (string) what was typed
//   words (string) what was typed, for the full-text index
//   model (string) id, or null for any
//   limit (integer) most rows
// columns:
//   value (string) what completes the field
//   label (string) what is shown
//   detail (string) what is shown beside it, or null
CALL () {
  CALL db.index.fulltext.queryNodes('trace_words', $words, {limit: 500}) YIELD node AS t
  RETURN t
  UNION
  MATCH (t:Trace) WHERE t.id STARTS WITH $prefix
  RETURN t
}
WITH t WHERE $model IS NULL OR t.model = $model
RETURN t.id AS value, t.prompt AS label, t.modelName + ', ' + toString(t.createdAt) AS detail
ORDER BY t.createdAt DESC, value DESC LIMIT $limit
