// Ids of traces that begin with a text, an exact one first; two are enough to know that it is ambiguous.
// params:
//   id (string) how it begins
// columns:
//   id (trace) whole
MATCH (t:Trace)
WHERE t.id STARTS WITH $id AND t.createdAt IS NOT NULL
RETURN t.id AS id
ORDER BY t.id = $id DESC, t.id LIMIT 2
