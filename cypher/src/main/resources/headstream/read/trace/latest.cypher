// Id of the newest trace.
// columns:
//   id (trace) its own
MATCH (t:Trace)
WHERE t.createdAt IS NOT NULL
RETURN t.id AS id
ORDER BY t.createdAt DESC, t.id DESC LIMIT 1
