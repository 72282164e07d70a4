// Heads whose names begin as typed; each name once.
// params:
//   prefix (string) what was typed
//   model (string) id, or null for any
//   limit (integer) most rows
// columns:
//   value (string) what completes the field
//   label (string) what is shown
//   detail (string) what is shown beside it, or null
MATCH (h:Head) WHERE h.name STARTS WITH $prefix AND ($model IS NULL OR h.model = $model)
WITH h.name AS name, h.layer AS layer, h.head AS head, collect(h.model) AS models
RETURN name AS value, name AS label, null AS detail
ORDER BY layer, head LIMIT $limit
