// The newest traces.
// params:
//   model (string) id, or null for any
//   limit (integer) most rows
// columns:
//   value (string) what completes the field
//   label (string) what is shown
//   detail (string) what is shown beside it, or null
MATCH (t:Trace)
WHERE t.createdAt IS NOT NULL AND ($model IS NULL OR t.model = $model)
WITH t ORDER BY t.createdAt DESC, t.id DESC LIMIT $limit
RETURN t.id AS value, t.prompt AS label, t.modelName + ', ' + toString(t.createdAt) AS detail
