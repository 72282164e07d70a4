// Texts of tokens that begin as typed, with a leading space or without; each text once, first those that are just that.
// params:
//   prefix (string) what was typed
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
}
RETURN text AS value, '"' + text + '"' AS label, null AS detail
ORDER BY ltrim(text) <> ltrim($prefix), size(ltrim(text)), text LIMIT $limit
