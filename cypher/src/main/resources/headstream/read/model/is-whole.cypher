// Whether the model's heads, neurons and tokens are in the graph already, all of them.
// params:
//   model (string) id
// columns:
//   found (boolean) whether it is so
RETURN EXISTS { MATCH (m:Model {id: $model}) WHERE m.partial IS NULL } AS found
