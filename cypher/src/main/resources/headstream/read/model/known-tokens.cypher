// The tokens that the graph has of a model.
// params:
//   model (string) id
// columns:
//   id (integer) its own
//   text (string) its text
MATCH (t:Token {model: $model}) WHERE t.id IS NOT NULL // so that the index serves
RETURN t.id AS id, t.text AS text
