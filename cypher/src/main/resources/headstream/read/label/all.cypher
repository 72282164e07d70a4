// What people call components, the newest first.
// params:
//   model (string) id, or null for all
//   words (string) of the label, the note or the component's name, or null
//   limit (integer) most rows
// columns:
//   properties (map) a label's
//   modelName (string) its model's name, or null
MATCH (l:ComponentLabel)
WHERE ($model IS NULL OR l.model = $model)
  AND ($words IS NULL OR toLower(l.label + ' ' + coalesce(l.note, '') + ' ' + l.component) CONTAINS toLower($words))
OPTIONAL MATCH (m:Model {id: l.model})
RETURN properties(l) AS properties, m.name AS modelName
ORDER BY l.updatedAt DESC, l.component LIMIT $limit
