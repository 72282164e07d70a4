// Models in the graph whose names begin as typed.
// params:
//   prefix (string) what was typed
//   model (string) id, or null for any
//   limit (integer) most rows
// columns:
//   value (string) what completes the field
//   label (string) what is shown
//   detail (string) what is shown beside it, or null
MATCH (m:Model) WHERE m.name STARTS WITH $prefix AND ($model IS NULL OR m.id = $model)
RETURN m.name AS value, m.name AS label, m.id AS detail
ORDER BY value LIMIT $limit
