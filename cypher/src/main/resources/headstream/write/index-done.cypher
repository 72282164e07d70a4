// How many of a model's layers the index has.
// $model: id
MATCH (m:Model {id: $model})
RETURN coalesce(m.indexedLayers, 0) AS layers
