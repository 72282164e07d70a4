// Nearest traces
// Traces of the same model whose predictions were made by the same components: by the cosine of their profiles, the direct logit
// attributions of all heads and MLPs at the target position. Found through the vector index.
// group: Comparison
// params:
//   trace (trace, default latest) id of the trace
//   neighbours (integer, default 200) traces that the index is asked for, of all models
//   limit (integer, default 20) most rows
// columns:
//   trace (trace) id of the other trace
//   cosine (float) of the two profiles; 1 is the same
//   prompt (string) its prompt
//   target (token) its target
//   tags (list) its tags
MATCH (t:Trace {id: $trace}) WHERE t.profile IS NOT NULL
CALL db.index.vector.queryNodes('trace_profile', $neighbours, t.profile) YIELD node AS other
WHERE other.model = t.model AND other.id <> t.id
WITH other, 2 * vector.similarity.cosine(t.profile, other.profile) - 1 AS cosine
RETURN other.id AS trace, cosine, other.prompt AS prompt, other.target AS target, coalesce(other.tags, []) AS tags
ORDER BY cosine DESC, trace
LIMIT $limit
