// The shapes of some models: components of the same name are the same place only where these are equal.
// params:
//   models (list) ids
// columns:
//   id (string) the model's
//   name (string) the same
//   shape (map) {layers, heads, dModel, dMlp}
MATCH (m:Model)
WHERE m.id IN $models
RETURN m.id AS id, m.name AS name, m {.layers, .heads, .dModel, .dMlp} AS shape
ORDER BY m.name, m.id
