// Notes that the index has one layer more.
// params:
//   model (string) id
//   layer (integer) the last that it has
MATCH (m:Model {id: $model})
SET m.indexedLayers = $layer + 1
