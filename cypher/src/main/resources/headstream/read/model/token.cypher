// How a token is written that is given by its id: of a trace's model, of a model, or of any. Two are enough to know that it is ambiguous.
// params:
//   id (integer) its id
//   trace (string) id of a trace, or null
//   model (string) id of a model, or null for any
// columns:
//   text (string) the token's
MATCH (m:Model)
WHERE ($model IS NULL OR m.id = $model) AND ($trace IS NULL OR EXISTS { MATCH (t:Trace {id: $trace}) WHERE t.model = m.id })
MATCH (k:Token {model: m.id, id: $id})
RETURN DISTINCT k.text AS text
ORDER BY text LIMIT 2
