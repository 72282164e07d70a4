// Id of a model, by id or name.
// params:
//   model (string) id or name
// columns:
//   id (string) its own
MATCH (m:Model)
WHERE m.id = $model OR m.name = $model
RETURN m.id AS id
ORDER BY m.id = $model DESC, m.id LIMIT 1
