// Tags of the newest 5,000 traces that begin as typed, the most used first.
// params:
//   prefix (string) what was typed
//   model (string) id, or null for any
//   limit (integer) most rows
// columns:
//   value (string) what completes the field
//   label (string) what is shown
//   detail (string) what is shown beside it, or null
MATCH (t:Trace) WHERE t.createdAt IS NOT NULL AND ($model IS NULL OR t.model = $model)
WITH t ORDER BY t.createdAt DESC LIMIT 5000
UNWIND t.tags AS tag
WITH tag, count(*) AS traces WHERE tag STARTS WITH $prefix
RETURN tag AS value, tag AS label, toString(traces) + ' traces' AS detail
ORDER BY traces DESC, value LIMIT $limit
