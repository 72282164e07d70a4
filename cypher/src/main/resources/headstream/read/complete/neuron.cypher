// Neurons whose names begin as typed; each name once.
// params:
//   prefix (string) what was typed
//   model (string) id, or null for any
//   limit (integer) most rows
// columns:
//   value (string) what completes the field
//   label (string) what is shown
//   detail (string) what is shown beside it, or null
MATCH (n:Neuron) WHERE n.name STARTS WITH $prefix AND ($model IS NULL OR n.model = $model)
WITH DISTINCT n.name AS name ORDER BY name LIMIT $limit
RETURN name AS value, name AS label, null AS detail
