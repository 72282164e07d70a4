// Traces with these words
// Traces whose prompts have words, through the full-text index: `mary store` finds either, `+mary +store` both, `"to the store"` the phrase.
// group: Corpus
// params:
//   words (string, required) the words
//   model (model, default any) id or name of the model
//   limit (integer, default 50) most rows
// columns:
//   trace (trace) id of the trace
//   prompt (string) its prompt
//   target (token) its target
//   score (float) how well it fits, as the index has it
//   createdAt (string) when the pass began
CALL db.index.fulltext.queryNodes('trace_words', $words) YIELD node AS t, score
WHERE $model IS NULL OR t.model = $model
RETURN t.id AS trace, t.prompt AS prompt, t.target AS target, score, toString(t.createdAt) AS createdAt
ORDER BY score DESC, t.createdAt DESC, trace
LIMIT $limit
