// How many of a model's layers the index has.
// params:
//   model (string) id
// columns:
//   layers (integer) from 0
MATCH (m:Model {id: $model})
RETURN coalesce(m.indexedLayers, 0) AS layers
