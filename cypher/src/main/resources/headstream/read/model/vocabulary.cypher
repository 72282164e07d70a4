// How many tokens a model knows.
// params:
//   model (string) id
// columns:
//   vocabulary (integer) their number, or null
MATCH (m:Model {id: $model})
RETURN m.vocabulary AS vocabulary
