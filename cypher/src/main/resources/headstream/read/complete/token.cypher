// Tokens that are written as typed, with a leading space or without, and those of a typed id; each once, first those that are just that.
// params:
//   prefix (string) what was typed
//   id (integer) the id that was typed, or null
//   model (string) id, or null for any
//   limit (integer) most rows
// columns:
//   value (string) what completes the field
//   label (string) what is shown
//   detail (string) what is shown beside it, or null
CALL () {
  MATCH (k:Token) WHERE k.text STARTS WITH $prefix AND ($model IS NULL OR k.model = $model)
  WITH DISTINCT k.text AS text ORDER BY text LIMIT $limit
  RETURN text
  UNION
  MATCH (k:Token) WHERE k.text STARTS WITH ' ' + $prefix AND ($model IS NULL OR k.model = $model)
  WITH DISTINCT k.text AS text ORDER BY text LIMIT $limit
  RETURN text
  UNION
  MATCH (m:Model) WHERE $id IS NOT NULL AND ($model IS NULL OR m.id = $model)
  MATCH (k:Token {model: m.id, id: $id})
  RETURN DISTINCT k.text AS text LIMIT $limit
}
RETURN text AS value, '"' + text + '"' AS label, null AS detail
ORDER BY ltrim(text) <> ltrim($prefix), size(ltrim(text)), text LIMIT $limit
