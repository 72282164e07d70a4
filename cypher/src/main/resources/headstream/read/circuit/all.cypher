// Circuits, the newest first.
// params:
//   model (string) id, or null for all
//   name (string) id or name of one, or null for all
// columns:
//   properties (map) a circuit's
//   modelName (string) its model's name
MATCH (c:Circuit)
WHERE ($model IS NULL OR c.model = $model) AND ($name IS NULL OR c.name = $name OR c.id = $name)
MATCH (m:Model {id: c.model})
RETURN properties(c) AS properties, m.name AS modelName
ORDER BY c.createdAt DESC, c.id
