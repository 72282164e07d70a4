// Whether the model's heads, neurons and tokens are in the graph already.
// $model: id
RETURN EXISTS { MATCH (:Model {id: $model}) } AS found
