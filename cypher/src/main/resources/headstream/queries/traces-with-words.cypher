// Traces with these words
// Traces whose prompts have words, through the full-text index: `mary store` finds either, those with both first, `+mary +store` both,
// `"to the store"` the phrase. Other signs are those of the text: `and/or` finds the two words side by side, as in `and or`.
// group: Corpus
// params:
//   words (string, required) the words
//   model (model, default any) id or name of the model
//   limit (integer, default 50) most rows
// columns:
//   trace (trace) id of the trace
//   modelName (string) the name of its model
//   prompt (string) its prompt
//   target (token) its target
//   score (float) how well it fits, as the index has it
//   createdAt (string) when the pass began
WITH split(replace($words, '\\', ' '), '"') AS parts
WITH reduce(query = '', i IN range(0, size(parts) - 1) | query + CASE
  WHEN i % 2 = 1 AND i < size(parts) - 1 THEN ' "' + parts[i] + '"'
  ELSE reduce(words = '', word IN split(parts[i], ' ') | words + CASE
    WHEN word = '' THEN ''
    WHEN word STARTS WITH '+' THEN ' +"' + substring(word, 1) + '"'
    ELSE ' "' + word + '"' END) END) AS query
WHERE query <> ''
CALL db.index.fulltext.queryNodes('trace_words', query) YIELD node AS t, score
WHERE $model IS NULL OR t.model = $model
RETURN t.id AS trace, t.modelName AS modelName, t.prompt AS prompt, t.target AS target, score, toString(t.createdAt) AS createdAt
ORDER BY score DESC, t.createdAt DESC, trace
LIMIT $limit
