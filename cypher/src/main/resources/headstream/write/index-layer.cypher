// Notes that the index has one layer more.
// $model: id; $layer
MATCH (m:Model {id: $model})
SET m.indexedLayers = $layer + 1
